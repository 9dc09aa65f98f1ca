"""Unsent words of long forms: kept for whoever typed them, unreadable in the store, offered back, gone once sent or after a week."""

from datetime import timedelta

import pytest

from habeas.desk.models import FormDraft
from habeas.desk.services.office.drafts import MOST_BYTES, MOST_FORMS, kept_draft, save_draft
from habeas.desk.workflow.errors import RefusedError

from .test_core import detainer

pytestmark = pytest.mark.django_db
CLAIM = "/disputes/new/#claim"


def saved(client, form=CLAIM, **fields):
    return client.post("/drafts/save/", {"draft": form} | fields)


def test_what_was_typed_is_kept_for_its_account_alone_and_offered_back(clerk, as_role):
    assert saved(clerk, words="He showed a passport.").status_code == 204
    assert "He showed a passport." in clerk.get("/disputes/new/").content.decode()
    assert "He showed a passport." not in as_role("clerk2").get("/disputes/new/").content.decode()
    assert "He showed a passport." not in as_role("commander").get("/disputes/new/").content.decode()


def test_the_store_alone_tells_nothing_of_it(clerk):
    saved(clerk, words="He showed a passport.")
    assert "passport" not in FormDraft.objects.get().content


def test_what_the_store_was_given_by_somebody_else_is_not_shown(clerk, staff, now):
    saved(clerk, words="He showed a passport.")
    FormDraft.objects.update(content="e30=")
    assert kept_draft(staff["clerk"], CLAIM, now) is None
    assert clerk.get("/disputes/new/").status_code == 200


@pytest.mark.parametrize("moved", ["account", "form"])
def test_a_draft_that_was_moved_to_another_account_or_form_opens_nothing(clerk, staff, now, moved):
    saved(clerk, words="He showed a passport.")
    row = FormDraft.objects.get()
    assert kept_draft(staff["clerk"], CLAIM, now).fields["words"] == ["He showed a passport."]
    other = {"account": staff["commander"], "form": "/requests/R-2026-00001/#decide"}[moved]
    FormDraft.objects.filter(pk=row.pk).update(**{moved: other})
    of = {"account": staff["clerk"], "form": CLAIM} | {moved: other}
    assert FormDraft.objects.filter(**of).exists()
    assert kept_draft(**of, at=now) is None


def test_no_password_code_or_token_is_kept(clerk, staff, now):
    saved(clerk, words="x", code="123456", password="x" * 9, csrfmiddlewaretoken="t", version="3", shown="0" * 64)
    assert set(kept_draft(staff["clerk"], CLAIM, now).fields) == {"words"}


def test_it_is_forgotten_once_the_form_was_taken(clerk, subject):
    saved(clerk, words="He showed a passport.")
    form = {"person": subject.key, "says": "not_me", "on_word_of": "the person", "draft": CLAIM}
    assert clerk.post("/disputes/new/", form).status_code == 302
    assert not FormDraft.objects.exists()


def test_it_stays_where_the_form_was_refused(clerk):
    saved(clerk, words="He showed a passport.")
    clerk.post("/disputes/new/", {"number": "nobody", "draft": CLAIM})
    assert FormDraft.objects.exists()


def test_a_refusal_that_leads_on_forgets_nothing(clerk, subject, now):
    asked = detainer(subject, now)
    form = f"/requests/{asked.number}/decide/#determination"
    saved(clerk, form, added="One more paragraph.")
    shown = clerk.get(f"/requests/{asked.number}/decide/").context["shown"]
    given = {"do": "make", "shown": shown, "version": 99, "draft": form}
    assert clerk.post(f"/requests/{asked.number}/decide/", given).status_code == 302
    assert FormDraft.objects.exists()


def test_an_empty_form_is_no_draft_and_discarding_forgets(clerk):
    saved(clerk, words="x")
    saved(clerk, words="  ")
    assert not FormDraft.objects.exists()
    saved(clerk, words="x")
    assert clerk.post("/drafts/discard/", {"draft": CLAIM})["Location"] == "/disputes/new/"
    assert not FormDraft.objects.exists()


@pytest.mark.parametrize(
    "form",
    [
        "",
        "/disputes/new/",
        "/me/#claim",
        "/account/login/#x",
        "https://elsewhere.example/#x",
        "/disputes/new/#<b>",
        "/nothing/#x",
    ],
)
def test_the_words_of_no_other_form_are_kept(clerk, form):
    assert saved(clerk, form, words="x").status_code in {403, 409}
    assert not FormDraft.objects.exists()


def test_discarding_leads_to_no_other_site(clerk):
    assert clerk.post("/drafts/discard/", {"draft": "//elsewhere.example/#x"})["Location"] == "/"


def test_it_is_swept_after_a_week_and_bounded(clerk, staff, now):
    account = staff["clerk"]
    save_draft(account, CLAIM, {"words": ["x"]}, now - timedelta(days=8))
    assert kept_draft(account, CLAIM, now) is None
    save_draft(account, "/letters/#template", {"text": ["y"]}, now)
    assert FormDraft.objects.count() == 1, "what nobody sent in a week is swept"
    for number in range(MOST_FORMS + 5):
        save_draft(
            account, f"/requests/R-{number}/decide/#determination", {"added": ["z"]}, now + timedelta(seconds=number)
        )
    assert FormDraft.objects.count() == MOST_FORMS
    with pytest.raises(RefusedError):
        save_draft(account, CLAIM, {"words": ["x" * MOST_BYTES]}, now)
