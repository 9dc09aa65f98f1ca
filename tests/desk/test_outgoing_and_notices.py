"""What leaves with which proof, and the duty to tell the person: it ends with a service, and the request moves on by itself."""

import io
import zipfile

import pypdf
import pytest

from habeas.desk.doing import by
from habeas.desk.models import Dispatch, Event, Notice, Paper, Request
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.closing import close, end, reopen, withdrawn_by_sender
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.outgoing import notice_papers, notices, outgoing
from habeas.desk.services.outgoing.notice_papers import paper
from habeas.desk.services.outgoing.outgoing import SendingProof
from habeas.desk.workflow.errors import RefusedError, StaleError

from .test_core import detainer

pytestmark = pytest.mark.django_db

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
TOLD = notices.Told(answer="no")
GOOD = SendingProof("fax receipt 4711, 03:05", "known_number")


@pytest.fixture
def ready(subject, staff, now):
    """A California detainer refused: ready to go out, with its notices due."""
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    assert asked.state == "ready"
    return asked


def send(asked, doing, **changed):
    given = {"to": "ICE, San Diego", "way": "fax", "address": "+1 555 0100", "proof": GOOD} | changed
    return outgoing.dispatch(asked, doing, **given)


def test_a_sending_keeps_who_how_the_files_and_the_proof(ready, staff, now):
    made = send(ready, by(staff["clerk"], now))
    assert ready.state == "answered"
    assert {each["path"] for each in made.files} == {
        "outgoing/letter.docx",
        "outgoing/letter.pdf",
        "outgoing/letter.txt",
    }
    event = Event.objects.filter(act="dispatch").get()
    assert "+1 555 0100" not in event.body
    assert "San Diego" not in event.body


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"way": "pigeon"}, "Choose the method"),
        ({"to": " "}, "Enter the recipient"),
        ({"proof": SendingProof("x", "paper_only")}, "not verified"),
        ({"proof": SendingProof("x", "")}, "how the number or address was verified"),
        ({"proof": SendingProof(" ", "known_number")}, "Enter the confirmation"),
        ({"way": "phone", "proof": SendingProof("read back 03:10", "known_number")}, "who took it"),
    ],
)
def test_a_sending_without_proof_or_a_checked_address_is_not_recorded(ready, staff, now, changed, sentence):
    with pytest.raises(RefusedError, match=sentence):
        send(ready, by(staff["clerk"], now), **changed)
    assert ready.state == "ready"
    assert not Dispatch.objects.exists()


def test_what_went_late_says_why(ready, staff, now, later):
    Request.objects.filter(pk=ready.pk).update(reply_by=later(hours=-1))
    ready.refresh_from_db()
    with pytest.raises(RefusedError, match="choose the reason"):
        send(ready, by(staff["clerk"], now))
    send(ready, by(staff["clerk"], now), proof=SendingProof("r", "known_number", late="no_signer"))
    assert ready.lateness == "No one available to sign"


def test_an_answer_that_is_out_of_date_does_not_leave(ready, subject, staff, now):
    subject.record = subject.record | {"family_name": "CHANGED"}
    subject.save()
    ready.refresh_from_db()
    with pytest.raises(StaleError):
        send(Request.objects.get(pk=ready.pk), by(staff["clerk"], now))
    ready.refresh_from_db()
    assert ready.state == "deciding"


def test_sending_again_is_a_new_event_and_the_first_stays(ready, staff, now, later):
    send(ready, by(staff["clerk"], now))
    send(ready, by(staff["clerk"], later(hours=1)), way="email")
    assert ready.dispatches.count() == 2
    assert Event.objects.filter(act="dispatch").count() == 2


def test_the_package_is_the_same_bytes_every_time_and_only_what_goes_out(ready, staff, now, later):
    one = outgoing.package_zip(ready, by(staff["clerk"], now))
    assert one == outgoing.package_zip(ready, by(staff["clerk2"], later(days=3)))
    names = zipfile.ZipFile(io.BytesIO(one)).namelist()
    assert names == ["letter.docx", "letter.pdf", "letter.txt", "SHA256SUMS"]


def test_after_the_last_service_the_request_moves_on_by_itself(ready, staff, now):
    server = by(staff["notice_server"], now)
    send(ready, by(staff["clerk"], now))
    owed = list(ready.notices.order_by("id"))
    assert owed
    for notice in owed:
        assert ready.state == "answered"
        notices.serve(notice, "served", "es", server, notices.Told(interpreter="no. 12", place="4B", answer="no"))
        ready.refresh_from_db()
    assert ready.state == "watching"


def test_one_visit_serves_several_notices_or_none(ready, staff, now):
    server = by(staff["notice_server"], now)
    first, *others = ready.notices.order_by("id")
    assert list(notices.beside_it(first)) == others
    with pytest.raises(RefusedError):
        notices.serve_together([first, first], "served", "en", server, TOLD)
    first.refresh_from_db()
    ready.refresh_from_db()
    assert first.served_at is None
    notices.serve_together([first, *others], "served", "en", server, TOLD, seen=ready.version)
    assert not ready.notices.filter(served_at=None).exists()


def test_a_refusal_is_a_service_and_a_failure_has_a_next_try(ready, staff, now, later):
    notice, server = ready.notices.first(), by(staff["notice_server"], now)
    with pytest.raises(RefusedError, match="when the next attempt"):
        notices.serve(notice, "failed", "en", server)
    notices.serve(notice, "failed", "en", server, notices.Told(next_try_at=later(hours=2)))
    assert notice.served_at is None
    notices.serve(notice, "refused", "en", by(staff["notice_server"], later(hours=2)))
    assert notice.served_at == later(hours=2)
    with pytest.raises(RefusedError, match="already"):
        notices.serve(notice, "served", "en", server, TOLD)


@pytest.mark.parametrize(
    ("result", "language", "sentence"),
    [("maybe", "en", "Choose the result"), ("served", "xx", "language it was served")],
)
def test_a_service_says_how_it_went_and_in_which_language(ready, staff, now, result, language, sentence):
    with pytest.raises(RefusedError, match=sentence):
        notices.serve(ready.notices.first(), result, language, by(staff["notice_server"], now))


def consular(ready):
    return ready.notices.get(what="offer_consular_notice")


def test_the_offer_of_consular_notification_says_nothing_of_the_request_and_asks_an_answer(ready, staff, now):
    server, offer = by(staff["notice_server"], now), consular(ready)
    said = pypdf.PdfReader(io.BytesIO(paper(offer, "en", server))).pages[0].extract_text()
    assert "consulate" in said
    for word in ("detainer", "immigration", "release", "custody of", "ICE"):
        assert word not in said
    with pytest.raises(RefusedError, match="what the inmate answered"):
        notices.serve(offer, "served", "en", server)


@pytest.mark.parametrize(("answer", "owed"), [("yes", 1), ("no", 0), ("none", 0)])
def test_whoever_asks_for_the_consulate_has_it_told(ready, staff, now, answer, owed):
    server = by(staff["notice_server"], now)
    notices.serve(consular(ready), "served", "en", server, notices.Told(answer=answer, served_by="Dep. Ito, no. 88"))
    due = Notice.objects.filter(what="notify_consular_officer")
    assert due.count() == owed
    assert f'"answer":"{answer}"' in Event.objects.filter(act="serve").order_by("seq").last().body
    for each in due:
        with pytest.raises(RefusedError, match="which consulate"):
            notices.serve(each, "served", "en", server)
        notices.serve(each, "served", "en", server, notices.Told(note="Consulate of Peru, Ms. Quispe, 10:05"))
        assert each.served_at


def test_a_failed_try_owes_the_consulate_nothing(ready, staff, now, later):
    server = by(staff["notice_server"], now)
    notices.serve(consular(ready), "failed", "en", server, notices.Told(answer="yes", next_try_at=later(hours=1)))
    assert not Notice.objects.filter(what="notify_consular_officer").exists()


def test_a_notice_speaks_of_a_copy_only_where_its_pages_are_behind_it(ready, staff, now, monkeypatch):
    server, notice = by(staff["notice_server"], now), ready.notices.get(what="state_intent_to_person")
    alone = pypdf.PdfReader(io.BytesIO(paper(notice, "en", server)))
    assert "A copy is attached" not in " ".join(alone.pages[0].extract_text().split())
    assert notice_papers.attach_by_hand(notice)
    monkeypatch.setattr(notice_papers, "page_images", lambda *given, **more: [PNG, PNG, PNG])
    ready.paper = Paper.objects.create(
        sha256="0" * 64, content=b"x", media_type="application/pdf", name="x", arrived_at=now,
        reading={"private_pages": [2]},
    )  # fmt: skip
    ready.save()
    notice.refresh_from_db()
    with_copy = pypdf.PdfReader(io.BytesIO(paper(notice, "en", server)))
    assert len(with_copy.pages) == len(alone.pages) + 2, "the private page is given to nobody"
    assert "A copy is attached" in " ".join(with_copy.pages[0].extract_text().split())


def test_it_cannot_close_while_a_notice_is_owed_unless_a_commander_excuses_it(ready, staff, now):
    clerk = by(staff["clerk"], now)
    send(ready, clerk)
    end(ready, "released", clerk)
    with pytest.raises(RefusedError, match="not served yet"):
        close(ready, clerk)
    for notice in ready.notices.filter(served_at=None):
        notice.request = ready
        with pytest.raises(RefusedError, match="may not do this"):
            notices.excuse(notice, "gone", "", clerk)
        notices.excuse(notice, "gone", "released at 02:00", by(staff["commander"], now))
    close(ready, clerk)
    assert ready.state == "closed"
    with pytest.raises(RefusedError, match="may not do this"):
        reopen(ready, "error", clerk)
    reopen(ready, "error", by(staff["commander"], now))
    assert ready.state == "deciding"


def test_a_notice_that_follows_a_telling_is_owed_only_once_it_is_signed(subject, staff, now, here):
    here.jurisdiction = "us-ca"
    here.save()
    asked = detainer(subject, now)
    make(asked, [Choice("notify", complies=True, ground="county_policy")], by(staff["clerk"], now))
    assert not asked.notices.filter(what="notify_person_in_writing").exists()
    sign(asked, by(staff["commander"], now, "totp"), shown_sha256(asked.decisions.get()))
    assert asked.notices.filter(what="notify_person_in_writing").exists()


def test_a_refusal_owes_no_notice_of_a_telling(ready):
    assert not ready.notices.filter(what__in=["notify_person_in_writing", "notify_attorney_or_designee"]).exists()


def test_the_consent_form_ends_as_a_fact_with_its_source(subject, staff, now, here):
    here.jurisdiction = "us-ca"
    here.save()
    asked = detainer(subject, now)
    Request.objects.filter(pk=asked.pk).update(kind="interview_request")
    asked.refresh_from_db()
    make(asked, [], by(staff["clerk"], now))
    form = asked.notices.get(what="written_consent_form")
    fact = notices.record_consent(asked, "attorney", by(staff["notice_server"], now))
    assert (fact.value, fact.source) == (False, "the consent form: only with an attorney present")
    assert form.blocks == "interview"
    with pytest.raises(RefusedError, match="Choose the inmate's answer"):
        notices.record_consent(asked, "perhaps", by(staff["notice_server"], now))


def test_withdrawn_by_the_sender_needs_their_word_and_leaves_no_draft_behind(subject, staff, now):
    asked = detainer(subject, now)
    with pytest.raises(RefusedError, match="document or message in which"):
        withdrawn_by_sender(asked, " ", by(staff["clerk"], now))
    withdrawn_by_sender(asked, "fax of 4 March", by(staff["clerk"], now))
    assert (asked.state, asked.ended_how) == ("ended", "withdrawn")


# ---- pages


def test_the_send_page_records_and_says_so(clerk, ready, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = clerk.get(f"/requests/{ready.number}/send/")
    assert "Habeas does not send anything" in page.content.decode()
    form = {
        "way": "fax",
        "to": "ICE",
        "address": "+1 555 0100",
        "verified": "known_number",
        "proof": "4711",
        "version": ready.version,
    }
    receipt = io.BytesIO(b"%PDF-1.4 receipt")
    receipt.name = "receipt.pdf"
    done = clerk.post(f"/requests/{ready.number}/send/", form | {"receipt": receipt}, follow=True)
    assert "Transmittal logged" in done.content.decode()
    assert bytes(ready.dispatches.get().proof_file.content) == b"%PDF-1.4 receipt"
    sent = ready.dispatches.get()
    assert (
        f"/requests/{ready.number}/sent/{sent.key}/receipt/"
        in clerk.get(f"/requests/{ready.number}/send/").content.decode()
    )
    kept = clerk.get(f"/requests/{ready.number}/sent/{sent.key}/receipt/")
    assert kept.content == b"%PDF-1.4 receipt"
    assert kept["Content-Disposition"].startswith("attachment"), "a stranger's file is never shown among our pages"
    assert Event.objects.order_by("-seq")[0].act == "view"
    got = clerk.get(f"/requests/{ready.number}/package/")
    assert (got["Content-Type"], got["Cache-Control"]) == ("application/zip", "no-store")


def test_a_refused_sending_stays_on_its_page_with_the_reason(clerk, ready):
    form = {
        "way": "fax",
        "to": "ICE",
        "address": "+1",
        "verified": "paper_only",
        "proof": "4711",
        "version": ready.version,
    }
    page = clerk.post(f"/requests/{ready.number}/send/", form, follow=True)
    assert "call back at a known number first" in page.content.decode()
    assert page.redirect_chain[-1][0].endswith("/send/")


def test_a_notice_server_prints_and_serves(as_role, ready, subject, django_assert_max_num_queries):
    subject.language = "Spanish"
    subject.save()
    server = as_role("notice_server")
    with django_assert_max_num_queries(12):
        listing = server.get("/notices/").content.decode()
    notice = Notice.objects.exclude(what="offer_consular_notice").first()
    assert f"/notices/{notice.key}/" in listing
    with django_assert_max_num_queries(12):
        text = server.get(f"/notices/{notice.key}/").content.decode()
    assert "Spanish (PDF)" in text
    got = server.get(f"/notices/{notice.key}/paper/es/")
    said = pypdf.PdfReader(io.BytesIO(got.content)).pages[0].extract_text()
    assert "Aviso a la persona" in said
    assert subject.family_name in said
    assert got["Cache-Control"] == "no-store"
    assert Event.objects.filter(act="print", object=notice.key).count() == 1
    assert server.get(f"/notices/{notice.key}/paper/xx/").status_code == 404
    done = server.post(
        f"/notices/{notice.key}/serve/",
        {"result": "served", "language": "es", "place": "4B", "version": ready.version},
        follow=True,
    )
    assert "Served" in done.content.decode()


def test_who_may_not_serve_sees_no_form(as_role, ready):
    text = as_role("inspector").get(f"/notices/{Notice.objects.first().key}/").content.decode()
    assert "Log service" not in text
    assert as_role("inspector").post(f"/notices/{Notice.objects.first().key}/serve/", {}).status_code == 403


def test_questions_show_who_can_say_and_what_each_answer_leads_to(
    clerk, subject, staff, now, here, django_assert_max_num_queries
):
    here.jurisdiction = "us-tx"
    here.save()
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    assert asked.questions.filter(closed_at=None).exists()
    with django_assert_max_num_queries(12):
        text = clerk.get("/questions/").content.decode()
    assert asked.number in text
    assert "→" in text
    question = asked.questions.filter(closed_at=None).first()
    clerk.post(
        f"/requests/{asked.number}/asked/",
        {"fact": question.fact, "ask": question.ask, "how": "telephone", "back": "questions"},
    )
    question.refresh_from_db()
    assert question.asked_how == "telephone"
    clerk.get("/questions/")  # shows the word of the form, which is kept in the session until it was shown
    with django_assert_max_num_queries(12):
        assert clerk.get("/questions/?answered=yes").status_code == 200


def test_counsel_sees_what_is_unsettled_and_answers_it(
    as_role, subject, staff, now, here, django_assert_max_num_queries
):
    here.jurisdiction = "us-ca-san-diego"
    here.save()
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    counsel = as_role("counsel")
    with django_assert_max_num_queries(12):
        text = counsel.get("/counsel/").content.decode()
    assert asked.number in text
    form = {"act": "notify", "outcome": "must_not", "text": "Memo 7", "version": asked.version, "expires_on": ""}
    done = counsel.post(f"/requests/{asked.number}/opinion/", form, follow=True).content.decode()
    assert "Counsel&#x27;s answer is saved" in done
    assert "Memo 7" in done
    assert "Memo 7" not in as_role("clerk").get("/counsel/").content.decode()
    assert not Event.objects.filter(body__contains="Memo 7").exists()


def test_the_law_of_the_place_stands_inside_the_desk(as_role, here, django_assert_max_num_queries):
    administrator = as_role("administrator")
    with django_assert_max_num_queries(12):
        text = administrator.get("/law/").content.decode()
    assert "The law of Los Angeles County, California as Habeas applies it" in text
    assert "Gov. Code" in text
