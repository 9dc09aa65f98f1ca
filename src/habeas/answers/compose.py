"""From a worked-out answer to what the letter and the notices say."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from habeas.answers.choices import CHOSEN_WORDS, Does, does_of
from habeas.answers.letter import ActAnswer, Enclosure, LetterFacts, Party, Shown
from habeas.answers.notices import INTENT_ACTS, Intent, NoticeFacts
from habeas.answers.subjects import shows_interest
from habeas.answers.words import OUTCOME_WORDS, people
from habeas.answers.work import OPEN_DOOR, Answer, PersonAnswer
from habeas.law.decision import Decision, DutyDue
from habeas.law.words import Act, Outcome, Sureness
from habeas.requests.vocabulary import ISSUER_WORDS, KIND_WORDS

CHOSEN_BY_SIGNERS = frozenset({Act.HOLD, Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.ARREST})
"""Acts on a person that a `may` leaves to those who sign; the program chooses none of them."""

THEIRS_TO_CHOOSE = "The law leaves it to this office; those who sign decide it before this letter goes out."


NOBODY_WORDS = "Nothing is done: nobody in our custody is the person you named."

LIST_WORDS = OUTCOME_WORDS | {
    "silent": "Not asked about: the record says United States.",
    "unknown": "Neither on the list nor off it: no record says.",
}
"""How the list itself is answered, group by group."""

NOT_IN_A_LIST: dict[str, str] = {
    "must": "Not picked out for a list.",
    "may": "Not picked out for a list.",
    "must_not": "No: the law forbids it.",
    "silent": "Not picked out for a list.",
    "unresolved": "Not as part of a list; beyond that the law is unsettled, and our counsel decides.",
    "unknown": "Not as part of a list.",
}
"""How a field is answered where the list may not be given at all."""


def letter_facts(answer: Answer) -> LetterFacts:
    """Gather what the letter says. No name of a person in custody is among it but what the sender gave."""
    request, source = answer.request, answer.request.source
    disclosed = answer.disclosed
    fields = tuple(name for name in request.fields if any(name in each.disclosed for each in disclosed))
    return LetterFacts(
        sender=_party(source.get("to"), "this office"),
        recipient=_party(source.get("from"), ISSUER_WORDS.get(source.get("issuer") or "other", "")),
        on=answer.setting.as_of,
        request_id=request.id,
        request_date=_day(request.facts.get("received_at")),
        kind_words=KIND_WORDS[request.kind],
        asked_words=_asked_words(source),
        fields=request.fields,
        reply_by=_day(source.get("reply_by")),
        subject=_subject(answer),
        a_class=request.about_a_class,
        acts=tuple(_act_answers(answer)),
        in_custody=answer.in_custody,
        disclosed_people=len(disclosed),
        disclosed_fields=fields,
        citizenship=_citizenship(answer),
        shown=_shown(answer),
        enclosures=_enclosures(answer),
        questions=len(answer.open_questions),
        federal_lines="charges" in fields and any(_has_federal_line(each) for each in disclosed),
        unverified=_unverified(answer),
        decided=bool(answer.decisions) or answer.request.about_a_class,
        office=answer.office is not None,
        nobody=answer.nobody_here,
        draft=not answer.choices and not answer.nobody_here,
        second=_needs_second(answer),
    )


def _needs_second(answer: Answer) -> bool:
    """Whether a second person signs the letter: always but where the office has chosen, and nothing is done but the safe act."""
    made = any(each.does is Does.COMPLIES for each in answer.choices.values())
    return made or not (answer.choices or answer.nobody_here)


def _party(given: Any, fallback: str) -> Party:
    if not isinstance(given, Mapping):
        return Party("", str(given or fallback))
    address = given.get("address") or ()
    lines = tuple(address.split("\n")) if isinstance(address, str) else tuple(str(line) for line in address)
    return Party(str(given.get("name") or ""), str(given.get("agency") or fallback), lines, given.get("email"))


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _asked_words(source: Mapping[str, Any]) -> str:
    """What is asked in the sender's own words, the shortest whole statement of it."""
    wanted = source.get("class")
    words = (
        (wanted.get("words") if isinstance(wanted, Mapping) else wanted) or source.get("text") or source.get("purpose")
    )
    return " ".join(str(words or "no words of its own beyond the form").split())


def _subject(answer: Answer) -> str:
    source = answer.request.source
    given = source.get("subject")
    kind = KIND_WORDS[answer.request.kind]
    if not isinstance(given, Mapping):
        return f"your {kind}, number {answer.request.id}"
    named = " ".join(str(given.get(key)) for key in ("given_name", "family_name") if given.get(key)) or str(
        given.get("booking_id") or ""
    )
    return f"your {kind} about {named}, number {answer.request.id}"


def _act_answers(answer: Answer) -> Iterator[ActAnswer]:
    """One row an act, the list itself first."""
    for act in sorted(answer.acts, key=lambda each: each is not Act.LIST):
        reached = _reached(answer, act)
        reasons = {r.provision.id: r for each in reached for r in each.acts[act].controlling}
        yield ActAnswer(
            act.value,
            _words(answer, act, reached),
            tuple(dict.fromkeys(r.provision.source.citation for r in reasons.values())),
            tuple(dict.fromkeys(r.provision.sentence for r in reasons.values())),
        )


def _reached(answer: Answer, act: Act) -> list[Decision]:
    """The decisions of the people whose outcome the answer speaks of: for a field of a list, those the list reaches, if it reaches any."""
    if not answer.request.about_a_class or act is Act.LIST or act.value in answer.request.asks:
        return list(answer.decisions)
    return [each for each in answer.decisions if _on_list(answer, each)] or list(answer.decisions)


def _on_list(answer: Answer, each: Decision) -> bool:
    """Whether the list reaches the person: the law opens it, and the office has not shut it."""
    outcome = each.acts[Act.LIST].outcome
    return outcome in OPEN_DOOR and (not answer.choices or does_of(answer.choices, Act.LIST, outcome) is Does.COMPLIES)


def _words(answer: Answer, act: Act, reached: list[Decision]) -> str:
    counts = Counter(each.acts[act].outcome.value for each in reached)
    if answer.nobody_here:
        return NOBODY_WORDS
    if not answer.request.about_a_class:
        return " ".join(_of_one(answer, act, outcome) for outcome in counts)
    if (
        act is not Act.LIST
        and act.value not in answer.request.asks
        and not any(_on_list(answer, each) for each in reached)
    ):
        return " ".join(NOT_IN_A_LIST[outcome] for outcome in sorted(counts))
    table = LIST_WORDS if act is Act.LIST else OUTCOME_WORDS
    said = {outcome: _chosen(answer, act, outcome) or table[outcome] for outcome in counts}
    return " ".join(f"{said[outcome]} ({people(count).capitalize()}.)" for outcome, count in sorted(counts.items()))


def _of_one(answer: Answer, act: Act, outcome: str) -> str:
    made = answer.decisions[0].acts[act]
    words = _chosen(answer, act, outcome)
    if words is None:
        words = THEIRS_TO_CHOOSE if outcome == "may" and act in CHOSEN_BY_SIGNERS else OUTCOME_WORDS[outcome]
    elif does_of(answer.choices, act, made.outcome) is not Does.COMPLIES:
        return words
    ends = made.until.isoformat(sep=" ", timespec="minutes") if made.until else made.until_says
    return f"{words} Until {ends}." if ends else words


def _chosen(answer: Answer, act: Act, outcome: str) -> str | None:
    """The words of the office's choice; None where the office has not come to it, or the law's word is firm."""
    if not answer.choices:
        return None
    return CHOSEN_WORDS.get((Outcome(outcome), does_of(answer.choices, act, Outcome(outcome))))


def _citizenship(answer: Answer) -> tuple[int, int, int] | None:
    if not answer.request.about_a_class:
        return None
    counts = answer.citizenship()
    return counts["us"], counts["not_us"], counts["unknown"]


def _shown(answer: Answer) -> tuple[Shown, ...]:
    register = answer.setting.register
    if register is None:
        return ()
    return tuple(Shown(each.field, each.since, each.where) for each in register.on(answer.setting.as_of))


def _enclosures(answer: Answer) -> tuple[Enclosure, ...]:
    if not answer.disclosed:
        return ()
    rows = people(len(answer.disclosed))
    return (
        Enclosure("disclosed.csv", f"the rows that may leave, {rows}"),
        Enclosure("disclosed.xlsx", "the same rows as a workbook"),
        Enclosure("datapackage.json", "what each column means, and the SHA-256 of both files"),
    )


def _has_federal_line(each: PersonAnswer) -> bool:
    return bool(each.subject.booking.holds) or any(shows_interest(charge) for charge in each.subject.booking.charges)


def _unverified(answer: Answer) -> tuple[str, ...]:
    weak = {
        reason.provision.source.citation
        for each in answer.decisions
        for act in answer.acts
        for reason in each.acts[act].controlling
        if reason.provision.source.sureness is not Sureness.VERIFIED
    }
    return tuple(sorted(weak))


def notice_facts(answer: Answer, each: PersonAnswer, due: DutyDue) -> NoticeFacts:
    """Gather what the notice to one person says."""
    request, person = answer.request, each.subject.person
    intents = tuple(_intent(answer, each, Act(act)) for act in INTENT_ACTS if act in request.asks)
    return NoticeFacts(
        person_name=" ".join(part for part in (person.given_name, person.family_name) if part) or person.person_id,
        booking_id=each.subject.booking.booking_id,
        agency=_party(request.source.get("to"), "This jail").agency,
        issuer=request.facts.get("issuer") or "other",
        kind=request.kind,
        form=request.facts.get("form"),
        received_on=_day(request.facts.get("received_at")),
        on=answer.setting.as_of,
        intents=intents,
        duty_citation=due.source.citation,
    )


def _intent(answer: Answer, each: PersonAnswer, act: Act) -> Intent:
    made = each.decision.acts[act]
    complies = {Does.COMPLIES: True, Does.REFUSES: False}.get(does_of(answer.choices, act, made.outcome))
    citations = dict.fromkeys(reason.provision.source.citation for reason in made.controlling)
    return Intent(act.value, complies, "; ".join(citations))
