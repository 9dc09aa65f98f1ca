"""Letters about a court's own papers: an order nobody read is asked about, a writ is named as one, and no judge is written to."""

import json
from typing import Any

import pytest

from habeas.requests.vocabulary import COMMANDS
from tests.answers.helpers import ice, made, package

SUBJECT = {"full_name": "QUILLFEATHER, Amos", "date_of_birth": "1980-05-06"}
WRIT = "writ of habeas corpus ad prosequendum"
JUDGE = {"name": "Wendell A. Example", "title": "United States District Judge"}


def order(**changes: Any) -> dict[str, Any]:
    paper = {
        "kind": "court_order", "issuer": "court", "form": None, "signer": "federal_district_judge", "basis": "criminal_other",
        "court": "United States District Court, Northern District of Example", "case_number": "A-25-CR-00291",
        "issued_on": "2025-07-10", "comply_by": "2025-08-02", "from": JUDGE, "attachments": [], "probable_cause_box": None,
    }  # fmt: skip
    return ice(SUBJECT) | paper | changes


def letter(folder: Any, request: dict[str, Any], place: str = "us-tx", **more: Any) -> str:
    return " ".join(package(folder, request, place, **more)["outgoing/letter.txt"].decode().split())


@pytest.mark.parametrize("kind", sorted(COMMANDS))
def test_a_command_that_nobody_read_is_asked_about_and_never_done(tmp_path, kind):
    files = package(tmp_path, order(kind=kind), "us-tx")
    asked = files["internal/questions.csv"].decode()
    assert "what does it command, and by when?" in asked
    assert json.loads(files["internal/answer.json"])["questions"]["open"] >= 1
    said = files["outgoing/letter.txt"].decode()
    assert "will follow" in " ".join(said.split())
    assert "responds as follows" not in said
    assert "DRAFT" in said


def test_a_command_that_was_read_is_no_question(tmp_path):
    assert not made(tmp_path, order(asks=["transfer"]), "us-tx").answer.open_questions


def test_a_writ_is_named_as_one_cites_itself_and_says_its_day(tmp_path):
    said = letter(tmp_path, order(asks=["transfer"], form=WRIT))
    assert "NOTICE CONCERNING WRIT" in said
    assert "Re: Writ of Habeas Corpus ad Prosequendum dated 07/10/2025" in said
    assert "will produce the inmate as it commands, by August 2, 2025." in said
    assert (
        "Writ of Habeas Corpus ad Prosequendum, United States District Court, Northern District of Example, No. A-25-CR-00291 "
        "(July 10, 2025)." in said
    )
    assert "warrant" not in said.lower()
    assert "1225" not in said


def test_an_order_with_an_hour_says_it(tmp_path):
    said = letter(tmp_path, order(asks=["transfer"], comply_at="2025-08-02T09:00:00"))
    assert "will surrender the inmate as it commands, at 9:00 a.m. on August 2, 2025." in said


def test_an_order_to_disclose_cites_the_order_and_no_statute_about_orders(tmp_path):
    said = letter(tmp_path, order(fields=["charges"], comply_by=None))
    assert "Court Order, United States District Court" in said
    assert "1225" not in said


def test_an_immigration_judges_order_is_called_by_its_kind(tmp_path):
    said = letter(tmp_path, order(signer="immigration_judge", asks=["hold", "transfer"], basis="civil"))
    assert "Re: Order of an Immigration Judge" in said
    assert "The order has been placed in the inmate's file." in said
    assert "arrant" not in said


@pytest.mark.parametrize(
    "sender",
    [
        JUDGE,
        {"name": "Hon. Eric T. Example"},
        {"name": "Sunniva A. Example"},
        {"name": "A. Clerk", "agency": "United States District Court"},
        {"name": "E. Example", "title": "United States Magistrate Judge", "agency": "Chambers"},
    ],
)
@pytest.mark.parametrize("kind", ["court_order", "judicial_subpoena", "grand_jury_subpoena", "judicial_warrant"])
def test_no_judge_and_no_court_is_written_to(tmp_path, kind, sender):
    said = letter(tmp_path, order(**{"kind": kind, "from": sender, "fields": ["charges"]}))
    head = said.partition("Re:")[0]
    assert sender["name"] not in head
    assert "To (agency" in head


def test_a_request_whose_sender_is_a_judge_waits_for_an_addressee(tmp_path):
    said = letter(tmp_path, ice(SUBJECT) | {"from": JUDGE | {"title": "Immigration Judge"}})
    assert JUDGE["name"] not in said
    assert "To: ____" in said


@pytest.mark.parametrize(
    ("served", "line"),
    [
        ({"served_by": {"name": "R. Marshal", "agency": "U.S. Marshals Service"}}, "R. Marshal U.S. Marshals Service"),
        ({"from": {"name": "A. Example", "title": "Assistant United States Attorney"}}, "A. Example Re:"),
        ({"issuer": "usms"}, "U.S. Marshals Service"),
    ],
)
def test_whoever_serves_a_courts_paper_is_written_to(tmp_path, served, line):
    said = letter(tmp_path, order(kind="judicial_subpoena", fields=["charges"]) | served)
    assert line in said.replace("RESPONSE TO SUBPOENA ", "")


def test_a_court_is_never_asked_for_fingerprints_or_told_that_nothing_is_done(tmp_path):
    nobody = {"full_name": "Ilse Unheard", "date_of_birth": "1962-01-01"}
    said = letter(tmp_path, order(asks=["transfer"], form=WRIT, subject=nobody))
    assert "Its response to the writ will follow." in said
    assert "fingerprints" not in said
    assert "no action" not in said


def warrant(**changes: Any) -> dict[str, Any]:
    return order(kind="judicial_warrant", form="AO 442", executing_agency="U.S. Marshals Service") | changes


def test_a_warrant_that_counsel_must_settle_is_not_lodged(tmp_path):
    said = letter(tmp_path, warrant(signer="clerk_of_court"), "us-ca-los-angeles")
    assert "has been placed in the inmate's file" in said
    assert "will lodge" not in said
    assert "will surrender" not in said


@pytest.mark.parametrize("place", ["us-tx", "us-wa", "us-il"])
def test_a_lodging_notice_volunteers_no_release_date_where_telling_is_not_open(tmp_path, place):
    said = letter(tmp_path, warrant(), place)
    assert "will lodge the warrant" in said
    assert "September 1, 2025" not in said


def test_a_letter_never_says_that_custody_has_ended_while_charges_are_pending(tmp_path):
    said = letter(tmp_path, warrant(), facts={"P1": {"custody": {"releasable": True}}})
    assert not ("custody of the inmate has ended" in said and "are pending" in said)
