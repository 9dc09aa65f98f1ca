"""An upheld claim is told: the inmate by a notice in eight languages, the agency by a letter that names nobody of ours."""

import html

import pytest

from habeas.answers.findings_told import FindingFacts, finding_html
from habeas.answers.languages import LANGUAGES
from habeas.desk.doing import by
from habeas.desk.models import Clock, Event, Notice
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity.findings_told import ended_by, finding_of, letter_to_agency
from habeas.desk.services.outgoing import notices
from habeas.desk.services.outgoing.notice_papers import paper
from habeas.desk.workflow.errors import RefusedError

from .test_core import detainer
from .test_outage import text_of

pytestmark = pytest.mark.django_db


def settled(subject, staff, now, says, upheld=True, request=None):
    made = disputes.raise_dispute(subject, says, "the person", by(staff["clerk"], now), request)
    disputes.resolve(made, upheld, "birth certificate 1234", by(staff["commander"], now))
    return disputes.confirm(made, disputes.shown(made), by(staff["clerk2"], now))


@pytest.fixture
def asked(subject, now):
    made = detainer(subject, now)
    made.source = {
        **made.source,
        "subject": {"full_name": "DOE, John", "date_of_birth": "1980-02-01", "a_number": "213556999"},
    }
    made.save(update_fields=["source"])
    return made


@pytest.mark.forges
def test_the_inmate_is_owed_a_notice_with_a_deadline_and_it_is_served_like_others(subject, asked, staff, now):
    found = settled(subject, staff, now, "not_me", request=asked)
    owed = Notice.objects.get(what="tell_person_of_finding")
    assert (owed.request, owed.person, finding_of(owed)) == (asked, subject, found)
    assert Clock.objects.filter(notice=owed, met_at=None).exists()
    notices.serve(owed, "served", "es", by(staff["notice_server"], now))
    owed.refresh_from_db()
    assert owed.served_at == now


@pytest.mark.forges
def test_a_claim_that_was_not_upheld_owes_nothing(subject, asked, staff, now):
    found = settled(subject, staff, now, "not_me", upheld=False, request=asked)
    assert not Notice.objects.filter(what="tell_person_of_finding").exists()
    assert not ended_by(found)
    with pytest.raises(RefusedError, match="No letter is owed"):
        letter_to_agency(found, asked, "pdf", by(staff["clerk"], now))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("says", ["not_me", "wrong_record", "citizen", "date_past", "other"])
def test_the_notice_says_what_was_found_in_each_language(code, says, now):
    from habeas.answers.notices import texts

    shown = html.unescape(finding_html(FindingFacts("Ana Ruiz", "B-1", "Alder County Sheriff", says, now.date()), code))
    t = texts(code)
    assert t["finding_title"] in shown
    assert t[f"finding_{'not_me' if says == 'wrong_record' else says}"] in shown
    assert (t["finding_court"] in shown) is (says in {"citizen", "date_past"})


def test_no_sentence_of_the_notice_was_left_in_another_language():
    from habeas.answers.notices import texts

    every = [texts(code) for code in LANGUAGES]
    for name in (each for each in every[0] if each.startswith("finding_") and "claim" not in each):
        assert len({each[name] for each in every}) == len(LANGUAGES), name


@pytest.mark.forges
def test_the_paper_of_the_notice_is_drawn_though_the_request_has_ended(subject, asked, staff, now):
    settled(subject, staff, now, "not_me", request=asked)
    owed = Notice.objects.get(what="tell_person_of_finding")
    assert paper(owed, "ko", by(staff["clerk"], now)).startswith(b"%PDF")
    assert Event.objects.filter(act="print", object=owed.key).exists()


@pytest.mark.forges
def test_the_letter_names_whom_the_agency_named_and_nobody_of_ours(subject, asked, staff, now):
    found = settled(subject, staff, now, "not_me", request=asked)
    asked.refresh_from_db()
    assert list(ended_by(found)) == [asked]
    content = letter_to_agency(found, asked, "pdf", by(staff["clerk"], now))
    drawn = " ".join(text_of(content).split())
    assert "DOE, John" in drawn
    assert "A 213-556-999" in drawn
    assert "to a person whom it does not name" in drawn
    assert "no hold, no notification and no transfer" in drawn
    assert subject.family_name not in drawn
    assert asked.booking.booking_id not in drawn
    assert letter_to_agency(found, asked, "docx", by(staff["clerk"], now)).startswith(b"PK")


@pytest.mark.forges
def test_a_request_that_is_decided_again_is_answered_by_its_response(subject, asked, staff, now):
    found = settled(subject, staff, now, "citizen", request=asked)
    assert not ended_by(found)
    assert Notice.objects.filter(what="tell_person_of_finding").exists()


@pytest.mark.forges
def test_the_page_of_the_dispute_leads_to_both(clerk, subject, asked, staff, now):
    found = settled(subject, staff, now, "not_me", request=asked)
    page = clerk.get(f"/disputes/{found.key}/").content.decode()
    letter = f"/disputes/{found.key}/letter/{asked.number}/pdf/"
    assert letter in page
    assert "owed a notice of the finding" in page
    assert clerk.get(letter)["Content-Type"] == "application/pdf"
    assert clerk.get(letter.replace("pdf", "exe")).status_code == 302
