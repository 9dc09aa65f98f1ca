"""Make an answer: gather what it rests on, decide it, draft what goes out, store the whole: facts, law, answer and paper together."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from habeas.answers.letter_template import check_template
from habeas.answers.package import TEMPLATE
from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Decision, Request, Signature
from habeas.desk.record.writing import EventEntry
from habeas.desk.services.cases.decision_inputs import DecisionInputs, gather
from habeas.desk.services.cases.duties import raise_notices, said_of_notices
from habeas.desk.services.cases.questions import raise_questions
from habeas.desk.services.clocks.clocks import start_for_decision, start_for_notices
from habeas.desk.services.custody.looking import not_looked_at
from habeas.desk.services.decisions.act_choices import Choice, act_rows, answered_by_counsel
from habeas.desk.services.decisions.decision_store import (
    keep_files,
    keep_rows,
    record_decision,
    shown_sha256,
    sign_door,
    store_decision,
)
from habeas.desk.services.decisions.draft_answer import DraftAnswer, asks_of, decide
from habeas.desk.services.decisions.fallen_notices import let_fall
from habeas.desk.services.decisions.package_drawing import letter_of, package_of, preparer
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import moving
from habeas.requests.vocabulary import COUNSEL_FIRST


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be decided if it were decided now: nothing is stored."""

    worked: DraftAnswer
    rows: list[ActChoice]
    letter: str
    way: str
    """By which step it would go on."""

    @property
    def needs_second(self) -> bool:
        """Whether it would wait at the second door."""
        return self.way == "send_to_sign" or any(each.needs_second for each in self.rows)


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer ready to be stored: what the law says, what the office does, by which step it goes on, every file by its path."""

    worked: DraftAnswer
    rows: list[ActChoice]
    way: str
    files: Mapping[str, bytes]


def preview(
    request: Request, worked: DraftAnswer, choices: Iterable[Choice], doing: Doing, added: tuple[str, ...] = ()
) -> Preview:
    """The answer as it would go out with these choices and added paragraphs. Raises RefusedError where a choice is not open."""
    rows = act_rows(worked, request, choices, doing)
    return Preview(worked, rows, letter_of(worked, rows, preparer(doing), added), way_of(request, rows, added))


def make(
    request: Request,
    choices: Iterable[Choice],
    doing: Doing,
    seen: int | None = None,
    added: tuple[str, ...] = (),
    then: Callable[[Decision], None] = lambda made: None,
) -> Decision:
    """Generate response. Where nothing needs a second person it is in force at once; the rest waits for one.

    What needs no second person (refusing, releasing, telling the person) takes effect now in either case, but for the kinds
    that go to counsel first: their whole answer waits. `then` is done in the same transaction. Raises RefusedError while the
    request itself is not clear, or where nobody is said to be meant and somebody in custody is near whom no second person looked at.
    """
    demand_looked(request)
    worked = decide(gather(request, doing.at))
    ready = draft(
        request, worked, choices, doing, added
    )  # before the lock: a letter takes longer than a clerk may wait
    with moving(request, ready.way, doing, seen) as move:
        demand_unchanged(move.request, worked.inputs, doing.at)
        made = store(move.request, ready, doing)
        move.request.stale = None
        record_decision(move.entry, made)
        if TEMPLATE in ready.files:
            move.entry.detail["letter_template"] = hashlib.sha256(ready.files[TEMPLATE]).hexdigest()
        if added:
            move.entry.detail["paragraphs_added"] = len(added)
            move.entry.sealed["paragraphs"] = "\n\n".join(added)
        begin_what_it_owes(move.request, made, move.entry, doing)
        raise_questions(move.request, asks_of(worked, answered_by_counsel(move.request, doing.at)), doing)
        then(made)
    return made


def template_preview(request: Request, template: str, doing: Doing) -> str:
    """The letter of a request as a template would frame it, with what nobody chose left open. Nothing is stored.

    Raises BadInputError where the text is no template or the request cannot be read.
    """
    check_template(template)
    worked = decide(gather(request, doing.at))
    return letter_of(worked, act_rows(worked, request, [], doing), preparer(doing), (), template)


def draft(
    request: Request, worked: DraftAnswer, choices: Iterable[Choice], doing: Doing, added: tuple[str, ...] = ()
) -> Draft:
    """The answer with these choices, every file of it drawn. Raises RefusedError where a choice is not open."""
    rows = act_rows(worked, request, choices, doing)
    files = package_of(worked, rows, preparer(doing), request.paper, added)
    return Draft(worked, rows, way_of(request, rows, added), files)


def demand_unchanged(request: Request, inputs: DecisionInputs, at: datetime) -> None:
    """Raise RefusedError where the request no longer rests on these inputs."""
    if gather(request, at).sha256 != inputs.sha256:
        raise RefusedError("Something changed while the response was generated; review it again.")


def store(request: Request, ready: Draft, doing: Doing) -> Decision:
    """Store the decision, what the office does, every file, and the signature of whoever made it."""
    made = store_decision(request, ready.worked, doing, waits=ready.way != "settle")
    keep_rows(made, ready.rows)
    keep_files(made, ready.files)
    sign_door(made, Signature.Door.FIRST, doing, shown_sha256(made))
    return made


def begin_what_it_owes(request: Request, made: Decision, entry: EventEntry, doing: Doing) -> None:
    """Raise the notices that are due and start the clocks; telling the person never waits for a signature."""
    let_fall(request, entry, doing, decision=made)
    owed = raise_notices(request, made, doing)
    entry.detail["notices"] = said_of_notices(owed)
    start_for_notices(owed, doing)
    start_for_decision(request, made, doing)


def way_of(request: Request, rows: Iterable[ActChoice], added: tuple[str, ...] = ()) -> str:
    """By which step the answer goes on: to counsel, to the second person (also for words of a person's own), or into force."""
    if request.kind in COUNSEL_FIRST:
        return "send_to_counsel"
    return "send_to_sign" if added or any(each.needs_second for each in rows) else "settle"


def demand_looked(request: Request) -> None:
    """Raise RefusedError where the answer would be "not in our custody" and somebody is near whom no second person looked at."""
    if not_looked_at(request):
        raise RefusedError(
            "An inmate may be the person named, and there was no second review: select the inmate, or have the "
            "no-match confirmed."
        )
