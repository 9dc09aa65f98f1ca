"""Statute text as jails write it: what is understood, what becomes a question. Nothing is guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.offenses.lists import offense_lists, punishments
from habeas.offenses.reading import read_statute


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("211 PC", "PC 211"),
        ("PC 211", "PC 211"),
        ("PC211", "PC 211"),
        ("pc 211", "PC 211"),
        ("P.C. 211", "PC 211"),
        ("Penal Code 211", "PC 211"),
        ("23152(A) VC", "VEH 23152(a)"),
        ("VC 23152(a)", "VEH 23152(a)"),
        ("VEH 23152 (A)", "VEH 23152(a)"),
        ("14601.1(A)VC", "VEH 14601.1(a)"),
        ("11378 H&S", "HS 11378"),
        ("HS11378", "HS 11378"),
        ("H & S 11350(a)", "HS 11350(a)"),
        ("245(A)(1) PC", "PC 245(a)(1)"),
        ("12022.53(b) PC", "PC 12022.53(b)"),
        ("288a(c) PC", "PC 288a(c)"),
        ("273.5(A) PC", "PC 273.5(a)"),
        ("664/187(A) PC", "PC 664/187(a)"),
        ("PC664-211", "PC 664/211"),
        ("PC 182/211", "PC 182/211"),
        ("18 USC 1326", "18 USC 1326"),
        ("8 U.S.C. 1326(a)", "8 USC 1326(a)"),
        ("RCW 9A.36.041", "RCW 9A.36.041"),
        ("NRS 200.380", "NRS 200.380"),
        ("G.S. 90-95", "G.S. 90-95"),
        ("N.J.S.A. 2C:15-1", "N.J.S.A. 2C:15-1"),
        ("Tex. Penal 22.01", "Tex. Penal 22.01"),
        ("PC 245（a）（1）", "PC 245(a)(1)"),
    ],
)
def test_one_section_in_many_spellings(text, canonical):
    reading = read_statute(text)
    assert (reading.canonical, reading.question) == (canonical, None)


@pytest.mark.parametrize(
    ("text", "grade", "degree"),
    [
        ("459 PC/F", "felony", None),
        ("PC 459/M", "misdemeanor", None),
        ("PC 459-F", "felony", None),
        ("459 PC 1ST", None, "first"),
        ("P.C. 459 2ND DEG", None, "second"),
        ("4000(A) VC I", "infraction", None),
    ],
)
def test_a_grade_or_degree_after_the_section_is_kept(text, grade, degree):
    reading = read_statute(text)
    assert (reading.grade_hint, reading.degree_hint) == (grade, degree)


def test_a_letter_in_brackets_is_a_subdivision_and_no_grade():
    assert read_statute("647 (F) PC").canonical == "PC 647(f)"
    assert read_statute("647 (F) PC").grade_hint is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        None,
        "FTA",
        "ASLT 2 -DV",
        "HOLD IMMIGRAT",
        "211",
        "PC",
        "54040009",
        "ICE DETAINER",
        "PC ABC",
        "x" * 5000,
        "\x00",
    ],
)
def test_what_names_no_section_becomes_a_question(text):
    reading = read_statute(text)
    assert reading.sections == ()
    assert reading.question


def test_two_sections_on_one_line_are_a_question_not_a_choice():
    reading = read_statute("PC 211/459")
    assert [str(each) for each in reading.sections] == ["PC 211", "PC 459"]
    assert "which is the charge?" in (reading.question or "")


def test_a_bare_number_is_read_only_where_the_jail_says_its_code():
    assert read_statute("140.25", default_code="NY Penal").canonical == "NY Penal 140.25"
    assert read_statute("140.25").canonical == ""


def test_what_was_read_otherwise_than_written_is_said():
    assert read_statute("211 pc").notes == ('read "211 pc" as PC 211',)
    assert read_statute("PC 211").notes == ()


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    reading = read_statute(text)
    assert reading.sections or reading.question


@settings(deadline=None)  # the first reading compiles every pattern
@pytest.mark.parametrize("code", ["PC", "VEH", "HS"])
@given(number=st.integers(1, 99999), subs=st.lists(st.sampled_from("abcdefg123"), max_size=3))
def test_what_is_written_canonically_reads_as_itself(code, number, subs):
    text = f"{code} {number}" + "".join(f"({each})" for each in subs)
    assert read_statute(text).canonical == text


def test_our_own_tables_read_whole():
    assert len(punishments()) > 200
    assert sum(len(each.entries) for each in offense_lists().values()) > 250
