"""Describing the jail's export on a sample, step by step: shape, columns, codes, what was read, ten people on paper, a second person.

The sample is kept for as long as that takes: vouching for the profile, or giving it up, deletes it. No event names anybody in it.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import RosterImport, RosterProfile, RosterSample
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.services.custody.profiles import State
from habeas.desk.services.custody.sample_child import draft_apart, look_apart, try_apart
from habeas.desk.services.office.office import local_day, office
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.roster.profile import read_profile, shipped_profiles
from habeas.roster.trial.toml_words import toml_text

LARGEST = 12 * 2**20
"""Bytes of a sample: thousands of people fit, and pages stay quick."""


def begin(content: bytes, name: str, title: str, doing: Doing) -> RosterProfile:
    """Take in a sample and draft a profile for it. Raises RefusedError without a title, or for a sample that is too large."""
    check_right(needed("make_profile"), doing.role)
    called = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:40]
    if not called:
        raise RefusedError("Give the layout a name of letters or digits, such as the name of the jail's system.")
    if called in shipped_profiles():
        raise RefusedError(f"{called} is the name of a layout that comes with Habeas; choose another.")
    if not content or len(content) > LARGEST:
        raise RefusedError(f"The sample must hold something, and be at most {LARGEST // 2**20} MB.")
    file = Path(name).name[:120] or "sample"
    look_apart(content, file)
    with acting(doing, "configure", "profile", "") as entry:
        last = RosterProfile.objects.filter(name=called).order_by("-version").first()
        made = RosterProfile.objects.create(
            name=called, version=last.version + 1 if last else 1, title=title.strip()[:80], made_by=doing.needed_account,
            made_at=doing.at, hands=[doing.needed_account.pk],
        )  # fmt: skip
        sample = RosterSample.objects.create(
            profile=made, name=file, sha256=hashlib.sha256(content).hexdigest(), content=content,
            taken_on=local_day(office(), doing.at),
        )  # fmt: skip
        _draft(made, sample)
        entry.object = made.key
        entry.detail |= {"step": "sample taken in", "sample": sample.sha256, "profile": made.called}
    return made


def look(sample: RosterSample) -> dict[str, Any]:
    """The first lines of a sample as they stand, under the shape that was chosen."""
    layout = {**sample.tables.get("file", {}), **sample.layout}
    said = {key: str(layout.get(key, "")) for key in ("shape", "separator", "sheet")}
    return look_apart(bytes(sample.content), sample.name, **said)


def _draft(profile: RosterProfile, sample: RosterSample) -> None:
    """Draft anew under the sample's layout; a file that nothing can be told of keeps its shape, and the note says why."""
    try:
        found = draft_apart(bytes(sample.content), sample.name, sample.layout, sample.taken_on)
    except BadInputError as fault:
        found = {"tables": {}, "cards": [], "notes": [str(fault)]}
    sample.tables, sample.cards, sample.notes = found["tables"], found["cards"], found["notes"]
    _keep(profile, sample)


def _keep(profile: RosterProfile, sample: RosterSample) -> None:
    """Write the tables down as text. What was read and confirmed before is of another text, and is forgotten."""
    sample.tables = {**sample.tables, "name": profile.name, "title": profile.title}
    profile.text = toml_text(sample.tables)
    profile.sha256 = hashlib.sha256(profile.text.encode()).hexdigest()
    profile.confirmed, sample.tried, sample.said = 0, {}, {}
    profile.save()
    sample.save()


@contextmanager
def _changing(
    profile: RosterProfile, step: str, doing: Doing
) -> Iterator[tuple[RosterProfile, RosterSample, EventEntry]]:
    """A change of a profile that is being described, with its event; whoever changes it has had a hand in it."""
    check_right(needed("make_profile"), doing.role)
    with acting(doing, "configure", "profile", profile.key) as entry:
        fresh = RosterProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
        if fresh.state != State.DRAFT:
            raise RefusedError("This layout is no longer a draft; reload the page.")
        fresh.hands = sorted({*fresh.hands, doing.needed_account.pk})
        entry.detail["step"] = step
        yield fresh, fresh.sample, entry
        fresh.save()
        entry.detail["sha256"] = fresh.sha256


def reshape(profile: RosterProfile, layout: Mapping[str, Any], doing: Doing) -> None:
    """Say what the file's shape is, and draft the columns anew under it."""
    with _changing(profile, "shape", doing) as (fresh, sample, _):
        sample.layout = dict(layout)
        _draft(fresh, sample)


def rewrite(profile: RosterProfile, step: str, tables: Mapping[str, Any], doing: Doing) -> None:
    """Keep the profile's tables as a page changed them."""
    with _changing(profile, step, doing) as (fresh, sample, _):
        sample.tables = dict(tables)
        _keep(fresh, sample)


def fault_of(profile: RosterProfile) -> str:
    """What is wrong with the profile as it stands, in a sentence; empty where it can be tried."""
    try:
        read_profile(profile.text, "The layout")
    except BadInputError as fault:
        return str(fault)
    return ""


def try_it(profile: RosterProfile, doing: Doing) -> dict[str, Any]:
    """Read the sample through the profile as it stands. Raises BadInputError where it cannot be read."""
    with _changing(profile, "tried", doing) as (fresh, sample, entry):
        zone = office().time_zone
        sample.tried = try_apart(bytes(sample.content), sample.name, fresh.text, time_zone=zone, day=sample.taken_on)
        sample.said = {}
        fresh.confirmed = 0
        sample.save()
        entry.detail |= sample.tried["counts"]
        return dict(sample.tried)


def confirm(profile: RosterProfile, said: Mapping[str, str], doing: Doing) -> None:
    """Record what the jail's record says of the people asked about: empty for right, else what is wrong.

    Raises RefusedError for anybody else.
    """
    with _changing(profile, "compared with paper", doing) as (fresh, sample, entry):
        asked = {each["person_id"] for each in sample.tried.get("asked", ())}
        if not said or not set(said) <= asked:
            raise RefusedError("Read the sample again: these are not the inmates to compare now.")
        sample.said = {**sample.said, **{person: words.strip()[:200] for person, words in said.items()}}
        fresh.confirmed = sum(not words for words in sample.said.values())
        sample.save()
        entry.detail |= {"right": fresh.confirmed, "wrong": len(sample.said) - fresh.confirmed, "of": len(asked)}


def propose(profile: RosterProfile, doing: Doing) -> None:
    """Hand it to a second person. Raises RefusedError where anything is left to do first."""
    with _changing(profile, "proposed", doing) as (fresh, sample, entry):
        _refuse_unready(fresh, sample)
        fresh.state, fresh.proposed_by, fresh.proposed_at, fresh.why = State.PROPOSED, doing.account, doing.at, ""
        entry.detail |= {"confirmed": fresh.confirmed, "profile": fresh.called}


def _refuse_unready(fresh: RosterProfile, sample: RosterSample) -> None:
    asked = sample.tried.get("asked", ())
    if not asked:
        raise RefusedError("Read the sample first, as the layout stands now.")
    differing = [each for each in sample.tried["totals"] if each["file"] != each["read"]]
    if differing:
        each = differing[0]
        raise RefusedError(
            f"The file's total is {each['file']:,} {each['what']}, and {each['read']:,} were read: correct the columns first."
        )
    if any(sample.said.values()):
        raise RefusedError(
            "An inmate was read differently from the jail's record: correct the columns or the codes, and read the sample again."
        )
    first = asked[: to_compare(len(asked))]
    if left := sum(each["person_id"] not in sample.said for each in first):
        raise RefusedError(f"Compare {left} more of the first {len(first)} inmates with the jail's own record.")


def to_compare(asked: int) -> int:
    """How many of the inmates asked about must be compared: all once a roster is in use; before the first one, on which nothing rests
    yet, the rarest half. A second person approves either way.
    """
    in_use = RosterImport.objects.filter(state=RosterImport.State.APPLIED).exists()
    return asked if in_use else -(-asked // 2)


def vouch(profile: RosterProfile, seen: str, doing: Doing) -> None:
    """Vouch for a proposed profile; it is offered from now on, in place of its older version, and the sample is deleted.

    `seen` is the hash of the text that the page showed. Raises RefusedError for whoever had a hand in it, or a text changed meanwhile.
    """
    with _judging(profile, doing) as (fresh, entry):
        if seen != fresh.sha256:
            raise RefusedError("The layout changed while this page was open. Review it again before you approve it.")
        older = RosterProfile.objects.filter(name=fresh.name, state=State.IN_USE)
        older.update(
            state=State.ENDED, ended_by=doing.account, ended_at=doing.at, why="A newer version took its place."
        )
        fresh.state, fresh.vouched_by, fresh.vouched_at = State.IN_USE, doing.account, doing.at
        fresh.save()
        fresh.sample.delete()
        entry.detail |= {
            "step": "vouched for",
            "profile": fresh.called,
            "sha256": fresh.sha256,
            "confirmed": fresh.confirmed,
        }


def send_back(profile: RosterProfile, why: str, doing: Doing) -> None:
    """Send a proposed profile back to whoever describes it. Raises RefusedError without a reason."""
    if not why.strip():
        raise RefusedError("Enter what is wrong, so that it can be corrected.")
    with _judging(profile, doing) as (fresh, entry):
        fresh.state, fresh.why = State.DRAFT, why.strip()[:300]
        fresh.save()
        entry.detail |= {"step": "sent back", "profile": fresh.called}
        entry.sealed["why"] = fresh.why


@contextmanager
def _judging(profile: RosterProfile, doing: Doing) -> Iterator[tuple[RosterProfile, EventEntry]]:
    """A second person's word on a proposed profile: never of anybody who had a hand in it."""
    check_right(needed("vouch_profile"), doing.role)
    if doing.account is None:
        raise NotYoursError("Only a staff member can approve a layout.")
    with acting(doing, "configure", "profile", profile.key) as entry:
        fresh = RosterProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
        if fresh.state != State.PROPOSED:
            raise RefusedError("This layout is not awaiting review; reload the page.")
        if doing.account.pk in {*fresh.hands, fresh.made_by_id, fresh.proposed_by_id}:
            raise RefusedError("You worked on this layout; another person must approve it.")
        yield fresh, entry


def give_up(profile: RosterProfile, doing: Doing) -> None:
    """Give up a profile that is not in use; its sample is deleted."""
    check_right(needed("make_profile"), doing.role)
    with acting(doing, "configure", "profile", profile.key) as entry:
        fresh = RosterProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
        if fresh.state not in {State.DRAFT, State.PROPOSED}:
            raise RefusedError("Only a layout that is not in use can be abandoned.")
        fresh.state = State.GIVEN_UP
        fresh.save()
        fresh.sample.delete()
        entry.detail |= {"step": "given up", "profile": fresh.called}


def end(profile: RosterProfile, why: str, doing: Doing) -> None:
    """Offer a profile no longer; what was read through it can still be read again. Raises RefusedError without a reason."""
    check_right(needed("vouch_profile"), doing.role)
    if not why.strip():
        raise RefusedError("Enter why it is retired.")
    with acting(doing, "configure", "profile", profile.key) as entry:
        fresh = RosterProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
        if fresh.state != State.IN_USE:
            raise RefusedError("Only a layout that is in use can be retired.")
        fresh.state, fresh.ended_by, fresh.ended_at, fresh.why = State.ENDED, doing.account, doing.at, why.strip()[:300]
        fresh.save()
        entry.detail |= {"step": "ended", "profile": fresh.called}
        entry.sealed["why"] = fresh.why


@dataclass(frozen=True, slots=True)
class Described:
    """A profile with its sample."""

    profile: RosterProfile
    sample: RosterSample


def described(key: str, *, whole: bool = False) -> Described | None:
    """A profile that is being described, `whole` with the sample's bytes; None for any other."""
    return _with_sample(key, State.DRAFT, whole=whole)


def proposed(key: str) -> Described | None:
    """A profile that waits for a second person; None for any other."""
    return _with_sample(key, State.PROPOSED)


def _with_sample(key: str, state: str, *, whole: bool = False) -> Described | None:
    rows = RosterSample.objects.select_related("profile", "profile__made_by", "profile__proposed_by")
    found = (rows if whole else rows.defer("content")).filter(profile__key=key, profile__state=state).first()
    return Described(found.profile, found) if found else None
