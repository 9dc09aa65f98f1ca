"""Paragraphs a person adds: nothing generated is lost, the generated text is kept, and what differs is shown."""

import pytest

from habeas.answers.added import GENERATED, MOST, differences, paragraphs_of, with_paragraphs
from habeas.answers.compose import letter_facts
from habeas.answers.package import package_files
from habeas.common.errors import BadInputError
from tests.answers.helpers import ice, made
from tests.answers.test_letters import SUBJECT

WORDS = ("Captain Example will call on Monday.", "Nothing here waives a privilege.")


def files_of(folder, added):
    found = made(folder, ice(SUBJECT), "us-ca-los-angeles")
    return package_files(found.answer, found.hashes, ("en",), None, added)


def test_paragraphs_stand_before_the_closing_and_the_generated_text_is_kept(tmp_path):
    files = files_of(tmp_path, WORDS)
    letter, generated = files["outgoing/letter.txt"].decode(), files[GENERATED].decode()
    assert letter.index(WORDS[0]) < letter.index(WORDS[1]) < letter.index("Please direct questions")
    assert [line for mark, line in differences(generated, letter) if mark == "added" and line] == list(WORDS)
    assert not [line for mark, line in differences(generated, letter) if mark == "removed"]
    assert "Approved by" in letter


def test_a_letter_nobody_added_to_is_as_it_was(tmp_path):
    assert GENERATED not in files_of(tmp_path, ())
    facts = letter_facts(made(tmp_path / "x", ice(SUBJECT), "us-ca-los-angeles").answer)
    assert with_paragraphs(facts, ()) is facts


def test_what_is_typed_is_told_apart_by_blank_lines():
    assert paragraphs_of(" one\r\n  two \r\n\r\n \n three\n\n") == ("one two", "three")
    assert paragraphs_of(" \n ") == ()


@pytest.mark.parametrize(
    "text", ["\n\n".join("x" * (MOST + 1)), "x" * 1_501, "bell \x07", "right \u202e left", "\ue000"]
)
def test_what_no_letter_can_hold_is_refused_in_one_sentence(text):
    with pytest.raises(BadInputError) as refused:
        paragraphs_of(text)
    assert str(refused.value).count(". ") == 0
