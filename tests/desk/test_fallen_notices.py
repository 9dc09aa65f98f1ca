"""No task tells an inmate of a hold that does not stand: its notices fall with it, and come back with a decision that owes them."""

import json

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Event, Office
from habeas.desk.services.cases.duties import NOT_OWED
from habeas.desk.services.decisions import closing
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity.cancelling import end_hold
from habeas.desk.services.pages.board import NOTICE_SUSPENDED, board_for
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import PROOF, settle, texas
from tests.desk.test_standing_orders import granted

pytestmark = pytest.mark.django_db
TELLS = ("held on an immigration detainer", "before that it has no effect")
"""Words of the tasks that tell of a hold, or must come before it."""


@pytest.fixture
def held(subject, staff, now, later, here):
    """A detainer that Texas obeys, approved: the notices of the hold are due."""
    texas(here)
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    asked.source |= {"copy_served": False}
    asked.save()
    return granted(asked, staff, later)


def due(asked):
    return sorted(asked.notices.filter(served_at=None, excused="").values_list("what", flat=True))


def told(asked, staff, at, as_role):
    """Everything that a desk says on the pages where somebody looks for the next task."""
    pages = ["/", "/notices/", reverse("request", args=[asked.number]), *(
        reverse("notice", args=[each.key]) for each in asked.notices.filter(served_at=None, excused="")
    )]  # fmt: skip
    seen = [as_role(role).get(page).content.decode() for role in ("clerk", "notice_server") for page in pages]
    shown = "".join(page.partition("<h2>History</h2>")[0] for page in seen)
    board = board_for(staff["notice_server"], at, Office.objects.get())
    rows = [words for _, _, group in board.groups for row in group for words in (row.what, row.blocking, row.next)]
    return shown + " ".join(rows)


def says_of_hold(words):
    return [each for each in TELLS if each in words]


def test_the_notices_of_a_hold_are_due_while_it_stands(held, staff, later, as_role):
    assert "inform_person_of_detainer" in due(held)
    assert says_of_hold(told(held, staff, later(minutes=3), as_role))


def test_an_open_claim_suspends_them_and_an_upheld_one_ends_them(held, subject, staff, later, as_role):
    claim = disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], later(minutes=4)), held)
    open_now = told(held, staff, later(minutes=4), as_role)
    assert not says_of_hold(open_now)
    assert NOTICE_SUSPENDED in open_now
    disputes.resolve(claim, True, "certified birth certificate", by(staff["commander"], later(minutes=5)))
    disputes.confirm(claim, disputes.shown(claim), by(staff["commander2"], later(minutes=6)))
    held.refresh_from_db()
    assert due(held) == ["tell_person_of_finding"]
    assert not says_of_hold(told(held, staff, later(minutes=7), as_role))
    fallen = held.notices.get(what="inform_person_of_detainer")
    assert (fallen.excused, fallen.clocks.filter(met_at=None).count()) == (NOT_OWED, 0)
    events = Event.objects.filter(object=held.key).order_by("-seq").values_list("body", flat=True)
    assert any(fallen.key in json.loads(body)["detail"].get("notices_not_owed", ()) for body in events)


def test_the_next_decision_owes_none_of_it_and_one_that_holds_again_owes_it_again(held, subject, staff, later, as_role):
    settle(subject, staff, later, request=held)
    make(held, [], by(staff["clerk"], later(minutes=8)))
    assert not says_of_hold(told(held, staff, later(minutes=8), as_role))
    assert "inform_person_of_detainer" not in due(held)


def test_a_claim_not_upheld_leaves_them_due(held, subject, staff, later):
    before = due(held)
    settle(subject, staff, later, request=held, upheld=False, second="counsel")
    assert due(held) == before


def test_a_hold_that_is_decided_again_the_same_way_is_told_again(held, subject, staff, now, later):
    settle(subject, staff, later, says="citizen", request=held)
    assert "inform_person_of_detainer" not in due(held)
    subject.disputes.update(resolution="not_upheld")
    held.refresh_from_db()
    held.stale = []
    held.save()
    granted(held, staff, lambda minutes: later(minutes=minutes + 10))
    assert "inform_person_of_detainer" in due(held)


@pytest.mark.parametrize("says", ["not_me", "wrong_record"])
def test_nothing_of_a_document_about_somebody_else_is_handed_to_the_inmate(says, held, subject, staff, later):
    settle(subject, staff, later, says=says, request=held)
    assert due(held) == ["tell_person_of_finding"]


def test_what_the_sender_takes_back_is_told_to_nobody_as_a_hold(held, staff, later):
    closing.withdrawn_by_sender(held, "its e-mail of today", by(staff["clerk"], later(minutes=4)))
    assert "inform_person_of_detainer" not in due(held)


def test_nor_what_it_cancels(held, subject, staff, now, later):
    cancels = detainer(subject, now)
    cancels.kind, cancels.state = "detainer_cancellation", "cancelling"
    cancels.save()
    end_hold(cancels, held, by(staff["clerk"], later(minutes=4)))
    assert "inform_person_of_detainer" not in due(held)


def test_a_disputed_request_shows_its_decision_as_suspended_and_a_completed_one_as_over(held, subject, clerk):
    page = reverse("request", args=[held.number])
    assert ": in force." in clerk.get(page).content.decode()
    held.state = "disputed"
    held.save()
    for address in (page, reverse("answer", args=[held.number])):
        text = clerk.get(address).content.decode()
        assert "uspended while a claim is open" in text
        assert "n force" not in text.partition("<h2>History</h2>")[0].replace("no longer in force", "")
    assert 'usa-tag">Granted' not in clerk.get(page).content.decode()
    for state in ("ended", "closed"):
        held.state = state
        held.save()
        assert "no longer in force" in clerk.get(page).content.decode()
