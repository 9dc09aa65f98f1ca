"""The pages of the record: a check is work beside them, a sheet can be scanned back, a cosigned head is taken in."""

import email
import io
import re

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings
from django.db import connection

from habeas.audit.cosign import cosign, read_submission, witness_line
from habeas.audit.notes import SigningKey, read_note
from habeas.desk.doing import by_system
from habeas.desk.models import Anchor, Event, HeadRoute, Job, RecordCheck
from habeas.desk.record.writing import viewed
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints, record_checks
from habeas.desk.services.record.hold_begins import begin_hold
from habeas.desk.services.record.witness_sheet import sheet_pdf
from habeas.desk.services.upkeep import doctor, jobs

pytestmark = pytest.mark.django_db
WITNESS = SigningKey("inspector.example/witness", bytes(range(32)))


@pytest.fixture
def head(here, tmp_path, monkeypatch, now):
    monkeypatch.setattr(settings, "DATA", tmp_path)
    for place in range(9):
        viewed(by_system(now), "request", f"r-{place}", {"number": place})
    return checkpoints.sign_head(by_system(now))


def page_of(client, path, **given):
    answer = client.post(path, given, follow=True) if given else client.get(path)
    assert answer.status_code == 200, answer.content[:300]
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_page_says_how_old_the_last_head_outside_is_and_never_where_there_is_none(as_role, head):
    page = page_of(as_role("commander"), "/record/")
    assert "<strong>Never.</strong> No checkpoint is filed outside" in page
    assert "No checkpoint of the record was ever filed outside" in page
    page_of(as_role("commander"), "/record/sent/", size=head.size, to="Superior Court", way="paper")
    page = page_of(as_role("inspector"), "/record/")
    assert "<strong>0 minutes old</strong>: 9 events" in page
    assert "to Superior Court (paper)" in page
    assert not [each for each in doctor.examine(head.at) if "filed" in each.wrong]


def test_asking_for_a_check_walks_nothing_and_a_worker_keeps_what_it_found(as_role, head, monkeypatch):
    client = as_role("commander")
    with monkeypatch.context() as waiting:
        waiting.setattr(jobs, "_running", [None])
        waiting.setattr(record_checks.ledger, "events", lambda: pytest.fail("a page walked the record"))
        assert "Being checked" in page_of(client, "/record/", held="")
        page_of(client, "/record/", held="")
    assert RecordCheck.objects.count() == Job.objects.count() == 1, "the same check is asked for once"
    check = RecordCheck.objects.get()
    assert client.get(f"/record/checks/{check.key}/progress/").content == b"running 0 0"
    jobs.do(jobs.claim("record", head.at), head.at)
    page = page_of(client, f"/record/checks/{check.key}/")
    assert "The record is intact" in page
    assert "by Commander Example" in page
    assert Event.objects.filter(act="verify").count() == 1
    assert "Intact</strong> at the last check" in page_of(client, "/record/")


def test_a_check_that_could_not_be_done_is_said_and_may_be_asked_again(as_role, head, monkeypatch):
    client = as_role("commander")
    with monkeypatch.context() as broken:
        broken.setattr(record_checks.ledger, "verify", lambda *_: 1 / 0)
        assert "Check failed" in page_of(client, "/record/", held="")
    assert "The record is intact" in page_of(client, "/record/", held="")


def test_no_more_than_five_checks_wait(as_role, head, monkeypatch):
    monkeypatch.setattr(jobs, "_running", [None])
    client = as_role("commander")
    for place in range(5):
        page_of(client, "/record/", held=f"{place + 1} {'a' * 64}")
    assert "5 checks of the record wait already" in page_of(client, "/record/", held=f"7 {'a' * 64}")


def test_a_forged_row_of_the_tables_is_found_on_the_page(as_role, head, staff):
    client = as_role("commander")
    begin_hold(head.at)  # what the fixtures made beside the record is held from here on, as a desk does when it starts
    with connection.cursor() as cursor:
        cursor.execute("UPDATE desk_account SET role = 'commander' WHERE id = %s", [staff["clerk"].pk])
    page = page_of(client, "/record/", held="")
    assert "The record is not intact" in page
    assert f"record {staff['clerk'].pk}: " in page


@pytest.fixture
def scanned(here, head, now):
    """What a scanner reads from the printed sheet."""
    picture = pypdfium2.PdfDocument(sheet_pdf(here, head, now))[0].render(scale=150 / 72).to_pil()
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1
    return found[0].text


def test_the_square_of_the_sheet_is_the_signed_head_word_for_word(scanned, head):
    assert scanned == head.note


def test_a_scanned_sheet_agrees_and_a_changed_one_does_not(as_role, scanned, head):
    client = as_role("inspector")
    assert "agrees with the log" in page_of(client, "/record/", held=scanned)
    typed = f"{head.size} {head.root}"
    assert "typed without its signature, of 9 events agrees with the log" in page_of(client, "/record/", held=typed)
    page = page_of(client, "/record/", held=f"{head.size} {head.root[::-1]}")
    assert "The record is not intact" in page
    assert "does not agree with the log" in page
    assert "This is no head" in page_of(client, "/record/", held="lorem ipsum")


def test_the_sheet_is_one_page_and_says_how_to_check_it_and_who_received_it(as_role, head):
    answer = as_role("inspector").get(f"/record/heads/{head.size}/sheet/")
    document = pypdfium2.PdfDocument(answer.content)
    assert (answer["Content-Type"], len(document)) == ("application/pdf", 1)
    words = re.sub(r"\s+", " ", document[0].get_textpage().get_text_range())
    marks = ("Signed Wed 03/04/2026 0305 hrs", head.root[:4], "alder/habeas-log")
    for wanted in (*marks, "How to check it", "--anchored", "Received", "Signature"):
        assert wanted in words


def test_the_mailed_file_is_a_draft_that_holds_the_head_and_no_name(as_role, head):
    answer = as_role("inspector").get(f"/record/heads/{head.size}/mail/")
    message = email.message_from_bytes(answer.content, policy=email.policy.default)
    (attached,) = message.iter_attachments()
    assert read_submission(attached.get_content().replace("\r\n", "\n")).note == read_note(head.note)
    assert (message["X-Unsent"], message["To"], message["From"]) == ("1", None, None)
    assert head.note.split("\n")[2] in message.get_body().get_content()


def test_a_witness_is_added_asked_and_its_answer_taken_in(as_role, head):
    administrator, commander = as_role("administrator"), as_role("commander")
    line = witness_line(WITNESS).text
    assert "Checkpoints are now filed this way" in page_of(
        administrator, "/record/routes/", kind="witness", to="Inspector", line=line
    )
    asked = commander.get(f"/record/heads/{head.size}/request/").content.decode()
    made = cosign(read_submission(asked).note, WITNESS, int(head.at.timestamp()))
    upload = io.BytesIO(made.written.encode())
    upload.name = "cosigned.txt"
    assert "The cosignature is valid" in page_of(commander, "/record/cosigned/", file=upload)
    assert "is kept already" in page_of(commander, "/record/cosigned/", text=made.written, size=head.size)
    page = page_of(commander, "/record/")
    assert made.signatures[-1].line in page
    assert commander.get(f"/record/heads/{head.size}/request/?old=3").content.startswith(b"old 3\n")
    for odd in ("²", "-1", "9" * 5000, "10", "x"):
        assert commander.get(f"/record/heads/{head.size}/request/", {"old": odd}).status_code == 409
    assert "This is not text" in page_of(commander, "/record/cosigned/", file=io.BytesIO(b"\xff\xfe\x00"))


def test_only_an_administrator_chooses_the_routes(as_role, head):
    for role in ("clerk", "commander", "counsel", "inspector", "notice_server"):
        assert as_role(role).post("/record/routes/", {"kind": "paper", "to": "Court"}).status_code == 403
    administrator = as_role("administrator")
    page_of(administrator, "/record/routes/", kind="paper", to="Court")
    assert "printed sheet to Court" in page_of(administrator, "/record/")
    assert "Saved." in page_of(administrator, "/record/routes/", days="3")
    route = HeadRoute.objects.get()
    assert "Ended." in page_of(administrator, f"/record/routes/{route.key}/end/", end="1")
    assert "None yet" in page_of(administrator, "/record/routes/")
    assert not Anchor.objects.exists()


def test_the_keys_that_go_out_with_an_export_are_the_witnesses_too(as_role, head, now):
    page_of(
        as_role("administrator"), "/record/routes/", kind="witness", to="Inspector", line=witness_line(WITNESS).text
    )
    assert witness_line(WITNESS) in ledger.export_of(now).keys
