"""Choose only where the law leaves it; what was shown is what is made; a second person checks a few things and signs."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import ActChoice, Decision, Event, Request
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make, preview
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.opinions import Terms, give_opinion, unsettled
from habeas.desk.services.decisions.signing import sign, withdraw
from habeas.desk.workflow.errors import RefusedError, StaleError

from .test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def texas(here):
    here.jurisdiction = "us-tx"
    here.save()
    return here


@pytest.fixture
def waiting(texas, subject, staff, now):
    """A Texas detainer that waits for the second person."""
    asked = detainer(subject, now)
    record_fact(asked, "person.proof_of_status_given", "none", "asked the person", now, by(staff["clerk"], now))
    make(asked, [], by(staff["clerk"], now))
    assert asked.state == "to_sign"
    return asked


def request_of(kind, now, **source):
    return Request.objects.create(
        number=f"R-{Request.objects.count() + 1:04d}", kind=kind, state="deciding", received_at=now, entered_at=now,
        source={"issuer": "ice", "in_writing": True, **source}, sender_agency="U.S. Immigration and Customs Enforcement",
    )  # fmt: skip


def letter(decision):
    return bytes(decision.files.get(path="outgoing/letter.txt").content).decode()


def test_a_choice_inside_may_needs_a_ground_and_the_letter_says_what_was_chosen(subject, staff, now, here):
    here.jurisdiction = "us-ca"
    here.save()
    doing = by(staff["clerk"], now)
    asked = detainer(subject, now)
    with pytest.raises(RefusedError, match="listed reasons"):
        make(asked, [Choice("notify", complies=False, ground="because")], doing)
    refused = make(asked, [Choice("notify", complies=False, ground="county_policy")], doing)
    said = " ".join(letter(refused).split())
    assert "will not notify your agency of the inmate's date and time of release." in said
    assert "will respond separately to the request to transfer" in said, "transfer was left open"
    other = detainer(subject, now)
    complied = make(other, [Choice("notify", complies=True, ground="order_of_commander")], doing)
    assert other.state == "to_sign"
    assert "Office will notify your agency of the inmate's date and time of release." in " ".join(
        letter(complied).split()
    )


def test_where_nobody_chose_the_letter_says_it_is_not_done_and_promises_nothing(texas, subject, staff, now):
    asked = detainer(subject, now)
    made = make(asked, [], by(staff["clerk"], now))
    said = letter(made)
    assert made.choices.get(act="hold").does == "waits"
    plain = " ".join(said.split())
    assert "will respond separately to the request to hold" in plain
    assert "Until then it takes no action on that request." in plain
    assert "DRAFT" in said, "an act nobody answered leaves the letter a draft"
    assert "Approved by" not in said
    assert not any(word in said.lower() for word in ("not now", "delay", "pending", "until further"))


def test_what_the_office_does_stands_in_the_notice_too(waiting):
    decision = waiting.decisions.get()
    held = decision.choices.get(act="hold")
    assert (held.does, held.needs_second, held.effective_at) == ("complies", True, None)
    assert "Approved by:" in letter(decision)


@pytest.mark.parametrize(
    "kind", ["facility_access", "agreement_proposal", "administrative_subpoena", "public_records_request"]
)
def test_a_request_about_nobody_gets_a_decision_and_a_letter(staff, now, here, kind):
    asked = request_of(kind, now, fields=["name"] if "subpoena" in kind or "records" in kind else None)
    made = make(asked, [], by(staff["clerk"], now))
    assert made.answer["acts"]
    assert made.choices.exists()
    assert "responds as follows:" in letter(made)
    assert made.files.filter(path="outgoing/letter.pdf").exists()


def test_a_paper_that_fits_nobody_is_answered_so_and_nothing_is_done(staff, now, here):
    asked = request_of("detainer", now, subject={"family_name": "NOWHERE", "given_name": "NONE"})
    made = make(asked, [], by(staff["clerk"], now))
    assert set(made.choices.values_list("does", flat=True)) == {"refuses"}
    assert "is not in its custody" in " ".join(letter(made).split())


def test_a_list_request_is_answered_per_person_and_counted_never_named(roster, staff, now):
    asked = request_of(
        "list_request",
        now,
        fields=["name", "citizenship"],
        **{"class": {"words": "all aliens", "filter": {"citizenship": "not US"}, "filter_confirmed": True}},
    )
    made = make(asked, [], by(staff["clerk"], now))
    counts = made.answer["counts"]["list"]
    assert sum(counts.values()) == made.answer["decided"] >= 60
    assert made.answer["disclosed"]["people"] == 0
    assert not made.files.filter(path="outgoing/disclosed.csv").exists()


def test_fields_leave_only_where_the_office_complies(roster, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    asked = request_of(
        "list_request", now, fields=["name", "booking_id"], **{"class": {"filter": {"citizenship": "not US"}}}
    )
    outcomes = {act.value: outcome.value for act, outcome in work(asked, now).outcomes().items()}
    clerk = by(staff["clerk"], now)
    shut = make(asked, [], clerk)
    assert not shut.files.filter(path="outgoing/disclosed.csv").exists()
    may = [act for act, outcome in outcomes.items() if outcome == "may"]
    assert {"list", "share_public"} <= set(may), outcomes
    again = request_of("list_request", now, **{key: asked.source[key] for key in ("fields", "class")})
    opened = make(again, [Choice(act, complies=True, ground="order_of_commander") for act in may], clerk)
    assert again.state == "to_counsel"
    assert opened.files.filter(path="outgoing/disclosed.csv").exists()


def test_only_counsel_opens_what_the_law_leaves_unsettled(subject, staff, now, here, later):
    here.jurisdiction = "us-ca-san-diego"
    here.save()
    asked = detainer(subject, now)
    clerk, counsel = by(staff["clerk"], now), by(staff["counsel"], now)
    unsure = [act.value for act, outcome in work(asked, now).outcomes().items() if outcome.value == "unresolved"]
    assert unsure
    with pytest.raises(RefusedError, match="only counsel's answer"):
        preview(asked, work(asked, now), [Choice(unsure[0], complies=True, ground="counsel_advice")], clerk)
    make(asked, [], clerk)
    assert unsure[0] in {each.act for each in unsettled()}
    Request.objects.filter(pk=asked.pk).update(state="deciding")
    asked.refresh_from_db()
    give_opinion(asked, unsure[0], "may", "Memo 12", counsel, Terms(expires_on=now.date()))
    made = make(asked, [Choice(unsure[0], complies=True, ground="counsel_advice")], clerk)
    assert made.choices.get(act=unsure[0]).does == "complies"
    Request.objects.filter(pk=asked.pk).update(state="deciding")
    asked.refresh_from_db()
    with pytest.raises(RefusedError, match="only counsel's answer"):
        make(asked, [Choice(unsure[0], complies=True, ground="counsel_advice")], by(staff["clerk"], later(days=2)))


def test_deciding_with_the_keyboard_only_takes_two_pages(clerk, subject, now, django_assert_max_num_queries):
    asked = detainer(subject, now)
    with django_assert_max_num_queries(12):
        page = clerk.get(f"/requests/{asked.number}/decide/")
    shown = page.context["shown"]
    assert "responds as follows:" in page.content.decode()
    answer = clerk.post(
        f"/requests/{asked.number}/decide/", {"do": "make", "shown": shown, "version": asked.version}, follow=True
    )
    assert answer.status_code == 200
    assert "The response is in effect" in answer.content.decode()
    asked.refresh_from_db()
    assert asked.state == "ready"


def test_the_signer_sees_the_document_and_the_booking_beside_the_checklist(as_role, waiting):
    text = as_role("commander").get(f"/requests/{waiting.number}/sign/").content.decode()
    assert "data-paper-pages" in text
    for words in ("Charges", "Holds", "Scheduled release (per the jail)", "Photograph"):
        assert f"<dt>{words}</dt>" in text


def test_what_was_not_shown_is_not_made(clerk, subject, now):
    asked = detainer(subject, now)
    page = clerk.post(f"/requests/{asked.number}/decide/", {"do": "make", "shown": "0" * 64, "version": asked.version})
    assert "review it below" in page.content.decode()
    assert not asked.decisions.exists()


def test_a_form_from_an_older_page_loses_and_is_told_who_was_first(clerk, subject, staff, now):
    asked = detainer(subject, now)
    shown = clerk.get(f"/requests/{asked.number}/decide/").context["shown"]
    old = asked.version
    make(Request.objects.get(pk=asked.pk), [], by(staff["clerk2"], now))
    page = clerk.post(f"/requests/{asked.number}/decide/", {"do": "make", "shown": shown, "version": old}, follow=True)
    assert "Clerk2 Example changed this request" in page.content.decode()
    assert asked.decisions.count() == 1


def test_the_answer_is_shown_with_its_files_before_it_leaves(clerk, subject, staff, now, django_assert_max_num_queries):
    asked = detainer(subject, now)
    made = make(asked, [], by(staff["clerk"], now))
    with django_assert_max_num_queries(12):
        text = clerk.get(f"/requests/{asked.number}/answer/").content.decode()
    pdf = made.files.get(path="outgoing/letter.pdf")
    assert pdf.sha256 in text
    got = clerk.get(f"/requests/{asked.number}/answer/{pdf.pk}/")
    assert (got["Cache-Control"], got["Content-Type"], got.content[:5]) == ("no-store", "application/pdf", b"%PDF-")
    other = detainer(subject, now)
    assert clerk.get(f"/requests/{other.number}/answer/{pdf.pk}/").status_code == 404


def test_the_second_door_shows_few_things_and_signs_with_a_code(
    as_role, code_of, staff, waiting, django_assert_max_num_queries
):
    commander = as_role("commander")
    with django_assert_max_num_queries(12):
        page = commander.get(f"/requests/{waiting.number}/sign/")
    text = page.content.decode()
    for words in ("Approval checklist", "Key facts", "Until it is signed, nothing is held, disclosed or transferred",
                  "The inmate is not held past release.", "The draft can wait; a release cannot."):  # fmt: skip
        assert words in text
    form = {"version": waiting.version, "seen": page.context["found"].seen}
    refused = commander.post(f"/requests/{waiting.number}/sign/", form | {"code": "000000"}, follow=True)
    assert waiting.decisions.get().state == Decision.State.TO_SIGN
    assert "second factor" in refused.content.decode() or "code" in refused.content.decode()
    code = code_of(staff["commander"])
    form |= {"code": code, "no_call_back": "the form came by the sender’s own channel"}
    done = commander.post(f"/requests/{waiting.number}/sign/", form, follow=True)
    assert "Signed. It is in effect." in done.content.decode()
    assert waiting.decisions.get().state == Decision.State.SETTLED


def test_who_prepared_it_sees_why_they_cannot_sign(as_role, texas, subject, staff, now):
    asked = detainer(subject, now)
    record_fact(asked, "person.proof_of_status_given", "none", "asked", now, by(staff["commander"], now))
    make(asked, [], by(staff["commander"], now))
    text = as_role("commander").get(f"/requests/{asked.number}/sign/").content.decode()
    assert "cannot approve it" in text
    assert 'name="code"' not in text


def test_at_night_with_no_other_commander_the_page_says_what_stands(as_role, waiting, staff):
    for name in ("commander", "commander2"):
        staff[name].is_active = False
        staff[name].save()
    text = as_role("clerk").get(f"/requests/{waiting.number}/").content.decode()
    assert "No one here can sign it now" in text
    assert "The inmate is not held past release." in text


def test_a_draft_that_is_out_of_date_cannot_be_signed_and_says_what_changed(as_role, waiting, subject, staff, now):
    subject.record = subject.record | {"family_name": "CHANGED"}
    subject.save()
    page = as_role("commander").get(f"/requests/{waiting.number}/sign/")
    assert "the inmate&#x27;s roster record changed" in page.content.decode()
    with pytest.raises(StaleError, match="decided again"):
        sign(waiting, by(staff["commander"], now, "totp"), shown_sha256(waiting.decisions.get()))
    waiting.refresh_from_db()
    assert waiting.state == "deciding"


def test_it_is_returned_with_a_listed_reason(as_role, waiting):
    commander = as_role("commander")
    commander.post(f"/requests/{waiting.number}/return/", {"reason": "mood", "version": waiting.version})
    waiting.refresh_from_db()
    assert waiting.state == "to_sign"
    commander.post(f"/requests/{waiting.number}/return/", {"reason": "law_unclear", "version": waiting.version})
    waiting.refresh_from_db()
    assert waiting.state == "deciding"
    assert waiting.decisions.get().returned_why.startswith("Counsel should review it")


def test_the_difference_from_the_last_similar_decision_is_shown(as_role, waiting, subject, staff, now):
    first = detainer(subject, now)
    Decision.objects.filter(request=waiting).update(state=Decision.State.SETTLED)
    ActChoice.objects.filter(decision__request=waiting, act="transfer").update(does="waits", outcome="unknown")
    make(first, [], by(staff["clerk"], now))
    text = as_role("commander").get(f"/requests/{first.number}/sign/").content.decode()
    assert f'Different from <a class="usa-link" href="/requests/{waiting.number}/"' in text


def test_a_draft_that_is_taken_back_is_signed_by_nobody(waiting, staff, now):
    drafted = waiting.decisions.get()
    with pytest.raises(RefusedError):
        withdraw(waiting, by(staff["inspector"], now))
    withdraw(waiting, by(staff["clerk"], now))
    drafted.refresh_from_db()
    waiting.refresh_from_db()
    assert (waiting.state, drafted.state, drafted.returned_why) == ("deciding", "returned", "taken back")
    event = Event.objects.order_by("-seq").first()
    assert event.act == "send_back"
    assert drafted.key in event.body
    with pytest.raises(RefusedError):
        sign(waiting, by(staff["commander"], now, "totp"), shown_sha256(drafted))
