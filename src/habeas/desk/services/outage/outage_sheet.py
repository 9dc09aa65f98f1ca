"""The sheet for the hours without a program: for each kind of paper what must, may and must not be done, decided by the law of the place.

Nothing here is typed in: each line is what `habeas decide` gives for a paper of that kind about a person of whom nothing is known but
that a county jail holds them; and where a fact would change it, each value of that fact is tried.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase
from typing import Any

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.decision import ActDecision, Decision
from habeas.law.engine.what_would_change import Settles, would_change
from habeas.law.model.case import Case
from habeas.law.model.expressions import NEVER
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.pages.sentences import lines, tree

DEEPEST = 12
"""No condition of a pack nests so deep: nothing is left out, for a condition cut short would say something else."""
SHORT = 16
"""Conditions of more lines stand at the end of the sheet."""
_OFFICER = {
    "issuer": "ice",
    "signer": "immigration_officer",
    "basis": "civil",
    "in_writing": True,
    "names_person": True,
}
_JUDGE = {
    "issuer": "court", "signer": "federal_magistrate_judge", "judicial": True, "in_writing": True, "names_person": True,
}  # fmt: skip
_TELLING = ["share_personal", "share_criminal_history", "share_status", "share_public"]
PAPERS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Immigration detainer", "I-247A, signed by an immigration officer",
     {"kind": "detainer", "asks": ["hold", "notify", "transfer"], **_OFFICER}),
    ("Request for notice of release", "I-247N, or a call asking for a release date",
     {"kind": "notification_request", "asks": ["notify"], **_OFFICER}),
    ("Request for transfer of custody", "I-247X, or officers who come in person",
     {"kind": "transfer_request", "asks": ["transfer"], **_OFFICER}),
    ("Administrative warrant", "I-200 or I-205, signed by an immigration officer, not by a judge",
     {"kind": "administrative_warrant", "asks": ["arrest", "hold", "transfer"], **_OFFICER}),
    ("Judicial warrant", "AO 442 or the like, signed by a judge or magistrate of a court",
     {"kind": "judicial_warrant", "asks": ["hold", "transfer"], "basis": "criminal_immigration", **_JUDGE}),
    ("Administrative subpoena", "I-138 or the like, signed by an officer",
     {"kind": "administrative_subpoena", "asks": _TELLING, **_OFFICER}),
    ("Subpoena of a court", "signed by a judge or clerk of court",
     {"kind": "judicial_subpoena", "asks": _TELLING, **_JUDGE}),
    ("Request for records", "a letter, mail or call about named people",
     {"kind": "records_request", "asks": _TELLING, **_OFFICER}),
    ("Request for an interview", "officers ask to interview an inmate",
     {"kind": "interview_request", "asks": ["interview"], **_OFFICER}),
    ("Request for a list", "everyone born abroad, everyone with a detainer",
     {"kind": "list_request", "asks": ["list"], **(_OFFICER | {"names_person": False})}),
    ("Access to the building", "officers ask for entry, a desk, or a look at a screen",
     {"kind": "facility_access", "asks": ["access_facility"], **(_OFFICER | {"names_person": False})}),
)  # fmt: skip
"""Each kind of paper on the sheet: its name, how to know it, and the request it is decided as."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One act on the sheet: the outcome's fixed word, and the sentence, citation and sureness of the rule that carries it."""

    act: str
    outcome: str
    sentence: str
    citation: str
    sureness: str
    conditions: tuple[tuple[int, str], ...] = ()
    """Where a fact is missing: what the rule hangs on, to be checked by hand, each with how deep it stands."""
    otherwise: str = ""
    """What holds where the conditions are met."""
    see: str = ""
    """The letter under which long conditions stand at the end of the sheet, once for all kinds of paper."""


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """One fact a person can look up by hand: the question, whom to ask, and for each answer what each act comes to."""

    ask: str
    of: str
    outcomes: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper with its lines, the facts to check, and the duties it brings."""

    title: str
    known_by: str
    lines: tuple[SheetLine, ...]
    checks: tuple[SheetCheck, ...]
    duties: tuple[tuple[str, str, str], ...]
    """What to do, by when, on which law."""


def sheet(place: str, day: date) -> tuple[tuple[PaperKind, ...], dict[str, str]]:
    """The sheet of a place on a day, and the law packs (with their hashes) it rests on."""
    made, law = [], dict[str, str]()
    for title, known_by, request in PAPERS:
        case = _case(place, day, request)
        decision = decide(case)
        law |= decision.law
        lines = tuple(_line(act, decision.acts[act]) for act in decision.acts if decision.acts[act].asked)
        made.append(PaperKind(title, known_by, lines, tuple(_checks(case, decision)), tuple(_duties(decision))))
    return tuple(made), law


def lettered(kinds: tuple[PaperKind, ...]) -> tuple[tuple[PaperKind, ...], tuple[SheetLine, ...]]:
    """The kinds with a letter at each line whose conditions are long, and those lines once each: the end of the sheet."""
    letters: dict[tuple[tuple[int, str], ...], SheetLine] = {}
    for line in (line for kind in kinds for line in kind.lines):
        if len(line.conditions) > SHORT and line.conditions not in letters:
            letters[line.conditions] = replace(line, see=ascii_uppercase[len(letters)])
    marked = tuple(
        replace(kind, lines=tuple(replace(each, see=_letter(each, letters)) for each in kind.lines)) for kind in kinds
    )
    return marked, tuple(letters.values())


def _letter(line: SheetLine, letters: Mapping[tuple[tuple[int, str], ...], SheetLine]) -> str:
    found = letters.get(line.conditions)
    return found.see if found else ""


def _case(place: str, day: date, request: dict[str, Any]) -> Case:
    row = {
        "id": request["kind"], "jurisdiction": place, "as_of": day.isoformat(), "request": request,
        "custody": {"facility": "county_jail"},
    }  # fmt: skip
    return read_case(row, place="the sheet")


def _line(act: Act, made: ActDecision) -> SheetLine:
    first = made.controlling[0] if made.controlling else None
    if first is None:
        return SheetLine(act.value, made.outcome.value, "No rule was found.", "", "")
    rule = first.provision
    said = (act.value, made.outcome.value, rule.sentence, rule.source.citation, rule.source.sureness.value)
    if made.outcome is not Outcome.UNKNOWN:
        return SheetLine(*said)
    excepted = rule.unless != NEVER
    other = rule.otherwise if excepted else rule.outcome
    return SheetLine(
        *said, tuple(_words(tree(rule.unless if excepted else rule.when))), other.value if other else "silent"
    )  # fmt: skip


def _words(node: dict[str, Any]) -> Iterator[tuple[int, str]]:
    return ((depth, words) for depth, words in lines(node) if depth <= DEEPEST)


def _checks(case: Case, decision: Decision) -> Iterator[SheetCheck]:
    for each in would_change(case, decision):
        yield SheetCheck(each.ask.ask, each.ask.of, _merged(each))


def _merged(each: Settles) -> dict[str, dict[str, str]]:
    """Answers that lead to the same are one row."""
    found: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for value, acts in each.outcomes.items():
        found.setdefault(tuple(sorted(acts.items())), []).append(value)
    return {" or ".join(values): dict(acts) for acts, values in found.items()}


def _duties(decision: Decision) -> Iterator[tuple[str, str, str]]:
    seen = set()
    for due in decision.duties:
        if due.duty.says not in seen:
            seen.add(due.duty.says)
            yield due.duty.says, due.duty.deadline or "at once", due.source.citation
