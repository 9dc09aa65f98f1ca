"""Words of a person's own in a letter: never in force by one person, shown to whoever approves, and kept in the record."""

import pytest
from django.urls import reverse

from habeas.answers.added import GENERATED
from habeas.desk.doing import by
from habeas.desk.models import Event
from habeas.desk.services.decisions.deciding import make, preview
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.signing import sign
from habeas.desk.workflow.errors import RefusedError

from .test_core import detainer

pytestmark = pytest.mark.django_db
WORDS = ("The Sheriff asks that the subpoena be withdrawn.",)


@pytest.fixture
def refusal(subject, now):
    """A California detainer: refused, and in force by one clerk where nothing is added."""
    return detainer(subject, now)


def test_a_refusal_with_added_words_waits_for_approval_and_the_refusal_itself_does_not(refusal, staff, now):
    made = make(refusal, [], by(staff["clerk"], now), added=WORDS)
    assert refusal.state == "to_sign"
    assert made.choices.get(act="hold").effective_at == now, "nobody is held while the letter waits"
    sign(refusal, by(staff["commander"], now, "totp"), shown_sha256(made))
    assert refusal.state == "ready"
    signed = bytes(made.files.get(path="signed/letter.txt").content).decode()
    assert WORDS[0] in signed
    assert staff["commander"].shown in signed


def test_nobody_makes_added_words_take_effect_alone(refusal, staff, now, monkeypatch):
    from habeas.desk.services.decisions import deciding

    monkeypatch.setattr(deciding, "way_of", lambda *given: "settle")
    with pytest.raises(RefusedError, match="Paragraphs were added"):
        make(refusal, [], by(staff["clerk"], now), added=WORDS)


def test_the_record_says_how_many_and_keeps_the_words_sealed(refusal, staff, now):
    made = make(refusal, [], by(staff["clerk"], now), added=WORDS)
    event = Event.objects.filter(act="prepare").get()
    assert '"paragraphs_added":1' in event.body
    assert "withdrawn" not in event.body
    assert WORDS[0] not in bytes(made.files.get(path=GENERATED).content).decode()


def test_the_approver_sees_what_was_added_beside_what_was_generated(refusal, staff, now, as_role):
    make(refusal, [], by(staff["clerk"], now), added=WORDS)
    page = as_role("commander").get(reverse("sign", args=[refusal.number])).content.decode()
    assert f"<ins>Added: {WORDS[0]}</ins>" in page
    assert "Removed:" not in page


def test_the_page_shows_the_letter_with_the_words_before_it_is_submitted(refusal, clerk, staff, now):
    address, given = reverse("deciding", args=[refusal.number]), {"added": f"{WORDS[0]}\n", "version": refusal.version}
    page = clerk.post(address, given | {"do": "show"})
    assert page.content.decode().count(WORDS[0]) == 2, "in the letter and in the box"
    assert "Submit for approval" in page.content.decode()
    clerk.post(address, given | {"do": "make", "shown": page.context["shown"]})
    assert refusal.decisions.get().files.filter(path=GENERATED).exists()
    refused = clerk.post(reverse("deciding", args=[refusal.number]), {"added": "x" * 2_000})
    assert "each of at most 1,500 characters" in refused.content.decode()


def test_an_added_word_after_the_preview_is_shown_once_more_first(refusal, clerk, staff, now):
    shown = clerk.get(reverse("deciding", args=[refusal.number])).context["shown"]
    clerk.post(reverse("deciding", args=[refusal.number]), {"added": WORDS[0], "do": "make", "shown": shown})
    assert not refusal.decisions.exists()
    assert preview(refusal, work(refusal, now), [], by(staff["clerk"], now)).way == "settle"
