"""A line that skip leaves out is asked about where its cells are somebody's, and never for its beginning alone."""

import pytest

from tests.roster.helpers import read_with, refused, said

WORDS = """
person_id_from = "booking_id"
[file]
shape = "lines"
skip = {skip}
[[lines]]
is = "booking"
begins = "A"
ruler = {{ full_name = "1-20", booking_id = "22-29", date_of_birth = "31-40" }}
[forms]
date_of_birth = "mm/dd/yyyy"
"""
HEAD = "Birch County Sheriff          Page: 1\nRoster, by Name\n"
ROE = "ROE, ANN             26-01400 01/02/1990\n"
PAGE = "PAGE, KIM            26-01401 03/04/1991\n"


@pytest.mark.parametrize("skip", ['["Birch", "Roster"]', '["Birch County Sheriff", "Roster, by Name"]'])
def test_the_head_of_a_page_is_no_question(tmp_path, skip):
    made = read_with(tmp_path, WORDS.format(skip=skip), HEAD + ROE + HEAD + PAGE, "r.txt")
    assert [p.family_name for p in made.people] == ["ROE", "PAGE"]
    assert refused(made) == []
    assert not any("leaves out a line" in each for each in said(made))


def test_a_line_with_the_cells_of_somebody_is_asked_about_wherever_it_stands(tmp_path):
    made = read_with(tmp_path, WORDS.format(skip='["Birch", "Roster", "PAGE"]'), HEAD + PAGE + ROE, "r.txt")
    assert any(
        each.startswith('line 3: skip "PAGE" leaves out a line that begins as a booking line does')
        for each in said(made)
    )


def test_a_line_that_skip_holds_whole_is_no_question(tmp_path):
    made = read_with(tmp_path, WORDS.format(skip=f'["Birch", "Roster", "{PAGE.strip()}"]'), HEAD + PAGE + ROE, "r.txt")
    assert not any("leaves out a line" in each for each in said(made))


def test_a_hold_that_skip_leaves_out_is_asked_about(tmp_path):
    words = (
        WORDS.format(skip='["Birch", "Roster", "HOLD ICE"]')
        + '[[lines]]\nis = "hold"\nbegins = "HOLD "\nruler = { hold = "6-" }\n'
    )
    words = words.replace('[forms]\ndate_of_birth = "mm/dd/yyyy"\n', "") + '[forms]\ndate_of_birth = "mm/dd/yyyy"\n'
    words = words.replace('begins = "A"', 'begins = "AAA, "')
    made = read_with(tmp_path, words, ROE + "HOLD USMS\nHOLD ICE DALLAS\n", "r.txt")
    assert any("begins as a hold line does" in each for each in said(made))
