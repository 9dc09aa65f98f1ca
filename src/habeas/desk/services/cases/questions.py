"""The questions that are open, brought in line with what the law room asks now; each keeps when and how somebody was asked."""

from collections.abc import Iterable

from habeas.desk.doing import Doing
from habeas.desk.models import Opinion, Question, Request
from habeas.desk.services.cases.decision_inputs import read_sources
from habeas.desk.workflow.findings import Fell
from habeas.law.engine.trace import Ask
from habeas.law.model.facts import FACTS


def raise_questions(request: Request, asks: Iterable[Ask], doing: Doing) -> list[Question]:
    """Bring the open questions in line with what is open now: new ones are raised, those no longer open are closed."""
    wanted = {(ask.fact[:60], ask.ask): ask for ask in (*asks, *against_findings(request))}
    held = {(each.fact, each.ask): each for each in request.questions.filter(closed_at=None)}
    gone = [each.pk for key, each in held.items() if key not in wanted]
    if gone:
        Question.objects.filter(pk__in=gone).update(closed_at=doing.at, closed_why="no longer open")
    new = [
        Question(request=request, fact=fact, ask=words, of=ask.of[:120], raised_at=doing.at)
        for (fact, words), ask in wanted.items()
        if (fact, words) not in held
    ]
    return Question.objects.bulk_create(new)


def still_open(request: Request, fact: str, words: str) -> Question | None:
    """The open question with this fact and these words."""
    return request.questions.filter(fact=fact[:60], ask=words, closed_at=None).first()


def against_findings(request: Request) -> list[Ask]:
    """A question to counsel for each fact that was recorded after a finding and contradicts it. Neither sets the other aside."""
    fallen = [each for each in read_sources(request).fallen if each.after] if request.person_id else []
    since = max((each.recorded_at for each in fallen), default=None)
    if since is None or Opinion.objects.filter(request=request, at__gte=since).exists():
        return []
    return [_ask(fallen[-1])]


def _ask(fell: Fell) -> Ask:
    return Ask(
        "law",
        f'Recorded after two people upheld "{fell.finding.claim}", and against it: {FACTS[fell.fact].says} – '
        f"{str(fell.value).replace('_', ' ')}. The finding stands. May it be taken back? That takes a new claim, decided by two people, "
        "one of them counsel.",
        "county counsel",
    )
