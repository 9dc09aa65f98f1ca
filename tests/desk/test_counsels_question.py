"""Counsel's question of law says which action it is about, and an answer on another action closes nothing."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.decisions.open_questions import ask_what_is_open
from habeas.desk.services.decisions.opinions import give_opinion, open_in_law
from habeas.desk.templatetags.work import link_words, of_document
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_findings_stand import warrant

pytestmark = pytest.mark.django_db


def waiting(subject, staff, now):
    """A warrant with a question of law, before anything was determined, and the action that the question is about."""
    asked = warrant(subject, now, signer="clerk_of_court")
    ask_what_is_open(asked, by(staff["clerk"], now))
    about = open_in_law(asked, now)
    assert about, "a clerk's signature is a question of law"
    return asked, next(iter(about))


def open_ones(asked):
    return asked.questions.filter(fact="law", closed_at=None).count()


def test_an_answer_on_another_action_is_refused_and_the_question_stays_with_counsel(subject, staff, now):
    asked, act = waiting(subject, staff, now)
    before = open_ones(asked)
    assert before
    other = "agree_287g"
    with pytest.raises(RefusedError, match="No question of law is open here on this action"):
        give_opinion(asked, other, "must_not", "no", by(staff["counsel"], now))
    assert open_ones(asked) == before
    assert not asked.opinions.exists()
    give_opinion(asked, act, "must_not", "no", by(staff["counsel"], now))
    assert open_ones(asked) < before


def test_the_page_names_the_open_action_who_asks_and_what_kind_of_paper(subject, staff, now, as_role):
    asked, act = waiting(subject, staff, now)
    counsel = as_role("counsel")
    page = counsel.get(reverse("counsel")).content.decode()
    assert f"?request={asked.number}" in page
    assert '<option value="agree_287g"' not in page, "nobody chooses from every action there is"
    opened = counsel.get(reverse("counsel"), {"request": asked.number}).content.decode()
    assert f'<input type="hidden" name="act" value="{act}">' in opened
    assert "received" in opened


def test_what_the_document_says_is_asked_for_on_the_document(subject):
    assert of_document("request.attachments")[0] == "attachments"
    assert of_document("custody.releasable") is None


@pytest.mark.parametrize(
    ("address", "official"),
    [("https://leginfo.legislature.ca.gov/x", True), ("https://a.legistar.com/y", True), ("https://www.legis.state.tx.us/z", True),
     ("https://witnessla.com/la-county", False), ("https://ecases.us/case", False), ("https://leg.gov.example.com/", False)],
)  # fmt: skip
def test_a_link_says_whether_it_leads_to_an_official_text(address, official):
    assert link_words(address).startswith("Text on the official site") is official
    assert ("not an official text" in link_words(address)) is not official
