"""A doubtful roster is applied only after two people, each with a reason, said that it is right; a program's key counts for neither."""

from habeas.desk.doing import Doing
from habeas.desk.models import RosterImport
from habeas.desk.record.writing import acting
from habeas.desk.services.custody.roster_doubts import doubts_of
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of

WAITS = "This roster cannot be right as it stands, so two people at the desk must confirm it, each with a reason, before it is applied"


def held(kept: RosterImport) -> bool:
    """Whether a roster waits for people: something speaks against it, and two have not yet confirmed it."""
    return kept.state == RosterImport.State.PREVIEW and bool(doubts_of(kept)) and not _confirmed(kept)


def _confirmed(kept: RosterImport) -> bool:
    return None not in {kept.asked_by_id, kept.confirmed_by_id} and kept.asked_by_id != kept.confirmed_by_id


def demand_confirmed(kept: RosterImport) -> None:
    """Raise RefusedError where a roster waits for people."""
    if held(kept):
        raise RefusedError(f"{WAITS}: {' '.join(doubts_of(kept))}")


def shown(kept: RosterImport) -> str:
    """The hash of what whoever confirms a roster is shown: its figures, what speaks against it, and what the first person said."""
    return shown_of("confirm_roster", kept, doubts=doubts_of(kept))


def confirm(kept: RosterImport, seen: str, why: str, doing: Doing) -> bool:
    """Say that a doubtful roster is right. Whether it may be applied now: the first person's word waits for a second one's.

    `seen` is the hash of what the page showed.

    Raises RefusedError without a reason, for the same person twice, or where the roster waits for nobody; NotYoursError for a program.
    """
    check_right(needed("import_roster"), doing.role)
    if doing.account is None:
        raise NotYoursError("Only a staff member can confirm a roster.")
    if not why.strip():
        raise RefusedError("Enter why this roster is correct: what did you check, and with whom?")
    with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
        fresh = RosterImport.objects.select_for_update(of=("self",)).get(pk=kept.pk)
        if not held(fresh):
            raise RefusedError("This roster is not awaiting review; reload the page.")
        demand_shown(seen, shown(fresh), entry)
        first = fresh.asked_by_id is None
        _say(fresh, why.strip()[:300], doing, first=first)
        entry.detail |= {
            "step": "said to be right" if first else "confirmed by a second person",
            "sha256": fresh.sha256,
        }
        entry.detail["doubts"] = doubts_of(fresh)
        entry.sealed["why"] = why.strip()[:300]
    kept.refresh_from_db()
    return not first


def _say(fresh: RosterImport, why: str, doing: Doing, *, first: bool) -> None:
    if first:
        fresh.asked_by, fresh.asked_at, fresh.asked_why = doing.account, doing.at, why
    elif fresh.asked_by_id == doing.needed_account.pk:
        raise RefusedError("You confirmed it already; another person must confirm it.")
    else:
        fresh.confirmed_by, fresh.confirmed_at, fresh.confirmed_why = doing.account, doing.at, why
    fresh.save()


def unconfirmed(kept: RosterImport) -> None:
    """Take back what people said of a roster: it is compared anew, and what they looked at is not what stands there now."""
    kept.asked_by = kept.asked_at = kept.confirmed_by = kept.confirmed_at = None
    kept.asked_why = kept.confirmed_why = ""
