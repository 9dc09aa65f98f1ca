"""A public records response: the determination, who answers for a denial, when records are had; nothing where the text was not read."""

from dataclasses import replace

import pytest

from habeas.answers.build import with_choices
from habeas.answers.choices import Does
from habeas.answers.citations import legal_citation
from habeas.answers.compose import letter_facts
from habeas.answers.records_law import (
    COPIES,
    EXEMPTION,
    NOT_READ,
    RECORDS_LAW,
    RESPONSIBLE,
    REVIEW,
    STILL_OPEN,
    TIME_TO_ANSWER,
    WANTED,
    WHO_DENIED,
    due_lines,
    records_law,
)
from habeas.answers.worksheet import worksheet
from habeas.law.model.vocabulary import Act, Outcome
from tests.answers.helpers import REGISTERS, ice, made

DETERMINED, DENIED = "is the determination of", "responsible for the denial"


def asked(folder, place="us-ca-los-angeles", does=Does.REFUSES, outcome=Outcome.MAY, more_source=None, **more):
    """A public records request whose one act the law leaves to the office, answered so; `does` None leaves it open."""
    request = {key: value for key, value in ice({}).items() if key not in {"subject", "attachments"}}
    request |= {"kind": "public_records_request", "issuer": "public", "fields": ["name"], "form": None}
    request |= more_source or {}
    answer = made(folder, request, place, **more).answer
    act = replace(answer.office.acts[Act.SHARE_PUBLIC], outcome=outcome)
    answer = replace(answer, office=replace(answer.office, acts={**answer.office.acts, Act.SHARE_PUBLIC: act}))
    return answer if does is None else with_choices(answer, {(Act.SHARE_PUBLIC, outcome): does})


def said(answer):
    facts = letter_facts(answer)
    return " ".join((*facts.opening, *facts.after, *facts.record))


def test_a_denial_is_the_determination_and_says_that_its_signers_answer_for_it(tmp_path):
    words = said(asked(tmp_path))
    said_so = f"{DETERMINED} this Office on the request. The law allows 10 days from receipt of the request. Cal. Gov. Code § 7922.535(a)."
    assert said_so in words.replace("the Sheriff's Office", "this Office")
    assert "is named below with a title or position. Cal. Gov. Code § 7922.540(b)." in words
    assert "will be made available" not in words


def test_what_is_granted_says_when_it_is_had_unless_it_is_open_already(tmp_path):
    assert "Records will be made available (date and time)" in said(asked(tmp_path / "1", does=Does.COMPLIES))
    shown = said(asked(tmp_path / "2", does=Does.COMPLIES, register=REGISTERS["us-ca"]))
    assert "will be made available" not in shown
    assert DENIED not in shown


def test_nothing_is_a_determination_while_anything_is_open(tmp_path):
    words = said(asked(tmp_path, does=None))
    assert DETERMINED not in words
    assert f"{STILL_OPEN} The law allows 10 days from receipt of the request. Cal. Gov. Code § 7922.535(a)." in words


UNREAD = ("us-nv", "us-nj", "us-oh", "us-mi")


@pytest.mark.parametrize("place", UNREAD)
@pytest.mark.parametrize("outcome", [Outcome.MAY, Outcome.SILENT])
def test_where_the_text_was_not_read_no_law_is_said_and_counsel_has_a_line_for_each_thing(tmp_path, place, outcome):
    answer = asked(tmp_path, place, outcome=outcome)
    facts = letter_facts(answer)
    assert DETERMINED not in said(answer)
    assert RESPONSIBLE not in said(answer)
    assert {TIME_TO_ANSWER, f"{EXEMPTION} (county counsel)", f"{WHO_DENIED} (county counsel)", REVIEW} <= set(
        facts.record
    )
    assert due_lines(answer) == (NOT_READ,)


@pytest.mark.parametrize("place", sorted(RECORDS_LAW))
def test_each_denial_names_its_time_its_exemption_who_denied_it_and_how_it_is_reviewed_or_has_a_line_for_it(
    tmp_path, place
):
    law, answer = RECORDS_LAW[place], asked(tmp_path, place if place != "us-ca" else "us-ca-los-angeles")
    facts, words = letter_facts(answer), said(answer)
    assert (legal_citation(law.timed) in words) if law.timed else TIME_TO_ANSWER in facts.record
    assert any(line.startswith(EXEMPTION) for line in facts.record)
    assert legal_citation(law.exemption) in words
    assert (legal_citation(law.persons) in words and DENIED in words) if law.persons else WHO_DENIED in facts.record
    assert law.review in words if law.review else bool(set(law.lines) & set(facts.record)) or REVIEW in facts.record
    assert not any(
        line.startswith(EXEMPTION) for line in letter_facts(asked(tmp_path / "2", place, does=Does.COMPLIES)).record
    )


def test_a_denial_that_the_law_orders_cites_it_and_has_no_line_for_an_exemption(tmp_path):
    facts = letter_facts(asked(tmp_path, outcome=Outcome.MUST_NOT, does=Does.REFUSES))
    assert not any(line.startswith(EXEMPTION) for line in facts.record)


@pytest.mark.parametrize("words", ["Copies of every detainer received in June 2025.", ""])
def test_the_records_asked_for_are_named_in_the_senders_words_or_have_a_line(tmp_path, words):
    facts = letter_facts(asked(tmp_path, more_source={"text": words or None, "fields": []}))
    assert (WANTED in facts.record) is (not words)
    assert (COPIES in facts.record) is bool(words)
    assert words in " ".join(facts.opening)


def test_no_other_request_is_answered_under_it(tmp_path):
    assert records_law(made(tmp_path, ice({"person_id": "P1"}), "us-ca-los-angeles").answer) is None


def test_the_worksheet_tells_staff_the_day_and_what_extends_it(tmp_path):
    answer = asked(tmp_path)
    first, second = due_lines(answer)
    assert (
        first
        == "The determination is due by July 26, 2025, 10 days from receipt of the request. Cal. Gov. Code § 7922.535(a)."
    )
    assert "by at most 14 days" in second
    assert first in worksheet(answer)
