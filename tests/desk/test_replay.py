"""Every stored decision comes out the same when it is decided again; what was changed since is named by request and act."""

from dataclasses import replace

import pytest

from habeas.audit.replay import ReplayVerdict
from habeas.desk.doing import by
from habeas.desk.models import Decision, Event, LawText, Request
from habeas.desk.services.decisions import replay
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.replay import record_replay, replay_all
from habeas.law.engine import jurisdictions, standing
from habeas.law.packs import PACKS
from tests.desk.test_core import detainer
from tests.desk.test_manage import POLICY

pytestmark = pytest.mark.django_db


def verdicts():
    return [each.verdict for each in replay_all()]


@pytest.fixture
def decided(subject, staff, now):
    request = detainer(subject, now)
    make(request, [], by(staff["clerk"], now))
    return request


def test_a_decision_about_a_person_comes_out_the_same(decided):
    (found,) = replay_all()
    assert found.verdict is ReplayVerdict.SAME, found.sentence
    assert found.sentence == f"Request {decided.number}, decision 1: the same answer."


def test_a_decision_replaced_by_a_later_one_is_replayed_too(decided, staff, now):
    record_fact(decided, "custody.release_date_public", True, "the register", now, by(staff["clerk"], now))
    make(decided, [], by(staff["clerk"], now))
    assert verdicts() == [ReplayVerdict.SAME, ReplayVerdict.SAME]


def test_a_class_is_decided_again_from_the_stored_export(roster, staff, now):
    source = {"issuer": "ice", "signer": "immigration_officer", "basis": "civil", "class": {"filter": {"citizenship": "not US"}},
              "fields_asked": ["name"], "in_writing": True, "to": {"agency": "Alder County"}}  # fmt: skip
    request = Request.objects.create(
        number="R-0009", kind="list_request", state="deciding", source=source, received_at=now, entered_at=now
    )
    make(request, [], by(staff["clerk"], now))
    found = list(replay_all())
    assert [each.verdict for each in found] == [ReplayVerdict.SAME], found[0].sentence


def test_an_answer_changed_in_the_database_is_named_by_request_and_act(decided):
    decision = Decision.objects.get()
    decision.answer["acts"]["hold"]["outcome"] = "may"
    Decision.objects.filter(pk=decision.pk).update(answer=decision.answer)
    (found,) = replay_all()
    assert (found.verdict, found.acts) == (ReplayVerdict.DIFFERS, ("hold",))
    assert found.sentence.startswith(f"Request {decided.number}, decision 1: another answer in hold")


def test_facts_changed_in_the_database_do_not_fit_the_record(decided):
    decision = Decision.objects.get()
    decision.inputs["extra"] = {"person": {"history_complete": True}}
    Decision.objects.filter(pk=decision.pk).update(inputs=decision.inputs)
    assert verdicts() == [ReplayVerdict.CHANGED]
    Decision.objects.filter(pk=decision.pk).update(inputs={"nonsense": 1})
    assert verdicts() == [ReplayVerdict.FAILED]


def test_law_whose_text_changed_is_named(decided):
    decision = Decision.objects.get()
    pack = sorted(decision.law)[0]
    decision.law[pack] = "0" * 64
    Decision.objects.filter(pk=decision.pk).update(law=decision.law)
    (found,) = replay_all()
    assert found.packs == (pack,)
    assert found.verdict in {ReplayVerdict.OTHER_LAW, ReplayVerdict.DIFFERS}
    assert pack in found.sentence


@pytest.fixture
def other_law(monkeypatch):
    """A later program: California's rules are gone from its pack, and the places are looked up anew."""

    def later(pack="us-ca"):
        monkeypatch.setattr(jurisdictions, "PACKS", {**PACKS, pack: replace(PACKS[pack], provisions=(), duty_rules=())})
        forget()

    yield later
    monkeypatch.undo()
    forget()


def forget():
    for kept in (jurisdictions.resolve, jurisdictions._rules_on, jurisdictions._change_dates, standing._rules):
        kept.cache_clear()


def test_a_later_program_decides_it_again_under_the_law_of_its_own_day_and_says_what_changed(decided, other_law):
    other_law()
    (found,) = replay_all()
    assert (found.verdict, found.acts, found.packs) == (ReplayVerdict.SAME, (), ("us-ca",)), found.sentence
    assert "the same answer. Law whose text changed since: us-ca." in found.sentence


def test_a_policy_of_the_county_is_kept_with_the_rest(here, subject, staff, now, other_law):
    here.policy = POLICY
    here.save()
    request = detainer(subject, now)
    make(request, [], by(staff["clerk"], now))
    assert "us-ca-los-angeles.policy" in Decision.objects.get().law
    other_law()
    (found,) = replay_all()
    assert (found.verdict, found.packs) == (ReplayVerdict.SAME, ("us-ca",)), found.sentence


def test_law_that_was_not_kept_is_decided_under_the_programs_own_and_says_so(decided, other_law):
    LawText.objects.all().delete()
    other_law()
    (found,) = replay_all()
    assert found.verdict is ReplayVerdict.DIFFERS
    assert found.packs == ("us-ca",)


@pytest.mark.forges
def test_a_kept_text_that_is_not_what_its_hash_says_decides_nothing(decided, other_law):
    other_law()
    kept = LawText.objects.get(pack="us-ca")
    kept.content["title"] = "Another law"
    kept.save()
    (found,) = replay_all()
    assert found.verdict is ReplayVerdict.FAILED
    assert "not the one its hash names" in found.sentence


def test_each_text_is_kept_once_however_many_decisions_rest_on_it(decided, staff, now):
    before = LawText.objects.count()
    record_fact(decided, "custody.release_date_public", True, "the register", now, by(staff["clerk"], now))
    make(decided, [], by(staff["clerk"], now))
    assert LawText.objects.count() == before == len(Decision.objects.first().law) - 1, (
        "and the offence lists by hash alone"
    )


def test_offence_lists_that_changed_are_named(decided):
    decision = Decision.objects.get()
    decision.law["offense lists"] = "0" * 64
    Decision.objects.filter(pk=decision.pk).update(law=decision.law)
    (found,) = replay_all()
    assert found.packs == ("offense lists",)
    assert found.verdict is ReplayVerdict.OTHER_LAW


def test_a_replay_is_itself_recorded_and_names_nobody(decided, staff, subject, now):
    record_replay(list(replay_all()), by(staff["inspector"], now))
    event = Event.objects.get(act="replay")
    assert '"same":1' in event.body
    assert subject.family_name not in "".join(each.sentence for each in replay.replay_all())
