"""A roster's release dates beside the sum: who is past it, who differs and why."""

from datetime import date

import pytest

from habeas.custody_time.compare import ORDER, SAYS, DateVerdict, compare, compare_text
from habeas.roster.profile import load_profile
from habeas.roster.read import read_roster

HEADER = (
    "person_id,booking_id,booked_at,scheduled_release_on,statute,charge_grade,charge_disposition,charge_disposed_on,offense_on,"
    "sentence_kind,sentence_days,holds,charge_id\n"
)
AS_OF = date(2026, 11, 25)


def line(person, scheduled, *, booked="2026-10-01", kind="county_jail", days="180", **more):
    row = {
        "statute": "484 PC",
        "grade": "misdemeanor",
        "disposition": "convicted",
        "disposed": "2026-10-10",
        "offense": booked,
        "holds": "",
        "charge": "c1",
    } | more
    return (
        f"{person},B{person},{booked} 10:00,{scheduled},{row['statute']},{row['grade']},{row['disposition']},{row['disposed']},"
        f"{row['offense']},{kind},{days},{row['holds']},{row['charge']}\n"
    )


def compared(folder, *lines, as_of=AS_OF):
    path = folder / "roster.csv"
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return compare(read_roster(path, load_profile("plain")), as_of, "us-ca")


def one(folder, *lines, as_of=AS_OF):
    [row] = compared(folder, *lines, as_of=as_of).rows
    return row


OURS = "2026-12-29"
"""The day on which 180 days imposed on 10 October after custody since 1 October are served: the ninetieth in jail."""


def test_the_dates_agree(tmp_path):
    row = one(tmp_path, line("P1", OURS))
    assert (row.verdict, row.ours, row.reasons) == (DateVerdict.AGREES, date(2026, 12, 29), ())
    assert not compared(tmp_path, line("P1", OURS)).needs_person


@pytest.mark.parametrize(
    ("scheduled", "verdict", "reason"),
    [
        ("2027-03-29", DateVerdict.JAIL_LATER, "No conduct credit is given"),
        ("2027-01-28", DateVerdict.JAIL_LATER, "two days for four"),
        ("2027-01-07", DateVerdict.JAIL_LATER, "The days in custody before sentence are not counted"),
        ("2027-01-09", DateVerdict.JAIL_LATER, "as if 11 days more had to be served in jail"),
        ("2026-12-30", DateVerdict.JAIL_LATER, "The day of release is not counted"),
        ("2027-03-06", DateVerdict.JAIL_LATER, "held to 15 percent"),
        ("2026-12-20", DateVerdict.JAIL_EARLIER, "as if 9 days fewer had to be served in jail"),
        ("", DateVerdict.NO_JAIL_DATE, None),
        ("2026-11-20", DateVerdict.PAST_JAILS_DATE, None),
    ],
)
def test_a_difference_comes_with_its_likely_reason(tmp_path, scheduled, verdict, reason):
    row = one(tmp_path, line("P1", scheduled))
    assert row.verdict is verdict
    assert reason is None or any(reason in each for each in row.reasons), row.reasons


def test_a_person_past_the_date_comes_first_of_all_and_those_with_nothing_else_before_the_others(tmp_path):
    made = compared(
        tmp_path,
        line("P1", "2027-03-29"),
        line("P2", "2026-11-27", booked="2026-06-01", disposed="2026-06-10", holds="OTHER COUNTY"),
        line("P3", OURS),
        line("P4", "2026-09-29", booked="2026-07-01", disposed="2026-07-10"),
        line("P5", "2026-11-25", booked="2026-08-28", disposed="2026-09-10"),
    )
    assert [(row.person_id, row.verdict) for row in made.rows] == [
        ("P4", DateVerdict.PAST),
        ("P2", DateVerdict.PAST),
        ("P5", DateVerdict.DUE_TODAY),
        ("P1", DateVerdict.JAIL_LATER),
        ("P3", DateVerdict.AGREES),
    ]
    assert made.rows[0].days == (AS_OF - date(2026, 9, 28)).days
    assert made.rows[1].also == ("1 hold on record",)
    text = compare_text(made)
    assert text.index("P4") < text.index("P2") < text.index("P1")
    assert "P3" not in text


def test_several_terms_are_compared_both_ways(tmp_path):
    two = (line("P1", "2027-03-29"), line("P1", "2027-03-29", statute="496 PC", charge="c2"))
    row = one(tmp_path, *two)
    assert row.verdict is DateVerdict.AGREES_IF_CONSECUTIVE
    assert "follow one another" in row.reasons[0]
    late = one(tmp_path, *two, as_of=date(2027, 1, 10))
    assert late.verdict is DateVerdict.PAST_UNLESS_CONSECUTIVE
    assert one(tmp_path, *two, as_of=date(2027, 4, 10)).verdict is DateVerdict.PAST


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"kind": "state_prison", "statute": "211 PC", "grade": "felony"}, "the prison's sum"),
        ({"offense": ""}, "On what day was the offense?"),
        ({"days": ""}, "How many days is the sentence?"),
        ({"disposed": ""}, "On which days was the person in custody"),
        ({"grade": "felony", "statute": "211 PC"}, "At what rate does a violent felony earn"),
        ({"grade": "", "statute": ""}, "Is the conviction of a violent felony"),
    ],
)
def test_what_the_record_does_not_tell_is_asked(tmp_path, more, says):
    row = one(tmp_path, line("P1", "2027-03-29", **more))
    assert row.verdict is DateVerdict.NOT_TOLD
    assert row.ours is None
    assert any(says in each for each in row.reasons), row.reasons


def test_whoever_is_past_the_whole_term_without_credit_is_past_whatever_is_not_known(tmp_path):
    unknown = line("P1", "2027-03-29", booked="2026-06-01", disposed="2026-06-10", days="30", offense="")
    row = one(tmp_path, unknown)
    assert (row.verdict, row.ours, row.days) == (DateVerdict.PAST, None, (AS_OF - date(2026, 7, 10)).days)
    assert row.reasons[0].startswith("Past under any reading")
    assert row.reasons[1] == "On what day was the offense?"
    open_still = one(tmp_path, unknown, as_of=date(2026, 7, 10))
    assert (open_still.verdict, open_still.days) == (DateVerdict.NOT_TOLD, None)


def test_a_person_without_a_sentence_has_no_date_and_what_holds_them_is_said(tmp_path):
    pending = line("P1", "", kind="", days="", disposition="pending", disposed="", statute="211 PC", grade="felony")
    row = one(tmp_path, pending)
    assert row.verdict is DateVerdict.NOT_SENTENCED
    assert row.also == ("1 charge pending",)


def test_a_charge_that_was_dismissed_is_no_term(tmp_path):
    row = one(
        tmp_path, line("P1", OURS), line("P1", OURS, statute="496 PC", disposition="dismissed", charge="c2", days="364")
    )
    assert row.verdict is DateVerdict.AGREES


@pytest.mark.parametrize(
    "more", [{"days": "999999999"}, {"days": "0"}, {"disposed": "9999-12-31"}, {"booked": "0001-01-01"}]
)
def test_numbers_and_years_no_sentence_can_have_are_asked_about_and_stop_nothing(tmp_path, more):
    assert one(tmp_path, line("P1", OURS, **more)).ours is None


def test_a_hundred_long_terms_stop_nothing(tmp_path):
    made = one(tmp_path, *(line("P1", OURS, days="21000", charge=f"c{number}") for number in range(120)))
    assert made.verdict is DateVerdict.JAIL_EARLIER


def test_the_order_and_the_words_cover_every_verdict():
    assert list(ORDER) == list(DateVerdict)
    assert set(SAYS) == set(DateVerdict)
