"""What the paper says and who is meant: confirmed by people, and never the wrong person past the second door."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from habeas.common.errors import BadInputError
from habeas.desk.doing import by
from habeas.desk.models import Event, NeverThese, Person, ReadField, Request
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.pages.board import board_for
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.identity import ANOTHER_ATTACHED, open_conflicts
from tests.desk.sheets import sheet

pytestmark = pytest.mark.django_db

BASE = {
    "kind": "detainer", "issuer": "ice", "form": "I-247A", "signer": "immigration_officer", "basis": "civil", "in_writing": True,
    "names_person": True, "probable_cause_box": True, "attachments": ["I-200"],
    "from": {"agency": "U.S. Immigration and Customs Enforcement"},
}  # fmt: skip


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


@pytest.fixture
def commander(staff, now):
    return by(staff["commander"], now, "totp")


def arrived(now, doing, content=None):
    return intake.receive_paper(content, "fax.pdf", "fax", now - timedelta(minutes=9), now, "night desk", doing)


def at_who(now, doing, **subject):
    request = arrived(now, doing)
    intake.register(request, BASE | {"subject": subject}, doing)
    reading.finish(request, doing)
    return request


def of(person, **more):
    return {
        "family_name": person.family_name, "given_name": person.given_name, "date_of_birth": str(person.date_of_birth),
    } | more  # fmt: skip


# ---- reading


def test_both_what_was_read_and_what_was_confirmed_are_kept(roster, clerk, now):
    request = arrived(now, clerk, sheet("detainer"))
    intake.register(request, {"kind": "detainer"}, clerk)
    reading.confirm(request, "subject.full_name", "MARLOW, Robin", clerk)
    row = request.read_fields.get(name="subject.full_name")
    assert (row.value_read, row.value, row.confirmed_by) == ("MARLOWE, Robin", "MARLOW, Robin", clerk.account)
    assert request.source == {"subject": {"full_name": "MARLOW, Robin"}}


def test_nothing_goes_on_before_every_field_is_confirmed_or_marked(roster, clerk, now):
    request = arrived(now, clerk, sheet("detainer"))
    intake.register(request, {"kind": "detainer"}, clerk)
    with pytest.raises(RefusedError, match="not verified yet"):
        reading.finish(request, clerk)
    rows = list(request.read_fields.filter(confirmed_at=None))
    values = {row.name: row.value_read for row in rows if row.name != "subject.sex"}
    reading.confirm_many(request, values, ["subject.sex"], clerk)
    reading.finish(request, clerk)
    assert request.state == "identifying"
    assert "sex" not in request.source["subject"]


def test_a_value_that_cannot_be_changes_nothing_and_says_what_to_write(roster, clerk, now):
    request = arrived(now, clerk)
    intake.register(request, {"kind": "detainer"}, clerk)
    with pytest.raises(BadInputError, match="month/day/year"):
        reading.confirm(request, "subject.date_of_birth", "04/02/79", clerk)
    with pytest.raises(BadInputError, match="words in the list"):
        reading.confirm_many(request, {"form": "I-247A", "signer": "the judge"}, (), clerk)
    assert not request.read_fields.filter(name="form").exists()


def test_no_name_or_number_stands_in_the_chain(roster, clerk, now):
    request = arrived(now, clerk, sheet("detainer"))
    intake.register(request, {"kind": "detainer"}, clerk)
    reading.confirm(request, "subject.full_name", "MARLOWE, Robin", clerk)
    bodies = "".join(Event.objects.values_list("body", flat=True))
    assert "MARLOWE" not in bodies
    assert "213 556" not in bodies


def test_an_unreadable_birth_date_never_gives_a_sure_match(roster, clerk, now, subject):
    request = arrived(now, clerk)
    intake.register(request, BASE | {"subject": {"full_name": "MARLOWE, ROBIN"}}, clerk)
    reading.mark_unreadable(request, "subject.date_of_birth", clerk)
    reading.finish(request, clerk)
    found = who.propose(request, clerk)
    assert found["verdict"] == "ambiguous"
    assert "the date of birth on the paper cannot be read" in found["candidates"][0]["conflicts"]


# ---- who is meant


def test_the_one_who_agrees_is_proposed_and_chosen_by_a_person(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    found = who.propose(request, clerk)
    assert found["verdict"] == "one"
    assert found["candidates"][0]["person"] == subject.person_id
    assert "same birth date" in found["candidates"][0]["reasons"]
    assert request.person is None, "a proposal chooses nobody"
    who.choose(request, subject, None, clerk)
    assert (request.state, request.person, request.booking) == ("deciding", subject, subject.bookings.get())
    assert request.source["identity_match"] is True


def test_a_conflict_stays_open_until_another_person_confirms_with_evidence(clerk, commander, staff, now, subject):
    request = at_who(now, clerk, **of(subject, date_of_birth="1979-04-03"))
    who.propose(request, clerk)
    who.choose(request, subject, None, clerk)
    assert (request.state, request.match_conflict) == ("identifying", True)
    assert "identity_match" not in request.source
    with pytest.raises(RefusedError, match="another staff member must compare"):
        who.confirm_choice(request, who.shown_choice(request), clerk, "photo")
    with pytest.raises(RefusedError, match="what you compared"):
        who.confirm_choice(request, who.shown_choice(request), commander, "  ")
    with pytest.raises(NotYoursError):
        who.confirm_choice(request, who.shown_choice(request), by(staff["inspector"], now), "photo")
    who.confirm_choice(request, who.shown_choice(request), commander, "photograph beside the booking photograph")
    assert (request.state, request.match_conflict) == ("deciding", False)
    assert request.conflict_cleared_by == commander.account


@pytest.mark.parametrize(
    ("attached", "stands"),
    [("GILES-RAMOS, Gabriel", True), ("A 999 888 777", True), ("", False), ("the same", False)],
)
def test_a_warrant_for_somebody_else_is_a_conflict_that_two_people_resolve(
    clerk, commander, now, subject, attached, stands
):
    theirs = f"{subject.record['family_name']}, {subject.record['given_name']}" if attached == "the same" else attached
    request = at_who(now, clerk, **of(subject, a_number=subject.record.get("a_number") or "A1"))
    request.source["attached_subject"] = theirs
    request.save()
    who.choose(request, subject, None, clerk)
    assert (ANOTHER_ATTACHED in open_conflicts(request)) is stands
    if stands:
        assert (request.state, request.match_conflict) == ("identifying", True)
        assert "identity_match" not in request.source
        who.confirm_choice(
            request, who.shown_choice(request), commander, "ICE called back: the warrant is for another file"
        )
        assert request.state == "deciding"


def test_the_database_itself_refuses_the_same_person_twice(clerk, now, subject):
    request = at_who(now, clerk, **of(subject, date_of_birth="1979-04-03"))
    who.choose(request, subject, None, clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(conflict_cleared_by=clerk.account)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(chosen_by=None, conflict_cleared_by=clerk.account)


def test_a_wrong_person_cannot_pass_the_second_door_even_by_touching_the_row(
    clerk, commander, staff, now, subject, here
):
    here.jurisdiction = "us-tx"
    here.save()
    request = at_who(now, clerk, **of(subject))
    who.choose(request, subject, None, clerk)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    make(request, [], clerk)
    decision = request.decisions.get()
    Request.objects.filter(pk=request.pk).update(match_conflict=True)
    request.refresh_from_db()
    with pytest.raises(RefusedError, match="disagree on identity"):
        sign(request, commander, shown_sha256(decision))
    other = Person.objects.exclude(pk=subject.pk).exclude(date_of_birth=None).first()
    Request.objects.filter(pk=request.pk).update(match_conflict=False, person=other, booking=other.bookings.first())
    request.refresh_from_db()
    with pytest.raises(RefusedError):
        sign(request, commander, shown_sha256(decision))
    assert not request.decisions.filter(signatures__door=2).exists()


def test_a_record_that_changed_under_the_choice_stands_at_the_second_door(clerk, commander, now, subject, here):
    here.jurisdiction = "us-tx"
    here.save()
    request = at_who(now, clerk, **of(subject))
    who.choose(request, subject, None, clerk)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    subject.record["date_of_birth"] = "1991-12-30"
    subject.save()
    request.refresh_from_db()
    with pytest.raises(RefusedError, match="disagree on identity"):
        make(request, [], clerk)


def test_clearing_one_persons_conflict_clears_nobody_elses(clerk, commander, now, subject):
    request = at_who(now, clerk, **of(subject, date_of_birth="1979-04-03"))
    who.choose(request, subject, None, clerk, commander.account, evidence="fingerprints")
    assert request.state == "deciding"
    other = Person.objects.exclude(pk=subject.pk).exclude(date_of_birth=None).first()
    Request.objects.filter(pk=request.pk).update(person=other)
    request.refresh_from_db()
    assert open_conflicts(request)


def test_a_corrected_birth_date_opens_the_conflict_again(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    who.choose(request, subject, None, clerk)
    reading.confirm(request, "subject.date_of_birth", "1991-12-30", clerk)
    assert request.match_conflict


def test_never_these_two_is_remembered_for_the_same_identifiers(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    who.propose(request, clerk)
    who.never_these(request, subject, "photograph shows somebody else", clerk)
    assert NeverThese.objects.get().person == subject
    again = at_who(now, clerk, **of(subject))
    assert subject.person_id not in {row["person"] for row in who.propose(again, clerk)["candidates"]}
    with pytest.raises(RefusedError, match="was ruled out for this document"):
        who.choose(again, subject, None, clerk)


def test_none_of_these_goes_on_without_a_person(clerk, now, subject):
    request = at_who(now, clerk, full_name="NOBODY, NOWHERE", date_of_birth="1950-01-01")
    assert who.propose(request, clerk)["verdict"] == "none"
    who.choose_nobody(request, clerk, "no such name and date")
    assert (request.state, request.person) == ("deciding", None)


def test_a_paper_that_names_nobody_needs_two_people_to_choose_anyone(clerk, now, subject):
    request = at_who(now, clerk)
    who.choose(request, subject, None, clerk)
    assert request.match_conflict
    assert who.conflicts_with(request, subject) == (who.NO_SUBJECT,)


def test_somebody_with_quite_another_name_is_a_conflict(clerk, now, subject):
    request = at_who(now, clerk, full_name="QUILLFEATHER, OBADIAH")
    assert who.conflicts_with(request, subject)


def test_a_released_person_and_a_strangers_booking_are_refused(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    other = Person.objects.exclude(pk=subject.pk).first()
    with pytest.raises(RefusedError, match="belongs to another inmate"):
        who.choose(request, subject, other.bookings.first(), clerk)
    Person.objects.filter(pk=subject.pk).update(in_custody=False)
    subject.refresh_from_db()
    with pytest.raises(RefusedError, match="not in custody"):
        who.choose(request, subject, None, clerk)


def test_going_back_to_the_paper_forgets_the_choice(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    who.choose(request, subject, None, clerk)
    reading.read_again(request, clerk)
    assert (request.state, request.person, request.chosen_by) == ("reading", None, None)
    assert "identity_match" not in request.source


def test_the_words_not_me_open_a_dispute_at_once(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    who.choose(request, subject, None, clerk)
    who.says_not_them(request, subject, "the person", "That is my cousin.", clerk)
    request.refresh_from_db()
    assert request.state == "disputed"
    assert subject.disputes.get().says == "not_me"


def test_a_request_for_a_disputed_person_is_blocked_when_the_person_is_chosen(clerk, now, subject):
    request = at_who(now, clerk, **of(subject))
    who.says_not_them(request, subject, "the person", "", clerk)
    assert request.state == "identifying", "nobody was chosen, so the dispute is about the person alone"
    who.choose(request, subject, None, clerk)
    assert request.state == "disputed"


def test_paper_and_record_stand_side_by_side(subject):
    lines = {each.says: each for each in who.beside(of(subject, date_of_birth="1979-04-03", sex="M"), subject.record)}
    assert (lines["Date of birth"].stands, lines["Name"].stands, lines["Booking number"].stands) == (
        "differs",
        "same",
        "missing",
    )


def test_five_signs_are_shown_for_a_courts_paper_only(roster, clerk, now):
    request = arrived(now, clerk, sheet("detainer"))
    assert all(isinstance(each.found, bool) for each in reading.five_signs(request))
    assert not ReadField.objects.filter(name="judicial", value_read="true").exists()


# ---- what is open


@pytest.fixture
def texas(here):
    here.jurisdiction, here.time_zone = "us-tx", "America/Chicago"
    here.save()
    return here


PROOF = "person.proof_of_status_given"


def open_facts(request):
    return list(request.questions.filter(closed_at=None).values_list("fact", flat=True))


def test_what_is_open_stands_on_the_desk_as_soon_as_it_is_said_who_is_meant(subject, staff, clerk, now, texas):
    request = at_who(now, clerk, **of(subject))
    assert open_facts(request) == [], "before that nobody knows about whom to ask"
    who.choose(request, subject, None, clerk)
    assert PROOF in open_facts(request)
    (row,) = board_for(staff["clerk"], now, texas).questions
    assert (row.number, row.asked) == (request.number, len(open_facts(request)))
    assert row.ask


def test_an_answer_closes_its_question_and_opens_none_twice(subject, staff, clerk, now, texas):
    request = at_who(now, clerk, **of(subject))
    who.choose(request, subject, None, clerk)
    record_fact(request, PROOF, "none", "asked the person", now, clerk)
    after = open_facts(request)
    assert PROOF not in after
    assert len(after) == len(set(after))
    assert request.questions.get(fact=PROOF).closed_why == "answered"


def test_what_cannot_be_worked_out_raises_nothing_and_stops_nobody(subject, clerk, now, texas, monkeypatch):
    def unreadable(*_):
        raise BadInputError("The request cannot be read.")

    request = at_who(now, clerk, **of(subject))
    monkeypatch.setattr("habeas.desk.services.decisions.open_questions.work", unreadable)
    who.choose(request, subject, None, clerk)
    assert (request.state, open_facts(request)) == ("deciding", [])


@pytest.mark.parametrize(("found", "says"), [(1, "One possible match"), (2, "More than one possible match")])
def test_one_doubtful_candidate_is_not_called_several(found, says):
    from habeas.desk.views.who import _verdict

    assert _verdict({"verdict": "ambiguous", "candidates": [{}] * found}).startswith(says)
