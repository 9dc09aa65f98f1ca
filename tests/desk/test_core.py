"""The spine of the desk: a paper becomes a request, a request a decision, a decision an answer, each step an event."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Event, Person, Request
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.workflow.errors import RefusedError, TooLateError
from habeas.desk.workflow.table import table

pytestmark = pytest.mark.django_db


def detainer(person, now, **more):
    source = {
        "issuer": "ice", "form": "I-247A", "signer": "immigration_officer", "basis": "civil", "in_writing": True,
        "names_person": True, "probable_cause_box": True, "attachments": ["I-200"],
        "identity_match": True,
        "subject": {
            "family_name": person.family_name, "given_name": person.given_name, "date_of_birth": person.date_of_birth.isoformat(),
        },
        "from": {"agency": "U.S. Immigration and Customs Enforcement"}, "to": {"agency": "Alder County"},
    }  # fmt: skip
    return Request.objects.create(
        number=f"R-{Request.objects.count() + 1:04d}", kind="detainer", state="deciding", source=source | more,
        received_at=now, entered_at=now, person=person, booking=person.bookings.first(),
    )  # fmt: skip


def test_the_roster_is_read_and_everybody_in_custody_is_there(roster):
    assert Person.objects.filter(in_custody=True).count() >= 60
    assert roster.state == "applied"


def test_a_california_detainer_is_refused_without_a_second_person(subject, staff, now):
    request = detainer(subject, now)
    made = make(request, [], by(staff["clerk"], now))
    holds = made.choices.get(act="hold")
    assert (holds.outcome, holds.does, holds.needs_second) == ("must_not", "refuses", False)
    assert holds.effective_at == now
    assert Event.objects.filter(act="view").count() == 0


def test_a_texas_detainer_waits_for_the_second_door_and_no_one_signs_twice(subject, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, by(staff["clerk"], now))
    make(request, [], by(staff["commander"], now))
    assert request.state == "to_sign"
    decision = request.decisions.get()
    with pytest.raises(RefusedError, match="cannot approve it"):
        sign(request, by(staff["commander"], now, "totp"), shown_sha256(decision))
    with pytest.raises(RefusedError, match="second factor"):
        sign(request, by(staff["commander2"], now), shown_sha256(decision))
    sign(request, by(staff["commander2"], now, "totp"), shown_sha256(decision))
    assert request.state in {"ready", "signed"}
    assert decision.signatures.count() == 2


def test_the_loser_of_a_race_is_told_who_and_when(subject, staff, now):
    request = detainer(subject, now)
    seen = request.version
    make(request, [], by(staff["clerk"], now), seen)
    other = Request.objects.get(pk=request.pk)
    with pytest.raises(TooLateError, match="Clerk Example changed this request at 11:05"):
        make(other, [], by(staff["clerk2"], now), seen)


def test_nobody_may_choose_against_a_firm_law(subject, staff, now):
    request = detainer(subject, now)
    with pytest.raises(RefusedError, match="no other choice is allowed"):
        make(request, [Choice("hold", complies=True, ground="county_policy")], by(staff["clerk"], now))
    assert not request.decisions.exists()


def test_the_table_of_states_and_capabilities_loads():
    assert table().states["to_sign"].words


def test_a_fact_recorded_after_the_draft_sends_it_back_and_says_what_changed(subject, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    make(request, [], clerk)
    record_fact(request, "person.proof_of_status_given", "us_citizen", "passport shown", now, clerk)
    assert request.state == "deciding"
    assert request.stale == ["a fact was recorded"]
    assert make(request, [], clerk).choices.get(act="hold").does == "refuses"
