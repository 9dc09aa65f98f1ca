"""Whoever approves a list sees what leaves and what does not; the list names nobody as in custody who was reported as gone."""

from datetime import timedelta
from html import escape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Person, Request
from habeas.desk.services.cases.decision_inputs import gather
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import Confirmed
from habeas.desk.services.releases.undoing import undo_release

from .test_deciding import request_of
from .test_findings_stand import texas
from .test_guarded_flow import CLASS

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(roster, here, now):
    texas(here)
    return request_of("list_request", now, fields=["name", "citizenship"], **CLASS)


@pytest.fixture
def listed(asked, now):
    """Somebody whom the list names."""
    (first, *_) = [each.subject for each in work(asked, now).answer.disclosed]
    return Person.objects.get(person_id=first.person.person_id)


def generate(asked, staff, at):
    """The response that gives whatever the law leaves open to give."""
    may = [act.value for act, outcome in work(asked, at).outcomes().items() if outcome.value == "may"]
    return make(asked, [Choice(act, complies=True, ground="order_of_commander") for act in may], by(staff["clerk"], at))


def on_it(asked, at):
    return {each.subject.person.person_id for each in work(asked, at).answer.disclosed}


def leave(person, how, staff, at):
    (stay,) = person.bookings.filter(released_at=None)
    release_watch.report_release(stay, at, how, by(staff["clerk"], at), Confirmed("as the log says", *"abcd"))
    return stay


@pytest.mark.parametrize("how", ["released", "other_agency"])
def test_who_left_since_the_roster_is_not_named_as_in_custody_and_is_again_once_that_is_undone(
    how, asked, listed, staff, now, later
):
    before, held = on_it(asked, now), work(asked, now).answer.in_custody
    stay = leave(listed, how, staff, later(minutes=1))
    assert on_it(asked, later(minutes=2)) == before - {listed.person_id}
    assert work(asked, later(minutes=2)).answer.in_custody == held - 1
    undo_release(stay, "another inmate left", by(staff["clerk"], later(minutes=3)))
    assert on_it(asked, later(minutes=4)) == before


def test_a_release_before_the_roster_was_exported_says_nothing_against_it(asked, listed, staff, now, later, roster):
    stay = leave(listed, "released", staff, later(minutes=1))
    stay.release_reported_at = now - timedelta(days=400)
    stay.save()
    assert gather(asked, later(minutes=2)).gone == []


def test_the_letter_names_the_hour_of_the_roster_and_says_whom_it_leaves_out_but_never_how_many(asked, now, staff):
    decision = generate(asked, staff, now)
    letter = bytes(decision.files.get(path="outgoing/letter.txt").content).decode()
    text = " ".join(letter.split())
    hour = gather(asked, now).roster_at
    assert f"{hour[11:13]}{hour[14:16]} hours" in text
    assert "does not include a person whose record does not state what the request selects by" in text
    unknown = decision.answer["counts"]["citizenship"]["unknown"]
    assert unknown
    assert f"{unknown:,} " not in text.replace(f"{decision.answer['disclosed']['people']} people", "")


@pytest.mark.parametrize(
    ("state", "door"), [("to_counsel", ("counsel", "sign_off")), ("to_sign", ("commander", "sign"))]
)
def test_the_approval_page_shows_the_count_the_fields_the_section_the_left_out_and_the_letter(
    state, door, asked, listed, staff, now, later, as_role
):
    decision, (role, page) = generate(asked, staff, now), door
    decision.state = "to_sign"
    decision.save()
    Request.objects.filter(pk=asked.pk).update(state=state)
    client = as_role(role)
    with CaptureQueriesContext(connection) as asked_of_database:
        text = client.get(reverse(page, args=[asked.number])).content.decode()
    assert len(asked_of_database) <= 13  # the roster and counsel's signature are asked for by themselves
    answer = decision.answer
    for words in (
        f"<strong>{answer['disclosed']['people']}</strong>",
        f"<strong>{answer['counts']['citizenship']['unknown']}</strong>",
        "the name, the citizenship on record",
        "The letter names this hour",
        reverse("answer", args=[asked.number]),
        "Read the letter and the list as they would go out",
        escape(next(row["citation"] for row in answer["basis"] if row["act"] == "list")),
    ):
        assert words in text, words
    assert "reported released or transferred after this list" not in text
    leave(listed, "released", staff, later(minutes=1))
    text = client.get(reverse(page, args=[asked.number])).content.decode()
    assert "1 inmate was reported released or transferred after this list was made" in text
