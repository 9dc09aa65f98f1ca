"""The items of a letter: reasons in words of the case, no field promised that nobody holds, and some people told from others."""

from dataclasses import replace

import pytest

from habeas.answers.build import with_choices
from habeas.answers.choices import Does
from habeas.answers.compose import letter_facts
from habeas.answers.documents import PAPER_NAMES, PAPER_WORDS
from habeas.answers.reasons import BECAUSE, STRONGER
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.packs.us.floors import FLOORS
from habeas.requests.vocabulary import KIND_WORDS, KINDS
from tests.answers.helpers import doj, ice, made, package
from tests.answers.test_letters import SUBJECT, letter
from tests.answers.test_package import rows


def subpoena(**changes):
    paper = {
        "kind": "judicial_subpoena",
        "issuer": "court",
        "signer": "federal_district_judge",
        "basis": "criminal_other",
    }
    return ice(SUBJECT, "us-tx") | paper | {"fields": ["charges", "criminal_history"]} | changes


def said(folder, paper, place, **more):
    return " ".join(letter(folder, paper, place, **more).split())


def test_proof_of_citizenship_is_the_reason_a_letter_gives(tmp_path):
    facts = {"P1": {"person": {"proof_of_status_given": "us_citizen"}}}
    words = said(tmp_path, ice(SUBJECT, "us-tx") | {"signer": "immigration_officer"}, "us-tx", facts=facts)
    assert (
        "will not hold the above-named inmate beyond the time the inmate would otherwise be released, because the inmate has shown"
        in words
    )
    assert "because the inmate has shown proof of United States citizenship. U.S. Const. amend. IV" in words


def test_an_unsigned_form_is_the_reason_a_letter_gives(tmp_path):
    words = said(tmp_path, ice(SUBJECT, "us-tx") | {"signer": "none"}, "us-tx")
    assert "because the detainer is not signed." in words
    assert "has not been confirmed" not in words


def test_a_statute_alone_gives_no_reason_besides_its_citation(tmp_path):
    assert "because" not in said(tmp_path, ice(SUBJECT), "us-ca-los-angeles")


def test_every_floor_that_refuses_has_its_reason():
    floors = {rule.id for rule in FLOORS if rule.outcome is Outcome.MUST_NOT}
    assert floors
    assert floors == set(BECAUSE)
    assert set(STRONGER) | set(STRONGER.values()) <= set(BECAUSE)


def test_nothing_is_promised_that_the_roster_does_not_hold(tmp_path):
    words = said(tmp_path, subpoena(), "us-tx")
    assert "will provide the charges of the above-named inmate." in words
    assert "The booking record of the above-named inmate does not contain the criminal history." in words
    assert "will provide criminal history" not in words
    assert "open to the public" not in words


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("judicial_subpoena", "RESPONSE TO SUBPOENA"),
        ("administrative_subpoena", "RESPONSE TO ADMINISTRATIVE SUBPOENA"),
        ("records_request", "RESPONSE TO REQUEST FOR RECORDS"),
    ],
)
def test_a_response_bears_the_name_of_the_paper_it_answers(tmp_path, kind, title):
    assert f"\n{title}\n" in letter(tmp_path, subpoena(kind=kind), "us-tx")


def test_what_is_enclosed_is_named_as_a_document_and_no_file(tmp_path):
    one = letter(tmp_path / "one", subpoena(), "us-tx")
    assert "- Booking record of QUILLFEATHER, Amos (CSV and Excel)" in one
    a_list = letter(tmp_path / "list", doj("us-tx"), "us-tx")
    assert "- List of two people in custody (CSV and Excel)" in a_list
    assert "QUILLFEATHER" not in a_list
    assert "disclosed" not in one + a_list


@pytest.mark.parametrize("fields", [["charges"], ["charges", "name", "booking_id"]])
def test_the_row_that_leaves_says_whose_it_is(tmp_path, fields):
    (row,) = rows(package(tmp_path, subpoena(fields=fields), "us-tx")["outgoing/disclosed.csv"])
    assert row["booking_id"] == "BK-70001"
    assert "QUILLFEATHER" in (row.get("subject") or row["family_name"])
    assert ("subject" in row) is ("name" not in fields)


def test_a_row_of_a_list_holds_no_field_that_nobody_asked_for(tmp_path):
    found = rows(package(tmp_path, doj("us-tx", fields=["charges"]), "us-tx")["outgoing/disclosed.csv"])
    assert {key for row in found for key in row} == {"charges"}


def test_an_open_part_of_a_subpoena_is_never_said_to_be_left_without_action(tmp_path):
    words = said(tmp_path, subpoena(kind="administrative_subpoena", issuer="ice", fields=["home_address"]), "us-wa")
    assert "will respond separately to the part of the subpoena that asks for the home address." in words
    assert "takes no action" not in words


def test_an_open_act_of_a_warrant_is_no_request(tmp_path):
    paper = ice(SUBJECT, "us-tx") | {
        "kind": "administrative_warrant",
        "signer": "immigration_officer",
        "identity_match": True,
    }
    words = said(tmp_path, paper, "us-wa")
    assert "as to whether it will transfer the inmate" in words
    assert "the request to transfer" not in words


def test_each_kind_has_a_name_for_its_letter_and_the_names_staff_read_stay():
    assert set(PAPER_NAMES) == set(PAPER_WORDS) == set(KINDS)
    assert PAPER_NAMES["transfer_request"] == "request for transfer" != KIND_WORDS["transfer_request"]


def test_a_paper_is_named_as_its_sender_names_it(tmp_path):
    assert "Re: Request for Transfer" in said(
        tmp_path, ice(SUBJECT) | {"kind": "transfer_request", "form": None}, "us-tx"
    )


def test_a_list_whose_people_have_different_firm_outcomes_says_so_and_is_no_draft(tmp_path):
    answer = made(tmp_path, doj("us-tx", fields=["name", "release_date"]), "us-tx").answer
    at = next(number for number, each in enumerate(answer.people) if each.subject.person.given_name == "EVA")
    decision = answer.people[at].decision
    refused = {**decision.acts, Act.NOTIFY: replace(decision.acts[Act.NOTIFY], outcome=Outcome.MUST_NOT)}
    people = [*answer.people]
    people[at] = replace(people[at], decision=replace(decision, acts=refused))
    chosen = {(act, Outcome.MAY): Does.COMPLIES for act in answer.acts}
    facts = letter_facts(with_choices(replace(answer, people=tuple(people)), chosen))
    words = " ".join(facts.items)
    assert "For some of the inmates listed, the Sheriff's Office will provide the scheduled release date. " in words
    assert "For the others, the Sheriff's Office will not provide the scheduled release date." in words
    assert facts.draft == ""
    assert "or that it is not provided" in " ".join(facts.after)


def test_only_a_public_records_answer_speaks_of_what_is_open_to_the_public(tmp_path):
    assert "open to the public" not in said(tmp_path / "one", subpoena(fields=[], asks=["share_public"]), "us-tx")
    public = {"kind": "public_records_request", "issuer": "public", "subject": None}
    assert "open to the public" in said(tmp_path / "two", subpoena(**public), "us-tx")
