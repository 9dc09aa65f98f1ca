"""A question that is answered yes or no asks what its fact says: *Yes* is stored as the fact's own yes, and never turned round."""

import re

import pytest

from habeas.law.model import facts
from habeas.law.model.facts import FactKind

FLAGS = [
    row
    for rows in vars(facts).values()
    if isinstance(rows, tuple) and rows and isinstance(rows[0], tuple) and len(rows[0]) >= 6
    for row in rows
    if row[2] is FactKind.FLAG
]
NO_YES_OR_NO = re.compile(r"(which|what|who|when|where|how|why)\b", re.IGNORECASE)
TURNED_ROUND = re.compile(r"\b(anything but|anyone but|nobody but|other than|another agency|answered)\b")
SAYS = {
    "arrested_on_civil_immigration_only": "alone",
    "initial_custody": "first",
    "written_consent": "consented",
    "counsel_present": "waived",
    "local": "local one",
}
"""Words without which these were once asked the other way about, or asked something else."""


def test_there_are_flags():
    assert len(FLAGS) > 30


@pytest.mark.parametrize("row", FLAGS, ids=lambda row: f"{row[0]}.{row[1]}")
def test_yes_to_the_question_is_yes_to_the_fact(row):
    name, question = row[1], row[4]
    assert not NO_YES_OR_NO.match(question), "a question of which, what or when has no yes and no no"
    assert not TURNED_ROUND.search(question), f"yes to this is no to: {row[3]}"
    assert SAYS.get(name, "") in question
