"""A judge's warrant, or a hold the law requires, is said before anything else wherever a release is looked at; what holds nobody is not."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Clock, Dispute, Office, Person, Request
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.identity import disputes
from habeas.desk.services.office.office import local_day
from habeas.desk.services.pages.board import BoardRow
from habeas.desk.services.pages.board_orders import orders_by_person, with_orders
from habeas.desk.services.releases.standing_orders import orders_about, standing_for, unmatched
from habeas.desk.services.releases.suspended_holds import law_may_require_hold
from habeas.law.packs import PACKS
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import PROOF, texas, warrant

pytestmark = pytest.mark.django_db
NEVER = "Nothing here may delay"


def granted(asked, staff, later):
    decision = make(asked, [], by(staff["clerk"], later(minutes=1)))
    sign(asked, by(staff["commander"], later(minutes=2), "totp"), shown_sha256(decision))
    asked.refresh_from_db()
    return asked


def only(subject, at):
    (found,) = orders_about([subject.pk], at)
    return found


def test_an_undecided_warrant_says_whom_to_call_and_a_signed_one_what_it_requires(subject, staff, now, later, here):
    asked = warrant(subject, now)
    record_fact(asked, "custody.releasable", True, "records", now, by(staff["clerk"], now))
    found = only(subject, now)
    assert (found.court, found.settled) == (True, False)
    assert "watch commander and county counsel NOW" in found.requires
    assert "U.S. Marshals Service" in found.requires
    granted(asked, staff, later)
    found = only(subject, later(minutes=3))
    assert found.settled
    assert "Do not release to the street" in found.requires
    assert found.law
    assert found.signed == "signed by a federal magistrate judge"


@pytest.mark.parametrize("signer", ["none", ""])
def test_a_warrant_nobody_verified_a_signature_on_is_said_so_and_never_settled(signer, subject, now):
    warrant(subject, now, signer=signer)
    found = only(subject, now)
    assert not found.settled
    assert found.signed in {"not signed", "no signature verified"}


def test_a_warrant_whose_identity_is_disputed_names_whom_to_call_and_releases_nobody_on_a_guess(subject, staff, now):
    asked = warrant(subject, now)
    disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now), asked)
    found = only(subject, now)
    assert not found.settled
    assert "identity is open" in found.requires


@pytest.mark.parametrize("more", [{"cancelled": True}])
def test_what_was_recalled_ended_or_is_civil_holds_nobody(more, subject, now):
    warrant(subject, now, **more)
    detainer(subject, now)
    ended = warrant(subject, now)
    ended.state = "ended"
    ended.save()
    assert orders_about([subject.pk], now) == []


def test_a_hold_that_the_law_requires_is_said_with_what_is_missing(subject, staff, now, later, here):
    texas(here)
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    make(asked, [], by(staff["clerk"], now))
    found = only(subject, now)
    assert (found.court, found.settled) == (False, False)
    assert "nobody has approved it yet" in found.requires
    sign(asked, by(staff["commander"], later(minutes=2), "totp"), shown_sha256(asked.decisions.get()))
    assert only(subject, later(minutes=3)).settled


def test_a_courts_document_without_an_inmate_is_named(subject, now):
    asked = warrant(subject, now)
    asked.state, asked.person, asked.booking = "identifying", None, None
    asked.save()
    assert [each.number for each in unmatched()] == [asked.number]


@pytest.mark.parametrize("page", ["release", "releases", "board", "request", "person"])
def test_every_page_of_a_release_says_the_warrant_first_and_never_that_nothing_may_delay(
    page, subject, now, here, as_role
):
    asked = warrant(subject, now)
    stay = asked.booking
    stay.scheduled_release_on = local_day(here, now)
    stay.save()
    address = {
        "release": reverse("booking_release", args=[stay.key]), "releases": reverse("releases"), "board": reverse("home"),
        "request": reverse("request", args=[asked.number]), "person": reverse("person", args=[subject.key]),
    }[page]  # fmt: skip
    text = as_role("clerk").get(address).content.decode()
    assert f"warrant {asked.number}" in text or f">{asked.number}</a>: " in text
    assert "NOW" in text
    assert f"{NEVER} this release" not in text
    assert f"{NEVER} a release" not in text


def test_without_a_court_order_the_sentence_stays(subject, staff, now, client):
    asked = detainer(subject, now)
    client.force_login(staff["clerk"])
    assert (
        "Nothing here may delay this release."
        in client.get(reverse("booking_release", args=[asked.booking.key])).content.decode()
    )


def test_of_the_releases_of_a_day_whoever_may_not_go_to_the_street_stands_first(roster, now):
    people = list(Person.objects.order_by("id")[:3])
    wanted = warrant(people[2], now)
    rows = [BoardRow(what="Scheduled release today", next="", person=each) for each in people]
    first, *others = with_orders(rows, orders_by_person(rows, now), Office.objects.get())
    assert first.person == people[2]
    assert wanted.number in first.order
    assert not any(each.order for each in others)


def packet(now, signer):
    asked = Request.objects.create(
        number="R-0900", kind="detainer", state="reading", source={}, received_at=now, entered_at=now
    )
    asked.read_fields.create(name="attached_signer", value_read=signer, page=3, confidence="read")
    return asked


@pytest.mark.parametrize("signer", ["federal_magistrate_judge", "state_judge"])
def test_a_detainer_with_a_judges_warrant_behind_it_is_named_before_anybody_leaves(signer, here, now, as_role):
    asked = packet(now, signer)
    assert unmatched() == [asked]
    page = as_role("clerk").get(reverse("releases")).content.decode()
    assert asked.number in page
    assert "Nothing else here may delay a release" in page
    said = "criminal warrant came in the same file"
    assert said in as_role("clerk").get(reverse("read", args=[asked.number])).content.decode()
    asked.read_fields.update(value_read="immigration_officer")
    assert said not in as_role("clerk").get(reverse("read", args=[asked.number])).content.decode()


def test_a_detainer_is_named_only_for_a_judges_signature_that_stands_as_read_or_confirmed(here, now):
    asked = packet(now, "immigration_officer")
    assert unmatched() == []
    asked.read_fields.update(value_read="state_judge", value="clerk_of_court", confirmed_at=now)
    assert unmatched() == []
    asked.read_fields.update(value="state_judge")
    assert unmatched() == [asked]


def perhaps_about(subject, now):
    """A court's document whose inmate nobody has identified, of which the matcher proposes this one."""
    asked = warrant(subject, now)
    asked.state, asked.person, asked.booking = "identifying", None, None
    asked.match = {"candidates": [{"person": subject.person_id}]}
    asked.save()
    return asked


PARTS = ("person", "person_requests", "person_contacts", "person_views")


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_an_inmates_page_warns_of_a_courts_document_that_may_be_about_them(
    part, subject, now, here, as_role
):
    asked = perhaps_about(subject, now)
    text = as_role("commander").get(reverse(part, args=[subject.key])).content.decode()
    assert f"{asked.number}</a> may be about this inmate" in text
    assert "NOW, before this inmate leaves" in text
    assert "1 court document may be about this inmate" in text
    other = Person.objects.exclude(pk=subject.pk).first()
    assert asked.number not in as_role("commander").get(reverse(part, args=[other.key])).content.decode()


def test_a_courts_document_that_may_be_about_somebody_is_named_once_it_was_not_recalled(subject, staff, now):
    asked = perhaps_about(subject, now)
    assert [each.number for each in standing_for(subject, now)[1]] == [asked.number]
    record_fact(asked, "request.cancelled", True, "the court", now, by(staff["clerk"], now))
    assert standing_for(subject, now) == ([], [])
    assert unmatched() == []


@pytest.mark.parametrize("page", [*PARTS, "releases", "booking_release"])
def test_pages_about_a_release_cost_twelve_queries_at_most_after_a_form_too(
    page, subject, staff, now, later, here, as_role, django_assert_max_num_queries
):
    here.demonstration = False  # a demonstration shows the code of a second factor on every page
    here.save()
    asked = warrant(subject, now)
    granted(asked, staff, later)
    perhaps_about(subject, now)
    perhaps_about(subject, now)
    commander = as_role("commander")
    address = reverse(page, args={"releases": [], "booking_release": [asked.booking.key]}.get(page, [subject.key]))
    commander.get(address)
    after_a_form(commander)
    with django_assert_max_num_queries(12):
        assert "Something was saved." in commander.get(address).content.decode()


def after_a_form(client):
    """The session as a form leaves it: with a sentence for the next page."""
    session = client.session
    session["_messages"] = '[["__json_message",0,25,"Something was saved.",""]]'
    session.save()


def held_in_texas(subject, staff, now, here, decided=True):
    """A Texas detainer whose hold the law requires, then stopped by a claim of citizenship."""
    texas(here)
    asked = detainer(subject, now)
    record_fact(asked, PROOF, "none", "asked at booking", now, by(staff["clerk"], now))
    if decided:
        make(asked, [], by(staff["clerk"], now))
    disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now))
    asked.refresh_from_db()
    return asked


@pytest.mark.parametrize("decided", [True, False])
def test_a_required_hold_that_a_claim_stops_is_said_to_be_suspended_on_which_rule_and_until_when(
    decided, subject, staff, now, here
):
    asked = held_in_texas(subject, staff, now, here, decided=decided)
    found = only(subject, now)
    assert (found.number, found.court, found.settled) == (asked.number, False, False)
    assert "SUSPENDED" in found.heading
    assert ("before it was determined" in found.heading) is not decided
    assert "“I am a citizen”" in found.requires
    assert "watch commander and county counsel" in found.requires
    assert any("2A.060" in each for each in found.law)
    assert found.decide_by == Clock.objects.get(dispute__person=subject).ends_at


def test_where_no_law_requires_a_hold_nothing_is_called_suspended(subject, staff, now):
    detainer(subject, now)
    disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now))
    assert orders_about([subject.pk], now) == []


def test_once_the_claim_is_decided_nothing_is_suspended(subject, staff, now, later, here):
    held_in_texas(subject, staff, now, here)
    made = Dispute.objects.get()
    disputes.resolve(made, False, "no record of it", by(staff["commander"], later(minutes=2)))
    disputes.confirm(made, disputes.shown(made), by(staff["commander2"], later(minutes=3)))
    assert not any("SUSPENDED" in each.heading for each in orders_about([subject.pk], later(minutes=4)))


@pytest.mark.parametrize("decided", [True, False])
@pytest.mark.parametrize(
    "page", ["request", "person", "person_requests", "dispute", "releases", "booking_release", "home"]
)
def test_every_page_of_the_inmate_and_the_board_say_that_the_hold_is_suspended(
    page, decided, subject, staff, now, here, as_role, django_assert_max_num_queries
):
    here.demonstration = False
    here.save()
    asked = held_in_texas(subject, staff, now, here, decided=decided)
    key = {
        "request": [asked.number], "dispute": [Dispute.objects.get().key], "releases": [], "home": [],
        "booking_release": [asked.booking.key],
    }  # fmt: skip
    commander, address = as_role("commander"), reverse(page, args=key.get(page, [subject.key]))
    commander.get(address)
    with django_assert_max_num_queries(13 if page == "dispute" else 12):  # the documents of the claim besides
        text = commander.get(address).content.decode()
    assert "SUSPENDED" in text
    assert "county counsel now" in text
    assert "2A.060" in text
    assert page == "home" or "The finding is due" in text


MUST_HOLD = "us-fl us-ga us-ia us-id us-in us-la us-la-orleans us-mt us-nc us-ok us-tx"
"""Places whose own law can require a hold on a civil document."""


@pytest.mark.parametrize("place", sorted(PACKS))
def test_every_place_whose_law_can_require_a_hold_says_so_of_one_that_a_claim_stopped_and_no_other(place, later):
    here = SimpleNamespace(here_jurisdiction=place, here_policy="", here_time_zone="America/Chicago")
    assert bool(law_may_require_hold(here, later(days=270))) is (place in MUST_HOLD.split())
