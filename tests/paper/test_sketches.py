"""Papers of courts by what they command: titles nobody wrote down, forms of statutes, and what looks like a command and is none.

`sketches/` holds them as text. A `source` names the public form that a paper's words are taken from; where none is named the words are
put together from what such papers say. Everybody named is invented.
"""

import pytest

from habeas.paper.assemble import read_bytes
from tests.paper.layouts.courts.measure import same
from tests.paper.sketch import drawn, sketches

STEMS = ("one", "two", "three", "four")
ALL = [each for stem in STEMS for each in sketches(stem)]
_JUDICIAL = {"judicial_warrant", "court_order", "judicial_subpoena", "grand_jury_subpoena", "judicial_probable_cause"}


@pytest.mark.parametrize("face", ["typed", "set"])
@pytest.mark.parametrize("paper", ALL, ids=lambda each: each.name)
def test_what_a_paper_commands_and_who_signed_it_are_told(paper, face):
    found = read_bytes(drawn(paper, face))
    assert found.kind == paper.kind
    assert paper.signer in {"any", found.signer}
    assert paper.judicial is not False or found.judicial is not True
    assert paper.kind in _JUDICIAL or found.kind not in _JUDICIAL


def test_what_the_papers_say_is_read_and_hardly_anything_that_they_do_not():
    right, missed, wrong = 0, [], []
    for paper in ALL:
        fields = read_bytes(drawn(paper)).fields
        for name, want in paper.fields.items():
            value = fields[name].value if name in fields else None
            fine = value is not None and same(name, want, value)
            right += fine
            missed += [] if fine else [(paper.name, name, value)]
            wrong += [(paper.name, name, value)] if value is not None and not fine else []
    assert right / (right + len(missed)) >= 0.97, missed
    assert right / (right + len(wrong)) >= 0.98, wrong
