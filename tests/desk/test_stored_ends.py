"""One end for one hold: stored with the decision, the same in letter, page and watch, and kept through an upgrade of the law."""

from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
import pytest

from habeas.audit.replay import ReplayVerdict
from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_system
from habeas.desk.models import Clock, Decision, LawText, Office
from habeas.desk.services.cases.decision_inputs import DecisionInputs
from habeas.desk.services.clocks import clocks
from habeas.desk.services.clocks.clock_working import HOURS_TO_TELL, hold_clock, notify_clock
from habeas.desk.services.decisions.deciding import make, preview
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.replay import replay_all
from habeas.desk.services.office.setup import open_office
from habeas.law.engine import jurisdictions
from habeas.law.model.ends import PlusHours, at
from habeas.law.packs import PACKS
from tests.desk.test_clocks import RELEASE, texas_hold
from tests.desk.test_core import detainer
from tests.desk.test_replay import forget

pytestmark = pytest.mark.django_db
HOURS_48 = timedelta(hours=48)


@pytest.fixture
def later_pack(monkeypatch):
    """A later program: each hold of a pack has another id and another end."""

    def later(pack):
        changed = tuple(
            replace(rule, id=f"{rule.id}-renamed", until=PlusHours(at("custody.release_at"), 96))
            if rule.until
            else rule
            for rule in PACKS[pack].provisions
        )
        monkeypatch.setattr(jurisdictions, "PACKS", {**PACKS, pack: replace(PACKS[pack], provisions=changed)})
        forget()

    yield later
    monkeypatch.undo()
    forget()


def without_end(decision):
    """The decision as a program before this stored it: no arithmetic beside the outcome."""
    acts = {
        act: {key: value for key, value in made.items() if key != "end"}
        for act, made in decision.answer["acts"].items()
    }
    Decision.objects.filter(pk=decision.pk).update(answer=decision.answer | {"acts": acts})
    decision.refresh_from_db()
    return decision


def test_letter_page_choice_and_watch_show_the_one_end_that_is_stored(subject, staff, now, here):
    request = texas_hold(subject, staff, now, here)
    decision = request.decisions.get()
    told = decision.answer["acts"]["hold"]
    ends_at = datetime.fromisoformat(told["until"])
    assert ends_at == datetime.fromisoformat(RELEASE) + HOURS_48
    assert told["end"]["clock"]["ends_at"] == told["until"]
    clock = Clock.objects.get(kind="hold_end")
    assert (clock.ends_at, clock.arithmetic) == (ends_at, told["end"]["clock"]["arithmetic"])
    assert decision.choices.get(act="hold").until == ends_at
    letter = preview(request, work(request, now), [], by(staff["clerk"], now)).letter
    assert "until 7:00 p.m. local time on March 8, 2026, at the latest" in " ".join(letter.split())


def test_the_offices_own_zone_counts_over_the_places(subject, staff, now, here):
    here.jurisdiction, here.time_zone = "us-tx", "America/Denver"
    here.save()
    request = detainer(subject, now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, by(staff["clerk"], now))
    record_fact(request, "custody.release_at", "2026-03-04T18:00:00", "the order", now, by(staff["clerk"], now))
    assert work(request, now).decision.as_data()["acts"]["hold"]["until"] == "2026-03-06T18:00:00-07:00"


def test_a_stored_end_outlives_the_rules_id_and_its_hours(subject, staff, now, here, later_pack):
    request = texas_hold(subject, staff, now, here)
    before = hold_clock(request.decisions.get(), here)
    later_pack("us-tx")
    later_pack("us")
    assert hold_clock(request.decisions.get(), here) == before


def test_a_release_told_after_an_upgrade_is_counted_under_the_law_kept_with_the_decision(
    subject, staff, now, here, later, later_pack
):
    request = texas_hold(subject, staff, now, here, release_at=None)
    later_pack("us-tx")
    later_pack("us")
    booking = request.booking
    booking.release_ready_at = later(hours=3)
    booking.save()
    clocks.start_for_release(booking, by_system(later(hours=3)))
    assert Clock.objects.get(kind="hold_end").ends_at == later(hours=51)


@pytest.mark.parametrize("release_at", [RELEASE, None])
def test_a_decision_stored_without_its_end_gets_its_clock_from_the_kept_law(
    release_at, subject, staff, now, here, later_pack
):
    request = texas_hold(subject, staff, now, here, release_at=release_at)
    decision = without_end(request.decisions.get())
    later_pack("us-tx")
    later_pack("us")
    start = datetime.fromisoformat(RELEASE)
    assert hold_clock(decision, here, start).ends_at == start + HOURS_48


def test_a_kept_text_without_the_two_hours_still_starts_them(subject, staff, now, here, monkeypatch):
    untimed = tuple(
        replace(rule, until=None) if rule.id == HOURS_TO_TELL else rule for rule in PACKS["us-nc"].provisions
    )
    with monkeypatch.context() as earlier:
        earlier.setattr(jurisdictions, "PACKS", {**PACKS, "us-nc": replace(PACKS["us-nc"], provisions=untimed)})
        forget()
        here.jurisdiction, here.time_zone = "us-nc", "America/New_York"
        here.save()
        request = detainer(subject, now)
        record_fact(request, "custody.release_at", RELEASE, "the order", now, by(staff["clerk"], now))
        make(request, [], by(staff["clerk"], now))
    forget()
    decision = without_end(request.decisions.get())
    assert notify_clock(decision, here).ends_at == datetime.fromisoformat(RELEASE) + timedelta(hours=2)
    forget()


@pytest.mark.forges
def test_where_the_kept_text_cannot_be_read_the_hold_still_has_a_clock(subject, staff, now, here, later_pack):
    request = texas_hold(subject, staff, now, here, release_at=None)
    kept = LawText.objects.get(pack="us-tx")
    LawText.objects.filter(pk=kept.pk).update(content=kept.content | {"title": "another"})
    later_pack("us-tx")
    assert hold_clock(request.decisions.get(), here, datetime.fromisoformat(RELEASE)) is not None


def test_an_end_that_is_not_known_is_watched_to_the_latest_it_can_be(subject, staff, now, here):
    request = texas_hold(subject, staff, now, here)
    decision = request.decisions.get()
    clock = decision.answer["acts"]["hold"]["end"]["clock"]
    decision.answer["acts"]["hold"]["end"] = {"clock": None, "at_latest": clock, "asks": ["request.received_at"]}
    assert hold_clock(decision, here).ends_at == datetime.fromisoformat(clock["ends_at"])


def test_a_decision_stored_without_its_end_comes_out_the_same_again(subject, staff, now, here):
    without_end(texas_hold(subject, staff, now, here).decisions.get())
    assert [each.verdict for each in replay_all()] == [ReplayVerdict.SAME]


def test_an_end_that_was_changed_in_the_database_is_another_answer(subject, staff, now, here):
    decision = texas_hold(subject, staff, now, here).decisions.get()
    decision.answer["acts"]["hold"]["end"]["clock"]["ends_at"] = "2026-03-20T18:00:00-05:00"
    Decision.objects.filter(pk=decision.pk).update(answer=decision.answer)
    assert [each.verdict for each in replay_all()] == [ReplayVerdict.DIFFERS]


def test_inputs_stored_before_the_zone_was_kept_have_the_hash_they_had(subject, staff, now, here):
    stored = texas_hold(subject, staff, now, here).decisions.get().inputs
    assert stored["time_zone"] == "America/Chicago"
    before = {key: value for key, value in stored.items() if key != "time_zone"}
    assert msgspec.convert(before, DecisionInputs).as_data() == before


def test_a_new_desk_takes_its_zone_from_the_place_and_supposes_none(db):
    made = open_office(site="esc", name="Records", agency="Example County", jurisdiction="us-fl-escambia")
    assert made.time_zone == "America/Chicago"
    assert Office._meta.get_field("time_zone").has_default() is False


@pytest.mark.parametrize(
    ("given", "says"),
    [({"jurisdiction": "us"}, "no time zone of its own"), ({"jurisdiction": "us-nj-esex"}, "did you mean us-nj-essex")],
)
def test_a_desk_without_a_zone_or_with_a_misspelt_place_is_not_opened(db, given, says):
    with pytest.raises(BadInputError, match=says):
        open_office(site="x", name="Records", agency="Example County", **given)
    assert not Office.objects.exists()
