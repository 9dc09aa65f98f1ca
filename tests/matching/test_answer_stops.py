"""A request about a named person: where it is not certain who is meant, nothing is decided and the letter tells nothing."""

import json

import pytest

from tests.answers.helpers import ice, package


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            {"family_name": "QUILLFEATHER", "given_name": "AMOS", "date_of_birth": "1980-06-05"},
            "day and month of the birth date are the other way round",
        ),
        (
            {
                "family_name": "QUILLFEATHER",
                "given_name": "AMOS",
                "date_of_birth": "1990-05-07",
                "booking_id": "BK-70001",
            },
            "the booking number agrees but the birth date differs in the day and the year",
        ),
        (
            {"family_name": "ZEPHYRINE", "given_name": "OLGA", "date_of_birth": "1975-11-30", "booking_id": "BK-70001"},
            "belongs to somebody else here",
        ),
        ({"family_name": "QUILLFEATHER", "given_name": "AMOS"}, "no birth date to compare"),
        ({"family_name": "QUILLFEATHER", "given_name": "AMOS", "date_of_birth": "unknown"}, "cannot be read"),
    ],
)
def test_what_is_not_certain_stops_at_a_person_and_the_letter_leaks_nothing(tmp_path, subject, words):
    files = package(tmp_path, ice(subject), "us-tx")
    answer = json.loads(files["internal/answer.json"])
    assert (answer["decided"], answer["questions"]["open"]) == (0, 1)
    assert files["internal/decisions.jsonl"] == b""
    assert words in files["internal/questions.csv"].decode()
    going_out = b"".join(
        data
        for name, data in files.items()
        if name.startswith("outgoing/") and name.endswith((".txt", ".csv", ".json"))
    )
    letter = " ".join(going_out.decode().split())
    assert "cannot identify the person named above" in letter
    ours = {words, "P1", "P2", "birth date", "BK-70001"} - set(subject.values())
    assert not any(each in letter for each in ours), "what the sender gave may be said back, nothing of the record"


def test_another_spelling_of_the_name_on_the_same_birth_date_is_the_person(tmp_path):
    subject = {"full_name": "Quillfeather, Amos", "date_of_birth": "5/6/1980"}
    answer = json.loads(package(tmp_path, ice(subject), "us-tx")["internal/answer.json"])
    assert answer["decided"] == 1


def test_the_jails_own_person_number_is_checked_against_the_name(tmp_path):
    right = {"person_id": "P1", "family_name": "QUILLFEATHER", "given_name": "AMOS"}
    wrong = {"person_id": "P1", "family_name": "ZEPHYRINE", "given_name": "OLGA"}
    decided = [
        json.loads(package(tmp_path / name, ice(each), "us-tx")["internal/answer.json"])["decided"]
        for name, each in (("a", right), ("b", wrong))
    ]
    assert decided == [1, 0]
