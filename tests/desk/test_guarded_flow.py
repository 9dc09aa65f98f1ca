"""What may never go out on one person's word: an unclear request, a list, a name alone, "not in our custody", a warrant's hand-over."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Event, Person, Publication, RosterFile, RosterImport
from habeas.desk.services.cases.freshness import refresh
from habeas.desk.services.custody import checking, roster_index
from habeas.desk.services.decisions import closing as ending
from habeas.desk.services.decisions import deciding, draft_answer
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import demand_looked, make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.signing import sign, sign_off
from habeas.desk.services.identity import identification as who
from habeas.desk.services.outgoing import executing, outgoing
from habeas.desk.workflow.errors import RefusedError, StaleError
from habeas.law.model.vocabulary import Outcome

from .test_core import detainer
from .test_deciding import letter, request_of

pytestmark = pytest.mark.django_db
CLASS = {"class": {"words": "non-citizens", "filter": {"citizenship": "not US"}, "filter_confirmed": True}}
UNCLEAR = {"class": {"words": "non-citizens charged with a felony", "filter": {"citizenship": "not US", "club": "x"}}}
JUDGE = {
    "issuer": "usms", "signer": "federal_magistrate_judge", "basis": "criminal_other", "judicial": True, "in_writing": True,
    "court": "United States District Court, Central District of California", "case_number": "2:26-mj-00412",
    "names_person": True,
}  # fmt: skip


@pytest.fixture
def texas(here):
    here.jurisdiction, here.time_zone = "us-tx", "America/Chicago"
    here.save()
    return here


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


def warrant(person, now, doing, subject=None):
    """A judge's warrant whose inmate was chosen; the paper gives a name and a birth date, or what `subject` says."""
    named = {"family_name": person.family_name, "given_name": person.given_name}
    asked = request_of(
        "judicial_warrant", now, subject=subject or named | {"date_of_birth": person.date_of_birth.isoformat()}, **JUDGE
    )
    asked.state = "identifying"
    asked.save()
    who.choose(asked, person, None, doing("clerk"))
    return asked


def test_nothing_is_prepared_while_the_request_itself_is_unclear(texas, roster, doing, now):
    asked = request_of("list_request", now, fields=["name", "charges"], **UNCLEAR)
    with pytest.raises(RefusedError, match="The request itself is not clear"):
        make(asked, [], doing("clerk"))
    assert not asked.decisions.exists()


@pytest.mark.parametrize(("state", "name"), [("to_counsel", "counsel"), ("to_sign", "commander"), ("ready", "clerk")])
def test_what_was_prepared_before_is_neither_signed_nor_sent_while_the_request_is_unclear(
    texas, roster, doing, now, state, name
):
    asked = request_of("list_request", now, fields=["name"], **CLASS)
    made = make(asked, [Choice("list", True, "county_policy")], doing("clerk"))
    asked.source["class"], asked.state = UNCLEAR["class"], state
    asked.save()
    refused = {
        "to_counsel": lambda: _move(asked, "sign_off", doing(name)),
        "to_sign": lambda: _move(asked, "sign", doing(name, "totp")),
        "ready": lambda: _move(asked, "dispatch", doing(name)),
    }
    with pytest.raises(RefusedError, match="The request itself is not clear"):
        refused[state]()
    assert made.signatures.count() == 1


def _move(asked, name, doing):
    from habeas.desk.workflow.machine import moving

    with moving(asked, name, doing):
        pass


@pytest.mark.parametrize(
    "kind",
    ["list_request", "administrative_subpoena", "judicial_subpoena", "grand_jury_subpoena", "public_records_request", "agreement_proposal"],
)  # fmt: skip
def test_a_refusal_of_these_kinds_too_is_in_force_only_once_counsel_has_signed_off(roster, doing, now, kind):
    asked = request_of(kind, now, fields=["citizenship"], **(CLASS if kind == "list_request" else {}))
    made = make(asked, [], doing("clerk"))
    assert (asked.state, made.state) == ("to_counsel", "to_sign")
    assert not made.choices.exclude(effective_at=None).exists()
    with pytest.raises(RefusedError):
        _move(asked, "settle", doing("clerk"))
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    made.refresh_from_db()
    assert asked.state == ("to_sign" if made.choices.filter(needs_second=True).exists() else "ready")
    assert made.signatures.filter(door=3, by__username="counsel").exists()


def test_a_list_that_leaves_needs_counsel_and_then_a_commander(texas, roster, doing, now):
    asked = request_of("list_request", now, fields=["name"], **CLASS)
    acts = [act.value for act, outcome in draft_answer.work(asked, now).outcomes().items() if outcome.value == "may"]
    made = make(asked, [Choice(act, True, "order_of_commander") for act in acts], doing("clerk"))
    with pytest.raises(RefusedError, match="not possible now"):
        sign(asked, doing("commander", "totp"), shown_sha256(made))
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    assert asked.state == "to_sign"
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert asked.state == "ready"


def test_a_list_that_reached_the_commander_without_counsel_is_not_signed(texas, roster, doing, now):
    asked = request_of("list_request", now, fields=["name"], **CLASS)
    made = make(asked, [Choice("list", True, "county_policy")], doing("clerk"))
    asked.state = "to_sign"
    asked.save()
    with pytest.raises(RefusedError, match="Counsel has not signed off"):
        sign(asked, doing("commander", "totp"), shown_sha256(made))


def test_no_kind_that_goes_to_counsel_is_settled_by_one_clerk(roster, doing, now, monkeypatch):
    monkeypatch.setattr(deciding, "way_of", lambda *_: "settle")
    asked = request_of("list_request", now, fields=["citizenship"], **CLASS)
    with pytest.raises(RefusedError, match="goes to counsel"):
        make(asked, [], doing("clerk"))


def test_refusing_a_detainer_never_waits_for_counsel(subject, doing, now):
    asked = detainer(subject, now)
    made = make(asked, [], doing("clerk"))
    assert (asked.state, made.state) == ("ready", "settled")


# ---- a name alone


def name_of(person):
    return {"family_name": person.family_name, "given_name": person.given_name}


def test_whoever_fits_by_name_alone_is_chosen_by_two_people_only(subject, doing, now):
    asked = warrant(subject, now, doing, name_of(subject))
    assert asked.state == "identifying"
    assert asked.match_conflict
    assert "identity_match" not in asked.source
    who.confirm_choice(asked, who.shown_choice(asked), doing("commander"), "photograph beside the booking photograph")
    assert asked.state == "deciding"
    assert asked.source["identity_match"] is True


@pytest.fixture
def by_name(subject, doing, now):
    """A warrant with a name alone, prepared, that waits to be signed."""
    asked = warrant(subject, now, doing, name_of(subject))
    who.confirm_choice(asked, who.shown_choice(asked), doing("clerk2"), "photograph")
    made = make(asked, [], doing("clerk"))
    assert asked.state == "to_sign"
    return asked, made


def test_nobody_is_handed_over_on_a_name_alone(by_name, doing):
    asked, made = by_name
    with pytest.raises(RefusedError, match="Match on name only"):
        sign(asked, doing("commander", "totp"), shown_sha256(made))


@pytest.mark.parametrize(("compared", "signs"), [(("fingerprints",), True), (("photograph",), True), ((), False)])
def test_prints_or_a_photograph_compared_at_the_second_review_are_the_second_identifier(
    compared, signs, subject, doing, now
):
    asked = warrant(subject, now, doing, name_of(subject))
    who.confirm_compared(asked, who.shown_choice(asked), doing("clerk2"), "Livescan prints agree", compared)
    logged = sorted(asked.identity_checks.values_list("identifier", "words"))
    assert logged == [(each, "Livescan prints agree") for each in compared]
    made = make(asked, [], doing("clerk"))
    if not signs:
        with pytest.raises(RefusedError, match="Match on name only"):
            sign(asked, doing("commander", "totp"), shown_sha256(made))
        return
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert asked.state == "ready"


def test_a_call_or_papers_of_the_inmate_are_no_identifier_that_the_review_can_log(subject, doing, now):
    asked = warrant(subject, now, doing, name_of(subject))
    with pytest.raises(RefusedError, match="listed identifiers"):
        who.confirm_compared(asked, who.shown_choice(asked), doing("clerk2"), "a call", ["date_of_birth"])
    assert asked.match_conflict


def test_the_page_of_the_second_review_logs_what_was_compared(subject, doing, now, as_role):
    asked = warrant(subject, now, doing, name_of(subject))
    given = {"looked": ["Fingerprints", "The inmate's own documents"], "evidence": "agree"}
    given |= {"seen": who.shown_choice(asked)}
    as_role("clerk2").post(f"/requests/{asked.number}/who/confirm/", given)
    assert list(asked.identity_checks.values_list("identifier", flat=True)) == ["fingerprints"]


def test_a_recorded_call_back_lets_it_be_signed(by_name, doing, now):
    asked, made = by_name
    looked = checking.Looked(now, spoke_with="Deputy Marshal Ito, badge 4411", number="213-555-0188")
    checking.check_identity(asked, looked, doing("clerk"))
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert asked.state == "ready"


def test_a_second_identifier_counts_only_where_it_agrees_with_the_record(by_name, doing, now, subject):
    asked, made = by_name
    with pytest.raises(RefusedError, match="does not match"):
        checking.check_identity(asked, checking.Looked(now, "date_of_birth", "01/02/1931"), doing("clerk"))
    born = f"{subject.date_of_birth:%m/%d/%Y}"
    checking.check_identity(asked, checking.Looked(now, "date_of_birth", born), doing("clerk"))
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert asked.state == "ready"


@pytest.mark.parametrize(
    ("looked", "why"),
    [
        ({}, "whom you spoke with"),
        ({"spoke_with": "Ito"}, "whom you spoke with"),
        ({"spoke_with": "Ito", "number": "(213) 555-0100"}, "number on the document"),
        ({"identifier": "shoe_size", "value": "9"}, "listed identifiers"),
        ({"identifier": "fbi_number"}, "Enter the identifier"),
        ({"identifier": "fingerprints"}, "what was compared"),
    ],
)
def test_a_check_without_its_words_is_none(by_name, doing, now, looked, why):
    asked, _ = by_name
    asked.source["phone"] = "213-555-0100"
    asked.save()
    with pytest.raises(RefusedError, match=why):
        checking.check_identity(asked, checking.Looked(now, **looked), doing("clerk"))
    assert not asked.identity_checks.exists()


def test_who_is_meant_is_no_fact_that_can_be_recorded(subject, doing, now):
    from habeas.desk.services.decisions.facts import record_fact

    with pytest.raises(RefusedError, match="identification page"):
        record_fact(detainer(subject, now), "request.identity_match", True, "the fax", now, doing("clerk"))


# ---- not in our custody


def unplaced(now, **subject):
    asked = request_of("detainer", now, subject=subject)
    asked.state = "identifying"
    asked.save()
    return asked


def test_not_in_our_custody_needs_a_second_person_when_anybody_is_near(subject, doing, now):
    asked = unplaced(now, **name_of(subject))
    who.choose_nobody(asked, doing("clerk"), "not him")
    assert asked.state == "identifying"
    assert subject.person_id in [row[0] for row in asked.nobody_near]
    with pytest.raises(RefusedError, match="another staff member"):
        who.confirm_nobody(asked, who.shown_nobody(asked), doing("clerk"), "photographs")
    with pytest.raises(RefusedError, match="what you compared"):
        who.confirm_nobody(asked, who.shown_nobody(asked), doing("clerk2"), " ")
    who.confirm_nobody(asked, who.shown_nobody(asked), doing("clerk2"), "photographs")
    made = make(asked, [], doing("clerk"))
    assert "is not in its custody" in " ".join(letter(made).split())


def test_whoever_bears_the_name_is_near_whatever_its_case_and_order_and_the_birth_date(subject, doing, now):
    asked = unplaced(
        now, full_name=f"{subject.given_name.lower()} {subject.family_name.upper()}", date_of_birth="1931-01-02"
    )
    who.choose_nobody(asked, doing("clerk"))
    assert subject.person_id in [row[0] for row in asked.nobody_near]


def test_where_nobody_is_near_one_person_says_so(roster, doing, now):
    asked = unplaced(now, family_name="QWXZ", given_name="VVKQ", date_of_birth="1931-01-02")
    who.choose_nobody(asked, doing("clerk"))
    assert asked.state == "deciding"


def test_a_refused_row_of_the_roster_that_may_be_the_person_needs_a_second_person_as_well(
    roster, doing, staff, client, now
):
    applied = RosterImport.objects.filter(state="applied").order_by("-applied_at", "-id").first()
    row = {"person_id": "", "family_name": "QWXZ", "given_name": "VVKQ", "date_of_birth": "1931-01-02"}
    RosterFile.objects.filter(roster=applied).update(detail={"unread": [["row 17", row]]})
    roster_index.forget()
    asked = unplaced(now, family_name="QWXZ", given_name="VVKQ", date_of_birth="1931-01-02")
    looked = who.propose(asked, doing("clerk"))
    assert (looked["verdict"], looked["unread"]) == ("ambiguous", ["row 17"])
    client.force_login(staff["clerk"])
    assert "look at row 17" in client.get(reverse("who", args=[asked.number])).content.decode()
    who.choose_nobody(asked, doing("clerk"))
    assert asked.state == "identifying"
    assert asked.nobody_near == [["", "1 row of the roster was refused and may be about this person: look at row 17"]]
    client.force_login(staff["clerk2"])
    page = client.get(reverse("who", args=[asked.number])).content.decode()
    assert "page for the reason" in page
    who.confirm_nobody(asked, who.shown_nobody(asked), doing("clerk2"), "the export and the booking sheets")
    assert asked.state == "deciding"
    demand_looked(asked)
    other = unplaced(now, family_name="VUXQ", given_name="KRTW", date_of_birth="1941-01-02")
    who.choose_nobody(other, doing("clerk"))
    assert other.state == "deciding"


def test_not_in_our_custody_is_not_answered_once_somebody_near_comes_in(subject, doing, now):
    asked = unplaced(now, **name_of(subject))
    asked.state = "deciding"
    asked.save()
    with pytest.raises(RefusedError, match="may be the person named"):
        make(asked, [], doing("clerk"))
    assert not asked.decisions.exists()


# ---- a judge's warrant is lodged and executed


@pytest.fixture
def signed(subject, doing, now):
    asked = warrant(subject, now, doing)
    made = make(asked, [], doing("clerk"))
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert asked.state == "ready"
    return asked


def custody_ended(asked, doing, value=True):
    """Somebody recorded whether the state's custody has ended."""
    from habeas.desk.services.decisions.facts import record_fact

    record_fact(asked, "custody.releasable", value, "the jail's own system", doing("clerk").at, doing("clerk"))


MARSHAL = {"agency": "U.S. Marshals Service", "officer": "Deputy Ito", "allowed_by": "case 2:26-mj-00412"}


def test_a_warrant_is_lodged_then_the_inmate_is_handed_over_and_nothing_goes_to_the_judge(signed, doing, now):
    with pytest.raises(RefusedError, match="No response goes to the court"):
        outgoing.dispatch(
            signed, doing("clerk"), "Hon. J. Doe", "fax", "555", outgoing.SendingProof("ok", "known_number")
        )
    with pytest.raises(RefusedError, match="the hold is lodged"):
        executing.hand_over(signed, executing.Taken(at=now, badge="4411", place="sallyport", **MARSHAL), doing("clerk"))
    executing.lodge_hold(signed, executing.Taken(at=now, **MARSHAL), doing("clerk"))
    assert signed.state == "watching"
    at_the_door = executing.Taken(at=now, badge="4411", place="sallyport", **MARSHAL)
    with pytest.raises(RefusedError, match="Verify that state custody has ended"):
        executing.hand_over(signed, at_the_door, doing("clerk"))
    custody_ended(signed, doing, False)
    with pytest.raises(RefusedError, match="Verify that state custody has ended"):
        executing.hand_over(signed, at_the_door, doing("clerk"))
    custody_ended(signed, doing)
    executing.hand_over(signed, at_the_door, doing("clerk"))
    assert (signed.state, signed.ended_how) == ("ended", "handed_over")
    kept = signed.executions.get(step="handed_over")
    assert (kept.officer, kept.badge, kept.place) == ("Deputy Ito", "4411", "sallyport")
    acts = list(Event.objects.filter(request=signed.number).values_list("act", flat=True))
    assert {"hold", "transfer"} <= set(acts)


@pytest.mark.parametrize("left_out", ["agency", "officer", "badge", "place", "allowed_by"])
def test_a_hand_over_says_to_whom_where_and_on_what(signed, doing, now, left_out):
    executing.lodge_hold(signed, executing.Taken(at=now, **MARSHAL), doing("clerk"))
    given = MARSHAL | {"badge": "4411", "place": "sallyport"} | {left_out: " "}
    with pytest.raises(RefusedError):
        executing.hand_over(signed, executing.Taken(at=now, **given), doing("clerk"))
    assert signed.state == "watching"


def test_nobody_is_handed_over_where_no_decision_allows_it(subject, doing, now):
    asked = detainer(subject, now)
    make(asked, [], doing("clerk"))
    with pytest.raises(RefusedError, match="No decision in effect"):
        executing.hand_over(asked, executing.Taken(at=now, badge="1", place="door", **MARSHAL), doing("clerk"))


def test_handed_over_is_not_written_down_without_to_whom(signed, doing, now):
    executing.lodge_hold(signed, executing.Taken(at=now, **MARSHAL), doing("clerk"))
    with pytest.raises(RefusedError, match="Log the transfer of custody"):
        ending.end(signed, "handed_over", doing("clerk"))


# ---- what a signature covers


@pytest.fixture
def held(texas, subject, doing, now):
    """A Texas detainer that waits for the second person."""
    from habeas.desk.services.decisions.facts import record_fact

    asked = detainer(subject, now)
    record_fact(asked, "person.proof_of_status_given", "none", "asked the person", now, doing("clerk"))
    return asked, make(asked, [], doing("clerk"))


def test_what_was_not_shown_is_not_signed(held, doing):
    asked, made = held
    with pytest.raises(RefusedError, match="draft changed since this page was opened"):
        sign(asked, doing("commander", "totp"), "0" * 64)
    made.refresh_from_db()
    assert made.state == "to_sign"
    assert made.signatures.count() == 1


def test_counsel_signs_off_only_what_was_shown(roster, doing, now):
    asked = request_of("list_request", now, fields=["citizenship"], **CLASS)
    made = make(asked, [], doing("clerk"))
    with pytest.raises(RefusedError, match="draft changed since this page was opened"):
        sign_off(asked, doing("counsel", "totp"), "0" * 64)
    assert made.signatures.count() == 1


def test_what_changed_while_the_letter_was_drawn_is_not_stored(subject, doing, now, monkeypatch):
    asked, drawn = detainer(subject, now), deciding.package_of

    def slowly(*given):
        Publication.objects.create(
            field="release_date", since=now.date(), where="the locator", evidence="a screen print",
            recorded_by=doing("clerk").account, recorded_at=now,
        )  # fmt: skip
        return drawn(*given)

    monkeypatch.setattr(deciding, "package_of", slowly)
    with pytest.raises(RefusedError, match="changed while the response was generated"):
        make(asked, [], doing("clerk"))
    assert not asked.decisions.exists()


@pytest.mark.parametrize("leaves", [Outcome.MUST, Outcome.MAY])
def test_a_class_of_which_anybody_may_leave_never_shows_as_forbidden(leaves):
    assert draft_answer.gravest([Outcome.MUST_NOT, leaves, Outcome.SILENT]) is leaves
    assert draft_answer.gravest([leaves, Outcome.UNKNOWN]) is leaves


def test_a_changed_publication_register_sends_a_draft_back(held, doing, now):
    asked, made = held
    Publication.objects.create(
        field="release_date", since=now.date(), where="the locator", evidence="a screen print",
        recorded_by=doing("clerk").account, recorded_at=now,
    )  # fmt: skip
    with pytest.raises(StaleError, match="public information schedule"):
        sign(asked, doing("commander", "totp"), shown_sha256(made))
    asked.refresh_from_db()
    assert asked.state == "deciding"
    assert refresh(asked, doing("clerk")) == []


def test_a_draft_is_not_signable_once_the_request_ended(held, doing):
    asked, made = held
    ending.withdrawn_by_sender(asked, "their fax of this morning", doing("clerk"))
    made.refresh_from_db()
    assert made.state == "returned"
    with pytest.raises(RefusedError):
        sign(asked, doing("commander", "totp"), shown_sha256(made))


# ---- what the record says of whom


def test_what_the_program_did_is_never_told_as_a_persons_act(subject, doing, now):
    from habeas.desk.services.cases.related_rows import beside
    from habeas.desk.services.intake import intake
    from habeas.desk.services.pages.request_page import history

    from .sheets import sheet

    asked = intake.receive_paper(sheet("detainer"), "fax.pdf", "fax", now, now, "night desk", doing("clerk"))
    intake.register(asked, {"kind": "detainer"}, doing("clerk"))
    who.propose(asked, doing("clerk"))
    told = [(each.who, each.said) for each in history(beside(asked, {"event", "account"}))]
    assert ("Habeas", "read the document of this request") in told
    assert ("Habeas", "looked for matches for this request") in told
    assert ("Clerk Example", "created this request") in told
    assert not [said for name, said in told if name != "Habeas" and ("verified" in said or "identif" in said)]


def test_one_act_is_told_once(subject, doing, now):
    from habeas.desk.services.cases.related_rows import beside
    from habeas.desk.services.pages.request_page import history

    asked = detainer(subject, now)
    make(asked, [], doing("clerk"))
    told = [(each.at, each.who, each.said) for each in history(beside(asked, {"event", "account"}))]
    assert len(told) == len(set(told))


def test_from_says_the_sender_that_was_confirmed(subject, now):
    from habeas.desk.services.pages.request_page import sender_words

    asked = detainer(subject, now, **{"from": {"agency": "ICE ERO Los Angeles Field Office", "name": "R. Castellan"}})
    assert sender_words(asked) == "ICE ERO Los Angeles Field Office, R. Castellan"
    asked.source.pop("from")
    asked.sender_agency = "as the fax's head has it"
    assert sender_words(asked) == "as the fax's head has it"


# ---- a cancellation ends the hold it names


def cancellation(person, now, doing, **source):
    named = name_of(person) | {"date_of_birth": person.date_of_birth.isoformat()}
    asked = request_of("detainer_cancellation", now, **({"subject": named} | source))
    asked.state = "identifying"
    asked.save()
    who.choose(asked, person, None, doing("clerk"))
    return asked


def test_a_cancellation_ends_the_hold_it_names_at_once_and_its_clocks_stop(texas, subject, doing, now, later):
    from habeas.desk.models import Clock
    from habeas.desk.services.decisions.facts import record_fact
    from habeas.desk.services.identity.cancelling import earlier_of, end_hold

    earlier = detainer(subject, now, event_number="LOS2603000412")
    record_fact(earlier, "person.proof_of_status_given", "none", "asked", now, doing("clerk"))
    record_fact(earlier, "custody.release_at", later(hours=1).isoformat(), "the jail's system", now, doing("clerk"))
    make(earlier, [], doing("clerk"))
    Clock.objects.create(request=earlier, kind="reply", slot="test", says="x", started_at=now, ends_at=later(hours=9))
    asked = cancellation(subject, now, doing, event_number="LOS2603000412")
    assert asked.state == "cancelling"
    assert [each.agrees for each in earlier_of(asked)] == [("the same inmate", "the same event number")]
    end_hold(asked, earlier, doing("clerk"))
    assert (asked.state, earlier.state, earlier.ended_how) == ("ended", "ended", "cancelled")
    assert earlier.decisions.get().state == "returned"
    assert not Clock.objects.filter(request=earlier, notice=None, met_at=None).exists()
    assert not asked.decisions.exists(), "a cancellation is no request to hold anybody"


def test_a_paper_that_cancels_is_read_and_proposes_the_hold_it_ends(texas, subject, doing, now, as_role):
    from habeas.desk.services.identity.cancelling import earlier_of, end_hold
    from habeas.desk.services.intake import intake, reading
    from habeas.desk.services.papers.entries import value_of

    from .sheets import sheet

    first = detainer(subject, now, issued_on="2026-02-02", event_number="LOS2602000001")
    meant = detainer(subject, now, issued_on="2026-03-03", event_number="LOS2603000412")
    whom = {"name": f"{subject.family_name}, {subject.given_name}", "born": f"{subject.date_of_birth:%m/%d/%Y}"}
    asked = intake.receive_paper(sheet("cancels", **whom), "fax.pdf", "fax", now, now, "night desk", doing("clerk"))
    said = intake.said_of(asked)
    assert intake.seems_to_be(asked, said) == "detainer_cancellation"
    assert (said["cancels_detainer_of"], said["event_number"]) == ("2026-03-03", "LOS2603000412")
    intake.register(asked, {"kind": "detainer_cancellation"}, doing("clerk"))
    reading.confirm_many(asked, {each: value_of(each, said[each]) for each in said if said[each]}, (), doing("clerk"))
    reading.finish(asked, doing("clerk"))
    who.choose(asked, subject, None, doing("clerk"))
    proposed = earlier_of(asked)
    assert asked.state == "cancelling"
    assert [each.request for each in proposed] == [meant, first], "the likeliest first"
    assert proposed[0].agrees == ("the same inmate", "the same event number", "the day it names")
    page = as_role("clerk").get(f"/requests/{asked.number}/cancels/").content.decode()
    assert page.index(f"End {meant.number} now") < page.index(f"End {first.number} now")
    end_hold(asked, meant, doing("clerk"))
    first.refresh_from_db()
    assert (meant.state, first.state) == ("ended", "deciding")


def test_the_day_a_cancellation_names_alone_proposes_nobodys_hold(subject, doing, now):
    from habeas.desk.services.identity.cancelling import earlier_of

    detainer(subject, now, issued_on="2026-03-03")
    asked = request_of("detainer_cancellation", now, cancels_detainer_of="2026-03-03")
    assert earlier_of(asked) == []


def test_a_cancellation_that_names_nothing_here_is_a_question_and_shows_the_holds(subject, doing, now, as_role):
    from habeas.desk.services.identity.cancelling import end_without

    asked = cancellation(subject, now, doing)
    assert "Which earlier request" in asked.questions.get(closed_at=None).ask
    page = as_role("clerk").get(f"/requests/{asked.number}/cancels/").content.decode()
    assert "No earlier request found" in page
    with pytest.raises(RefusedError, match="Enter which hold"):
        end_without(asked, "", doing("clerk"))
    end_without(asked, "none was on the jail's record, looked at 3:10", doing("clerk"))
    assert asked.state == "ended"


@pytest.mark.parametrize(
    ("bookings", "said"),
    [
        ([{"holds": None}], "The roster does not list holds."), ([{}], "The roster does not list holds."),
        (None, "The roster does not list holds."), ([{"holds": []}, {"holds": None}], "The roster shows none."),
        ([{"holds": ["ICE"]}], "<li>ICE</li>"),
    ],
)  # fmt: skip
def test_a_roster_that_says_nothing_about_holds_is_not_taken_for_one_without(
    subject, doing, now, as_role, bookings, said
):
    asked = cancellation(subject, now, doing)
    subject.record = {**subject.record, "bookings": bookings}
    subject.save()
    assert said in as_role("clerk").get(f"/requests/{asked.number}/cancels/").content.decode()


def test_a_cancellation_never_ends_the_hold_of_somebody_else(subject, doing, now):
    from habeas.desk.services.identity.cancelling import end_hold

    other = Person.objects.exclude(pk=subject.pk).filter(in_custody=True, date_of_birth__isnull=False).first()
    earlier = detainer(other, now)
    asked = cancellation(subject, now, doing)
    with pytest.raises(RefusedError, match="does not name that request"):
        end_hold(asked, earlier, doing("clerk"))
    earlier.refresh_from_db()
    assert earlier.state == "deciding"


@pytest.mark.parametrize("name", ["settle", "send_to_sign"])
def test_a_cancellation_is_never_answered_as_a_request(subject, doing, now, name):
    asked = request_of("detainer_cancellation", now, subject=name_of(subject))
    with pytest.raises(RefusedError, match="needs no response"):
        _move(asked, name, doing("clerk"))


@pytest.mark.parametrize("how", ["cancelled", "hold_ended"])
def test_only_a_cancellation_ends_a_request_as_cancelled(signed, doing, now, how):
    executing.lodge_hold(signed, executing.Taken(at=now, **MARSHAL), doing("clerk"))
    with pytest.raises(RefusedError, match="listed ways"):
        ending.end(signed, how, doing("clerk"))


def test_a_recalled_warrant_is_neither_signed_nor_carried_out(subject, doing, now):
    asked = warrant(subject, now, doing)
    made = make(asked, [], doing("clerk"))
    asked.source["cancelled"] = True
    asked.save()
    with pytest.raises(RefusedError, match="canceled or recalled"):
        _move(asked, "sign", doing("commander", "totp"))
    assert made.signatures.count() == 1


def test_a_warrant_recalled_after_it_was_lodged_hands_nobody_over(signed, doing, now):
    from habeas.desk.models import FactRecord

    executing.lodge_hold(signed, executing.Taken(at=now, **MARSHAL), doing("clerk"))
    FactRecord.objects.create(
        request=signed, fact="request.cancelled", value=True, source="the clerk of the court", said_at=now, recorded_at=now,
        by=doing("clerk").account,
    )  # fmt: skip
    with pytest.raises(RefusedError, match="canceled or recalled"):
        executing.hand_over(signed, executing.Taken(at=now, badge="1", place="door", **MARSHAL), doing("clerk"))


def test_a_stamp_that_was_read_is_proposed_as_a_fact_of_the_request():
    from types import SimpleNamespace

    from habeas.desk.services.intake.reading import _taken_back
    from habeas.paper import FieldReading

    lead = SimpleNamespace(pages=(2,), fields={})
    value, mark = _taken_back(SimpleNamespace(warnings=("AO 442: marked “RECALLED”.",), lead=lead))["cancelled"]
    assert (value, mark.page, mark.words) == (None, 2, "RECALLED"), "what a reading from before calls a mark is asked"
    assert _taken_back(SimpleNamespace(warnings=("A page is missing.",), lead=lead)) == {}
    known = {"withdrawn_words": FieldReading("RECALLED", 2, "RECALLED")}
    read = SimpleNamespace(warnings=("AO 442: marked “RECALLED”.",), lead=SimpleNamespace(pages=(2,), fields=known))
    assert _taken_back(read)["cancelled"] == (True, known["withdrawn_words"])


# ---- duties that block


@pytest.mark.parametrize(
    ("confirmed", "left"), [(None, ["Confirm who it is."]), (False, ["Confirm who it is."]), (True, [])]
)
def test_until_a_person_confirmed_who_is_meant_the_duty_to_confirm_blocks(signed, confirmed, left):
    from habeas.desk.workflow.guards import blocking

    made = signed.decisions.get()
    made.answer["duties"] = [
        {"what": "confirm_identity", "says": "Confirm who it is.", "blocks": act, "citation": "x", "if": None}
        for act in ("transfer", "notify")
    ]
    made.save()
    signed.source["identity_match"] = confirmed
    assert blocking(signed) == left


@pytest.mark.parametrize(
    ("what", "fact", "opens"),
    [
        ("confirm_signature", "request.signer", "immigration_officer"),
        ("confirm_probable_cause", "request.probable_cause_box", True),
    ],
)
def test_what_must_be_found_out_first_blocks_until_it_is_recorded_and_then_no_more(
    signed, what, fact, opens, now, doing
):
    from habeas.desk.models import FactRecord
    from habeas.desk.workflow.guards import blocking

    made = signed.decisions.get()
    made.answer["duties"] = [
        {"what": what, "says": "Find it out.", "blocks": "transfer", "citation": "x", "if": "transfer"}
    ]
    made.save()
    name = fact.removeprefix("request.")
    signed.source.pop(name, None)
    assert blocking(signed) == ["Find it out."]
    FactRecord.objects.create(
        request=signed,
        fact=fact,
        value=opens,
        source="the paper",
        said_at=now,
        recorded_at=now,
        by=doing("clerk").needed_account,
    )
    assert blocking(signed) == []


def test_that_no_proof_of_citizenship_was_shown_is_an_answer_and_blocks_no_more(signed, now, doing):
    from habeas.desk.models import FactRecord
    from habeas.desk.workflow.guards import blocking

    made = signed.decisions.get()
    made.answer["duties"] = [{"what": "confirm_proof_of_status", "says": "Record it.", "blocks": "transfer"}]
    made.save()
    assert blocking(signed) == ["Record it."]
    FactRecord.objects.create(
        person=signed.person, fact="person.proof_of_status_given", value="none", source="the interview", said_at=now, recorded_at=now,
        by=doing("clerk").account,
    )  # fmt: skip
    assert blocking(signed) == []


def test_a_recall_that_somebody_recorded_as_not_known_stays_unknown():
    from habeas.desk.services.cases.decision_inputs import _of_request
    from habeas.requests.request import read_request

    for recorded, taken_back in (({"cancelled": None}, None), ({"cancelled": False}, False), ({}, False)):
        assert read_request({"kind": "detainer", **_of_request(recorded)}).facts["cancelled"] is taken_back


def test_a_copy_that_comes_before_a_hold_blocks_it_until_it_is_served(held, doing, now):
    from habeas.desk.services.outgoing.notices import Told, serve

    asked, made = held
    made.answer["duties"] = [
        {
            "what": "give_copy_to_person",
            "says": "Give the person a copy.",
            "blocks": "hold",
            "citation": "x",
            "if": None,
        }
    ]
    made.save()
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert asked.state == "signed"
    with pytest.raises(RefusedError, match="Give the person a copy"):
        _move(asked, "duties_met", doing("clerk"))
    for notice in asked.notices.filter(served_at=None, excused=""):
        serve(notice, "served", "en", doing("clerk"), Told(answer="none"))
    asked.refresh_from_db()
    assert asked.state == "ready"


def test_an_identity_that_a_program_sent_is_never_taken_for_a_persons_word(subject, now, doing):
    from habeas.desk.services.intake import intake, reading

    asked = intake.receive_paper(None, "said", "email", now, now, "desk", doing("clerk"))
    intake.register(asked, {"kind": "detainer", "identity_match": True, "subject": name_of(subject)}, doing("clerk"))
    reading.rebuild(asked)
    assert "identity_match" not in asked.source


def test_confirm_all_never_takes_a_blank_identifier_silently(roster, doing, now, as_role):
    from habeas.desk.services.intake import intake

    asked = intake.receive_paper(None, "said", "phone", now, now, "desk", doing("clerk"))
    intake.register(asked, {"kind": "detainer", "subject": {"full_name": "NOBODY, NONE"}}, doing("clerk"))
    clerk = as_role("clerk")
    blank = {f"f:{name}": "" for name in ("subject.date_of_birth", "subject.a_number", "from.agency")}
    address = f"/requests/{asked.number}/read/confirm/"
    page = clerk.post(address, blank | {"version": asked.version, "all": "1"})
    assert page.status_code == 422
    assert "Check these one by one" in page.content.decode()
    assert not asked.read_fields.filter(name="subject.a_number").exists()
    some = {
        "again": "1",
        "again:subject.date_of_birth": "absent",
        "again:from.agency": "typed",
        "typed:from.agency": "ICE",
    }
    assert clerk.post(address, blank | some | {"version": asked.version, "all": "1"}).status_code == 422
    said = some | {"again:subject.a_number": "absent"}
    assert clerk.post(address, blank | said | {"version": asked.version, "all": "1"}).status_code == 302
    assert asked.read_fields.get(name="subject.a_number").confirmed_by.username == "clerk"
    assert asked.read_fields.get(name="from.agency").value == "ICE"


@pytest.mark.parametrize(
    "given", [{}, {"identifier": "date_of_birth"}, {"spoke_with": "Ito", "number": "213-555-0188"}]
)
def test_the_sign_page_shows_what_is_uncertain_what_is_missing_and_who_was_called(
    by_name, doing, now, as_role, subject, given
):
    asked, _ = by_name
    if "identifier" in given:
        given = given | {"value": f"{subject.date_of_birth:%m/%d/%Y}"}
    if given:
        checking.check_identity(asked, checking.Looked(now, **given), doing("clerk"))
    page = as_role("commander").get(f"/requests/{asked.number}/sign/")
    said = " ".join(page.content.decode().split())
    assert page.status_code == 200
    assert "Match on name only" in said
    assert "FBI number: not on the document" in said
    assert ("Identity not verified" in said) is not bool(given)
    assert ("Call-back to sender at 213-555-0188: Ito" in said) is ("number" in given)
    assert ("Call-back verification: not done" in said) is not bool(given)
