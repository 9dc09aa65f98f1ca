"""A list never names as an alien whom a claim of citizenship concerns that is open or was upheld, decided before the list or after."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Decision, Person, Request
from habeas.desk.services.cases.decision_inputs import gather
from habeas.desk.services.cases.freshness import demand_fresh, what_changed
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.identity import disputes
from habeas.desk.workflow.errors import StaleError

from .test_deciding import request_of
from .test_findings_stand import settle, texas
from .test_guarded_flow import CLASS

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(roster, here, now):
    texas(here)
    return request_of("list_request", now, fields=["name", "citizenship"], **CLASS)


@pytest.fixture
def alien(roster):
    """Somebody in custody whose record says another country."""
    return next(
        each
        for each in Person.objects.filter(in_custody=True).order_by("pk")
        if each.record.get("citizenship") not in (None, "", "US")
    )


def named(asked, now):
    return {each.subject.person.person_id for each in work(asked, now).answer.people if each.in_class}


def test_whose_claim_is_open_or_was_upheld_is_on_no_list_of_aliens_and_who_was_refused_is(
    asked, alien, staff, now, later
):
    before = named(asked, now)
    assert alien.person_id in before
    claim = disputes.raise_dispute(alien, "citizen", "the person", by(staff["clerk"], now))
    assert named(asked, now) == before - {alien.person_id}
    disputes.resolve(claim, False, "nothing was shown", by(staff["commander"], later(minutes=1)))
    disputes.confirm(claim, disputes.shown(claim), by(staff["commander2"], later(minutes=2)))
    assert named(asked, now) == before
    settle(alien, staff, later)
    assert named(asked, now) == before - {alien.person_id}


def test_a_claim_that_contradicts_nothing_on_record_changes_no_list(asked, roster, staff, now):
    citizen = next(each for each in Person.objects.filter(in_custody=True) if each.record.get("citizenship") == "US")
    before = gather(asked, now).sha256
    disputes.raise_dispute(citizen, "citizen", "the person", by(staff["clerk"], now))
    disputes.raise_dispute(citizen, "date_past", "the person", by(staff["clerk"], now))
    assert gather(asked, now).claims == []
    assert gather(asked, now).sha256 == before


@pytest.mark.parametrize("state", ["to_counsel", "to_sign", "ready"])
@pytest.mark.parametrize("upheld", [True, False])
def test_a_list_that_was_approved_before_the_claim_goes_back_and_does_not_go_out(
    asked, alien, staff, now, later, state, upheld
):
    decision = make(asked, [], by(staff["clerk"], now))
    assert what_changed(asked, decision, now) == []
    Request.objects.filter(pk=asked.pk).update(state=state)
    Decision.objects.filter(pk=decision.pk).update(state="settled" if state == "ready" else "to_sign")
    asked.refresh_from_db()
    if upheld:
        settle(alien, staff, later)
    else:
        disputes.raise_dispute(alien, "citizen", "the person", by(staff["clerk"], now))
    with pytest.raises(StaleError, match="a claim of citizenship of an inmate"):
        demand_fresh(asked, by(staff["clerk"], later(minutes=30)))
    asked.refresh_from_db()
    assert asked.state == "deciding"
