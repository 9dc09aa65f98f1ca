"""Attack: whoever owns the database adds an event of somebody else's, linked as the chain asks. It is named, and never signed."""

import hashlib
import json
from datetime import timedelta

import pytest

from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_system
from habeas.desk.models import ChainHead, Event
from habeas.desk.record.event_seals import NOT_OURS, Sealed, SealReader
from habeas.desk.record.writing import viewed
from habeas.desk.seals import BEFORE
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints
from habeas.desk.services.record.reconciliation import reconcile, reconciled

pytestmark = [pytest.mark.django_db, pytest.mark.forges]


@pytest.fixture
def kept(here, staff, now, tmp_path, settings):
    """A record with a signed head and one event since."""
    settings.DATA = tmp_path
    viewed(by(staff["clerk"], now), "request", "r-1", {})
    checkpoints.sign_head(by_system(now))
    viewed(by(staff["clerk"], now), "request", "r-2", {})
    assert ledger.verify().holds
    assert not reconcile()
    return tmp_path


def planted(**changed):
    """Add an event as whoever may only insert can: no guard is dropped, the chain holds, the count is moved along."""
    last = Event.objects.order_by("-seq").first()
    event = json.loads(last.body) | {"prev": last.hash, "seq": last.seq + 1} | changed
    body = json.dumps(event, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(body.encode()).hexdigest()
    told = {name: event[name] for name in ("site", "seq", "prev", "actor", "act")}
    Event.objects.create(
        **told, hash=digest, at=last.at, kind=event["object"]["kind"], object=event["object"]["id"], body=body
    )
    ChainHead.objects.update(seq=event["seq"] + 1, hash=digest)
    return event["seq"]


def last_seal():
    return json.loads(Event.objects.order_by("-seq").first().body)["detail"]["seal"]


@pytest.mark.parametrize("detail", ["none", "copied", "a made-up key", "no text", "empty"])
def test_an_event_put_in_at_the_end_holds_in_the_chain_and_is_named_and_never_signed(kept, now, detail):
    seals = {"copied": last_seal(), "a made-up key": f"00000000:{'0' * 32}", "no text": 7, "empty": ""}
    seq = planted(act="view", actor="staff-77", detail={"seal": seals[detail]} if detail in seals else {})
    assert ledger.verify().holds, "the chain alone does not see it"
    assert [(each.table, each.record, each.what) for each in reconcile()] == [("event", str(seq), NOT_OURS)]
    with pytest.raises(BadInputError, match=f"Event {seq}: this desk did not write it"):
        checkpoints.sign_head(by_system(now))
    assert f"Event {seq}" in checkpoints.tick_quietly(now + timedelta(hours=2))


def test_honest_events_after_it_do_not_hide_it(kept, staff, now):
    seq = planted(act="sign", actor="staff-77", detail={})
    viewed(by(staff["clerk"], now), "request", "r-3", {})
    assert [each.record for each in reconcile()] == [str(seq)]
    with pytest.raises(BadInputError, match=f"Event {seq}"):
        checkpoints.sign_head(by_system(now))


def test_a_seal_is_on_every_part_of_an_event(kept):
    body = Event.objects.order_by("-seq").first().body
    reader = SealReader()
    assert reader.read(body.encode()) is Sealed.OURS
    for was, now in (('"view"', '"search"'), ("r-2", "r-3"), ("staff-", "staff-1"), ('"prev":"', '"prev":"0')):
        assert was in body
        assert reader.read(body.replace(was, now, 1).encode()) is Sealed.WRONG


def test_another_key_of_the_desk_leaves_older_events_to_the_heads_and_signing_goes_on(kept, staff, now, settings):
    old, settings.SECRET_KEY = settings.SECRET_KEY, "quite another key of the desk"
    viewed(by(staff["clerk"], now), "request", "r-4", {})
    assert reconciled().unsealed == Event.objects.count() - 1
    assert not [each for each in reconcile() if each.table == "event"]
    (kept / BEFORE).write_text(f"{old}\n")
    assert reconciled().unsealed == 0
    (kept / BEFORE).unlink()
    assert checkpoints.sign_head(by_system(now)).size == Event.objects.count() - 1
    planted(act="view", detail={"seal": f"{last_seal()[:8]}:{'1' * 32}"})
    assert [each.table for each in reconcile() if each.table == "event"] == ["event"]
