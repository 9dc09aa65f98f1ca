"""A draft that waits for counsel is not in effect and is not sent; counsel's answer and its condition bring it back to the clerk."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Opinion
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.opinions import Terms, give_opinion
from habeas.desk.services.outgoing.outgoing import package_zip
from habeas.desk.views.choices_given import done_words
from habeas.desk.workflow.errors import RefusedError
from tests.desk.test_findings_stand import settle, texas, warrant

pytestmark = pytest.mark.django_db
CONDITION = "lodge it now, surrender when state custody ends"


def for_counsel(subject, staff, now):
    """A warrant on which whether to hand over is counsel's to answer."""
    asked = warrant(subject, now, signer="clerk_of_court")
    made = make(asked, [], by(staff["clerk"], now))
    waits = [each for each in made.choices.all() if each.does == "waits"]
    assert waits, "whether a clerk may sign it is for counsel"
    asked.refresh_from_db()
    return asked, made, waits[0]


def test_a_draft_with_an_open_act_says_so_and_gives_no_package(subject, staff, now, client):
    asked, made, _ = for_counsel(subject, staff, now)
    assert "not in effect" in done_words(made)
    with pytest.raises(RefusedError, match="draft"):
        package_zip(asked, by(staff["clerk"], now))
    client.force_login(staff["clerk"])
    page = client.get(reverse("answer", args=[asked.number])).content.decode()
    assert "Draft – not sent" in page
    assert "response package (ZIP)" not in page
    assert "Draft – not in effect" in client.get(reverse("request", args=[asked.number])).content.decode()


def test_the_letter_of_a_draft_says_nothing_that_was_not_done(subject, staff, now):
    _, made, _ = for_counsel(subject, staff, now)
    letter = " ".join(bytes(made.files.get(path="outgoing/letter.txt").content).decode().split())
    assert "has lodged" not in letter
    assert not ("custody of the inmate has ended" in letter and "charges against the inmate are pending" in letter)


def test_counsels_condition_brings_it_back_and_stands_on_every_page(subject, staff, now, later, client):
    asked, _, waiting = for_counsel(subject, staff, now)
    assert waiting.outcome in {"unresolved", "silent"}, "counsel's answer is missing here, and no fact"
    with pytest.raises(RefusedError, match="condition"):
        give_opinion(asked, waiting.act, "may_if", "as the statute says", by(staff["counsel"], now))
    give_opinion(
        asked, waiting.act, "may_if", "as the statute says", by(staff["counsel"], now), Terms(condition=CONDITION)
    )
    asked.refresh_from_db()
    assert asked.state == "deciding"
    assert Opinion.objects.get().outcome == "may"
    assert not asked.questions.filter(fact="law", closed_at=None).exists()
    client.force_login(staff["clerk"])
    for address in ("request", "deciding"):
        page = client.get(reverse(address, args=[asked.number])).content.decode()
        assert CONDITION in page
        assert "as the statute says" in page
    made = make(
        asked, [Choice(waiting.act, complies=True, ground="counsel_advice")], by(staff["clerk"], later(minutes=2))
    )
    assert CONDITION in bytes(made.files.get(path="internal/worksheet.txt").content).decode()
    client.force_login(staff["commander"])
    assert CONDITION in client.get(reverse("sign", args=[asked.number])).content.decode()


def test_what_a_finding_closes_needs_no_answer_of_counsel_to_be_refused(subject, staff, now, later, here):
    from tests.desk.test_core import detainer

    texas(here)
    settle(subject, staff, later)
    made = make(detainer(subject, later(minutes=20)), [], by(staff["clerk"], later(minutes=21)))
    assert not [each for each in made.choices.all() if each.does == "waits"]
