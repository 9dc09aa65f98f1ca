"""The numbered items of a letter: what the office will and will not do, each a sentence with its reason, its condition and its law."""

from habeas.answers.act_sentences import WILL, Status
from habeas.answers.build import Answer
from habeas.answers.citations import cited
from habeas.answers.documents import paper_word
from habeas.answers.statuses import Answered
from habeas.answers.words import FIELD_WORDS, and_list
from habeas.law.model.vocabulary import Act
from habeas.requests.request import field_acts
from habeas.requests.vocabulary import KINDS

PUBLIC = "provide the booking information that is open to the public"
"""Said only to somebody who asks for what is open to the public."""
COMPELS = frozenset({"subpoena", "order", "writ"})
"""Papers that compel: an open part of one is never said to be left without action."""


def item(answer: Answer, office: str, each: Answered) -> str:
    """One item, for example: the Sheriff's Office will not hold …, because the detainer is not signed, with its citation."""
    if each.status is Status.PENDING:
        return _upper(_separately(answer, office, each.act))
    if each.status is Status.SOME:
        some, others = (_firm(answer, office, part, of="") for part in each.parts)
        return f"For some of the inmates {'requested' if each.act is Act.LIST else 'listed'}, {some} For the others, {others}"
    return _upper(_firm(answer, office, each, of=_of_whom(answer)))


def fields_of(answer: Answer, act: Act) -> tuple[str, ...]:
    """The fields the request asks for that `act` gives, where the letter speaks of the act by its fields."""
    implied = act.value in KINDS[answer.request.kind]
    if implied and (act is Act.NOTIFY or answer.office is not None):
        return ()
    return tuple(name for name, gives in field_acts(answer.request).items() if gives == act.value)


def _firm(answer: Answer, office: str, each: Answered, of: str) -> str:
    """The sentence of an act that is granted or denied, in small letters at its start."""
    fields = fields_of(answer, each.act)
    if each.status is Status.DENIED:
        tail = f", because {each.why}" if each.why else f" {each.unless}" if each.unless else ""
        return _joined(f"{office} will not {_will(answer, each.act, fields, of)}{tail}.", cited(list(each.citations)))
    given = tuple(name for name in fields if _leaves(answer, name))
    lacking = tuple(name for name in fields if name not in given)
    first = f"{each.before}, {office}" if each.before else office
    if fields and not given:
        return _lacking(answer, lacking, of)
    granted = f"{first} will {_will(answer, each.act, given, of)}{each.end}."
    return _joined(granted, cited(list(each.citations)), _lacking(answer, lacking, of))


def _will(answer: Answer, act: Act, fields: tuple[str, ...], of: str) -> str:
    if fields:
        return f"provide {and_list([FIELD_WORDS[name] for name in fields])}{of}"
    if act is Act.LIST and not of:
        return "provide the list"
    return PUBLIC if act is Act.SHARE_PUBLIC and answer.request.kind == "public_records_request" else WILL[act]


def _leaves(answer: Answer, name: str) -> bool:
    """Whether the field is given: it leaves for somebody; a request about no person is answered by hand."""
    return answer.office is not None or any(name in each.disclosed for each in answer.disclosed)


def _lacking(answer: Answer, fields: tuple[str, ...], of: str) -> str:
    """What is asked for and not on record: nothing is promised that the roster does not hold."""
    if not fields:
        return ""
    words = and_list([FIELD_WORDS[name].removesuffix(" on record") for name in fields])
    if not answer.request.about_a_class:
        return f"the booking record of the above-named inmate does not contain {words}."
    return f"the booking records{' of the inmates listed' if of else ''} do not contain {words}."


def _separately(answer: Answer, office: str, act: Act) -> str:
    """An act that is still open: a later letter answers it, and until then nothing is done."""
    paper, fields = paper_word(answer.request), fields_of(answer, act)
    if paper in COMPELS:
        part = and_list([FIELD_WORDS[name] for name in fields]) or "that information"
        return f"{office} will respond separately to the part of the {paper} that asks for {part}."
    will = _will(answer, act, fields, _of_whom(answer))
    if paper == "warrant":
        return f"{office} will respond separately as to whether it will {will}. Until then it takes no action on the warrant."
    return f"{office} will respond separately to the request to {will}. Until then it takes no action on that request."


def _of_whom(answer: Answer) -> str:
    if answer.office is not None:
        return ""
    return " of each inmate listed" if answer.request.about_a_class else " of the above-named inmate"


def _joined(*sentences: str) -> str:
    """The sentences in one paragraph; only the first begins in small letters."""
    first, *rest = [each for each in sentences if each]
    return " ".join((first, *map(_upper, rest)))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
