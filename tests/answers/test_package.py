"""The answer package: what leaves, what stays, what proves it; and that no withheld person leaks out."""

import csv
import hashlib
import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest

from habeas.answers.package import write_package
from habeas.common.errors import BadInputError
from tests.answers.helpers import REGISTERS, doj, ice, made, package

NAMES = ("QUILLFEATHER", "ZEPHYRINE", "WINTERBOTTOM", "OLDCASTLE", "AMOS", "OLGA")
NUMBERS = ("BK-70001", "BK-70002", "BK-70003", "1980-05-06", "1975-11-30", "1991-02-14")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def outgoing_text(files: dict[str, bytes]) -> str:
    """Everything a reader could find under outgoing/: text files as they stand, PDF and XLSX unpacked."""
    parts = []
    for path, data in files.items():
        if not path.startswith("outgoing/"):
            continue
        if path.endswith(".pdf"):
            reader = pypdf.PdfReader(io.BytesIO(data))
            parts += [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
        elif path.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        else:
            parts.append(data.decode())
    return "\n".join(parts)


def test_a_list_that_may_not_be_given_discloses_nothing_and_says_on_which_law(tmp_path):
    files = package(tmp_path, doj(), "us-ca-los-angeles", register=REGISTERS["us-ca"])
    assert {path for path in files if path.startswith("outgoing/")} == {
        "outgoing/letter.docx",
        "outgoing/letter.pdf",
        "outgoing/letter.txt",
    }
    answer = json.loads(files["internal/answer.json"])
    assert (answer["people"], answer["disclosed"]["people"]) == (4, 0)
    assert answer["counts"]["list"] == {"must_not": 4}
    assert answer["counts"]["citizenship"] == {"us": 1, "not_us": 2, "unknown": 1}
    withheld = rows(files["internal/withheld.csv"])
    assert {row["provision"] for row in withheld} == {"us-ca.gov-7284.6-a-1-list"}
    assert len(withheld) == 16
    letter = " ".join(files["outgoing/letter.txt"].decode().split())
    assert "Cal. Gov. Code § 7284.6(a)(1), (a)(1)(C)-(D), (b)(2)" in letter


def test_no_withheld_person_occurs_anywhere_in_what_goes_out(tmp_path):
    text = outgoing_text(package(tmp_path, doj(), "us-ca-los-angeles", register=REGISTERS["us-ca"]))
    assert [each for each in (*NAMES, *NUMBERS) if each in text] == []


def test_where_the_law_leaves_it_open_only_those_leave_whom_a_record_places_in_the_class(tmp_path):
    files = package(tmp_path, doj("us-tx"), "us-tx", register=REGISTERS["us-tx"])
    disclosed = rows(files["outgoing/disclosed.csv"])
    assert [row["given_name"] for row in disclosed] == ["AMOS", "EVA"]
    assert disclosed[0]["citizenship_on_record"] == "Canada"
    assert disclosed[0]["citizenship_source"] == "passport"
    assert disclosed[0]["scheduled_release_on"] == "2025-09-01"
    text = outgoing_text(files)
    assert [each for each in ("ZEPHYRINE", "WINTERBOTTOM", "OLDCASTLE", "BK-70002", "BK-70003") if each in text] == []


def test_a_person_of_whom_no_record_says_anything_is_counted_apart_and_asked_about(tmp_path):
    files = package(tmp_path, doj("us-tx"), "us-tx")
    answer = json.loads(files["internal/answer.json"])
    assert answer["counts"]["list"] == {"may": 2, "silent": 1, "unknown": 1}
    assert all(sum(counts.values()) == 4 for act, counts in answer["counts"].items() if act != "citizenship")
    questions = rows(files["internal/questions.csv"])
    assert {"P3"} == {row["person"] for row in questions if row["fact"] == "person.in_requested_class"}
    assert "nothing readable" not in outgoing_text(files)


def test_a_detainer_printed_as_a_charge_never_leaves(tmp_path):
    files = package(tmp_path, doj("us-tx"), "us-tx")
    assert rows(files["outgoing/disclosed.csv"])[0]["charges"] == "211 PC, ROBBERY, felony, pending"
    assert "ICE DETAINER" not in outgoing_text(files)


def test_no_cell_that_leaves_can_run_as_a_formula(tmp_path):
    files = package(tmp_path, doj("us-tx"), "us-tx")
    assert rows(files["outgoing/disclosed.csv"])[1]["family_name"].startswith("'=HYPERLINK")
    with zipfile.ZipFile(io.BytesIO(files["outgoing/disclosed.xlsx"])) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert not [name for name in archive.namelist() if "rels" in name and b"hyperlink" in archive.read(name)]


def test_the_data_package_names_each_column_and_the_hash_of_each_file(tmp_path):
    files = package(tmp_path, doj("us-tx"), "us-tx")
    described = json.loads(files["outgoing/datapackage.json"])
    for resource in described["resources"]:
        data = files[f"outgoing/{resource['path']}"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
    header = files["outgoing/disclosed.csv"].decode().splitlines()[0].split(",")
    assert [field["name"] for field in described["resources"][0]["schema"]["fields"]] == header


def test_the_manifest_holds_the_hash_of_every_other_file_and_no_time_or_path(tmp_path):
    files = package(tmp_path, doj(), "us-ca-los-angeles")
    manifest = json.loads(files["manifest.json"])
    assert manifest["files"] == {
        path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items()) if path != "manifest.json"
    }
    assert set(manifest["law"]) == {"us", "us-ca", "us-ca-los-angeles"}
    assert set(manifest["inputs"]) == {"roster", "request", "roster_file", "request_file", "profile"}
    assert str(tmp_path) not in files["manifest.json"].decode()


def test_each_decision_line_names_the_person_the_booking_and_the_law(tmp_path):
    lines = package(tmp_path, doj(), "us-ca-los-angeles")["internal/decisions.jsonl"].decode().splitlines()
    first = json.loads(lines[0])
    assert (first["person_id"], first["booking_id"], first["id"]) == ("P1", "BK-70001", "P1")
    assert first["acts"]["list"]["outcome"] == "must_not"
    assert len(lines) == 4


def test_the_same_inputs_give_the_same_bytes_whatever_the_folder_zone_or_hash_seed(tmp_path):
    made(tmp_path / "in", doj("us-tx"), "us-tx", register=REGISTERS["us-tx"])
    outs = []
    for number, (zone, seed) in enumerate((("UTC", "1"), ("Asia/Tokyo", "77"))):
        out = tmp_path / f"place-{number}" / "package"
        out.parent.mkdir()
        run = subprocess.run(
            [
                sys.executable,
                "-m",
                "habeas",
                "answer",
                "--request",
                str(tmp_path / "in" / "request.json"),
                "--roster",
                str(tmp_path / "in" / "roster.csv"),
                "--jurisdiction",
                "us-tx",
                "--as-of",
                "2025-07-17",
                "--register",
                str(tmp_path / "in" / "register.toml"),
                "--out",
                str(out),
            ],
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed},
            cwd=out.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 1, run.stderr
        outs.append(
            {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        )
    assert outs[0] == outs[1]


def test_a_package_is_readable_by_its_owner_only_and_checks_with_sha256sum(tmp_path):
    found = made(tmp_path / "in", doj(), "us-ca-los-angeles")
    write_package(found.answer, tmp_path / "out", found.hashes)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").rglob("*")}
    assert modes == {0o700, 0o600}
    check = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout


def test_a_folder_that_is_not_empty_is_never_touched(tmp_path):
    found = made(tmp_path / "in", doj(), "us-ca-los-angeles")
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInputError, match="out is not empty"):
        write_package(found.answer, out, found.hashes)
    assert [path.name for path in out.iterdir()] == ["mine.txt"]


def test_a_package_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    found = made(tmp_path / "in", doj(), "us-ca-los-angeles")
    out = tmp_path / "out"

    def fail(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("habeas.common.whole_folder.os.rename", fail)
    with pytest.raises(BadInputError, match="out cannot be written: no space left on device"):
        write_package(found.answer, out, found.hashes)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


SUBJECT = {"family_name": "Quillfeather", "given_name": "Amos", "date_of_birth": "1980-05-06"}


def test_a_detainer_in_los_angeles_is_refused_and_the_person_gets_notices_in_two_languages(tmp_path):
    files = package(tmp_path, ice(SUBJECT), "us-ca-los-angeles")
    notices = sorted(path for path in files if path.startswith("internal/notices/"))
    assert notices == ["internal/notices/P1-en.pdf", "internal/notices/P1-es.pdf"]
    answer = json.loads(files["internal/answer.json"])
    assert {act: next(iter(counts)) for act, counts in answer["counts"].items() if act != "citizenship"} == {
        "hold": "must_not",
        "notify": "must_not",
        "transfer": "must_not",
    }
    assert {duty["what"] for duty in answer["duties"]} == {
        "give_copy_to_person",
        "state_intent_to_person",
        "offer_consular_notice",
    }
    assert "outgoing/disclosed.csv" not in files


def test_a_detainer_in_texas_must_be_honoured_once_it_is_recorded_that_no_proof_was_given(tmp_path):
    facts = {
        "P1": {"person": {"proof_of_status_given": "none"}, "custody": {"release_at": "2025-07-18T10:00:00-05:00"}}
    }
    known = json.loads(package(tmp_path / "a", ice(SUBJECT, "us-tx"), "us-tx", facts=facts)["internal/answer.json"])
    unasked = json.loads(package(tmp_path / "b", ice(SUBJECT, "us-tx"), "us-tx")["internal/answer.json"])
    assert known["counts"]["hold"] == {"must": 1}
    assert unasked["counts"]["hold"] == {"unknown": 1}


@pytest.mark.parametrize(
    ("subject", "how"),
    [
        ({"family_name": "NOBODY", "given_name": "X", "date_of_birth": "1980-05-06"}, "nobody in custody"),
        ({"booking_id": "BK-70001", "date_of_birth": "1981-05-06"}, "but the birth date differs by one year"),
        ({"family_name": "OLDCASTLE", "given_name": "IDA", "date_of_birth": "1988-08-08"}, "nobody in custody"),
        ({"family_name": "QUILLFEATHER"}, "not certain: identify the person"),
    ],
)
def test_a_request_that_fits_nobody_decides_on_no_one_and_asks(tmp_path, subject, how):
    files = package(tmp_path, ice(subject), "us-ca-los-angeles")
    answer = json.loads(files["internal/answer.json"])
    assert (answer["decided"], answer["questions"]["open"]) == (0, 1)
    assert files["internal/decisions.jsonl"] == b""
    assert how in rows(files["internal/questions.csv"])[0]["question"]
    assert "cannot identify the person named above" in files["outgoing/letter.txt"].decode().replace("\n", " ")


def test_a_class_that_no_record_answers_is_asked_about_and_nobody_is_picked(tmp_path):
    wanted = {"words": "everyone who looks foreign", "filter": {"accent": "any"}}
    files = package(tmp_path, doj("us-tx", **{"class": wanted}), "us-tx")
    answer = json.loads(files["internal/answer.json"])
    assert answer["disclosed"]["people"] == 0
    assert answer["counts"]["list"] == {"unknown": 4}
    assert rows(files["internal/questions.csv"])[0]["fact"] == "request.class"


def test_the_letter_says_the_same_in_pdf_and_text_and_is_tagged(tmp_path):
    files = package(tmp_path, doj("us-tx"), "us-tx", register=REGISTERS["us-tx"])
    reader = pypdf.PdfReader(io.BytesIO(files["outgoing/letter.pdf"]))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root
    pdf = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    text = " ".join(files["outgoing/letter.txt"].decode().split())
    for sentence in (
        "DRAFT FOR COUNTY COUNSEL. Not to be sent until counsel has approved it.",
        "It asks for a response by August 16, 2025.",
        "The Sheriff's Office will provide the list of inmates requested. Tex. Gov't Code § 752.053(a)-(b) (cited from a "
        "summary; the text itself was not verified).",
        "Please direct questions to Jail Records at jail-records@mesquite.example",
    ):
        assert sentence in pdf
        assert sentence in text


def test_facts_about_someone_who_is_not_in_custody_are_not_lost_in_silence(tmp_path):
    with pytest.raises(BadInputError, match="speaks of person P5, who is not in custody"):
        made(tmp_path, ice(SUBJECT), "us-tx", facts={"P5": {"person": {"minor": False}}})


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"P1": {"person": {"nationality": "x"}}}, "is no fact Habeas knows"),
        ({"P1": {"charges": {}}}, "write person, custody or agency"),
        ([1], "must be an object"),
    ],
)
def test_recorded_facts_that_cannot_be_used_are_refused(tmp_path, facts, sentence):
    with pytest.raises(BadInputError, match=sentence):
        made(tmp_path, ice(SUBJECT), "us-tx", facts=facts)


def test_everything_is_written_under_the_folder_that_was_named(tmp_path):
    found = made(tmp_path / "in", ice(SUBJECT | {"booking_id": "BK-70001"}), "us-ca-los-angeles")
    write_package(found.answer, tmp_path / "new" / "out", found.hashes)
    assert (tmp_path / "new" / "out" / "internal" / "notices" / "P1-en.pdf").is_file()
    assert Path(tmp_path / "new").iterdir()
