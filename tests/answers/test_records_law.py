"""A public records response: the determination, who answers for a denial, when records are had; nothing where the text was not read."""

from dataclasses import replace

import pytest

from habeas.answers.build import with_choices
from habeas.answers.choices import Does
from habeas.answers.compose import letter_facts
from habeas.answers.records_law import due_lines, records_law
from habeas.answers.worksheet import worksheet
from habeas.law.model.vocabulary import Act, Outcome
from tests.answers.helpers import REGISTERS, ice, made

DETERMINED, DENIED = "is the determination of", "responsible for the denial"


def asked(folder, place="us-ca-los-angeles", does=Does.REFUSES, outcome=Outcome.MAY, **more):
    """A public records request whose one act the law leaves to the office, answered so; `does` None leaves it open."""
    request = {key: value for key, value in ice({}).items() if key not in {"subject", "attachments"}}
    request |= {"kind": "public_records_request", "issuer": "public", "fields": ["name"], "form": None}
    answer = made(folder, request, place, **more).answer
    act = replace(answer.office.acts[Act.SHARE_PUBLIC], outcome=outcome)
    answer = replace(answer, office=replace(answer.office, acts={**answer.office.acts, Act.SHARE_PUBLIC: act}))
    return answer if does is None else with_choices(answer, {(Act.SHARE_PUBLIC, outcome): does})


def said(answer):
    facts = letter_facts(answer)
    return " ".join((*facts.opening, *facts.after, *facts.record))


def test_a_denial_is_the_determination_and_says_that_its_signers_answer_for_it(tmp_path):
    words = said(asked(tmp_path))
    assert f"{DETERMINED} this Office on the request. Cal. Gov. Code § 7922.535(a)." in words.replace(
        "the Sheriff's Office", "this Office"
    )
    assert "is named below with a title or position. Cal. Gov. Code § 7922.540(b)." in words
    assert "will be made available" not in words


def test_what_is_granted_says_when_it_is_had_unless_it_is_open_already(tmp_path):
    assert "Records will be made available (date and time)" in said(asked(tmp_path / "1", does=Does.COMPLIES))
    shown = said(asked(tmp_path / "2", does=Does.COMPLIES, register=REGISTERS["us-ca"]))
    assert "will be made available" not in shown
    assert DENIED not in shown


def test_nothing_is_a_determination_while_anything_is_open(tmp_path):
    assert DETERMINED not in said(asked(tmp_path, does=None))


@pytest.mark.parametrize("place", ["us-tx", "us-nv", "us-wa"])
def test_where_the_text_was_not_read_nothing_is_said(tmp_path, place):
    words = said(asked(tmp_path, place))
    assert DETERMINED not in words
    assert DENIED not in words


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
