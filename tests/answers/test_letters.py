"""The letters: who and what they are about, what they never say, and who is written to."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest

from habeas.answers.build import with_choices
from habeas.answers.choices import SAFE, Does
from habeas.answers.citations import legal_citation
from habeas.answers.compose import letter_facts
from habeas.answers.documents import DOCUMENTS, Document
from habeas.answers.letter import LetterSigner, letter_from, letter_text
from habeas.answers.package import letter_files
from habeas.answers.re_block import a_number
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.vocabulary import COUNSEL_FIRST, KINDS
from tests.answers.helpers import AS_OF, REGISTERS, doj, ice, made, package

SUBJECT = {"full_name": "QUILLFEATHER, Amos", "date_of_birth": "1980-05-06", "a_number": "A213556999"}
NEVER = (
    "no rule", "Read only", "official summary", "own words", "nothing readable", "no record says", "unverified", "second person",
    "questions about our own records", "a court\n", "None",
)  # fmt: skip


def letter(folder: Any, request: dict[str, Any], place: str = "us-ca-los-angeles", **more: Any) -> str:
    return package(folder, request, place, **more)["outgoing/letter.txt"].decode()


def warrant(**changes: Any) -> dict[str, Any]:
    paper = {
        "kind": "judicial_warrant", "issuer": "court", "form": "AO 442", "signer": "federal_magistrate_judge", "basis": "criminal_other",
        "court": "United States District Court, Central District of California", "case_number": "2:26-mj-03418",
        "from": {"name": "Lorena K. Example", "agency": "United States District Court"},
    }  # fmt: skip
    return ice(SUBJECT) | paper | {"attachments": [], "probable_cause_box": None} | changes


def test_a_letter_names_the_person_and_every_number_both_sides_file_by(tmp_path):
    theirs = {"issued_on": "2025-07-14", "event_number": "LOS2611000412", "subject_id": "401120945"}
    said = letter(tmp_path, ice(SUBJECT) | theirs)
    for part in (
        "Immigration Detainer (Form I-247A) dated 07/14/2025",
        "Subject: QUILLFEATHER, Amos; DOB 05/06/1980; A 213-556-999",
        "Your Event No. LOS2611000412; Your Subject ID 401120945",
        "Our Booking No. BK-70001; Our Request No. ICE-2025-0714-CA",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ({"family_name": "Quillfeather", "given_name": "Amos", "date_of_birth": "1980-05-06"}, "QUILLFEATHER, Amos"),
        ({"full_name": "Amos Quillfeather", "date_of_birth": "1980-05-06"}, "Amos Quillfeather"),
        ({"person_id": "P1"}, "QUILLFEATHER, AMOS"),
        ({"full_name": "John Robert Nobody", "date_of_birth": "1983-07-22"}, "John Robert Nobody"),
    ],
)
def test_the_name_stands_in_the_letter_however_the_paper_gives_it(tmp_path, subject, name):
    assert f"Subject: {name}" in letter(tmp_path, ice(subject))


def test_what_is_done_and_not_done_is_said_with_its_citation(tmp_path):
    said = " ".join(letter(tmp_path, ice(SUBJECT)).split())
    assert (
        "will not hold the above-named inmate beyond the time the inmate would otherwise be released. "
        "Cal. Gov. Code § 7284.6(a)(1)(B)." in said
    )


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("place", ["us-ca-los-angeles", "us-tx", "us-nv"])
def test_no_letter_says_how_far_the_law_was_read_or_quotes_what_nobody_wrote(tmp_path, kind, place):
    about = {"class": {"filter": {"citizenship": "not US"}}} if kind == "list_request" else {"subject": SUBJECT}
    request = ice(SUBJECT) | {"kind": kind, "fields": ["name", "charges"], "text": ""} | about
    said = letter(tmp_path, request, place)
    assert [each for each in NEVER if each in said] == []
    assert not re.search('[“”"]', said)
    lines = [line for line in said.splitlines() if line and "___" not in line and ":" not in line[-2:]]
    assert not [one for one, two in pairwise(lines) if one == two], "no line stands twice"


def test_only_the_senders_own_words_stand_in_quotation_marks(tmp_path):
    words = doj()["class"]["words"]
    assert re.findall("“(.*?)”", " ".join(letter(tmp_path, doj()).split())) == [words]


@pytest.mark.parametrize("place", ["us-ca-los-angeles", "us-tx"])
def test_no_count_by_citizenship_leaves_unless_the_list_is_given(tmp_path, place):
    """Two records of four say another country, one says the United States: the letter says how many rows are enclosed, if any."""
    said = letter(tmp_path, doj(place[:5]), place, register=REGISTERS[place[:5]])
    assert ("for two people" in said) is (place == "us-tx")
    assert "four people" not in said
    assert "one person" not in said


def test_a_judge_is_never_written_to_about_a_warrant(tmp_path):
    said = letter(tmp_path, warrant())
    assert "Example" not in said.split("Re:")[0]
    assert "To (agency holding the warrant): ____" in said
    assert "Dear" not in said
    assert "Case No. 2:26-mj-03418" in " ".join(said.split())


@pytest.mark.parametrize(
    "holder", [{"executing_agency": {"agency": "U.S. Marshals Service"}}, {"from": {"agency": "U.S. Marshals Service"}}]
)
def test_a_warrant_is_lodged_with_the_agency_that_holds_it(tmp_path, holder):
    said = letter(tmp_path, warrant(**holder))
    assert "U.S. Marshals Service" in said.split("Re:")[0]
    assert "will lodge the warrant as a hold" in " ".join(said.split())
    assert "When state custody of the inmate ends" in " ".join(said.split())
    assert "Inmate surrendered to (officer, agency, badge no.)" in said


def test_a_canceled_detainer_is_acknowledged_and_holds_nobody(tmp_path):
    said = " ".join(letter(tmp_path, ice(SUBJECT) | {"kind": "detainer_cancellation"}).split())
    assert "has removed the detainer that your agency canceled" in said
    assert "responds as follows" not in said


def test_every_kind_has_its_document_and_a_warrant_no_letter():
    assert set(DOCUMENTS) == set(KINDS)
    assert DOCUMENTS["judicial_warrant"] is DOCUMENTS["judicial_probable_cause"] is Document.LODGING_NOTICE


@pytest.mark.parametrize("kind", sorted(COUNSEL_FIRST))
def test_what_counsel_sees_first_is_a_draft_for_counsel(tmp_path, kind):
    request = doj() if kind == "list_request" else ice(SUBJECT) | {"kind": kind, "fields": ["name"]}
    said = letter(tmp_path, request)
    assert "DRAFT FOR COUNTY COUNSEL" in said
    assert "Approved by (County Counsel)" in said


def test_an_act_that_is_open_is_answered_separately_and_keeps_the_letter_a_draft(tmp_path):
    said = " ".join(letter(tmp_path, ice(SUBJECT, "us-tx"), "us-tx").split())
    assert "will respond separately to the request to hold" in said
    assert "DRAFT" in said
    assert "missing" not in said


def test_an_open_question_about_the_request_answers_nothing(tmp_path):
    files = package(tmp_path, doj("us-tx", **{"class": {"filter": {"club": "x"}}}), "us-tx")
    said = " ".join(files["outgoing/letter.txt"].decode().split())
    assert {path for path in files if path.startswith("outgoing/")} == {
        "outgoing/letter.docx",
        "outgoing/letter.pdf",
        "outgoing/letter.txt",
    }
    assert "DRAFT" in said
    assert "will provide" not in said
    assert json.loads(files["internal/answer.json"])["questions"]["open"] > 0


def test_who_signs_is_printed_where_it_is_known(tmp_path):
    answer = made(tmp_path, ice(SUBJECT), "us-ca-los-angeles").answer
    said = letter_text(
        letter_facts(answer, LetterSigner("Prepared by", "Ann Example", "Records Clerk", "4411", "(555) 010-2210"))
    )
    assert "Ann Example\nRecords Clerk\nBadge No. 4411, Telephone (555) 010-2210\nDate:" in said
    assert "Approved by: ____" in said
    assert "Name:\nTitle:\nBadge No.:\nDate:" in said, "nobody has approved it: a hand fills it in"


def test_no_line_of_a_signer_stands_empty_but_the_date():
    assert LetterSigner("Approved by", "Bo Example", "Captain").lines() == ("Bo Example", "Captain", "Date:")
    assert LetterSigner("Approved by", "Bo Example", on=AS_OF).lines() == ("Bo Example", "Date: July 17, 2025")


def test_a_letter_is_drawn_again_from_its_parts(tmp_path):
    files = package(tmp_path, ice(SUBJECT), "us-ca-los-angeles")
    facts = letter_from(files["internal/letter.json"])
    assert letter_files(facts) == {name: files[f"outgoing/{name}"] for name in letter_files(facts)}


def test_the_offices_list_gets_a_copy_after_counsel(tmp_path):
    to = {"agency": "Alder County Sheriff's Office", "copies": ["Undersheriff", "County Counsel"]}
    assert letter(tmp_path / "1", ice(SUBJECT) | {"to": to}).count("cc: ") == 2
    said = letter(tmp_path / "2", doj() | {"to": to})
    assert "cc: County Counsel\ncc: Undersheriff\n" in said
    assert said.count("County Counsel\n") == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Cal. Gov. Code 7284.6(a)(1)(B)", "Cal. Gov. Code § 7284.6(a)(1)(B)"),
        ("Cal. Gov. Code 7284.4(a), 7284.10", "Cal. Gov. Code §§ 7284.4(a), 7284.10"),
        ("Cal. Gov. Code 7283.1(a); 7284.6(b)(5)", "Cal. Gov. Code §§ 7283.1(a), 7284.6(b)(5)"),
        ("Cal. Gov. Code 7284.6(a)(1), (a)(1)(C)-(D), (b)(2)", "Cal. Gov. Code § 7284.6(a)(1), (a)(1)(C)-(D), (b)(2)"),
        ("8 USC 1225(d)(4)(A)-(B); 8 CFR 287.4", "8 U.S.C. § 1225(d)(4)(A)-(B); 8 C.F.R. § 287.4"),
        ("Tex. Code Crim. Proc. art. 2A.060", "Tex. Code Crim. Proc. art. 2A.060"),
        ("motion of 1 Sept. 2020", "motion of Sept. 1, 2020"),
        ("Fla. Stat. 908.103, 908.104(1)", "Fla. Stat. §§ 908.103, 908.104(1)"),
        ("N.C.G.S. 162-62(a)-(b) (S.L. 2024-55)", "N.C.G.S. § 162-62(a)-(b) (S.L. 2024-55)"),
        ("Ordinance Code 2.48.010 (adopted 25 Apr. 2023)", "Ordinance Code § 2.48.010 (adopted Apr. 25, 2023)"),
        ("Fed. R. Crim. P. 17(a), (c)(2), (g)", "Fed. R. Crim. P. 17(a), (c)(2), (g)"),
    ],
)
def test_citations_are_written_as_american_law_writes_them(written, said):
    assert legal_citation(written) == said


def test_an_a_number_is_written_in_one_way():
    assert a_number("A 213 556 999") == a_number("213556999") == "A 213-556-999"
    assert a_number("A 12") == "A-number A 12"


def test_a_form_has_no_words_of_its_own_to_quote(tmp_path):
    assert not re.search('[“”"]', letter(tmp_path, ice(SUBJECT) | {"text": "Keep the person.", "purpose": "removal"}))


def test_an_act_no_rule_answers_is_never_told_as_refused_and_the_letter_stays_a_draft(tmp_path):
    """Also where the office has come to all the others: what no rule answers waits for counsel before anything leaves."""
    answer = made(tmp_path, ice(SUBJECT, "us-tx") | {"asks": ["hold", "house_federal_detainees"]}, "us-tx").answer
    acts = answer.decisions[0].acts
    chosen = {(act, acts[act].outcome): Does.REFUSES for act in answer.acts}
    chosen[Act.HOUSE_FEDERAL_DETAINEES, Outcome.UNRESOLVED] = SAFE[Outcome.UNRESOLVED]
    assert acts[Act.HOUSE_FEDERAL_DETAINEES].outcome is Outcome.UNRESOLVED
    facts = letter_facts(with_choices(answer, chosen))
    assert facts.draft
    assert "will respond separately to the request to house" in " ".join(facts.items)


@pytest.mark.parametrize("does", [Does.REFUSES, Does.COMPLIES])
def test_a_letter_cites_no_law_that_nobody_read(tmp_path, does):
    paper = ice(SUBJECT, "us-tx") | {"kind": "interview_request", "asks": ["interview", "delay_release"]}
    answer = made(tmp_path, paper, "us-wy").answer
    acts = answer.decisions[0].acts
    assert acts[Act.INTERVIEW].outcome is acts[Act.DELAY_RELEASE].outcome is Outcome.UNRESOLVED
    chosen = {(act, acts[act].outcome): does for act in answer.acts}
    said = " ".join(letter_facts(with_choices(answer, chosen)).items)
    assert "interview" in said
    assert "was read" not in said


def test_what_opened_an_act_stands_inside_and_never_in_the_letter(tmp_path):
    robber = {"P1": {"person": {"sex_or_arson_registrant": True}}}
    files = package(tmp_path, ice(SUBJECT), "us-ca-orange", facts=robber)
    opened = json.loads(files["internal/answer.json"])["opened_by"]
    assert {each["act"] for each in opened} >= {"notify"}
    assert all(each["people"] == 1 and each["citation"] for each in opened)
    assert opened[0]["citation"] in files["internal/worksheet.txt"].decode()
    assert "opened" not in files["outgoing/letter.txt"].decode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Send the Shoe Size.", "It also asks for “Shoe Size”."),
        ("Send it all.", "It also asks for other items."),
        (None, "other items."),
    ],
)
def test_what_of_a_request_was_not_understood_is_not_left_out_of_it(tmp_path, text, said):
    asked = {
        "kind": "records_request",
        "asks": None,
        "fields": ["charges", "shoe size"],
        "text": text,
        "attachments": [],
    }
    found = " ".join(letter(tmp_path, ice(SUBJECT) | asked).split())
    assert "It asks for the charges. " in found
    assert said in found


@pytest.mark.parametrize(
    ("channel", "said"), [("phone", "a written record of the request"), ("fax", "a copy of the request")]
)
def test_nobody_is_promised_a_copy_of_a_telephone_call(tmp_path, channel, said):
    found = " ".join(letter(tmp_path, ice(SUBJECT) | {"channel": channel}).split())
    assert f"will give the inmate {said}" in found


@pytest.mark.parametrize(
    ("kind", "said"), [("agreement_proposal", False), ("facility_access", False), ("list_request", True)]
)
def test_what_anyone_may_look_up_is_said_only_to_whoever_asks_for_information(kind, said, tmp_path):
    more = {} if kind == "list_request" else {"class": None, "fields": []}
    asked = {name: value for name, value in doj(kind=kind, **more).items() if value is not None}
    text = letter(tmp_path / "out", asked, register=REGISTERS["us-ca"])
    assert ("open to any member of the public" in " ".join(text.split())) == said
