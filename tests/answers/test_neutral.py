"""A stranger's letter tells nobody whether a person is here: one wording for who is kept for immigration and for who is not here."""

import json
from datetime import date

import pytest

from habeas.answers.build import answer_nobody, with_choices
from habeas.answers.choices import Does
from habeas.answers.compose import letter_facts
from habeas.answers.letter import letter_text
from habeas.answers.package import package_files
from habeas.answers.run import AnswerInputs, run_answer
from habeas.law.model.vocabulary import Act, Outcome

HEADER = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,charge_description\n"
KEPT = "1,BK-881,ALDER,ANN,1985-06-07,2026-11-01T08:00,{}\n"
OTHER = "2,BK-882,ROE,JIM,1981-06-07,2026-11-01T08:00,THEFT\n"
ASKED = {
    "id": "PUB-2", "kind": "records_request", "issuer": "public", "in_writing": True, "received_at": "2026-11-20T08:00:00-06:00",
    "subject": {"family_name": "ALDER", "given_name": "ANN", "date_of_birth": "1985-06-07"},
    "fields": ["name", "charges", "booking_id"], "text": "Please send the booking sheet.",
}  # fmt: skip
CIVIL = {"1": {"custody": {"arrested_on_civil_immigration_only": True}}}
REFUSED = {(Act.SHARE_PUBLIC, Outcome.MUST_NOT): Does.REFUSES}


def answered(folder, rows, facts=None, **changes):
    folder.mkdir()
    paths = {name: folder / name for name in ("r.json", "r.csv", "f.json")}
    paths["r.json"].write_text(json.dumps(ASKED | changes), encoding="utf-8")
    paths["r.csv"].write_text(HEADER + rows + OTHER, encoding="utf-8")
    paths["f.json"].write_text(json.dumps(facts or {}), encoding="utf-8")
    inputs = AnswerInputs(paths["r.json"], paths["r.csv"], "us-tx", date(2026, 11, 29), facts=paths["f.json"])
    return run_answer(inputs)


def words(answer):
    return letter_text(letter_facts(answer))


@pytest.mark.parametrize("issuer", ["public", "other"])
def test_the_draft_for_who_is_kept_for_immigration_alone_is_the_draft_for_who_is_not_here(tmp_path, issuer):
    kept = answered(tmp_path / "kept", KEPT.format("ICE HOLD"), issuer=issuer)
    absent = answered(tmp_path / "absent", "", issuer=issuer)
    assert words(kept.answer) == words(absent.answer)
    papers = [package_files(each.answer, each.hashes) for each in (kept, absent)]
    names = [{name for name in files if name.startswith("outgoing/")} for files in papers]
    assert names[0] == names[1]


def test_the_letter_that_refuses_to_tell_is_the_letter_that_finds_nobody(tmp_path):
    kept = answered(tmp_path / "kept", KEPT.format("ICE HOLD"), CIVIL).answer
    assert kept.people[0].decision.acts[Act.SHARE_PUBLIC].outcome is Outcome.MUST_NOT
    refused, nobody = words(with_choices(kept, REFUSED)), words(answer_nobody(kept.setting))
    assert refused == nobody
    assert "DRAFT" not in refused
    for tells in ("inmate", "custody", "236.6", "cannot identify", "BK-881"):
        assert tells not in refused, tells


def test_a_stranger_who_gives_a_number_learns_no_name_by_it(tmp_path):
    kept = answered(tmp_path / "kept", KEPT.format("ICE HOLD"), CIVIL, subject={"person_id": "1"}).answer
    assert kept.people
    text = words(with_choices(kept, REFUSED))
    assert "ALDER" not in text
    assert "BK-881" not in text


def test_a_stranger_is_told_of_a_public_charge_and_never_our_number_in_the_letter(tmp_path):
    kept = answered(tmp_path / "kept", KEPT.format("THEFT")).answer
    text = words(with_choices(kept, {(Act.SHARE_PUBLIC, Outcome.MAY): Does.COMPLIES}))
    assert "Enclosed is the following" in text
    assert "BK-881" not in text


def test_an_authority_is_answered_by_both_sides_numbers(tmp_path):
    kept = answered(tmp_path / "kept", KEPT.format("THEFT"), issuer="ice").answer
    assert "Our Booking No. BK-881" in words(kept)


def test_an_authority_is_told_that_nobody_is_here(tmp_path):
    absent = answered(tmp_path / "absent", "", issuer="ice").answer
    assert "cannot identify the person" in words(absent)
    assert "is not in its custody" in " ".join(words(answer_nobody(absent.setting)).split())
