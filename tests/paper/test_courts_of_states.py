"""Papers of courts of the states: headings without the word court, titles put together, returns, grids, and who never is whom."""

import pytest

from habeas.paper.fields.likely import fit_of
from habeas.paper.fields.statutes import sections_of_a_state, statutes_in
from habeas.paper.forms.state_titles import is_commitment_title, is_order_title, is_warrant_title
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

COMMAND = "YOU ARE COMMANDED to arrest Jerrod Kenyatta Pembry, charged with larceny, MCL 750.356."


def warrant(
    *, court=("STATE OF MICHIGAN", "71-B JUDICIAL DISTRICT"), title="BENCH WARRANT", command=COMMAND, block=(), more=()
):
    """A state's warrant of a few lines, signed in ink by a district judge."""
    sheet = Sheet()
    for place, line in enumerate(court):
        sheet.say(60, 50 + 14 * place, line, 11)
    sheet.say(400, 60, "Case No. 26-08813-SM").say(250, 110, title, 14, "B").say(60, 150, command)
    sheet.say(60, 180, "Dated: November 6, 2026").ink(330, 238).rule(316, 240, 540)
    for place, line in enumerate(block or ("Eugenia R. Vanderlaan", "District Judge")):
        sheet.say(318, 252 + 12 * place, line)
    for place, line in enumerate(more):
        sheet.say(60, 320 + 14 * place, line)
    return sheet


def test_a_district_without_the_word_court_heads_a_courts_paper():
    found = reading(warrant())
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", "state_judge", True), asked(found)
    assert values(found)["court"] == "71-B JUDICIAL DISTRICT, STATE OF MICHIGAN"


def test_a_district_alone_is_no_court_where_the_heading_names_no_state():
    assert reading(warrant(court=("WESTERN SALES TEAM", "71-B JUDICIAL DISTRICT"))).kind is None


def test_a_judges_title_with_the_word_court_is_no_court():
    found = reading(warrant(court=("STATE OF MICHIGAN", "Circuit Court Judge")))
    assert "court" not in values(found) or "Judge" not in str(values(found)["court"])


@pytest.mark.parametrize(
    "title", ["ATTACHMENT FOR FAILURE TO APPEAR", "WARRANT", "CAPIAS: ATTACHMENT OF THE BODY", "WARRANT MISDEMEANOR"]
)
def test_titles_are_put_together_from_the_words_of_warrants(title):
    assert reading(warrant(title=title)).kind == "judicial_warrant"


@pytest.mark.parametrize(
    "title", ["Warrant in Debt", "DISTRESS WARRANT", "SEARCH WARRANT", "the warrant of arrest", "WARRANT RECALLED"]
)
def test_other_papers_with_the_word_are_no_warrant_for_a_person(title):
    assert not is_warrant_title(title)


def test_orders_about_somebody_in_a_jail_are_known_by_their_words():
    assert all(
        map(
            is_order_title,
            (
                "PRODUCTION ORDER",
                "ORDER TO BRING UP PRISONER",
                "Order Directing Sheriff to Produce Defendant",
                "ORDER FOR RELEASE",
            ),
        )
    )
    assert all(map(is_commitment_title, ("MITTIMUS", "ORDER OF COMMITMENT")))
    assert not any(map(is_order_title, ("ORDER OF DISMISSAL", "ORDER RECALLING WARRANT")))


def test_a_title_before_the_name_is_told_apart_from_it():
    found = reading(warrant(block=("Circuit Judge Philomena J. Castellow",)))
    assert (values(found)["signer_name"], values(found)["signer_title"]) == ("Philomena J. Castellow", "Circuit Judge")
    assert found.judicial is True, asked(found)


def test_justice_of_the_peace_is_a_title_and_no_name():
    found = reading(warrant(block=("Odell F. Oakes", "JUSTICE OF THE PEACE")))
    assert values(found)["signer_name"] == "Odell F. Oakes"


EMPTY = (
    "OFFICER'S RETURN",
    "Received this warrant on ________, 20__, and executed the same by arresting the defendant on ________.",
    "This warrant was withdrawn / returned unserved on (date) ________",
)


def test_an_empty_return_is_no_withdrawal_and_no_part_of_the_signature():
    found = reading(warrant(more=EMPTY))
    assert found.judicial is True, asked(found)


def test_a_word_typed_in_capitals_into_a_return_is_asked_about():
    found = reading(warrant(more=(*EMPTY, "WITHDRAWN BY THE COURT")))
    assert found.judicial is None
    assert "WITHDRAWN" in asked(found)


def test_a_return_with_a_day_in_it_is_filled_in():
    filled = ("OFFICER'S RETURN", "Executed this warrant on November 9, 2026 by arresting the defendant at the jail.")
    assert reading(warrant(more=filled)).judicial is None


def test_a_return_with_a_day_in_it_says_what_became_of_the_paper():
    told = reading(warrant(more=(*EMPTY[:2], "This warrant was withdrawn by order of the court on November 9, 2026.")))
    assert told.judicial is None
    assert "withdrawn" in asked(told)


def test_the_same_words_outside_a_return_are_asked_about():
    assert reading(warrant(more=("This warrant was withdrawn by order of the court.",))).judicial is None


def test_a_clerks_stamp_of_the_day_of_filing_is_nobodys_signature():
    found = reading(warrant(more=("FILED NOV 19 2026 CLERK OF COURT",)))
    assert (values(found)["signer_name"], found.signer) == ("Eugenia R. Vanderlaan", "state_judge")


def test_the_signer_is_never_the_person_whom_a_paper_names():
    nobody = "YOU ARE COMMANDED to arrest Eugenia R. Vanderlaan, charged with larceny, MCL 750.356."
    found = reading(warrant(command=nobody))
    assert not values(found)["subject_name"]
    assert "name" in asked(found)


def test_every_row_of_a_grid_of_counts_is_read():
    rows = (
        ("CT", "OFFENSE", "STATUTE"),
        ("1", "AGGRAVATED ASSAULT", "A.R.S. 13-1204"),
        ("2", "CRIMINAL DAMAGE", "A.R.S. 13-1602"),
    )
    sheet = warrant(command="YOU ARE COMMANDED to arrest Jerrod Kenyatta Pembry to answer the charge of:")
    for place, row in enumerate(rows):
        for x, text in zip((60, 100, 330), row, strict=True):
            sheet.say(x, 330 + 15 * place, text)
    found = values(reading(sheet))
    assert found["offense_statutes"] == ["A.R.S. 13-1204", "A.R.S. 13-1602"]
    assert found["offense"] == "AGGRAVATED ASSAULT; CRIMINAL DAMAGE"


@pytest.mark.parametrize(
    ("text", "value"),
    [("257.904(3)(a)", None), ("5,000 (secured)", "5000"), ("1,500.00", "1500"), ("13-1204", None)],
)
def test_an_amount_is_read_whole_or_not_at_all(text, value):
    fit = fit_of("money", text)
    assert (fit.found.value if fit else None) == value


@pytest.mark.parametrize(
    "number", ["D-1-DC-26-904471", "26-03-7729", "MJ-48206-CR-0000177-2026", "W-2026-000131-0714", "D-1-26-5794"]
)
def test_numbers_of_cases_that_look_like_days_or_telephones_are_read(number):
    fit = fit_of("case_number", number)
    assert fit is not None
    assert fit.found.value == number


def test_sections_without_a_code_are_read_on_a_states_paper_only():
    assert sections_of_a_state("Driving, Section 18.2-266", "") == ["§ 18.2-266"]
    assert sections_of_a_state("DUI 75 § 3802(a)(1)", "Commonwealth of Pennsylvania") == ["75 Pa.C.S. 3802(a)(1)"]
    assert sections_of_a_state("75 § 3802(a)(1)", "State of Ohio") == []
    assert sections_of_a_state("section 287.5 CFR", "") == []


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("893.13(6)(a), Fla. Stat.", "Fla. Stat. 893.13(6)(a)"), ("21 O.S. § 1731", "21 O.S. 1731"),
        ("M.G.L. c. 265, § 13A", "M.G.L. c. 265 13A"),
        ("K.S.A. 2025 Supp. 21-5413", "K.S.A. 21-5413"), ("18 Pa.C.S. § 3929(a)(1)", "18 Pa.C.S. 3929(a)(1)"),
        ("P.L. 215.51", "P.L. 215.51"),
    ],
)  # fmt: skip
def test_the_codes_of_more_states_are_cited_as_they_write_them(text, section):
    assert statutes_in(text) == [section]
