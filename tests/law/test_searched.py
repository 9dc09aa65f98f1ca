"""A state whose law was searched and not found: nothing is held on silence, and each answer says what was searched."""

from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.provision import unverified
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS
from habeas.law.pages.due import due

SEARCHED = sorted(place for place, pack in PACKS.items() if any(watch.id == NONE_FOUND for watch in pack.watches))
SOURCE = unverified("Nowhere: none found", "https://example.org", "Search it.")
WHOLE = {"kind": "detainer", "issuer": "ice", "basis": "civil", "signer": "immigration_officer", "attachments": ["I-200"],
         "probable_cause_box": True, "identity_match": True, "names_person": True, "served_on_person": True}  # fmt: skip


def made(place, day="2024-06-15", agreement=False, **request):
    row = {
        "id": "c", "jurisdiction": place, "as_of": day, "request": WHOLE | request, "charges": [],
        "person": {"proof_of_status_given": "none"}, "custody": {"facility": "county_jail", "releasable": True},
        "agency": {"agreement_287g": agreement},
    }  # fmt: skip
    return decide(read_case(row), list(Act))


def test_ten_states_were_searched_and_not_found():
    assert len(SEARCHED) == 10


@pytest.mark.parametrize("place", SEARCHED)
def test_a_hold_is_counsels_question_and_notice_and_status_are_federal_laws(place):
    found = {act.value: answer.outcome.value for act, answer in made(place).acts.items()}
    assert {found[act] for act in ("hold", "delay_release")} == {"unresolved"}
    assert (found["arrest"], found["notify"], found["transfer"], found["share_status"]) == (
        "must_not",
        "may",
        "may",
        "may",
    )
    assert {found[act] for act in ("list", "share_personal", "agree_287g")} <= {"silent", "unresolved"}
    assert found["share_public"] in {"silent", "unresolved", "may"}


@pytest.mark.parametrize("place", SEARCHED)
def test_an_agreement_does_not_make_silence_a_power_to_arrest(place):
    answer = made(place, kind="administrative_warrant", form="I-200", agreement=True)
    assert answer.acts[Act.ARREST].outcome == "unresolved"


@pytest.mark.parametrize("place", SEARCHED)
def test_each_answer_says_that_the_law_was_searched_and_on_which_day(place):
    (said,) = [each for each in made(place).warnings if "was found when it was searched on 2026-11-30" in each]
    assert PACKS[place].title in said


@pytest.mark.parametrize("place", SEARCHED)
def test_what_was_not_found_stands_with_a_day_on_the_list_of_what_to_read_again(place):
    assert [each for each in due([PACKS[place]], date(2026, 11, 30)) if each.kind == "watch" and each.by]


def test_a_watch_in_the_file_stands_beside_the_one_that_the_rules_make():
    assert {watch.id for watch in PACKS["us-ky"].watches} == {NONE_FOUND, "2026-bills"}


def test_in_hawaii_the_bill_of_2026_opens_notice_from_its_year_on():
    outcomes = {day: made("us-hi", day).acts[Act.NOTIFY].outcome.value for day in ("2025-12-31", "2026-01-01")}
    assert outcomes == {"2025-12-31": "may", "2026-01-01": "unresolved"}


def test_a_search_that_is_to_be_repeated_before_its_time_is_refused():
    with pytest.raises(WrongRuleError, match="looked at again before it began"):
        nothing_found("us-xx", "Nowhere", on="2026-11-30", source=SOURCE, look_again="1990-01-01")
