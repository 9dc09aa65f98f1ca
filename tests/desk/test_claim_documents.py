"""A lawyer's letter and a birth certificate have a way to a claim: opened from the document, or added to one that is open, by its hash."""

import json

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Dispute, Event, Paper, Request
from habeas.desk.services.identity import disputes
from habeas.desk.services.intake.intake import OF_A_CLAIM, documents_of, set_aside
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(now, staff):
    """A letter that came in and was not classified."""
    content = b"Dear Sheriff: my client is a citizen of the United States."
    paper = Paper.objects.create(
        sha256="a" * 64, content=content, media_type="text/plain", name="letter.txt", arrived_at=now
    )
    return Request.objects.create(
        number="R-9001", state="received", received_at=now, entered_at=now, paper=paper, channel="mail", source={},
    )  # fmt: skip


def test_the_page_of_classification_leads_to_the_claim(letter, clerk):
    text = clerk.get(reverse("request_intake", args=[letter.number])).content.decode()
    for what in OF_A_CLAIM:
        assert f"{reverse('dispute_new')}?document={letter.number}&amp;what={what}" in text


@pytest.mark.parametrize("what", OF_A_CLAIM)
def test_a_claim_opened_from_a_document_has_it_by_its_hash(what, letter, subject, clerk, as_role):
    page = clerk.get(f"{reverse('dispute_new')}?document={letter.number}&what={what}").content.decode()
    assert f'name="document" value="{letter.number}"' in page
    form = {
        "number": subject.bookings.first().booking_id, "says": "citizen", "on_word_of": "the attorney or designee",
        "document": letter.number, "what": what,
    }  # fmt: skip
    clerk.post(reverse("dispute_new"), form)
    claim = Dispute.objects.get()
    letter.refresh_from_db()
    assert (letter.state, letter.aside["claim"]) == ("set_aside", claim.key)
    body = json.loads(Event.objects.filter(object=letter.key, act="misdirect").latest("seq").body)
    assert (body["detail"]["sha256"], body["detail"]["claim"]) == ("a" * 64, claim.key)
    for role in ("clerk", "commander"):
        shown = as_role(role).get(reverse("dispute", args=[claim.key])).content.decode()
        assert "a" * 64 in shown
        assert letter.number in shown
    assert (
        reverse("dispute", args=[claim.key])
        in clerk.get(reverse("request_intake", args=[letter.number])).content.decode()
    )


def test_a_claim_that_is_refused_leaves_the_document_where_it_was(letter, subject, clerk):
    form = {"number": subject.bookings.first().booking_id, "says": "", "on_word_of": "the person",
            "document": letter.number, "what": OF_A_CLAIM[0]}  # fmt: skip
    clerk.post(reverse("dispute_new"), form)
    letter.refresh_from_db()
    assert (letter.state, Dispute.objects.count()) == ("received", 0)


def test_a_document_is_added_to_an_open_claim_and_never_to_none(letter, subject, staff, now, clerk):
    with pytest.raises(RefusedError, match="Open the claim first"):
        set_aside(letter, OF_A_CLAIM[1], by(staff["clerk"], now))
    claim = disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now))
    assert claim.key in clerk.get(reverse("request_intake", args=[letter.number])).content.decode()
    clerk.post(reverse("request_set_aside", args=[letter.number]), {"reason": OF_A_CLAIM[1], "claim": claim.key})
    assert [each.pk for each in documents_of(claim.key)] == [letter.pk]
