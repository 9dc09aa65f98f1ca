"""Work a request out, choose only where the law leaves a choice, and freeze the whole: facts, law, answer and paper together."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from habeas import __version__
from habeas.answers.choices import SAFE, Choices, Chosen
from habeas.answers.choices import Does as Says
from habeas.answers.compose import letter_facts
from habeas.answers.languages import package_languages
from habeas.answers.letter import Signer, letter_text
from habeas.answers.package import answer_data, package_files
from habeas.answers.work import Answer, with_choices
from habeas.common.canonical import sha256_of
from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Decision, Opinion, PackageFile, Request, Signature
from habeas.desk.record.writing import Entry
from habeas.desk.services.cases.asking import raise_questions
from habeas.desk.services.cases.beside import Beside, rows_of
from habeas.desk.services.cases.casework import Held, Inputs, answer_of, case_of, gather, place_of_inputs
from habeas.desk.services.cases.duties import raise_notices
from habeas.desk.services.cases.grounds import GROUNDS
from habeas.desk.services.cases.law_kept import keep_law, law_of
from habeas.desk.services.clocks.clocks import start_for_decision, start_for_notices
from habeas.desk.services.custody.looking import not_looked_at
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import moving
from habeas.law.engine.decision import Decision as LawDecision
from habeas.law.engine.settles import would_change
from habeas.law.engine.trace import Ask
from habeas.law.model.words import Act, Outcome
from habeas.requests.vocabulary import COUNSEL_FIRST

Does = ActChoice.Does


BY_COUNSEL = frozenset({Outcome.UNRESOLVED, Outcome.SILENT})
"""Outcomes that only counsel's answer opens to a choice: the law is unsettled, or no rule was found."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A person's choice about one act inside `may`, or on counsel's opinion where the law is unsettled."""

    act: str
    complies: bool
    ground: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Worked:
    """A request worked out now: what it rests on and what the law says. Nothing is stored yet."""

    inputs: Inputs
    answer: Answer

    @property
    def decision(self) -> LawDecision | None:
        """The one person's decision, or the office's own; None for a class or where nobody is meant."""
        if self.answer.office is not None:
            return self.answer.office
        return self.answer.people[0].decision if len(self.answer.people) == 1 and self.inputs.person else None

    def outcomes(self) -> dict[Act, Outcome]:
        """Each act the answer speaks of with its outcome; for a class, that of most consequence for anybody on it."""
        return {act: _of_all([each.acts[act].outcome for each in self.answer.decisions]) for act in self.answer.acts}


_GRAVEST = (Outcome.MUST, Outcome.MAY, Outcome.UNRESOLVED, Outcome.UNKNOWN, Outcome.MUST_NOT, Outcome.SILENT)


def _of_all(found: Iterable[Outcome]) -> Outcome:
    """For a class: if anything must or may leave about anybody, the class's answer needs the second door."""
    outcomes = set(found)
    return next((each for each in _GRAVEST if each in outcomes), Outcome.SILENT)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be decided if it were decided now: nothing is stored."""

    worked: Worked
    rows: list[ActChoice]
    letter: str
    way: str
    """By which step it would go on."""

    @property
    def needs_second(self) -> bool:
        """Whether it would wait at the second door."""
        return any(each.needs_second for each in self.rows)


def work(request: Request, at: datetime, held: Held | None = None) -> Worked:
    """Work the request out as of `at`. Raises BadInputError where its fields cannot be read."""
    inputs = gather(request, at, held)
    return Worked(inputs, answer_of(inputs))


def preview(request: Request, worked: Worked, choices: Iterable[Choice], doing: Doing) -> Preview:
    """The answer as it would go out with these choices. Raises RefusedError where a choice is not open."""
    rows = _rows(worked, request, {each.act: each for each in choices}, doing)
    letter = letter_text(letter_facts(with_choices(worked.answer, chosen_of(rows)), preparer(doing)))
    return Preview(worked, rows, letter, way_of(request, rows))


def chosen_of(rows: Iterable[ActChoice]) -> Choices:
    """What the office does, as the answers room takes it."""
    return {Act(each.act): Chosen(Outcome(each.outcome), Says(each.does)) for each in rows}


def make(request: Request, choices: Iterable[Choice], doing: Doing, seen: int | None = None) -> Decision:
    """Make the answer. Where nothing needs a second person it is in force at once; the rest waits for one.

    What needs no second person (refusing, releasing, telling the person) takes effect now in either case, but for the kinds
    that go to counsel first: their whole answer waits. Raises RefusedError while the request itself is not clear, or where
    nobody is said to be meant and somebody in custody is near whom no second person looked at.
    """
    demand_looked(request)
    worked = work(request, doing.at)
    rows = _rows(worked, request, {each.act: each for each in choices}, doing)
    name = way_of(request, rows)
    files = package_of(
        worked, rows, preparer(doing)
    )  # drawn before the lock is taken: a letter takes longer than a clerk may wait
    with moving(request, name, doing, seen) as move:
        if gather(move.request, doing.at).sha256 != worked.inputs.sha256:
            raise RefusedError("Something changed while the answer was being made; look again, then make it.")
        made = _store(move.request, worked, rows, doing, waits=name != "settle")
        _keep_files(made, files)
        sign_door(made, Signature.Door.FIRST, doing, shown_sha256(made))
        move.request.stale = None
        _record(move.entry, made)
        notices = raise_notices(move.request, made, doing)  # telling the person never waits for a signature
        start_for_notices(notices, doing)
        start_for_decision(move.request, made, doing)
        raise_questions(move.request, asks_of(worked), doing)
    return made


def way_of(request: Request, rows: Iterable[ActChoice]) -> str:
    """By which step the answer goes on: to counsel, to the second person, or into force."""
    if request.kind in COUNSEL_FIRST:
        return "send_to_counsel"
    return "send_to_sign" if any(each.needs_second for each in rows) else "settle"


def demand_looked(request: Request) -> None:
    """Raise RefusedError where the answer would be "not in our custody" and somebody is near whom no second person looked at."""
    if not_looked_at(request):
        raise RefusedError(
            "Somebody in custody may be the person named, and no second person has looked: choose the inmate, or have it "
            "confirmed that none of them is meant."
        )


def _rows(worked: Worked, request: Request, chosen: Mapping[str, Choice], doing: Doing) -> list[ActChoice]:
    strange = sorted(set(chosen) - {act.value for act in worked.outcomes()})
    if strange:
        raise RefusedError(f"The request does not ask for {', '.join(strange)}; leave it out.")
    rows = [
        _row(worked, act, outcome, request, chosen.get(act.value), doing) for act, outcome in worked.outcomes().items()
    ]
    return [each for each in rows if not _needless(each, rows, worked)]


def _row(
    worked: Worked, act: Act, outcome: Outcome, request: Request, choice: Choice | None, doing: Doing
) -> ActChoice:
    does, opinion = _does(act, outcome, choice, request, worked)
    needs = does == Does.COMPLIES
    made = worked.decision.acts[act] if worked.decision else None
    return ActChoice(
        act=act.value,
        outcome=outcome.value,
        does=does,
        ground=choice.ground if choice else "",
        words=choice.words if choice else "",
        opinion=opinion,
        needs_second=needs,
        until=made.until if made else None,
        effective_at=None if needs or request.kind in COUNSEL_FIRST else doing.at,
    )


def _needless(row: ActChoice, rows: list[ActChoice], worked: Worked) -> bool:
    """Whether an open act need not be settled: it would only give a field of a list that is refused, so the letter is silent on it."""
    asked = worked.answer.request
    refused = any(each.act == Act.LIST.value and each.does == Does.REFUSES for each in rows)
    return asked.about_a_class and refused and row.does == Does.WAITS and row.act not in asked.asks


def _does(
    act: Act, outcome: Outcome, choice: Choice | None, request: Request, worked: Worked
) -> tuple[str, Opinion | None]:
    if choice is None:  # of nobody nothing is done, and nothing is open
        return (SAFE[outcome] if worked.answer.decisions else Says.REFUSES).value, None
    if choice.ground not in GROUNDS:
        raise RefusedError(f"{act.value}: choose one of the listed grounds.")
    if outcome is Outcome.MAY:
        return (Does.COMPLIES if choice.complies else Does.REFUSES), None
    if outcome in BY_COUNSEL:
        opinion = living_opinion(request, act.value, worked.inputs.as_of)
        if opinion is None or (choice.complies and opinion.outcome != "may"):
            raise RefusedError(f"{act.value}: the law is unsettled or silent; only counsel's answer opens a choice.")
        return (Does.COMPLIES if choice.complies else Does.REFUSES), opinion
    raise RefusedError(f"{act.value}: the law says {outcome.value.replace('_', ' ')}; nobody may choose otherwise.")


def living_opinion(request: Request, act: str, day: str) -> Opinion | None:
    """Counsel's latest answer about one act; None where there is none, or where it has run out on `day`."""
    found = request.opinions.filter(act=act).order_by("-at", "-id").first()
    return found if found and not (found.expires_on and found.expires_on.isoformat() < day) else None


def _store(request: Request, worked: Worked, rows: list[ActChoice], doing: Doing, *, waits: bool) -> Decision:
    earlier = living_decision(request)
    if earlier is not None:
        earlier.state = Decision.State.REPLACED
        earlier.save(update_fields=["state"])
    made = Decision.objects.create(
        request=request,
        number=request.decisions.count() + 1,
        state=Decision.State.TO_SIGN if waits else Decision.State.SETTLED,
        jurisdiction=worked.inputs.jurisdiction,
        as_of=worked.inputs.as_of,
        inputs=worked.inputs.as_data(),
        answer=answer_json(worked),
        would_change=changes_of(worked),
        inputs_sha256=worked.inputs.sha256,
        law=law_of(place_of_inputs(worked.inputs)),
        program=__version__,
        drafted_by=doing.needed_account,
        drafted_at=doing.at,
    )
    keep_law(place_of_inputs(worked.inputs), doing)
    for row in rows:
        row.decision = made
    ActChoice.objects.bulk_create(rows)
    return made


def _keep_files(made: Decision, files: Mapping[str, bytes]) -> None:
    PackageFile.objects.bulk_create(
        PackageFile(decision=made, path=path, content=content, sha256=hashlib.sha256(content).hexdigest())
        for path, content in files.items()
    )


def preparer(doing: Doing) -> Signer | None:
    """Whoever prepares the answer, as the letter names them; None where a program does."""
    if doing.account is None:
        return None
    return Signer("Prepared by", doing.account.shown, str(doing.account.get_role_display()))


def package_of(worked: Worked, rows: list[ActChoice], prepared: Signer | None = None) -> dict[str, bytes]:
    """Every file of the answer as it will go out, by its path."""
    hashes: dict[str, str | None] = {"roster": worked.inputs.roster_sha256, "request": worked.answer.request.sha256}
    answer = with_choices(worked.answer, chosen_of(rows))
    return package_files(answer, hashes, package_languages((worked.inputs.person or {}).get("language")), prepared)


def answer_json(worked: Worked) -> dict[str, Any]:
    """The decision as `habeas decide` prints it for one person, else the answer as a whole."""
    return worked.decision.as_data() if worked.decision else answer_data(worked.answer)


def changes_of(worked: Worked) -> list[dict[str, Any]]:
    """What would change the open acts of the one person, found by trying."""
    if worked.decision is None:
        return []
    return [each.as_data() for each in would_change(case_of(worked.inputs), worked.decision)]


def sign_door(decision: Decision, door: int, doing: Doing, seen: str) -> Signature:
    """Store one signature; the database refuses the same person at both doors."""
    return Signature.objects.create(
        decision=decision,
        door=door,
        by=doing.needed_account,
        role=doing.role,
        at=doing.at,
        factor=doing.factor,
        seen_sha256=seen,
    )


def asks_of(worked: Worked) -> tuple[Ask, ...]:
    """What is still open: about the one person or the office; for a class, only what is open about the request itself."""
    if worked.decision is not None:
        return tuple(worked.decision.questions)
    return tuple(each.ask for each in worked.answer.questions)


def shown_sha256(decision: Decision, read: Beside | None = None) -> str:
    """The hash of what a signer is shown: the answer, what the office does, and every file that would go out.

    `read` is what a page has read of the decision already (`choice` and `file`).
    """
    read = read or Beside(rows_of({"choice": Q(decision=decision), "file": Q(decision=decision)}))
    rows = sorted([row[name] for name in ("act", "outcome", "does", "ground", "words")] for row in read.of("choice"))
    files = sorted([row["path"], row["sha256"]] for row in read.of("file"))
    return sha256_of([decision.answer, rows, files])


def _record(entry: Entry, made: Decision) -> None:
    acts = made.answer.get("acts", {})
    entry.packs = dict(made.law)
    entry.provisions = sorted(
        {row["provision"] for act in acts.values() for row in act["because"] if row.get("controls")}
    )
    entry.detail |= {"decision": made.key, "number": made.number, "inputs": made.inputs_sha256}
    entry.detail["acts"] = {each.act: f"{each.outcome} {each.does}" for each in made.choices.all()}
