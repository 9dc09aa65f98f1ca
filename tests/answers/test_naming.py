"""How a letter calls the person: by name and title only where the sender's own paper gives both, and our record says nothing else."""

from dataclasses import replace

import pytest

from habeas.answers.compose import letter_facts
from habeas.answers.naming import in_small_letters, name_with_title
from tests.answers.helpers import doj, ice, made
from tests.answers.test_letters import SUBJECT, letter


def answer_to(folder, sex, *, ours=None, family=None, **subject):
    answer = made(folder, ice(SUBJECT | {"sex": sex} | subject), "us-ca-los-angeles").answer
    one = answer.people[0]
    person = replace(one.subject.person, sex=ours, family_name=family or one.subject.person.family_name)
    return replace(answer, people=(replace(one, subject=replace(one.subject, person=person)),))


def test_the_person_is_called_by_name_in_each_sentence_of_ours(tmp_path):
    said = " ".join(letter(tmp_path, ice(SUBJECT | {"sex": "M"})).split())
    assert (
        "will not hold Mr. Quillfeather beyond the time he would otherwise be released. Cal. Gov. Code § 7284.6" in said
    )
    assert "will give Mr. Quillfeather a copy of the request" in said
    assert "inmate" not in said


@pytest.mark.parametrize(("sex", "name"), [("female", ("Ms. Quillfeather", "she")), ("M", ("Mr. Quillfeather", "he"))])
def test_the_title_is_that_of_the_senders_paper(tmp_path, sex, name):
    assert name_with_title(answer_to(tmp_path, sex)) == name


@pytest.mark.parametrize(
    "given",
    [{"sex": ""}, {"sex": None}, {"sex": "X"}, {"sex": "M", "ours": "F"}, {"sex": "M", "family": "Zephyrine"},
     {"sex": "M", "family": "=CMD(1)"}],
)  # fmt: skip
def test_where_sex_or_name_is_not_the_senders_own_or_our_record_says_another_it_stays_the_inmate(tmp_path, given):
    answer = answer_to(tmp_path, **given)
    assert name_with_title(answer) is None
    assert any("the above-named inmate" in each for each in letter_facts(answer).items)


def test_our_record_alone_gives_no_title(tmp_path):
    """A sex that the sender did not write would be told by it."""
    assert name_with_title(answer_to(tmp_path, None, ours="M")) is None


def test_nobody_of_a_list_is_called_by_name(tmp_path):
    assert name_with_title(made(tmp_path, doj(), "us-ca").answer) is None


def test_what_the_sender_wrote_is_never_changed(tmp_path):
    words = "Please hold the inmate, and tell the inmate why."
    request = ice(SUBJECT | {"sex": "M"}) | {"kind": "status_inquiry", "text": words}
    assert words in " ".join(letter(tmp_path, request).split())


@pytest.mark.parametrize(
    ("written", "said"),
    [("VÉLIZ", "Véliz"), ("DE LA CRUZ", "De La Cruz"), ("O'BRIEN-MCCOY", "O'Brien-McCoy"), ("MCA", "Mca"), ("von Brandt", "von Brandt")],
)  # fmt: skip
def test_a_name_in_capitals_is_written_as_a_letter_writes_it(written, said):
    assert in_small_letters(written) == said
