"""A condition as a lawyer would write it: lists with "and" or "or", negatives in words, terms named and defined once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from habeas.law.model import expressions as x
from habeas.law.model.terms import Term, grouped

Terms = Mapping[x.Expression, Term]
_SHORT = 2
"""As many plain parts are joined in one line; more make a list."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement, with what it leads to: `joint` is what joins its parts (and, or)."""

    words: str
    parts: "tuple[Clause, ...]" = ()
    joint: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """The clause as nested JSON values; a leaf has no parts."""
        return {
            "words": self.words,
            "parts": [each.as_data() for each in self.parts],
            "joint": self.joint,
            **self.extra,
        }


def clause(e: x.Expression, terms: Terms, *, defining: bool = False) -> Clause:
    """`e` as a clause; a part that is a term stands under its name. `defining` spells out `e` itself though it is a term."""
    if not defining and e in terms:
        name = terms[e].name
        return Clause(name, extra={"term": name})
    return _CLAUSES.get(type(e), _leaf)(e, terms)


def _leaf(e: x.Expression, terms: Terms) -> Clause:
    return Clause(_STATEMENT[type(e)](e))


def _list(e: Any, terms: Terms, lead: str, joint: str) -> Clause:
    parts = tuple(clause(part, terms) for part in grouped(e, terms))
    if len(parts) == 1:
        return parts[0]
    if len(parts) <= _SHORT and not any(part.parts or _joins(part.words) for part in parts):
        return Clause(f" {joint} ".join(part.words for part in parts))
    return Clause(lead, parts, joint)


def _joins(words: str) -> bool:
    """Whether a statement has an "and" or "or" of its own, which another beside it would make doubtful."""
    return " or " in words or " and " in words


def _all(e: x.All, terms: Terms) -> Clause:
    return _list(e, terms, "all of the following apply", "and")


def _any(e: x.Any_, terms: Terms) -> Clause:
    return _list(e, terms, "any of the following applies", "or")


def _not(e: x.Not, terms: Terms) -> Clause:
    inner = e.part
    if inner in terms:
        name = terms[inner].name
        return Clause(negative(name), extra={"term": name})
    return _DENIED.get(type(inner), _deny)(inner, terms)


def _none_of(e: x.Any_, terms: Terms) -> Clause:
    return _list(e, terms, "none of the following applies", "nor") if len(e.of) > _SHORT else _neither(e, terms)


def _neither(e: x.Any_, terms: Terms) -> Clause:
    return clause(x.All(tuple(x.Not(part) for part in e.of)), terms)


def _not_all(e: x.All, terms: Terms) -> Clause:
    return Clause("not all of the following apply", tuple(clause(part, terms) for part in e.of), "and")


def _deny(e: x.Expression, terms: Terms) -> Clause:
    if type(e) in _NEGATIVE:
        return Clause(_NEGATIVE[type(e)](e))
    made = clause(e, terms)
    return Clause("the following does not apply", (made,)) if made.parts else Clause(negative(made.words))


def _on_record(e: x.OnRecord, terms: Terms) -> Clause:
    made = clause(e.part, terms)
    return Clause(f"the record shows that {made.words}", made.parts, made.joint, made.extra)


def _item(e: x.Item, terms: Terms) -> Clause:
    made = clause(e.part, terms)
    return Clause(f"{e.name}: {e.words}", (made,), extra={"item": e.name})


def _question(e: x.AskCounsel, terms: Terms, lead: str = "a question for county counsel") -> Clause:
    made = clause(e.when, terms)
    return Clause(f"{lead}: {e.question} It arises where", (made,), extra={"question": True})


def _charges(lead: str) -> Callable[[Any, Terms], Clause]:
    def of(e: Any, terms: Terms) -> Clause:
        made = clause(e.condition, terms)
        if made.joint == "and":
            return Clause(f"{lead} to which all of the following apply", made.parts, "and")
        return Clause(f"{lead} to which this applies", (made,))

    return of


_CLAUSES: dict[type, Callable[[Any, Terms], Clause]] = {
    x.All: _all,
    x.Any_: _any,
    x.Not: _not,
    x.OnRecord: _on_record,
    x.Item: _item,
    x.AskCounsel: _question,
    x.AnyCharge: _charges("the record shows a charge"),
    x.AnyPresentCharge: _charges("the person is held on a charge"),
}


_DENIED: dict[type, Callable[[Any, Terms], Clause]] = {
    x.Any_: _none_of,
    x.All: _not_all,
    x.Not: lambda e, terms: clause(e.part, terms),
    x.AskCounsel: lambda e, terms: _question(e, terms, "a question for county counsel, to which the answer must be no"),
}


def _or(words: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _plain(value: str) -> str:
    return VALUE_WORDS.get(value, value.replace("_", " "))


def _article(words: str) -> str:
    return f"{'an' if words[0].lower() in 'aeio' else 'a'} {words}"


def _one_of(e: x.OneOf) -> str:
    said, article = _OF_CODE.get(e.fact.key, (f"{e.fact.says} is", False))
    if e.fact.key == "charge.disposition":
        return f"the charge {_or([_ENDED.get(value, f'ended as {_plain(value)}') for value in e.values])}"
    words = [_plain(value) for value in e.values]
    return f"{said} {_or([_article(each) for each in words] if article else words)}"


def _on_or_after(e: x.OnOrAfter) -> str:
    if e.day.year <= _LONG_AGO:
        return f"{e.fact.says} is recorded"
    return f"{e.fact.says} is {e.day.isoformat()} or later"


_LONG_AGO = 1900
"""A day so long ago says only that the day is recorded."""

_OF_CODE: dict[str, tuple[str, bool]] = {
    "request.kind": ("the request is", True),
    "request.issuer": ("the request comes from", False),
    "request.signer": ("the paper is signed by", True),
    "request.attached_signer": ("the attached paper is signed by", True),
    "request.basis": ("the basis of the request is", False),
}
"""How a coded fact is said as a statement, and whether its values take an article."""

_ENDED: dict[str, str] = {
    "convicted": "ended in a conviction",
    "pending": "is pending",
    "held_to_answer": "is held to answer on a magistrate's finding of probable cause",
    "juvenile_adjudication": "ended in a juvenile adjudication",
    "acquitted": "ended in an acquittal",
    "dismissed": "was dismissed",
    "diverted": "was diverted",
}

VALUE_WORDS: dict[str, str] = {
    "ice": "ICE",
    "cbp": "CBP",
    "doj": "the Department of Justice",
    "fbi": "the FBI",
    "usms": "the Marshals",
    "uscis": "USCIS",
    "judicial_probable_cause": "judge's finding of probable cause",
    "none": "nobody",
    "criminal_immigration": "a federal immigration crime",
    "criminal_other": "another crime",
    "us_citizen": "of United States citizenship",
    "lawful_status": "of lawful status",
}
"""Values whose own words, with their low lines gone, do not read as English."""

_STATEMENT: dict[type, Callable[[Any], str]] = {
    x.Constant: lambda e: e.why,
    x.Flag: lambda e: e.fact.says,
    x.OneOf: _one_of,
    x.Includes: lambda e: f"{e.fact.says} include {_or([_plain(value) for value in e.values])}",
    x.Within: lambda e: f"{e.fact.says} is no more than {e.years} years back, its anniversary included",
    x.OnOrAfter: _on_or_after,
    x.DaysAway: lambda e: f"{e.fact.says} is no more than {e.days} days away",
    x.AtLeast: lambda e: f"{e.fact.says} is at least {e.least:g}",
    x.ClassIs: lambda e: f"the charge is {x.CLASS_WORDS[e.name]}",
    x.Asked: lambda e: "the request asks for this act",
}

_NEGATIVE: dict[type, Callable[[Any], str]] = {
    x.OneOf: lambda e: negative(_one_of(e)),
    x.Includes: lambda e: f"{e.fact.says} do not include {_or([_plain(value) for value in e.values])}",
    x.Asked: lambda e: "the request does not ask for this act",
}

_VERBS = (" is ", " are ", " was ", " were ", " can ", " may ", " has ", " had ")
_DO = {" comes ": "come", " include ": "include", " bears ": "bear", " names ": "name", " appears ": "appear", " serves ": "serve",
       " asks ": "ask", " meets ": "meet", " shows ": "show", " forbids ": "forbid", " counts ": "count", " ended ": "end"}  # fmt: skip
_PLURAL_OR_PAST = {" include ": "do", " ended ": "did"}
_OF_A_THING = ("a ", "an ", "the ", "no ", "custody ")


def negative(statement: str) -> str:
    """The statement denied: at its first verb where that is one we know, else in front of the whole."""
    found = [(statement.find(verb), verb) for verb in (*_VERBS, *_DO) if verb in statement]
    if not found:
        return f"it is not so that {statement}"
    at, verb = min(found)
    before, after = statement[:at], statement[at + len(verb) :]
    if verb in _DO:
        return f"{before} {_PLURAL_OR_PAST.get(verb, 'does')} not {_DO[verb]} {after}"
    if verb in {" has ", " had "} and after.startswith(_OF_A_THING):
        return f"{before} {'does' if verb == ' has ' else 'did'} not have {after}"
    return f"{before}{verb}not {after}"


def tree(e: x.Expression, terms: Terms | None = None, *, defining: bool = False) -> dict[str, Any]:
    """A condition as nested words with the mark of each part ("(1)") and what follows it ("; and"): what every page prints."""
    made = clause(e, terms or {}, defining=defining).as_data()
    _mark(made, 1)
    return made


def _mark(data: dict[str, Any], depth: int) -> None:
    data.setdefault("mark", "")
    data.setdefault("end", "")
    parts = data["parts"]
    for number, part in enumerate(parts, 1):
        _mark(part, depth + 1)
        part["mark"] = f"({numeral(number, depth)})" if len(parts) > 1 else ""
        if number < len(parts):
            joint = data["joint"] if number == len(parts) - 1 else ""
            _last_leaf(part)["end"] = f"; {joint}".rstrip() if joint else ";"


def _last_leaf(data: dict[str, Any]) -> dict[str, Any]:
    while data["parts"]:
        data = data["parts"][-1]
    return data


def lines(data: dict[str, Any], depth: int = 0) -> Iterator[tuple[int, str]]:
    """A condition's data as lines of (depth, words)."""
    mark = f"{data['mark']} " if data["mark"] else ""
    yield depth, f"{mark}{data['words']}{':' if data['parts'] else ''}{data['end']}"
    for part in data["parts"]:
        yield from lines(part, depth + 1)


def numeral(number: int, depth: int) -> str:
    """The mark of a list's part at a depth: 1, a, i, A and again."""
    style = (depth - 1) % 4
    if style == 0:
        return str(number)
    if style == 2:
        return _roman(number)
    letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
    return letter if style == 1 else letter.upper()


def _roman(number: int) -> str:
    found = ""
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            found, number = found + sign, number - value
    return found
