"""What two people found about an inmate outranks what was recorded before it, on every later document, booking and record of theirs."""

from types import SimpleNamespace

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Dispute, FactRecord, NeverThese, Person
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity.identification import choose, conflicts_with
from habeas.desk.workflow.errors import RefusedError, StaleError
from habeas.desk.workflow.findings import Finding, blocks, findings_about
from habeas.desk.workflow.guards import GUARDS
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.packs import PACKS
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db
PROOF = "person.proof_of_status_given"
CIVIL_KINDS = ("detainer", "notification_request", "transfer_request", "administrative_warrant")


def texas(here):
    here.jurisdiction = "us-tx"
    here.save()


def settle(subject, staff, later, says="citizen", upheld=True, request=None, second="commander2", at=5):
    made = disputes.raise_dispute(subject, says, "the person", by(staff["clerk"], later(minutes=at - 1)), request)
    disputes.resolve(made, upheld, "certified birth certificate", by(staff["commander"], later(minutes=at)))
    return disputes.confirm(made, disputes.shown(made), by(staff[second], later(minutes=at + 1)))


def warrant(subject, now, **more):
    made = detainer(
        subject, now, issuer="court", form="AO 442", signer="federal_magistrate_judge", basis="criminal_other"
    )
    made.kind = "judicial_warrant"
    made.source |= {"attachments": [], "immigration_enforcement": False} | more
    made.save()
    return made


def does(decision):
    return {each.act: each.does for each in decision.choices.all()}


def test_a_stale_fact_never_outranks_a_finding_of_citizenship(subject, staff, now, later, here):
    texas(here)
    first = detainer(subject, now)
    record_fact(first, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    assert work(first, now).outcomes()[Act.HOLD] is Outcome.MUST
    settle(subject, staff, later)
    second = detainer(subject, later(minutes=30))
    assert work(second, later(minutes=31)).outcomes()[Act.HOLD] is Outcome.MUST_NOT
    made = make(second, [], by(staff["clerk"], later(minutes=32)))
    assert {does(made)[act] for act in ("hold", "notify", "transfer")} == {"refuses"}


@pytest.mark.parametrize("kind", CIVIL_KINDS)
def test_a_finding_closes_every_kind_of_civil_document_and_nobody_may_choose_it(kind, subject, staff, now, later, here):
    texas(here)
    settle(subject, staff, later)
    asked = detainer(subject, later(minutes=30))
    asked.kind = kind
    asked.save()
    made = make(asked, [], by(staff["clerk"], later(minutes=31)))
    assert "complies" not in {does(made).get(act) for act in ("hold", "notify", "transfer", "arrest", "delay_release")}
    other = detainer(subject, later(minutes=33))
    other.kind = kind
    other.save()
    act = next(iter(work(other, later(minutes=34)).outcomes())).value
    with pytest.raises(RefusedError, match="wo people upheld"):
        make(other, [Choice(act, complies=True, ground="counsel_advice")], by(staff["clerk"], later(minutes=35)))


def test_the_federal_floor_keeps_and_hands_over_no_proven_citizen_in_any_place(subject, staff, now, later, here):
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    settle(subject, staff, later)
    for place in sorted(each for each in PACKS if each != "us"):
        here.jurisdiction = place
        here.save()
        found = work(asked, later(minutes=30)).outcomes()
        assert {found[Act.HOLD], found[Act.TRANSFER]} == {Outcome.MUST_NOT}, place
        assert found[Act.NOTIFY] not in {Outcome.MUST, Outcome.MAY}, place


def test_a_signature_against_the_finding_is_impossible_although_the_draft_waited(subject, staff, now, later, here):
    texas(here)
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    decision = make(asked, [], by(staff["clerk"], now))
    shown = shown_sha256(decision)
    made = disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now))
    disputes.resolve(made, True, "certified birth certificate", by(staff["commander"], later(minutes=5)))
    disputes.confirm(made, disputes.shown(made), by(staff["counsel"], later(minutes=6)))
    asked.refresh_from_db()
    assert (asked.state, asked.decisions.get().state) == ("deciding", "returned")
    with pytest.raises(RefusedError):
        sign(asked, by(staff["commander2"], later(minutes=7), "totp"), shown)


def test_a_draft_about_another_record_of_the_same_person_is_out_of_date_at_the_signature(
    subject, staff, now, later, here
):
    texas(here)
    twin = Person.objects.exclude(pk=subject.pk).first()
    subject.record |= {"state_id": "A09871123"}
    twin.record |= {"state_id": "a-09871123"}
    subject.save()
    twin.save()
    asked = detainer(twin, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    decision = make(asked, [], by(staff["clerk"], now))
    settle(subject, staff, later)
    with pytest.raises(StaleError, match="finding"):
        sign(asked, by(staff["commander2"], later(minutes=7), "totp"), shown_sha256(decision))


def test_a_finding_follows_the_person_to_a_new_booking_and_a_new_roster(subject, staff, now, later, roster, here):
    texas(here)
    settle(subject, staff, later)
    again = receive_roster(
        bytes(roster.file.content), "again.csv", "plain", later(hours=5), by(staff["clerk"], later(hours=5))
    )
    apply_roster(again, by(staff["clerk"], later(hours=5)))
    subject.refresh_from_db()
    assert [each.says for each in findings_about(subject)] == ["citizen"]
    asked = detainer(subject, later(hours=6))
    assert work(asked, later(hours=6)).outcomes()[Act.HOLD] is Outcome.MUST_NOT


def test_the_same_name_and_birth_date_alone_stops_and_asks_and_refuses_nothing(subject, staff, now, later, here):
    texas(here)
    twin = Person.objects.exclude(pk=subject.pk).first()
    for each, number in ((subject, "1"), (twin, "2")):
        each.record |= dict.fromkeys(("state_id", "fbi_number", "a_number")) | {"state_id": f"S{number}"}
        each.save()
    Person.objects.filter(pk=twin.pk).update(
        family_name=subject.family_name.upper(), given_name=subject.given_name, date_of_birth=subject.date_of_birth
    )
    twin.refresh_from_db()
    settle(subject, staff, later)
    asked = detainer(twin, later(minutes=30))
    FactRecord.objects.create(
        person=twin, fact=PROOF, value="none", source="x", said_at=now, recorded_at=now, by=staff["clerk"]
    )
    made = make(asked, [], by(staff["clerk"], later(minutes=31)))
    assert {does(made)[act] for act in ("hold", "notify", "transfer")} == {"waits"}
    settle(twin, staff, later, upheld=False, at=40)
    assert findings_about(twin) == []


def test_a_fact_recorded_after_the_finding_is_a_question_to_counsel_and_sets_nothing_aside(
    subject, staff, now, later, here
):
    texas(here)
    settle(subject, staff, later)
    asked = detainer(subject, later(minutes=30))
    record_fact(asked, PROOF, "none", "an agent called", later(minutes=31), by(staff["clerk"], later(minutes=31)))
    question = asked.questions.get(closed_at=None, fact="law", ask__contains="The finding stands")
    assert question.of == "county counsel"
    assert work(asked, later(minutes=32)).outcomes()[Act.HOLD] is Outcome.MUST_NOT


def test_a_finding_is_taken_back_only_with_counsel_as_one_of_the_two(subject, staff, now, later):
    settle(subject, staff, later)
    with pytest.raises(RefusedError, match="counsel must be one of the two"):
        settle(subject, staff, later, upheld=False, at=20)
    assert [each.says for each in findings_about(subject)] == ["citizen"]
    open_one = Dispute.objects.get(resolved_at=None)
    disputes.confirm(open_one, disputes.shown(open_one), by(staff["counsel"], later(minutes=30)))
    assert findings_about(subject) == []


def test_not_me_keeps_the_document_and_its_like_from_the_inmate(subject, staff, now, later):
    first = detainer(subject, now)
    settle(subject, staff, later, says="not_me", request=first)
    assert NeverThese.objects.filter(person=subject).count() == 1
    second = detainer(subject, later(minutes=30), form="I-247A (again)")
    second.source["subject"] |= {"middle_name": "Q"}
    second.state, second.person, second.booking = "identifying", None, None
    second.save()
    assert any("two people upheld" in each for each in conflicts_with(second, subject))
    choose(second, subject, None, by(staff["clerk"], later(minutes=31)))
    second.refresh_from_db()
    assert (second.state, second.match_conflict) == ("identifying", True)


@pytest.mark.parametrize(
    ("says", "stops"),
    [("citizen", False), ("date_past", False), ("not_me", True), ("wrong_record", True), ("other", True)],
)
@pytest.mark.parametrize("kind", ["judicial_warrant", "judicial_probable_cause", "court_order"])
def test_a_claim_of_citizenship_stops_no_judges_warrant_or_writ_and_a_claim_of_identity_does(
    says, stops, kind, subject, staff, now
):
    asked, civil = warrant(subject, now), detainer(subject, now)
    asked.kind = kind
    asked.save()
    disputes.raise_dispute(subject, says, "the person", by(staff["clerk"], now))
    asked.refresh_from_db()
    civil.refresh_from_db()
    assert (asked.state == "disputed", civil.state) == (stops, "disputed")


@pytest.mark.parametrize(
    "more", [{"basis": "civil"}, {"signer": "immigration_judge"}, {"signer": "immigration_officer"}]
)
def test_a_civil_document_in_the_dress_of_a_warrant_is_stopped(more, subject, now):
    assert blocks("citizen", warrant(subject, now, **more))


def test_upheld_citizenship_leaves_the_warrant_where_it_was_and_never_ends_it(subject, staff, now, later):
    asked = warrant(subject, now)
    version = work(asked, now).inputs.sha256
    settle(subject, staff, later)
    asked.refresh_from_db()
    assert (asked.state, asked.ended_how) == ("deciding", "")
    assert work(asked, now).inputs.sha256 == version, "its draft does not go out of date"


@pytest.mark.parametrize("address", ["request", "deciding", "who"])
def test_the_alert_stands_on_every_page_of_a_later_request(address, subject, staff, now, later, client, here):
    from django.urls import reverse

    texas(here)
    first = detainer(subject, now)
    record_fact(first, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    settle(subject, staff, later)
    asked = detainer(subject, later(minutes=30))
    client.force_login(staff["clerk"])
    page = client.get(reverse(address, args=[asked.number])).content.decode()
    assert "Upheld by two people" in page
    if address != "who":
        assert "is replaced" in page


@pytest.mark.parametrize(
    ("act", "refused"), [("hold", True), ("notify", True), ("transfer", True), ("share_public", False)]
)
def test_no_step_puts_in_force_what_two_people_found_against(act, refused, now):
    finding = Finding("k", "citizen", now, "certified birth certificate", "C. Commander", "", {})
    chosen = [SimpleNamespace(act=act, does="complies")]
    state = SimpleNamespace(closed_by=lambda: finding, choices=lambda: chosen)
    assert bool(GUARDS["not_against_finding"](state, None)) is refused
    state.closed_by = lambda: None
    assert GUARDS["not_against_finding"](state, None) is None


def test_an_upheld_claim_stands_beside_the_country_of_the_booking_sheet(subject, staff, now, later, as_role):
    Person.objects.filter(pk=subject.pk).update(record=subject.record | {"citizenship_on_record": "HONDURAS"})
    page = f"/people/{subject.key}/"
    disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now))
    assert "An open claim disputes it: “I am a citizen”" in as_role("clerk").get(page).content.decode()
    made = Dispute.objects.get()
    disputes.resolve(made, True, "certified birth certificate", by(staff["commander"], later(minutes=5)))
    disputes.confirm(made, disputes.shown(made), by(staff["commander2"], later(minutes=6)))
    text = as_role("clerk").get(page).content.decode()
    beside = text[text.index("HONDURAS") : text.index("Last roster")]
    assert "Replaced by a finding: two people upheld “I am a citizen”" in beside
    assert "certified birth certificate" in beside
    assert "An open claim" not in beside
