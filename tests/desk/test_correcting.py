"""A fact recorded wrongly is corrected or undone with a reason: both entries stay, and what rested on the wrong one is decided again."""

from datetime import timedelta

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Event, FactRecord, Person
from habeas.desk.services.cases.decision_inputs import read_sources
from habeas.desk.services.decisions import closing as ending
from habeas.desk.services.decisions.correcting import AFTER, Correction, correct_fact
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import cancelled, living_decision

from .test_core import detainer
from .test_open_acts import send

pytestmark = pytest.mark.django_db
FACT = "request.cancelled"
ENDED = "custody.releasable"


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


@pytest.fixture
def asked(subject, now):
    return detainer(subject, now)


def facts_of(asked):
    return dict(read_sources(asked).facts)


def test_a_correction_counts_and_both_entries_stay(asked, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    made = correct_fact(asked, wrong.key, Correction("read the wrong line", False, "JMS", now), doing("clerk"))
    assert facts_of(asked)[ENDED] is False
    assert FactRecord.objects.get(pk=wrong.pk).value is True
    assert (made.corrects, made.why, made.by.username) == (wrong, "read the wrong line", "clerk")
    told = Event.objects.filter(act="record_fact").order_by("-seq").first()
    assert '"corrects"' in told.body
    assert "read the wrong line" not in told.body, "the words are sealed"


def test_an_entry_undone_lets_what_stood_before_it_count(asked, doing, now):
    record_fact(asked, ENDED, False, "JMS", now, doing("clerk"))
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    correct_fact(asked, wrong.key, Correction("another inmate's", undone=True), doing("clerk"))
    assert facts_of(asked)[ENDED] is False


def test_an_entry_undone_leaves_no_unknown_in_its_place(asked, doing, now):
    wrong = record_fact(asked, FACT, True, "a call", now, doing("clerk"))
    assert cancelled(asked)
    correct_fact(asked, wrong.key, Correction("another request's", undone=True), doing("clerk"))
    assert FACT not in facts_of(asked)
    assert not cancelled(asked)


def test_a_draft_that_rested_on_it_is_decided_again(asked, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    make(asked, [], doing("clerk"))
    assert asked.state == "ready"
    correct_fact(asked, wrong.key, Correction("wrong line", False, "JMS", now), doing("clerk"))
    asked.refresh_from_db()
    assert (asked.state, asked.stale) == ("deciding", ["a fact was recorded"])
    assert living_decision(asked) is None


def test_a_response_that_went_out_stays_and_is_decided_again_on_demand(asked, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    sent = make(asked, [], doing("clerk"))
    send(asked, doing("clerk"))
    asked.refresh_from_db()
    with pytest.raises(RefusedError, match="was corrected since"):
        ending.decide_anew(asked, doing("clerk"))
    correct_fact(asked, wrong.key, Correction("wrong line", False, "JMS", now), doing("clerk"))
    asked.refresh_from_db()
    assert asked.stale == [AFTER]
    assert living_decision(asked) == sent
    ending.decide_anew(asked, doing("clerk"))
    assert asked.state == "deciding"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Correction("", False, "JMS"), "why it was wrong"),
        (Correction("wrong line", False, ""), "the source"),
        (Correction("wrong line", True, "JMS"), "says the same"),
    ],
)
def test_what_is_no_correction_is_refused(given, says, asked, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    with pytest.raises(RefusedError, match=says):
        correct_fact(asked, wrong.key, given, doing("clerk"))
    assert FactRecord.objects.count() == 1


def test_an_entry_is_corrected_once_and_only_the_latest(asked, doing, now):
    first = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    second = record_fact(asked, ENDED, False, "JMS", now, doing("clerk"))
    with pytest.raises(RefusedError, match="A later entry"):
        correct_fact(asked, first.key, Correction("wrong", False, "JMS"), doing("clerk"))
    correct_fact(asked, second.key, Correction("wrong", None, "JMS"), doing("clerk"))
    with pytest.raises(RefusedError, match="corrected already"):
        correct_fact(asked, second.key, Correction("wrong", True, "JMS"), doing("clerk"))


def test_another_persons_fact_is_not_corrected_from_here(asked, other, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    with pytest.raises(RefusedError, match="corrected already"):
        correct_fact(other, wrong.key, Correction("wrong", False, "JMS"), doing("clerk"))


@pytest.fixture
def other(subject, now):
    return detainer(Person.objects.exclude(pk=subject.pk).filter(bookings__isnull=False).first(), now)


def test_a_role_that_records_no_fact_corrects_none(asked, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now, doing("clerk"))
    with pytest.raises(RefusedError):
        correct_fact(asked, wrong.key, Correction("wrong", False, "JMS"), doing("inspector"))


def test_the_page_shows_the_entry_its_correction_and_why(clerk, asked, doing, now):
    wrong = record_fact(asked, ENDED, True, "JMS", now - timedelta(hours=1), doing("clerk"))
    page = f"/requests/{asked.number}/fact/{wrong.key}/"
    assert page in clerk.get(f"/requests/{asked.number}/").content.decode()
    assert "Both entries stay in the record." in clerk.get(page).content.decode()
    given = {"fact": ENDED, "value": "no", "source": "JMS", "said_at": "", "why": "wrong line"}
    after = clerk.post(page, given, follow=True).content.decode()
    assert "Entered in error: wrong line" in after
    assert page not in after
    undone = FactRecord.objects.latest("pk")
    after = clerk.post(f"/requests/{asked.number}/fact/{undone.key}/", {"undo": "yes", "why": "not ours"}, follow=True)
    assert "Undone: it no longer counts." in after.content.decode()
