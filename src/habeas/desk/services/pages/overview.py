"""How the office does, in pictures: counts for whoever runs it, from the desk's own rows, for staff alone and naming nobody."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min, QuerySet

from habeas.common.charts import Chart
from habeas.desk.models import Clock, Notice, Question, Request
from habeas.desk.services.clocks.clock_rules import RULES
from habeas.desk.services.outgoing.notice_labels import NOTICE_WORDS
from habeas.desk.services.pages.board import HOLDERS, ROLE_WORDS
from habeas.desk.services.publication.counting import outcomes_of
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.desk.workflow.table import table
from habeas.statistics.measures.values import OUTCOMES

PERIODS: dict[str, tuple[str, int]] = {
    "30": ("last 30 days", 30),
    "90": ("last 90 days", 90),
    "365": ("last 12 months", 365),
}
"""Each period that may be chosen: its words and days."""
WITHIN: tuple[tuple[str, float], ...] = (
    ("within 4 hours", 4), ("within 24 hours", 24), ("within 3 days", 72), ("within 10 days", 240), ("later", float("inf")),
)  # fmt: skip
"""How long an answer took: words, and up to how many hours since receipt."""
UNANSWERED = "not answered yet"
MOST_QUESTIONS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """The period that is counted: from `since`, up to but without `before`."""

    since: datetime
    before: datetime


def charts(period: str, at: datetime) -> list[Chart]:
    """Every chart for a period of `PERIODS`, at the moment `at`."""
    span = Span(at - timedelta(days=PERIODS[period][1]), at)
    return [each(span) for each in CHARTS]


def _received(span: Span) -> QuerySet[Request]:
    """The requests received in the period, each once: the same request again is not counted twice."""
    return Request.objects.filter(duplicate_of=None, received_at__gte=span.since, received_at__lt=span.before)


def by_outcome(span: Span) -> Chart:
    """Requests received, by kind and by how each came out."""
    found: Counter[tuple[str, str]] = Counter()
    for kind, outcome in outcomes_of(_received(span)):
        found[kind, outcome] += 1
    kinds = sorted({kind for kind, _ in found}, key=lambda kind: -sum(found[kind, name] for name in OUTCOMES))
    rows = tuple(
        (_first_up(KINDS_SAID.get(kind, "not classified yet")), tuple(found[kind, name] for name in OUTCOMES))
        for kind in kinds
    )
    says = "Requests received in the period, by type of request and outcome."
    return Chart("outcome", "Requests by kind and outcome", says, tuple(OUTCOMES.values()), rows, "requests received")


def hours_to_answer(span: Span) -> Chart:
    """How long the first answer took, from receipt to the first time it was sent; what is not answered stands apart."""
    found: Counter[str] = Counter()
    for received, sent, state in (
        _received(span).annotate(sent=Min("dispatches__at")).values_list("received_at", "sent", "state")
    ):
        if state != "set_aside":
            found[_within(received, sent)] += 1
    names = [*(words for words, _ in WITHIN), UNANSWERED]
    says = "Requests received in the period, by the time from receipt to the first answer sent. Those set aside are left out."
    return Chart(
        "hours",
        "Time to answer",
        says,
        ("requests",),
        tuple((name, (found[name],)) for name in names),
        "requests received",
    )


def _within(received: datetime, sent: datetime | None) -> str:
    if sent is None:
        return UNANSWERED
    hours = (sent - received).total_seconds() / 3600
    return next(words for words, most in WITHIN if hours <= most)


def notices_in_time(span: Span) -> Chart:
    """Notices raised in the period, by what they are and whether they were served in time."""
    columns = ("served in time", "served late", "overdue", "not due yet", "excused")
    found: Counter[tuple[str, str]] = Counter()
    raised = Notice.objects.filter(raised_at__gte=span.since, raised_at__lt=span.before)
    for what, due, served, excused in raised.values_list("what", "due_at", "served_at", "excused"):
        found[what, _notice(due, served, excused, span.before)] += 1
    kinds = sorted({what for what, _ in found})
    rows = tuple(
        (NOTICE_WORDS.get(what, _words(what)), tuple(found[what, column] for column in columns)) for what in kinds
    )
    says = "Notices raised in the period, by type and whether they were served on time."
    return Chart("notices", "Notices in time", says, columns, rows, "notices raised")


def _words(name: str) -> str:
    return _first_up(name.replace("_", " "))


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _notice(due: datetime | None, served: datetime | None, excused: str, at: datetime) -> str:
    if served is not None:
        return "served late" if due is not None and served > due else "served in time"
    if excused:
        return "excused"
    return "overdue" if due is not None and due < at else "not due yet"


def deadlines(span: Span) -> Chart:
    """Deadlines that began in the period, by kind and whether they were met."""
    columns = ("met in time", "met late", "overdue", "running")
    found: Counter[tuple[str, str]] = Counter()
    began = Clock.objects.filter(started_at__gte=span.since, started_at__lt=span.before)
    for kind, ends, met in began.values_list("kind", "ends_at", "met_at"):
        found[kind, _deadline(ends, met, span.before)] += 1
    kinds = sorted({kind for kind, _ in found})
    rows = tuple((_clock_words(kind), tuple(found[kind, column] for column in columns)) for kind in kinds)
    says = "Deadlines that began in the period, by type and whether they were met."
    return Chart("deadlines", "Deadlines", says, columns, rows, "deadlines")


def _clock_words(kind: str) -> str:
    rule = RULES.get(kind)
    return rule.says if rule is not None else _words(kind)


def _deadline(ends: datetime, met: datetime | None, at: datetime) -> str:
    if met is not None:
        return "met in time" if met <= ends else "met late"
    return "overdue" if ends < at else "running"


def questions_open(span: Span) -> Chart:
    """Open questions now, whenever they were raised, by whom they are asked of."""
    rows = Question.objects.filter(closed_at=None).values_list("of", "asked_at")
    found = Counter((of, "asked" if asked else "not asked yet") for of, asked in rows)
    columns = ("asked", "not asked yet")
    who = sorted({of for of, _ in found}, key=lambda of: (-sum(found[of, each] for each in columns), of))[
        :MOST_QUESTIONS
    ]
    parts = tuple((_first_up(of), tuple(found[of, each] for each in columns)) for of in who)
    says = "Open questions now, by who can answer them."
    return Chart("questions", "Open questions, by who can answer", says, columns, parts, "questions open now")


def queues(span: Span) -> Chart:
    """Open requests now, by whose queue they are in and their state."""
    states = [name for name, role in HOLDERS.items() if role]
    found = Counter(Request.objects.filter(state__in=states).values_list("state", flat=True))
    words = table().states
    rows = tuple(
        (f"{ROLE_WORDS[HOLDERS[name]]}: {words[name].words}", (found[name],)) for name in states if found[name]
    )
    says = "Requests open now, by status, with the role assigned."
    return Chart("queues", "Whose queue", says, ("requests",), rows, "requests open now")


CHARTS: tuple[Callable[[Span], Chart], ...] = (
    by_outcome,
    hours_to_answer,
    notices_in_time,
    deadlines,
    questions_open,
    queues,
)
"""The charts of the page, in order."""
