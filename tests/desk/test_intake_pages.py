"""The pages of intake, reading, who is meant, people, rosters and the register: as a clerk, a commander, an inspector meet them."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from habeas.desk.doing import by
from habeas.desk.models import Event, Paper, Person, Publication, Request, RosterImport
from habeas.desk.services.custody import roster_index
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.papers.papers import draw_now
from tests.desk import work
from tests.desk.pages import seen_on
from tests.desk.sheets import packet, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_older_index():
    """Rosters of two tests have one number in the store: the index of another test's is none of this one's."""
    roster_index.forget()


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


@pytest.fixture
def as_clerk(client, staff):
    client.force_login(staff["clerk"])
    return client


def upload(content, name="fax.pdf", **more):
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    return {"file": file, "channel": "fax", "received_at": "2026-03-04T02:50", "touched_at": "2026-03-04T03:04"} | more


def follow(client, address, data=None):
    response = client.post(address, data or {}, follow=True)
    assert response.status_code == 200, response.content[-600:]
    return response


def one_by_one(asked):
    """The answers to what is asked again: an identifier says what was read, a blank is not on the document."""
    return {"again": "1"} | {
        f"again:{row.name}": "read" if row.value_read else "absent"
        for row in asked.read_fields.filter(confirmed_at=None)
    }


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_detainer_with_nothing_odd_goes_from_the_tray_to_the_decision_in_four_steps(as_clerk, subject):
    page = follow(as_clerk, "/intake/", upload(sheet("detainer")))
    assert "Suggested from the document" in text(page)
    asked = Request.objects.get()
    follow(as_clerk, f"/requests/{asked.number}/register/", {"version": 0, "kind": "detainer"})
    page = as_clerk.get(f"/requests/{asked.number}/read/")
    fields = {row.name: row.value_read for row in asked.read_fields.all()}
    typed = {f"f:{name}": value.split("; ") if name in {"asks"} else value for name, value in fields.items()}
    asked.refresh_from_db()
    typed |= {"version": asked.version, "finish": "1"} | one_by_one(asked)
    page = follow(as_clerk, f"/requests/{asked.number}/read/confirm/", typed)
    assert "Identify the inmate" in text(page)
    assert "MARLOWE, ROBIN" in text(page)
    asked.refresh_from_db()
    follow(as_clerk, f"/requests/{asked.number}/who/choose/", {"version": asked.version, "person": subject.key})
    asked.refresh_from_db()
    assert (asked.state, asked.person) == ("deciding", subject)


def test_the_same_paper_is_said_before_anything_is_typed(as_clerk, clerk, now):
    first = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    page = as_clerk.post("/intake/", upload(sheet("detainer"), received_by="mail room"))
    assert "The same document was received before" in text(page)
    assert Request.objects.count() == 1, "nothing is entered before the clerk says so"
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page.content.decode()))
    follow(as_clerk, "/intake/again/", {**hidden, "paper": Paper.objects.get().key})
    again = Request.objects.exclude(pk=first.pk).get()
    assert (again.duplicate_of, again.received_by) == (first, "mail room")


def test_a_program_sent_as_a_paper_is_kept_and_said_in_one_sentence(as_clerk):
    page = follow(as_clerk, "/intake/", upload(b"MZ\x90\x00" + b"\x00" * 50))
    assert "is a program" in text(page)
    assert "Traceback" not in text(page)


def test_an_upload_without_anything_says_what_to_do(as_clerk):
    page = as_clerk.post("/intake/", {"channel": "fax"})
    assert "Choose a file, type what it says, or check “Verbal only”." in text(page)
    page = as_clerk.post("/intake/", {"channel": "fax", "text": "Tell me who is here.", "received_at": "yesterday"})
    assert "enter the date and time" in text(page)
    assert "Tell me who is here." in text(page), "nothing typed is lost"


def test_a_file_too_large_is_said_and_not_lost_in_silence(as_clerk, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    page = as_clerk.post("/intake/", upload(b"%PDF-" + b"0" * 5000))
    assert "is larger than" in text(page)


def test_a_late_entry_must_say_when_and_shows_both_times(as_clerk):
    assert "Received: enter when it was received" in text(
        as_clerk.post("/intake/", {"late": "1", "said": "1", "channel": "phone"})
    )
    page = follow(
        as_clerk,
        "/intake/",
        {"late": "1", "said": "1", "channel": "phone", "received_at": "2026-03-01T22:00", "paper_form": "K-0007"},
    )
    assert "Entered from paper (form K-0007): received Sun 03/01/2026 2200 hrs" in text(page)


def test_a_packet_is_proposed_to_be_split(as_clerk, clerk, now):
    asked = intake.receive_paper(packet("detainer", "list"), "a.pdf", "fax", now, now, "desk", clerk)
    page = as_clerk.get(f"/requests/{asked.number}/intake/")
    assert "This looks like 2 requests." in text(page)
    follow(as_clerk, f"/requests/{asked.number}/split/", {"version": 0, "pages": ["1", "2", ""]})
    assert sorted(Request.objects.values_list("pages", flat=True)) == ["1", "2"]


def test_a_wrong_value_keeps_what_was_typed_and_names_the_field(as_clerk, clerk, now):
    asked = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    intake.register(asked, {"kind": "detainer"}, clerk)
    page = as_clerk.post(
        f"/requests/{asked.number}/read/confirm/",
        {
            "version": asked.version,
            "f:subject.date_of_birth": "2 April",
            "f:subject.full_name": "MARLOW, R.",
            "all": "1",
        },
    )
    assert page.status_code == 422
    assert "Date of birth: enter the date as month/day/year" in text(page)
    assert "MARLOW, R." in text(page)
    assert not asked.read_fields.exclude(confirmed_at=None).exclude(name="kind").exists()


def test_one_field_is_confirmed_or_marked_unreadable_alone(as_clerk, clerk, now):
    asked = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    intake.register(asked, {"kind": "detainer"}, clerk)
    given = {"version": asked.version, "f:subject.full_name": "MARLOWE, Robin", "f:form": "I-247A", "one": "form"}
    follow(as_clerk, f"/requests/{asked.number}/read/confirm/", given)
    asked.refresh_from_db()
    given = {"version": asked.version, "u:subject.sex": "1", "f:subject.sex": "M", "one": "subject.sex"}
    follow(as_clerk, f"/requests/{asked.number}/read/confirm/", given)
    assert asked.read_fields.get(name="form").confirmed_by is not None
    assert asked.read_fields.get(name="subject.full_name").confirmed_by is None
    assert asked.read_fields.get(name="subject.sex").unreadable


def test_confirming_one_field_keeps_what_was_typed_in_the_others(as_clerk, clerk, now):
    asked = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    intake.register(asked, {"kind": "detainer"}, clerk)
    given = {
        "version": asked.version, "f:form": "I-247A", "one": "form", "f:from.name": "Okoro, Dayo", "f:from.agency": "Harbor Field Office",
        "u:subject.sex": "1", "extra": "phone", "extra_value": "555-0177",
    }  # fmt: skip
    page = text(follow(as_clerk, f"/requests/{asked.number}/read/confirm/", given))
    for kept in (
        'value="Okoro, Dayo"',
        'value="Harbor Field Office"',
        'value="555-0177"',
        'name="u:subject.sex" value="1" checked',
    ):
        assert kept in page
    assert "Confirmed: " in page
    asked.refresh_from_db()
    assert not asked.read_fields.filter(name="from.name").exclude(confirmed_at=None).exists()
    assert f'name="version" value="{asked.version}"' in page, "the next button saves, and is no late hand"


def test_an_entry_nobody_knows_is_refused(as_clerk, clerk, now):
    asked = intake.receive_paper(None, "", "fax", now, now, "desk", clerk)
    intake.register(asked, {"kind": "detainer"}, clerk)
    page = as_clerk.post(
        f"/requests/{asked.number}/read/confirm/",
        {"version": asked.version, "f:asks_for_everything": "x", "all": "1"},
    )
    assert "no field called asks_for_everything" in text(page)


def with_private_page(now, clerk):
    asked = intake.receive_paper(packet("detainer", "list"), "a.pdf", "fax", now, now, "desk", clerk)
    draw_now(asked.paper)
    asked.paper.reading["private_pages"] = [2]
    asked.paper.save()
    return asked


def test_a_private_page_is_withheld_from_all_but_a_commander(client, staff, clerk, now):
    asked = with_private_page(now, clerk)
    for role in ("clerk", "counsel", "notice_server", "inspector"):
        client.force_login(staff[role])
        assert "Page 2 is withheld" in text(client.get(f"/requests/{asked.number}/read/"))
        assert client.get(f"/requests/{asked.number}/paper/1/").status_code == 200
        for address in (f"/requests/{asked.number}/paper/2/", f"/requests/{asked.number}/paper/"):
            refused = client.get(address)
            assert refused.status_code == 409
            assert not refused.content.startswith((b"\x89PNG", b"%PDF"))
    client.force_login(staff["commander"])
    assert client.get(f"/requests/{asked.number}/paper/2/").content.startswith(b"\x89PNG")


def test_a_picture_is_never_kept_and_each_look_is_an_event(as_clerk, clerk, now):
    asked = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    draw_now(asked.paper)
    before = Event.objects.filter(kind="paper", act="view").count()
    page = as_clerk.get(f"/requests/{asked.number}/paper/1/")
    assert page["Cache-Control"] == "no-store"
    assert Event.objects.filter(kind="paper", act="view").count() == before + 1
    saved = as_clerk.get(f"/requests/{asked.number}/paper/")
    assert saved["Content-Disposition"].startswith("attachment")
    assert saved["X-Content-Type-Options"] == "nosniff"


def test_pages_of_another_part_of_the_packet_are_not_shown(as_clerk, clerk, now):
    asked = intake.receive_paper(packet("detainer", "list"), "a.pdf", "fax", now, now, "desk", clerk)
    parts = intake.split(asked, ["1", "2"], clerk)
    draw_now(asked.paper)
    assert as_clerk.get(f"/requests/{parts[1].number}/paper/1/").status_code == 404
    assert as_clerk.get(f"/requests/{parts[1].number}/paper/2/").status_code == 200


def test_boxes_lie_on_the_picture_without_inline_style(as_clerk, clerk, now):
    asked = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    page = text(as_clerk.get(f"/requests/{asked.number}/read/"))
    assert page.count('class="paper-box"') >= 5
    assert " style=" not in page
    for x, y in re.findall(r'paper-box" data-for="\d+" x="([\d.-]+)" y="([\d.-]+)"', page):
        assert 0 <= float(x) < 612
        assert 0 <= float(y) < 842


def conflicting(now, clerk, subject):
    asked = intake.receive_paper(None, "", "phone", now, now, "desk", clerk)
    given = {"family_name": subject.family_name, "given_name": subject.given_name, "date_of_birth": "1979-04-03"}
    intake.register(asked, {"kind": "detainer", "subject": given}, clerk)
    reading.finish(asked, clerk)
    who.propose(asked, clerk)
    return asked


def test_a_conflict_is_shown_and_only_somebody_else_gets_the_button(client, staff, clerk, now, subject):
    asked = conflicting(now, clerk, subject)
    client.force_login(staff["clerk"])
    page = follow(client, f"/requests/{asked.number}/who/choose/", {"version": asked.version, "person": subject.key})
    assert "The document and our record disagree on identity" in text(page)
    assert "The birth date differs in one digit" in text(page)
    assert "Confirm identity (second review)" not in text(page)
    client.force_login(staff["clerk2"])
    page = client.get(f"/requests/{asked.number}/who/")
    assert "Confirm identity (second review)" in text(page)
    asked.refresh_from_db()
    seen = seen_on(page.content.decode())
    follow(client, f"/requests/{asked.number}/who/confirm/", {"seen": seen, "looked": "Fingerprints"})
    asked.refresh_from_db()
    assert (asked.state, asked.conflict_evidence) == ("deciding", "Fingerprints")


def test_somebody_else_is_found_by_post_and_chosen_against_the_conflict_only_with_another(
    as_clerk, clerk, now, subject
):
    asked = conflicting(now, clerk, subject)
    other = Person.objects.exclude(pk=subject.pk).exclude(date_of_birth=None).filter(in_custody=True).first()
    page = follow(as_clerk, f"/requests/{asked.number}/who/look/", {"number": other.person_id})
    assert other.shown.split(",")[0] in page.content.decode()
    follow(as_clerk, f"/requests/{asked.number}/who/choose/", {"version": asked.version, "person": other.key})
    asked.refresh_from_db()
    assert asked.match_conflict


def test_never_these_and_not_them_are_one_form_each(as_clerk, clerk, now, subject):
    asked = conflicting(now, clerk, subject)
    follow(
        as_clerk,
        f"/requests/{asked.number}/who/never/",
        {"version": asked.version, "person": subject.key, "why": "photograph"},
    )
    asked.refresh_from_db()
    assert asked.match["candidates"] == []
    follow(as_clerk, f"/requests/{asked.number}/who/not-them/", {"person": subject.key, "on_word_of": "the person"})
    assert subject.disputes.get().says == "not_me"


def test_an_old_form_is_refused_with_who_was_first(client, staff, clerk, now, subject):
    asked = conflicting(now, clerk, subject)
    stale = asked.version
    who.choose_nobody(asked, clerk)
    client.force_login(staff["clerk2"])
    page = follow(client, f"/requests/{asked.number}/who/choose/", {"version": stale, "person": subject.key})
    assert "Clerk Example changed this request" in page.content.decode()


# ---- people


@pytest.mark.parametrize(
    "asked", [{"name": "robin marlowe"}, {"number": "264000000"}, {"number": "c700000"}, {"born": "1979-04-02"}]
)
def test_a_person_is_found_by_name_number_or_birth_date(asked, as_clerk, subject):
    page = text(as_clerk.post("/people/", asked))
    assert "MARLOWE, ROBIN" in page
    event = Event.objects.get(act="search")
    assert "marlowe" not in event.body.lower()


def test_a_search_by_nothing_or_by_a_date_nobody_can_read_says_so(as_clerk, subject):
    assert "Type a name, a number or a birth date." in text(as_clerk.post("/people/", {}))
    assert "month/day/year" in text(as_clerk.post("/people/", {"born": "02/03/04"}))
    assert "MARLOWE" not in text(as_clerk.get("/people/?name=MARLOWE")), "an address searches nothing"


def test_no_address_or_title_names_anybody(as_clerk, subject):
    page = text(as_clerk.get(f"/people/{subject.key}/"))
    title = re.search(r"<title>(.*?)</title>", page)[1]
    assert "MARLOWE" not in title
    assert subject.person_id not in subject.key


@pytest.mark.parametrize("part", ["", "requests/", "contacts/"])
def test_each_part_of_a_persons_page_shows_and_is_recorded(part, as_clerk, subject, clerk, now):
    page = as_clerk.get(f"/people/{subject.key}/{part}")
    assert page.status_code == 200
    assert Event.objects.filter(kind="person", object=subject.key, act="view").exists()


def test_who_looked_is_for_commander_counsel_and_inspector(client, staff, subject):
    client.force_login(staff["clerk"])
    client.get(f"/people/{subject.key}/")
    assert client.get(f"/people/{subject.key}/views/").status_code == 403
    client.force_login(staff["inspector"])
    assert "Clerk Example" in text(client.get(f"/people/{subject.key}/views/"))


def test_absent_from_the_newest_roster_is_said_and_is_no_release(as_clerk, subject, now):
    Person.objects.filter(pk=subject.pk).update(absent_since=now)
    assert "Not on the latest roster. That is not a release" in text(as_clerk.get(f"/people/{subject.key}/"))


def test_the_release_watch_says_that_nothing_may_delay_it(as_clerk, subject):
    page = text(as_clerk.get("/releases/"))
    assert "Nothing here may delay a release." in page


def test_a_release_is_reported_in_one_form(as_clerk, subject):
    stay = subject.bookings.get()
    assert "Nothing here may delay this release." in text(as_clerk.get(f"/bookings/{stay.key}/release/"))
    page = follow(as_clerk, f"/bookings/{stay.key}/release/", {"left_at": "2026-03-04T02:00", "how": "released"})
    assert "Saved: released." in text(page)
    subject.refresh_from_db()
    assert subject.in_custody is False


# ---- rosters and the register


def test_a_roster_is_previewed_applied_and_listed(as_clerk, subject, small_county):
    content = small_county.csv().replace("B-12", "B-77").encode()
    page = follow(
        as_clerk,
        "/rosters/new/",
        {"file": SimpleUploadedFile("r.csv", content), "profile": "plain", "as_of": "2026-03-04T03:05"},
    )
    assert "MARLOWE, ROBIN" in text(page)
    assert "housing" in text(page)
    kept = RosterImport.objects.get(state="preview")
    follow(as_clerk, f"/rosters/{kept.key}/apply/")
    assert subject.bookings.get().housing == "B-77"
    assert "Applied" in text(as_clerk.get("/rosters/"))
    assert "no end date" in text(as_clerk.get(f"/rosters/{kept.key}/?list=refused")) or "row" in text(
        as_clerk.get(f"/rosters/{kept.key}/?list=refused")
    )


def test_a_broken_export_changes_nothing_and_says_why(as_clerk, roster):
    given = {"file": SimpleUploadedFile("r.csv", b"a,a\n1,2"), "profile": "plain", "as_of": "2026-03-04T03:05"}
    page = follow(as_clerk, "/rosters/new/", given)
    assert "in its header; rename or drop one" in text(page)
    assert "Nothing changed." in text(page)
    assert RosterImport.objects.filter(state="applied").count() == 1


def test_when_an_export_was_written_is_never_taken_for_now(as_clerk, roster, small_county):
    box = re.search(r'<input[^>]*name="as_of"[^>]*>', as_clerk.get("/rosters/").content.decode())[0]
    assert 'value=""' in box or "value=" not in box
    assert "required" in box
    file = SimpleUploadedFile("r.csv", small_county.csv().encode())
    page = follow(as_clerk, "/rosters/new/", {"file": file, "profile": "plain", "as_of": ""})
    assert "when the jail" in text(page)
    assert RosterImport.objects.count() == 1, "an old export would stand as today's"


def test_an_inspector_sees_rosters_and_applies_none(client, staff, roster):
    client.force_login(staff["inspector"])
    page = text(client.get("/rosters/"))
    assert 'action="/rosters/new/"' not in page
    assert client.post("/rosters/new/", {}).status_code == 403


def test_the_register_shows_every_field_and_ends_entries_without_deleting(client, staff, here):
    client.force_login(staff["commander"])
    given = {"field": "name", "since": "2015-03-02", "where": "locator.alder.example", "evidence": "screen print"}
    follow(client, "/register/add/", given)
    entry = Publication.objects.get()
    assert "Name: <strong>public</strong>" in text(client.get("/register/"))
    follow(client, f"/register/{entry.key}/end/", {"until": "2020-01-01"})
    page = text(client.get("/register/"))
    assert "Name: not shown" in page
    assert "locator.alder.example" in page
    assert "enter the date as" in text(follow(client, f"/register/{entry.key}/end/", {"until": "soon"}))


def test_a_register_file_is_loaded_from_the_page(client, staff, here):
    from habeas.demo.papers import REGISTERS

    client.force_login(staff["counsel"])
    file = SimpleUploadedFile("register.toml", REGISTERS["us-ca"].encode())
    assert "Loaded" in text(follow(client, "/register/load/", {"file": file}))
    assert Publication.objects.count() == 3
    bad = SimpleUploadedFile("register.toml", b"\xff\xfe")
    assert "not UTF-8" in text(follow(client, "/register/load/", {"file": bad}))


# ---- queries


def test_every_page_stays_within_twelve_queries(client, staff, clerk, now, subject):
    asked = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)
    open_one = conflicting(now, clerk, subject)
    draw_now(asked.paper)
    reading_one = intake.receive_paper(
        packet("detainer", "list"), "b.pdf", "fax", now, now - timedelta(0), "desk", clerk
    )
    intake.register(reading_one, {"kind": "detainer"}, clerk)
    draw_now(reading_one.paper)
    stay, kept = subject.bookings.get(), RosterImport.objects.get()
    addresses = [
        "/intake/", f"/requests/{asked.number}/intake/", f"/requests/{reading_one.number}/read/", f"/requests/{asked.number}/paper/1/",
        f"/requests/{open_one.number}/who/", "/people/", f"/people/{subject.key}/", f"/people/{subject.key}/requests/",
        f"/people/{subject.key}/contacts/", f"/people/{subject.key}/views/", "/releases/", f"/bookings/{stay.key}/release/",
        "/rosters/", f"/rosters/{kept.key}/", "/register/",
    ]  # fmt: skip
    client.force_login(staff["commander"])
    counts = {}
    for address in addresses:
        client.get(address)  # the index and the dates of a new roster are worked out once
        with CaptureQueriesContext(connection) as asked_of_the_database:
            assert client.get(address).status_code == 200, address
        counts[address] = len(asked_of_the_database)
        most = (
            13 if address.startswith((f"/people/{subject.key}/", "/releases/")) or address.endswith("/intake/") else 12
        )  # findings and court orders, or the claims that a document can be put to, are read besides
        assert counts[address] <= most, [address] + [each["sql"][:120] for each in asked_of_the_database]


def test_a_page_that_waits_hears_whether_the_reading_or_the_roster_goes_on(as_clerk, subject, now):
    follow(as_clerk, "/intake/", upload(sheet("detainer")))
    asked, kept = Request.objects.get(), RosterImport.objects.get()
    reads, applies = (f"/requests/{asked.number}/intake/progress/", f"/rosters/{kept.key}/progress/")
    assert [as_clerk.get(each).content for each in (reads, applies)] == [b"ended", b"ended"]
    work.asked(kind="read_paper", target=asked.key, queued_at=now)
    work.asked(kind="apply_roster", target=kept.key, queued_at=now, done=3, of=9)
    assert [as_clerk.get(each).content for each in (reads, applies)] == [b"running", b"running 3 9"]


@pytest.mark.parametrize(
    "address",
    [
        "/requests/R-99999/", "/requests/R-99999/intake/", "/requests/R-99999/intake/progress/", "/requests/R-99999/answer/",
        "/people/nobody/", "/people/nobody/contacts/", "/rosters/nothing/", "/disputes/nothing/", "/contacts/nothing/",
        "/notices/nothing/", "/clocks/nothing/", "/bookings/nothing/release/", "/shifts/nothing/",
    ],
)  # fmt: skip
def test_what_does_not_exist_is_not_found(address, as_clerk, here):
    assert as_clerk.get(address).status_code == 404
