"""The answer worked out: each person decided, each field of each person disclosed or withheld on a provision, or asked about."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from habeas.answers.choices import Choices, Does, does_of
from habeas.answers.fields import COLUMNS, holds
from habeas.answers.identification import who_is_meant
from habeas.answers.people_class import READER, read_class
from habeas.answers.subjects import Setting, Subject, office_case, record_asks, subject_case
from habeas.law.engine.decide import decide
from habeas.law.engine.decision import ActDecision, Decision
from habeas.law.engine.decision_cache import Memo
from habeas.law.engine.trace import Ask
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.request import Request, field_acts
from habeas.requests.vocabulary import ABOUT_EITHER, ABOUT_NOBODY, COMMANDS, KIND_WORDS
from habeas.roster.records import Person, Refusal, Roster

UNREAD = "roster.refused"
"""What is asked about where rows of the roster that were refused may be about the person."""
OPEN_DOOR = frozenset({Outcome.MUST, Outcome.MAY})


OPEN_OUTCOMES = frozenset({Outcome.MAY, Outcome.UNRESOLVED, Outcome.UNKNOWN, Outcome.SILENT})
"""Outcomes that leave an act open until a person chooses, counsel answers, or a fact is known."""


def names_nobody(kind: str, source: Mapping[str, Any]) -> bool:
    """Whether a request is about no person in custody: the office is asked to do, to agree or to hand over something."""
    return kind in ABOUT_NOBODY or (kind in ABOUT_EITHER and not source.get("subject"))


def about_nobody(request: Request) -> bool:
    """Whether the request is about no person in custody."""
    return names_nobody(request.kind, request.source)


@dataclass(frozen=True, slots=True)
class Withheld:
    """One field of one person that does not leave, and the provision (or the reason) that keeps it."""

    person_id: str
    field: str
    provision: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """One question nobody has answered yet, about one person or (empty number) about the request."""

    person_id: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """One person's decision with what leaves, what stays and what is asked."""

    subject: Subject
    decision: Decision
    disclosed: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    questions: tuple[AnswerQuestion, ...] = ()
    in_class: bool | None = None
    """Whether records place the person in the class a list request asks for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to one request."""

    setting: Setting
    in_custody: int
    not_in_custody: int
    people: tuple[PersonAnswer, ...]
    questions: tuple[AnswerQuestion, ...] = ()
    said: tuple[str, ...] = ()
    law: dict[str, str] = field(default_factory=dict)
    office: Decision | None = None
    """The decision of a request about no person."""
    nobody_here: bool = False
    """A human looked, and nobody in custody is meant."""
    nobody_placed: Decision | None = None
    """What the law says of listing somebody of the class, where records place nobody in it and leave nobody in doubt; else None."""
    choices: Choices = field(default_factory=dict)
    """What the office does, act by act; empty where nobody has chosen yet."""

    @property
    def request(self) -> Request:
        """The request that is answered."""
        return self.setting.request

    @property
    def disclosed(self) -> tuple[PersonAnswer, ...]:
        """The people of whom something leaves: nobody while a question about the request itself is open."""
        return () if open_request_questions(self) else tuple(each for each in self.people if each.disclosed)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision the answer rests on: one a person, or the one about no person."""
        return tuple(each.decision for each in self.people) or ((self.office,) if self.office else ())

    @property
    def open_questions(self) -> tuple[AnswerQuestion, ...]:
        """Every question about the request, what of it nobody understood included, then about each person."""
        about = (AnswerQuestion("", ask) for ask in asks_about_request(self.request))
        return tuple(dict.fromkeys((*about, *self.questions))) + tuple(
            question for each in self.people for question in each.questions
        )

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts this answer speaks of: those asked, and those its fields need."""
        needed = set(self.request.asks) | set(field_acts(self.request).values())
        return tuple(act for act in Act if act.value in needed)

    def counts(self) -> dict[str, dict[str, int]]:
        """Per act how many people have each outcome; each act sums to the people decided."""
        return {
            act.value: dict(sorted(Counter(each.decision.acts[act].outcome.value for each in self.people).items()))
            for act in self.acts
        }

    def citizenship(self) -> dict[str, int]:
        """How many records say United States, another country, or nothing that can be read."""
        said = Counter(_citizenship(each.subject.person) for each in self.people)
        return {"us": said["us"], "not_us": said["not_us"], "unknown": said["unknown"]}


Beat = Callable[[int, int], None]
"""Hears how many people of how many are done."""
BEAT_EVERY = 250


def work_out(roster: Roster, subjects: list[Subject], setting: Setting, beat: Beat | None = None) -> Answer:
    """Decide the request for the people in custody whom it is about; `beat` hears how far it is.

    A request about one person that fits nobody or several decides on no one and asks.
    """
    empty = Answer(setting, len(subjects), len(roster.people) - len(subjects), (), said=setting.request.all_said)
    if about_nobody(setting.request):
        return replace(answer_for_office(setting), in_custody=empty.in_custody, not_in_custody=empty.not_in_custody)
    if setting.request.about_a_class:
        people = tuple(_answer_class(subjects, setting, beat))
        return replace(
            empty,
            people=people,
            questions=tuple(AnswerQuestion("", ask) for ask in setting.people_class.asks),
            law=_law(people),
            nobody_placed=_of_empty_class(people, setting),
        )
    return _about_one(subjects, empty, roster.refused)


def _of_empty_class(people: tuple[PersonAnswer, ...], setting: Setting) -> Decision | None:
    """The law's word on a list of an empty class: to say that nobody is in it answers the request as much as a list would."""
    if asks_about_request(setting.request) or any(each.in_class is not False for each in people):
        return None
    return decide(replace(office_case(setting), person={"in_requested_class": True}))


def answer_about(subject: Subject, setting: Setting, in_custody: int = 1) -> Answer:
    """Decide a request about one person whom a human has already chosen; nobody is looked for."""
    person = _answer_person(subject, setting, decide(subject_case(subject, setting)))
    return Answer(setting, in_custody, 0, (person,), said=setting.request.all_said, law=_law((person,)))


def answer_for_office(setting: Setting) -> Answer:
    """Decide a request about no person: access, an agreement, records, a subpoena for the agency's own papers."""
    decision = _of_records(decide(office_case(setting)))
    asked = tuple(AnswerQuestion("", ask) for ask in decision.questions)
    return Answer(setting, 0, 0, (), asked, setting.request.all_said, dict(decision.law), decision)


HOUSED_FACT = "custody.arrested_on_civil_immigration_only"
ASK_OF_RECORDS = (
    "Does a record that is asked for name somebody whom the jail houses on civil immigration grounds alone, with no crime charged and "
    "no other matter? Check record by record."
)
"""What is asked in place of a question about "the person" where the request names nobody."""


def _of_records(decision: Decision) -> Decision:
    """The decision with its question about whom the jail houses put to the records: nobody is meant of whom it could be asked."""
    acts = {act: replace(each, questions=_reworded(each.questions)) for act, each in decision.acts.items()}
    return replace(decision, acts=acts, questions=_reworded(decision.questions))


def _reworded(asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    return tuple(replace(each, ask=ASK_OF_RECORDS) if each.fact == HOUSED_FACT else each for each in asks)


def answer_nobody(setting: Setting) -> Answer:
    """Answer a request about one person of whom a human has said that nobody in custody is meant."""
    return Answer(setting, 0, 0, (), said=setting.request.all_said, nobody_here=True)


def with_choices(answer: Answer, choices: Choices) -> Answer:
    """The answer with what the office does: a field leaves only where the office complies with the act that gives it."""
    people = tuple(
        _answer_person(each.subject, answer.setting, each.decision, choices, each.in_class) for each in answer.people
    )
    return replace(answer, people=people, choices=choices)


def listed(answer: Answer) -> tuple[Decision, ...]:
    """The decisions of the people a list would hold: records place them in its class, and the law does not keep them off it."""
    placed = (each.decision for each in answer.people if each.in_class)
    return tuple(each for each in placed if each.acts[Act.LIST].outcome is not Outcome.MUST_NOT)


def _about_one(subjects: list[Subject], empty: Answer, refused: Sequence[Refusal]) -> Answer:
    meant = who_is_meant(subjects, empty.request, refused)
    if meant.subject is not None:
        person = _answer_person(meant.subject, empty.setting, decide(subject_case(meant.subject, empty.setting)))
        return replace(empty, people=(person,), law=_law((person,)))
    ask = Ask(
        "request.subject", meant.question, "the sender of the request, or a commander with the paper and the record"
    )
    if meant.unread:
        ask = Ask(UNREAD, meant.question, "records unit")
    return replace(empty, questions=(AnswerQuestion("", ask),))


def asks_about_request(request: Request) -> tuple[Ask, ...]:
    """What is open about the request itself, whoever is in custody; while one stands, nothing is prepared and nobody signs."""
    said = tuple(Ask("request", sentence, READER) for sentence in request.said) + _command_unread(request)
    return said + (read_class(request.source).asks if request.about_a_class else ())


COMMANDED = "The {paper} names no act that Habeas knows: what does it command, and by when?"
CLERK = "whoever read the paper, the court's clerk, or counsel"


def _command_unread(request: Request) -> tuple[Ask, ...]:
    """A court's paper of which no command was read is never done: somebody must say what it commands."""
    if request.kind not in COMMANDS or request.asks or request.fields:
        return ()
    return (Ask("request.asks", COMMANDED.format(paper=KIND_WORDS[request.kind]), CLERK),)


def open_request_questions(answer: Answer) -> tuple[AnswerQuestion, ...]:
    """The open questions about the request itself: its class, who is meant, words of it that nobody understood."""
    about = tuple(AnswerQuestion("", ask) for ask in asks_about_request(answer.request))
    return tuple(dict.fromkeys((*about, *(() if answer.office else answer.questions))))


def _law(people: Iterable[PersonAnswer]) -> dict[str, str]:
    return next((dict(each.decision.law) for each in people), {})


def _answer_class(subjects: list[Subject], setting: Setting, beat: Beat | None) -> Iterator[PersonAnswer]:
    """Each person of a class, decided on their own facts."""
    memo = Memo(_wanted(setting.request))
    for number, subject in enumerate(subjects):
        if beat is not None and number % BEAT_EVERY == 0:
            beat(number, len(subjects))
        case = subject_case(subject, setting)
        yield _answer_person(subject, setting, memo.decide(case), in_class=case.person.get("in_requested_class"))


def _answer_person(
    subject: Subject,
    setting: Setting,
    decision: Decision,
    choices: Choices | None = None,
    in_class: bool | None = None,
) -> PersonAnswer:
    person_id = subject.person.person_id
    gate = decision.acts.get(Act.LIST) if setting.request.about_a_class else None
    found = [
        _of_class(_field(name, (gate, decision.acts[Act(act)]), subject, choices), gate, in_class)
        for name, act in _fields_in_play(setting.request, gate)
    ]
    questions = [AnswerQuestion(person_id, ask) for ask in decision.questions]
    questions += [AnswerQuestion(person_id, ask) for each in found for ask in each.asks]
    questions += [AnswerQuestion(person_id, ask) for ask in record_asks(subject.booking)]
    return PersonAnswer(
        subject,
        decision,
        tuple(each.name for each in found if each.leaves),
        tuple(Withheld(person_id, each.name, each.why) for each in found if each.why),
        tuple(dict.fromkeys(questions)),
        in_class,
    )


@dataclass(frozen=True, slots=True)
class _Field:
    """What becomes of one field of one person: it leaves, it is withheld for a reason, or it is asked about."""

    name: str
    leaves: bool = False
    why: str = ""
    asks: tuple[Ask, ...] = ()


def _field(
    name: str, doors: tuple[ActDecision | None, ActDecision], subject: Subject, choices: Choices | None
) -> _Field:
    of_one = doors[0] is None
    shut = next((each for each in doors if each and _not_chosen(each, choices, of_one=of_one)), None)
    if shut is not None:
        who = "the office does not do it" if choices else "nobody has chosen"
        return _Field(
            name, why=f"{who}; the law leaves it open ({_why(shut)})", asks=() if choices else _lacks(subject, name)
        )
    blocking = next((each for each in doors if each and not _opens(each, choices)), None)
    if blocking is not None:
        return _Field(name, why=_why(blocking), asks=() if blocking.asked else blocking.questions)
    if not COLUMNS.get(name):
        return _Field(name, why="the roster holds no such field")
    if not holds(subject, name):
        return _Field(name, asks=_lacks(subject, name))
    return _Field(name, leaves=True)


def _lacks(subject: Subject, name: str) -> tuple[Ask, ...]:
    """What is asked of a field that the roster has a column for and of which this record states nothing."""
    if not COLUMNS.get(name) or holds(subject, name):
        return ()
    return (Ask(name, f"The record holds no {name.replace('_', ' ')}: is there one?", "records unit"),)


def _of_class(found: _Field, gate: ActDecision | None, in_class: bool | None) -> _Field:
    """The field, kept back where a list is asked for and no record places the person in its class, whatever the law opens."""
    if gate is None or not found.leaves or in_class is True:
        return found
    return _Field(found.name, why="no record places the person in the class asked for")


def _opens(made: ActDecision, choices: Choices | None) -> bool:
    """Whether the act lets its field leave: by law, or on counsel's answer where the law is unsettled or silent and the office complies."""
    if made.outcome in {Outcome.UNRESOLVED, Outcome.SILENT} and choices:
        return does_of(choices, made.act, made.outcome) is Does.COMPLIES
    return made.outcome in OPEN_DOOR


def _not_chosen(made: ActDecision, choices: Choices | None, *, of_one: bool) -> bool:
    """Whether the law leaves the act to the office, and the office has not chosen it; a draft of a list shows what it may give."""
    if made.outcome is not Outcome.MAY or not (choices or of_one):
        return False
    return does_of(choices or {}, made.act, made.outcome) is not Does.COMPLIES


def _fields_in_play(request: Request, gate: ActDecision | None) -> list[tuple[str, str]]:
    """The fields asked of this person with the act that gives each; none where the list does not reach the person."""
    return list(field_acts(request).items()) if _touches(gate) else []


def _touches(gate: ActDecision | None) -> bool:
    """Whether the fields of this person are in play: not where the list does not reach the person, or may or may not."""
    return gate is None or gate.outcome not in {Outcome.SILENT, Outcome.UNKNOWN}


def _wanted(request: Request) -> frozenset[Act]:
    """For a class, the acts asked and those its fields need."""
    return frozenset(Act(act) for act in {*request.asks, *field_acts(request).values()})


def _why(made: ActDecision) -> str:
    names = [reason.provision.id for reason in made.controlling]
    return "; ".join(names) if names else f"no provision found for {made.act.value}"


def _citizenship(person: Person) -> str:
    if person.citizenship is None:
        return "unknown"
    return "us" if person.citizenship == "US" else "not_us"
