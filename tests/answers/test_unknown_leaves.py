"""What leaves of one person: no mark for unknown, nothing that nobody chose, and the whole name."""

import csv
import io
from typing import Any

import pytest

from habeas.answers.build import with_choices
from habeas.answers.choices import Does
from habeas.answers.package import package_files
from habeas.answers.run import AnswerInputs, Made, run_answer
from habeas.law.model.vocabulary import Act, Outcome
from tests.answers.helpers import AS_OF, doj, ice, made

HEAD = (
    "person_id,booking_id,family_name,given_name,suffix,date_of_birth,facility,statute,charge_grade,"
    "citizenship_on_record,citizenship_source"
)
ROWS = (
    "P1,BK-1,UNKNOWN,TERESA,,1980-05-06,N/A,211 PC,felony,{said},intake interview",
    "P2,BK-2,STARLING,RUFUS,SR,1951-11-30,Main Jail,459 PC,felony,Canada,passport",
    "P3,BK-3,STARLING,RUFUS,JR,1981-11-30,Main Jail,459 PC,felony,Canada,passport",
)


def answered(folder: Any, request: dict[str, Any], said: str = "REFUSED", place: str = "us-tx") -> Made:
    made(folder, request, place)  # the files of the usual answer; the roster is replaced
    (folder / "roster.csv").write_text("\n".join((HEAD, *ROWS)).format(said=said), encoding="utf-8")
    return run_answer(AnswerInputs(folder / "request.json", folder / "roster.csv", place, AS_OF))


def files(found: Made, *complies: Act) -> dict[str, bytes]:
    choices = {(act, Outcome.MAY): Does.COMPLIES for act in complies}
    return package_files(with_choices(found.answer, choices) if choices else found.answer, found.hashes)


def inquiry(*fields: str, name: str = "Teresa Unknown", born: str = "1980-05-06") -> dict[str, Any]:
    asked = {"kind": "status_inquiry", "fields": list(fields), "asks": None, "attachments": [], "form": None}
    return ice({"full_name": name, "date_of_birth": born}) | asked


@pytest.mark.parametrize("said", ["REFUSED", "unk", "NOT STATED", "N/A", "ask later"])
def test_a_record_that_states_no_citizenship_gives_none(tmp_path, said):
    made_files = files(answered(tmp_path, inquiry("citizenship"), said), Act.SHARE_STATUS)
    letter = " ".join(made_files["outgoing/letter.txt"].decode().split())
    assert "outgoing/disclosed.csv" not in made_files
    assert "The booking record of the above-named inmate does not contain the citizenship." in letter
    assert said not in letter


def test_a_citizenship_that_was_read_is_given_once_it_is_chosen(tmp_path):
    made_files = files(answered(tmp_path, inquiry("citizenship"), "Canada"), Act.SHARE_STATUS)
    assert b"Canada" in made_files["outgoing/disclosed.csv"]


def test_a_mark_for_unknown_is_no_value_of_any_field_but_a_name(tmp_path):
    found = answered(tmp_path, inquiry("name", "facility", "citizenship"), "Canada", "us-ca-los-angeles")
    rows = list(
        csv.DictReader(io.StringIO(files(found, Act.SHARE_PUBLIC)["outgoing/disclosed.csv"].decode("utf-8-sig")))
    )
    assert rows[0]["family_name"] == "UNKNOWN"
    assert rows[0].get("facility", "") == ""


@pytest.mark.parametrize("place", ["us-tx", "us-wa", "us-nj"])
def test_a_field_that_may_leave_is_neither_promised_nor_enclosed_before_somebody_chose(tmp_path, place):
    made_files = files(answered(tmp_path, inquiry("citizenship"), "Canada", place))
    letter = " ".join(made_files["outgoing/letter.txt"].decode().split())
    assert "outgoing/disclosed.csv" not in made_files
    assert "will respond separately to the request to provide the citizenship on record" in letter
    assert "nobody has chosen" in made_files["internal/withheld.csv"].decode()
    assert "nobody has chosen" in made_files["internal/questions.csv"].decode()


def test_the_name_in_a_list_holds_its_suffix(tmp_path):
    found = answered(tmp_path, doj("us-tx", fields=["name"]), "US")
    rows = csv.DictReader(io.StringIO(files(found)["outgoing/disclosed.csv"].decode("utf-8-sig")))
    assert sorted(row["suffix"] for row in rows) == ["JR", "SR"]
