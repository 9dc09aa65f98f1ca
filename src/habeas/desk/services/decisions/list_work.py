"""The determination of a list of thousands, worked out beside the pages: asked for, shown with counts, made once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from habeas.answers.added import paragraphs_of
from habeas.common.canonical import sha256_of
from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Decision, ListWork, Request
from habeas.desk.seals import fits, seal
from habeas.desk.services.cases.decision_inputs import DecisionInputs, InputSources, gather, place_of_inputs
from habeas.desk.services.cases.law_kept import law_of
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import Preview, make, preview
from habeas.desk.services.decisions.draft_answer import DraftAnswer, answer_json, changes_of, decide
from habeas.desk.services.office.letter_templates import template_text
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.open_acts import open_acts

Beat = Callable[[int, int], None]
ROW = ("act", "outcome", "does", "ground", "words", "needs_second")
CHANGED = "Something changed since the list was worked out; review it again."


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A request worked out, as the page of deciding shows it: straight from the law, or as a worker left it."""

    answer: Mapping[str, Any]
    outcomes: Mapping[str, list[str]]
    """Each act with the outcomes people have, the gravest first."""
    changes: list[Any]
    is_class: bool
    nobody: bool
    rows: list[ActChoice]
    letter: str = ""
    way: str = ""
    why: str = ""
    """Why there is no letter with these choices; empty where there is one."""

    @property
    def waits(self) -> bool:
        """Whether an act would stay open: a draft that nobody sends, not an answer in effect."""
        return bool(open_acts(self.rows))

    @property
    def needs_second(self) -> bool:
        """Whether it would wait for approval."""
        return self.way == "send_to_sign" or any(each.needs_second for each in self.rows)

    @property
    def shown(self) -> str:
        """The hash of the response as the page showed it: the letter and what the office does."""
        return sha256_of([self.letter, [[row.act, row.outcome, row.does, row.ground, row.words] for row in self.rows]])


def worked_out(worked: DraftAnswer, found: Preview | None, why: str = "") -> WorkedOut:
    """What the page shows of a request that was worked out in this moment."""
    outcomes = {
        act.value: [each.value for each in (outcome, *worked.beside(act, outcome))]
        for act, outcome in worked.outcomes().items()
    }
    given = (found.rows, found.letter, found.way) if found else ([], "", "")
    about_class, nobody = worked.answer.request.about_a_class, worked.answer.nobody_here
    return WorkedOut(answer_json(worked), outcomes, changes_of(worked), about_class, nobody, *given, why)


def is_list(request: Request) -> bool:
    """Whether the answer rests on everybody in custody, so that it is worked out beside the pages."""
    return request.kind == "list_request" and request.person_id is None


def rests_on(inputs: DecisionInputs) -> str:
    """The hash of all that a list is worked out from: its inputs, the day, the law in force, the template of its letter."""
    return sha256_of(
        [inputs.sha256, inputs.as_of, law_of(place_of_inputs(inputs)), template_text(inputs.request["kind"])]
    )


def ask(
    request: Request,
    step: str,
    choices: Iterable[Choice],
    added: str,
    doing: Doing,
    text: str,
    shown: str = "",
    seen: int | None = None,
) -> ListWork:
    """Write down what a worker shall do; the caller queues it. `text` is what it rests on, `shown` what a response must equal."""
    row = ListWork(
        request=request, step=step, rests_on=text, choices=[[each.act, each.complies, each.ground, each.words] for each in choices],
        added=added, shown=shown, version=seen, by=doing.needed_account, asked_at=doing.at,
    )  # fmt: skip
    row.seal = seal(*row.said_of_seal)
    row.save()
    return row


def latest(request: Request, text: str, doing: Doing) -> ListWork | None:
    """Somebody's last asking of a request that rests on what is true now: a letter names who prepares it. None where there is none."""
    rows = ListWork.objects.filter(request=request, rests_on=text, by=doing.account)
    return rows.select_related("decision").order_by("-id").first()


def asking(key: str) -> ListWork | None:
    """One asking as it stands now."""
    return ListWork.objects.select_related("decision").filter(key=key).first()


def keys_of(request: Request) -> QuerySet[ListWork, str]:
    """The keys of every asking of a request, for whoever looks for its work."""
    return ListWork.objects.filter(request=request).values_list("key", flat=True)


def now_on(request: Request, at: datetime, sources: InputSources | None = None) -> str:
    """What a list would rest on if it were worked out now. Raises BadInputError where the request cannot be read."""
    return rests_on(gather(request, at, sources))


def choices_of(row: ListWork) -> list[Choice]:
    """The choices that were asked for."""
    return [Choice(*each) for each in row.choices]


def is_worked_out(row: ListWork) -> bool:
    """Whether a worker of this desk left a result, and it stands as it was left."""
    if not isinstance(row.result, dict):
        return False
    kept = {name: value for name, value in row.result.items() if name != "seal"}
    return fits(row.result.get("seal"), "list result", row.key, sha256_of(kept))


def result_of(row: ListWork) -> WorkedOut | None:
    """What a worker left of an asking; None where it has not been worked out."""
    kept = dict(row.result) if is_worked_out(row) and row.result else None
    if kept is None:
        return None
    del kept["seal"]
    kept["rows"] = [ActChoice(**dict(zip(ROW, each, strict=True))) for each in kept["rows"]]
    return WorkedOut(**kept)


def work_on(key: str, doing: Doing, beat: Beat) -> None:
    """Do what was asked. Begun again after a crash it goes on: a response that was made is not made twice.

    Raises RefusedError where the asking is not this desk's, or no longer rests on what is true.
    """
    row = ListWork.objects.select_related("request__person", "request__booking", "request__paper", "decision").get(
        key=key
    )
    if not row.is_ours:
        raise RefusedError("Nobody asked for this list at this desk: it is not worked out.")
    if row.decision is not None or (row.step == ListWork.Step.SHOW and is_worked_out(row)):
        return
    inputs = gather(row.request, doing.at)
    if rests_on(inputs) != row.rests_on:
        raise RefusedError(CHANGED)
    worked = decide(inputs, beat)
    beat(worked.answer.in_custody, worked.answer.in_custody)
    found = _shown(row, worked, doing)
    if row.step == ListWork.Step.SHOW:
        _keep(row, found)
    else:
        _make(row, found, doing)


def _shown(row: ListWork, worked: DraftAnswer, doing: Doing) -> WorkedOut:
    try:
        return worked_out(worked, preview(row.request, worked, choices_of(row), doing, paragraphs_of(row.added)))
    except RefusedError as fault:
        return worked_out(worked, None, str(fault))


def _keep(row: ListWork, found: WorkedOut) -> None:
    kept = {name: getattr(found, name) for name in WorkedOut.__slots__}
    kept["rows"] = [[getattr(each, name) for name in ROW] for each in found.rows]
    ListWork.objects.filter(pk=row.pk).update(result=kept | {"seal": seal("list result", row.key, sha256_of(kept))})


def _make(row: ListWork, found: WorkedOut, doing: Doing) -> None:
    if found.why or found.shown != row.shown:
        raise RefusedError(found.why or CHANGED)

    def keep(made: Decision) -> None:
        ListWork.objects.filter(pk=row.pk).update(decision=made)

    make(row.request, choices_of(row), doing, row.version, paragraphs_of(row.added), keep)
