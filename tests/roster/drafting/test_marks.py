"""A column of marks is a hold only where its header says so; who somebody is never makes a hold."""

import pytest

from habeas.roster.draft import draft_of
from habeas.roster.drafting.marks import says_hold

HOLDS = (
    "hold", "ice hold", "federal hold", "detainer", "ice detainer y n", "hold flag", "us marshal", "usms",
    "ice", "ice flag", "dhs", "immigration hold", "immigration detainer", "probation hold", "parole hold",
    "hold for other agency", "out of county hold", "ice yn", "u s marshal y n",
)  # fmt: skip
NONE = (
    "citizen", "us citizen", "usc y n", "citizenship hold", "alien", "alien hold", "foreign born", "veteran",
    "bondable", "juvenile", "immigration status", "immigrant", "daca", "nationality", "in custody",
    "keep separate", "no hold", "hold released", "hold cleared", "household", "holding cell", "hold date",
    "prior detainer", "ice interview", "ice notified", "us", "born in us", "lpr hold", "immigration",
    "consular notification", "hold harmless", "u s", "",
)  # fmt: skip


def test_a_header_that_names_a_hold_or_an_agency_says_hold_and_no_other():
    assert {each: says_hold(each) for each in (*HOLDS, *NONE)} == {
        **dict.fromkeys(HOLDS, True),
        **dict.fromkeys(NONE, False),
    }


def drafted(head: str, cells: list[str]):
    rows = [f"P{at},B{100 + at},ROE,ANN,0{at % 8 + 1}/11/198{at % 9},{cell}" for at, cell in enumerate(cells)]
    return draft_of(
        ("PID,Booking No,Last Name,First Name,DOB," + head + "\n" + "\n".join(rows) + "\n").encode(), "export.csv"
    )


@pytest.mark.parametrize("head", ["US Citizen", "Veteran", "Bondable", "Alien", "Foreign Born", "Juvenile"])
def test_a_column_of_yes_and_no_about_somebody_is_never_drafted_as_a_hold(head):
    assert "HOLD" not in drafted(head, ["Y", "N", "Y", "N"]).toml


@pytest.mark.parametrize(
    ("head", "words"),
    [("ICE Detainer", "ICE DETAINER"), ("USMS Flag", "USMS HOLD"), ("Federal Hold (Y/N)", "FEDERAL HOLD")],
)
def test_a_mark_under_a_header_that_names_a_hold_is_drafted_by_its_words(head, words):
    assert f'"Y" = "{words}", "N" = ""' in drafted(head, ["Y", "N", "Y", "N"]).toml


def test_an_x_under_a_header_that_names_a_hold_is_drafted():
    assert '"ICE Hold" = { "X" = "ICE HOLD" }' in drafted("ICE Hold", ["X", "", "", "X"]).toml


def test_a_mark_that_may_tell_of_immigration_is_asked_about():
    assert any('"Alien" answers a question' in each for each in drafted("Alien", ["Y", "N", "Y", "N"]).notes)
