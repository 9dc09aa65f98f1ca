"""What may have changed under a pack is a warning on each answer it touches, and stands with a day on the list of what to read again."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.vocabulary import Act
from habeas.law.model.watching import read_watches
from habeas.law.packs import PACKS
from habeas.law.pages.due import due

NEW_JERSEY = "S3521/A4071"
ROW = """["one"]
acts = ["hold"]
sentence = "A bill has passed."
citation = "S. 1"
address = "https://example.org/s1"
since = 2026-03-25
look_again = 2026-12-15
"""


def warned(place, day, *acts):
    row = {
        "id": "c",
        "jurisdiction": place,
        "as_of": day,
        "request": {"kind": "detainer", "issuer": "ice", "asks": list(acts)},
    }
    return [each for each in decide(read_case(row)).warnings if each.startswith("The law may have changed.")]


@pytest.mark.parametrize(
    ("day", "acts", "times"),
    [
        ("2026-03-24", ["hold"], 0),
        ("2026-03-25", ["hold"], 1),
        ("2026-11-29", ["notify", "hold"], 1),
        ("2026-11-29", ["interview"], 0),
    ],
)
def test_an_answer_is_warned_where_the_watch_touches_it(day, acts, times):
    found = [each for each in warned("us-nj", day, *acts) if NEW_JERSEY in each]
    assert len(found) == times


def test_a_county_is_warned_of_what_may_have_changed_in_its_state():
    assert any(NEW_JERSEY in each for each in warned("us-nj-essex", "2026-11-29", "hold"))


def test_a_watch_that_is_settled_warns_no_more():
    (watch,) = read_watches(ROW + "settled_on = 2026-06-01\n", "a folder")
    hold = frozenset({Act.HOLD})
    assert [watch.touches(hold, date(2026, month, 1)) for month in (3, 4, 5, 6)] == [False, True, True, False]


def test_a_watch_without_acts_touches_every_act():
    (watch,) = read_watches(ROW.replace('acts = ["hold"]\n', ""), "a folder")
    assert all(watch.touches(frozenset({act}), date(2026, 4, 1)) for act in Act)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"A bill has passed."', '"A bill has passed"'),
        ('"S. 1"', '" "'),
        ("2026-12-15", "2026-03-24"),
        ('["hold"]', '["lift"]'),
        ("since = 2026-03-25\n", ""),
        ("look_again", "look_agian"),
        ("look_again = 2026-12-15", "look_again = 2026-12-15\nsettled_on = 2026-03-25"),
        ("sentence =", "sentence"),
    ],
)
def test_a_watch_that_is_none_refuses_the_pack(old, new):
    with pytest.raises(WrongRuleError, match="a folder"):
        read_watches(ROW.replace(old, new), "a folder")


def test_a_watch_is_no_part_of_the_text_that_is_hashed():
    pack = PACKS["us-nj"]
    assert pack.watches
    assert replace(pack, watches=()).sha256() == pack.sha256()


def test_what_is_due_names_each_watch_each_unread_text_and_each_old_reading_the_earliest_first():
    day = date(2026, 11, 29)
    rows = due(resolve("us-nj").packs, day)
    assert [each.by or date.min for each in rows] == sorted(each.by or date.min for each in rows)
    kinds = {each.kind for each in rows}
    assert kinds == {"watch", "unread", "old"}
    for pack in resolve("us-nj").packs:
        sources = {rule.source.citation for rule in pack.rules if rule.effective.holds_on(day)}
        assert sources <= {each.citation for each in rows if each.pack == pack.id}
    assert all(each.what for each in rows)


def test_a_reading_is_old_a_year_later_and_late_from_that_day():
    (row,) = [each for each in due([PACKS["us"]], date(2026, 11, 29)) if each.citation == "Fed. R. Crim. P. 4(b)(1)"]
    assert row.by == date(2027, 11, 24)
    assert not row.late(date(2027, 11, 23))
    assert row.late(date(2027, 11, 24))


def test_what_stands_in_no_force_any_more_is_not_due():
    then = {each.citation for each in due([PACKS["us-nc"]], date(2024, 1, 1))}
    now = {each.citation for each in due([PACKS["us-nc"]], date(2026, 11, 29))}
    assert then != now
