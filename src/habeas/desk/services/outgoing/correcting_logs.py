"""A service of notice, a transmittal or a custody action that was logged wrongly: corrected by another entry, or undone.

Both entries stay in the record, with who, when and why. What rested on the wrong one is done again: the notice is due, the response is to
be sent, the inmate is in custody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from habeas.answers.languages import LANGUAGES
from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, Booking, Clock, Dispatch, Execution, Notice, Request, Service
from habeas.desk.services.clocks.clocks import meet_notice, run_again
from habeas.desk.services.decisions.closing import go_on
from habeas.desk.services.outgoing.notices import CONSULAR, CONSULAR_ANSWERS, OTHER_LANGUAGE, ask_consulate
from habeas.desk.services.outgoing.outgoing import VERIFIED, WAYS
from habeas.desk.services.outgoing.whose_paper import other_agency
from habeas.desk.services.releases.release_watch import correct_release
from habeas.desk.services.releases.released_against import Confirmed, tell_commanders
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import blocking
from habeas.desk.workflow.machine import Move, moving

AFTER = "a prerequisite was logged as done in error, and the response went out"
NOT_OWED = "Logged in error: the inmate's answer was corrected."
CHECKED = tuple(words for name, words in VERIFIED.items() if name != "paper_only")
"""How an address can have been verified; from the document only is not verified."""
Entry = Service | Dispatch | Execution


@dataclass(frozen=True, slots=True)
class LogCorrection:
    """Why an entry was wrong, and the lines that stand in its place; `undone`: nothing does."""

    why: str
    lines: Mapping[str, Any] = field(default_factory=dict)
    undone: bool = False


def standing_entry(request: Request, kind: str, key: str) -> Any:
    """A logged entry of the request that still stands: a `service`, a `dispatch` or an `execution`; None where there is none."""
    about = {"notice__request": request} if kind == "service" else {"request": request}
    return _MODELS[kind].objects.filter(key=key, **about, **STANDS).select_related("by").first()


def correct_log(
    request: Request, kind: str, key: str, given: LogCorrection, doing: Doing, seen: int | None = None
) -> Entry:
    """Record that an entry was wrong, and what stands in its place; then do again what rested on it.

    Raises RefusedError without a reason, for an entry that no longer stands, for lines that are no others or that it cannot have, and
    where a later step must be undone first.
    """
    if not given.why.strip():
        raise RefusedError("Enter why it was wrong.")
    with transaction.atomic():
        with moving(request, f"correct_{kind}", doing, seen) as move:
            wrong = standing_entry(move.request, kind, key)
            if wrong is None:
                raise RefusedError("This entry was corrected already; open the request again.")
            made = _entered(wrong, kind, given, doing)
            _AGAIN[kind](move, wrong, made, doing)
            _told(move, kind, wrong, made)
        go_on(request, doing)
    return made


def _entered(wrong: Any, kind: str, given: LogCorrection, doing: Doing) -> Any:
    """The entry in the place of the wrong one: its lines with those that were given, and who corrected it."""
    lines = {name: getattr(wrong, name) for name in (*LINES[kind], *_KEPT[kind])}
    if not given.undone:
        changed = {name: value for name, value in given.lines.items() if name in LINES[kind] and value != lines[name]}
        if not changed:
            raise RefusedError("The correction says the same; change what was wrong.")
        lines |= changed
        _demand_known(changed)
        _demand_lines(kind, lines, doing)
    if hasattr(wrong, "recorded_at"):
        lines["recorded_at"] = doing.at
    return type(wrong).objects.create(
        **lines, by=doing.needed_account, corrects=wrong, why=given.why.strip()[:300], withdraws=given.undone
    )


def _demand_known(changed: Mapping[str, Any]) -> None:
    wrong = next((name for name, value in changed.items() if name in _CHOICES and value not in _CHOICES[name]), None)
    if wrong:
        raise RefusedError("Choose from the list.")


def _demand_lines(kind: str, lines: Mapping[str, Any], doing: Doing) -> None:
    needed = dict(_NEEDED[kind])
    if lines.get("result") == Service.Result.FAILED:
        needed["next_try_at"] = "when the next attempt is"
    if lines.get("step") == Execution.Step.HANDED_OVER:
        needed |= {"badge": "the officer's badge or credential number", "place": "where it was"}
    if lines.get("way") == "phone":
        needed["taken_by"] = "who took it, with badge or number"
    missing = [words for name, words in needed.items() if not str(lines[name] or "").strip()]
    if missing:
        raise RefusedError(f"Enter {missing[0]}.")
    if lines["at"] > doing.at:
        raise RefusedError("The time entered is in the future; enter the actual time.")


def _told(move: Move, kind: str, wrong: Any, made: Any) -> None:
    """What the record says of it: the entries by key; the words sealed."""
    move.entry.detail |= {kind: made.key, "corrects": wrong.key, "undone": made.withdraws}
    move.entry.sealed |= {"why": made.why} | {name: str(getattr(made, name) or "") for name in LINES[kind]}
    if kind == "dispatch":
        move.entry.detail |= {"way": made.way, "files": made.files, "decision": made.decision.key}
    elif kind == "execution":
        move.entry.detail |= {"step": made.step, "at": made.at.isoformat(), "agency": made.agency}
    else:
        move.entry.detail |= _served_detail(made.notice, made)


def _served_detail(notice: Notice, made: Service) -> dict[str, Any]:
    last = Service.objects.filter(notice=notice, **STANDS).order_by("-id").first()
    result = last.result if last else "open"
    at = (notice.served_at or (last or made).at).isoformat()
    return {"notice": notice.key, "what": notice.what, "result": result, "language": (last or made).language, "at": at}


def _served_again(move: Move, wrong: Service, made: Service, doing: Doing) -> None:
    """The notice is served as the entries that stand say: where none does, it is due again, and what it must come before waits."""
    notice = wrong.notice
    served = notice.services.filter(**STANDS).exclude(result=Service.Result.FAILED).order_by("at").first()
    notice.served_at = served.at if served else None
    notice.save(update_fields=["served_at"])
    _answer_again(notice, wrong, made, doing)
    if served is not None:
        meet_notice(notice, served.result, doing)
    else:
        run_again(notice.clocks.exclude(met_at=None), doing)
    if move.request.notices.filter(served_at=None, excused="").exists():
        _owed_again(move)


def _owed_again(move: Move) -> None:
    """A notice is due again: the request waits for it once more, and a response that it had to come before is marked."""
    state, owed = move.request.state, bool(blocking(move.request))
    if state == "watching":
        move.to = "answered"
    if state == "ready" and owed:
        move.to = "signed"
    if state in {"answered", "watching"} and owed:
        move.request.stale = [AFTER]


def _answer_again(notice: Notice, wrong: Service, made: Service, doing: Doing) -> None:
    """An offer of consular notification was answered otherwise: the consulate is owed word, or not any more."""
    if notice.what != CONSULAR:
        return
    if not made.withdraws and made.answer == "yes" and wrong.answer != "yes":
        ask_consulate(notice, made, doing)
    elif wrong.answer == "yes" and (made.withdraws or made.answer != "yes"):
        for each in notice.request.notices.filter(what="notify_consular_officer", served_at=None, excused=""):
            each.excused = NOT_OWED
            each.save(update_fields=["excused"])
            meet_notice(each, "excused", doing)


def _sent_again(move: Move, wrong: Dispatch, made: Dispatch, doing: Doing) -> None:
    """Where no transmittal stands any more, the response was never sent: it is to be sent, and its deadline runs."""
    if made.withdraws and not move.request.dispatches.filter(**STANDS).exists():
        move.to, move.request.lateness = "ready", ""
        run_again(Clock.objects.filter(request=move.request, kind="reply_by", custody=False, met_how="answered"), doing)


def _carried_out_again(move: Move, wrong: Execution, made: Execution, doing: Doing) -> None:
    """A transfer undone: the inmate is in custody and the request goes on; a lodging undone: the hold is to be lodged."""
    if wrong.step == Execution.Step.HANDED_OVER:
        _not_handed_over(move, wrong, made, doing)
    elif made.withdraws:
        if move.request.executions.filter(step="handed_over", **STANDS).exists():
            raise RefusedError("A transfer of custody is logged after it; correct that one first.")
        move.to = "ready" if move.request.state == "watching" else move.to


def _not_handed_over(move: Move, wrong: Execution, made: Execution, doing: Doing) -> None:
    request = move.request
    stays = request.person.bookings.filter(released_at=wrong.at) if request.person else ()
    stayed = list(stays)
    for each in stayed:
        correct_release(each, None if made.withdraws else made.at, doing)
    _tell_of_other(request, wrong, made, stayed, doing)
    if made.withdraws:
        lodged = request.executions.filter(step="lodged", **STANDS).exists()
        sent = request.dispatches.filter(**STANDS).exists()
        move.to, request.ended_how = "watching" if lodged else "answered" if sent else "ready", ""


def _tell_of_other(request: Request, wrong: Execution, made: Execution, stayed: list[Booking], doing: Doing) -> None:
    """Commanders are told where the log now says that another agency than the one the document names took the inmate."""
    booking = request.booking or next(iter(stayed), None)
    differs = "" if made.withdraws or made.agency == wrong.agency else other_agency(request, made.agency)
    if differs and booking is not None:
        given = Confirmed(made.why, made.agency, made.officer, made.badge, made.place, made.allowed_by)
        said = f"The log was corrected: it said that {wrong.agency} took the inmate."
        tell_commanders(booking, "handed_over", [differs, said], given, doing)


_MODELS: Mapping[str, Any] = {"service": Service, "dispatch": Dispatch, "execution": Execution}
_AGAIN: Mapping[str, Callable[[Move, Any, Any, Doing], None]] = {
    "service": _served_again,
    "dispatch": _sent_again,
    "execution": _carried_out_again,
}
LINES: Mapping[str, tuple[str, ...]] = {
    "service": ("result", "language", "interpreter", "place", "served_by", "answer", "note", "next_try_at", "at"),
    "dispatch": ("to", "way", "address", "address_verified", "proof", "taken_by", "at"),
    "execution": ("agency", "officer", "badge", "place", "allowed_by", "at"),
}
"""The lines of each kind of entry that can be corrected."""
_KEPT = {
    "service": ("notice",),
    "dispatch": ("request", "decision", "files", "proof_file"),
    "execution": ("request", "decision", "step"),
}
_NEEDED = {
    "service": {"result": "the result", "language": "the language"},
    "dispatch": {
        "to": "the recipient",
        "way": "the method",
        "address": "the number or address",
        "proof": "the confirmation",
    },
    "execution": {
        "agency": "the agency",
        "officer": "the officer by name",
        "allowed_by": "the authorizing record or order",
    },
}
"""What an entry cannot be without, in words."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "result": tuple(Service.Result.values),
    "language": (*LANGUAGES, OTHER_LANGUAGE),
    "answer": tuple(CONSULAR_ANSWERS),
    "way": tuple(WAYS),
    "address_verified": CHECKED,
}
"""What a line that is chosen can be."""
