"""The letter that answers a request: one set of sentences, laid out as a tagged PDF and as plain text."""

import textwrap
from dataclasses import dataclass
from datetime import date

from habeas.answers.pdf import render_pdf
from habeas.answers.sheets import fill
from habeas.answers.words import ACT_WORDS, FIELD_WORDS, and_list, long_date, number, people

WIDTH = 78


@dataclass(frozen=True, slots=True)
class Party:
    """Someone a letter is from, or to."""

    name: str
    agency: str
    address: tuple[str, ...] = ()
    email: str | None = None


@dataclass(frozen=True, slots=True)
class ActAnswer:
    """What is answered to one thing asked: the act, the answer in words, the law it rests on."""

    act: str
    answer: str
    citations: tuple[str, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A field anyone can see, since when and where."""

    field: str
    since: date
    where: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with the letter."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything the letter says. It holds no name of a person in custody but one the sender gave."""

    sender: Party
    recipient: Party
    on: date
    request_id: str
    request_date: date | None
    kind_words: str
    asked_words: str
    fields: tuple[str, ...]
    reply_by: date | None
    subject: str
    a_class: bool
    acts: tuple[ActAnswer, ...]
    in_custody: int
    disclosed_people: int
    disclosed_fields: tuple[str, ...]
    citizenship: tuple[int, int, int] | None
    """Records that say United States, another country, nothing readable."""
    shown: tuple[Shown, ...]
    enclosures: tuple[Enclosure, ...]
    questions: int
    federal_lines: bool
    """Whether lines that show a federal interest were left out of what is enclosed."""
    unverified: tuple[str, ...] = ()
    decided: bool = True
    draft: bool = True
    office: bool = False
    """Whether it is about no person."""
    nobody: bool = False
    """Whether nobody in custody is meant."""
    second: bool = True
    """Whether a second person signs it."""


@dataclass(frozen=True, slots=True)
class _Sentences:
    date: str
    draft: str
    subject: str
    asked_title: str
    asked: tuple[str, ...]
    answer_title: str
    opening: tuple[str, ...]
    acts: tuple[tuple[str, str, str], ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    closing: str


def letter_html(facts: LetterFacts) -> str:
    """The letter as HTML for the PDF."""
    said = _sentences(facts)
    return fill("letter.html", f=facts, s=said, language="en", title=said.subject, foot=_foot(facts))


def letter_pdf(facts: LetterFacts) -> bytes:
    """The letter as a tagged PDF."""
    return render_pdf(letter_html(facts))


def letter_text(facts: LetterFacts) -> str:
    """The letter as plain text, 78 columns, with the sentences of the PDF."""
    said = _sentences(facts)
    blocks = [
        "\n".join(_party(facts.sender)),
        said.draft if facts.draft else "",
        said.date,
        "\n".join(_party(facts.recipient)),
        said.subject,
        _titled(said.asked_title, said.asked),
        _titled(said.answer_title, said.opening),
        "\n".join(_act_lines(said.acts)),
    ]
    blocks += [_titled(title, sentences) for title, sentences in said.parts]
    if facts.enclosures:
        blocks.append(_titled("Enclosures", tuple(f"- {each.name}: {each.what}" for each in facts.enclosures)))
    signs = "Prepared by: ____________________________"
    if facts.second:
        signs += "\n\nApproved by a second person: ____________________________"
    return "\n\n".join(_wrap(block) for block in [*blocks, said.closing, signs, _foot(facts)] if block) + "\n"


def _party(party: Party) -> list[str]:
    return [line for line in (party.name, party.agency, *party.address, party.email or "") if line]


def _titled(title: str, sentences: tuple[str, ...]) -> str:
    return "\n".join([title.upper(), *sentences])


def _act_lines(rows: tuple[tuple[str, str, str], ...]) -> list[str]:
    return [f"- {asked}: {answer} [{law}]" for asked, answer, law in rows]


def _wrap(block: str) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, WIDTH)) or "" for line in block.split("\n"))


def _foot(facts: LetterFacts) -> str:
    return f"Request {facts.request_id}. Law and facts as of {facts.on.isoformat()}."


def _sentences(f: LetterFacts) -> _Sentences:
    return _Sentences(
        date=long_date(f.on),
        draft="Draft. It is not sent until two people have signed it.",
        subject=f"Re: {f.subject}",
        asked_title="What is asked",
        asked=_asked(f),
        answer_title="Our answer",
        opening=_opening(f),
        acts=tuple((ACT_WORDS[row.act], row.answer, "; ".join(row.citations) or "no rule found") for row in f.acts),
        parts=tuple(
            (title, sentences)
            for title, sentences in (
                ("What the law says", _law(f)),
                ("What is enclosed", _enclosed(f)),
                ("Citizenship", _citizenship(f)),
                ("What anyone may see", _public(f)),
                ("What is still open", _open(f)),
            )
            if sentences
        ),
        closing=f"Please write to {f.sender.name or f.sender.agency}{', ' + f.sender.email if f.sender.email else ''} about this "
        f"answer, and give the number {f.request_id}.",
    )


def _asked(f: LetterFacts) -> tuple[str, ...]:
    when = (
        f"On {long_date(f.request_date)} we received your {f.kind_words}."
        if f.request_date
        else f"We have your {f.kind_words}."
    )
    first = f"{when} In your words: “{f.asked_words}”"
    fields = f"For each person it asks for {and_list([FIELD_WORDS[each] for each in f.fields])}." if f.fields else ""
    reply = f"You asked for a reply by {long_date(f.reply_by)}." if f.reply_by else ""
    return tuple(sentence for sentence in (first, fields, reply) if sentence)


def _opening(f: LetterFacts) -> tuple[str, ...]:
    if f.nobody:
        return ("From what you gave us, the person you named is not in our custody.",)
    if f.office:
        return ("This is what we answer:",)
    if not f.decided:
        return (
            "We could not tell who is meant, so nothing has been decided about anyone. Please see the questions below.",
        )
    if f.a_class:
        held = f"On {long_date(f.on)} this office had {people(f.in_custody)} in custody. Each record was looked at on its own."
        return (held, "This is what we answer:")
    return ("This is what we answer about the person you named:",)


def _law(f: LetterFacts) -> tuple[str, ...]:
    said = dict.fromkeys(sentence for row in f.acts for sentence in row.sentences)
    weak = (
        (f"Read only in an official summary, an opinion or a report, or not yet read: {'; '.join(f.unverified)}.",)
        if f.unverified
        else ()
    )
    return (*said, *weak)


def _enclosed(f: LetterFacts) -> tuple[str, ...]:
    if not f.a_class and not f.disclosed_people:
        return ()
    if not f.disclosed_people:
        return (
            "We enclose no list and no names. Where a class may not be picked out, we hand over nothing selected by "
            "citizenship.",
        )
    lines = (
        ("Charge or hold lines that show a federal interest are not part of what is enclosed.",)
        if f.federal_lines
        else ()
    )
    return (
        f"We enclose {and_list([FIELD_WORDS[each] for each in f.disclosed_fields])} for {people(f.disclosed_people)}. An empty "
        "cell means that our record does not say.",
        *lines,
    )


def _citizenship(f: LetterFacts) -> tuple[str, ...]:
    if f.citizenship is None:
        return ()
    _, other, unknown = f.citizenship
    first = (
        "Citizenship here is only what a record says, and the enclosed rows name the record."
        if f.disclosed_people
        else "Citizenship in our records is only what a record says, and who said it; we do not work it out."
    )
    counted = (
        f"For {people(unknown)} in custody no record says anything that can be read. They are neither on a list nor off it, "
        "and we count them apart."
    )
    told = (
        (f"A record names a country other than the United States for {people(other)}.",) if f.disclosed_people else ()
    )
    return (first, *told, counted)


def _public(f: LetterFacts) -> tuple[str, ...]:
    if not f.shown:
        return ()
    by_where: dict[str, list[Shown]] = {}
    for each in f.shown:
        by_where.setdefault(each.where, []).append(each)
    said = [
        f"{where}: {and_list([f'{FIELD_WORDS[s.field]} (since {s.since.isoformat()})' for s in rows])}."
        for where, rows in by_where.items()
    ]
    return ("Anyone may look up the following, about anyone, and so may you:", *said)


def _open(f: LetterFacts) -> tuple[str, ...]:
    if not f.questions:
        return ()
    one = f.questions == 1
    counted = f"{number(f.questions).capitalize()} question{'' if one else 's'}"
    return (
        f"{counted} about our own records {'is' if one else 'are'} not answered yet. If an answer changes what we may tell "
        "you, we shall write again.",
    )
