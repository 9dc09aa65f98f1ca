"""The notice to the person: what was asked, what the jail intends, in the person's language; translations marked unreviewed.

California Gov. Code 7283.1(b): a copy of the request, and whether the agency intends to comply.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.answers.pdf import render_pdf
from habeas.answers.sheets import fill

LANGUAGES = ("en", "es")
INTENT_ACTS = ("hold", "notify", "transfer")


@dataclass(frozen=True, slots=True)
class Intent:
    """What the jail intends about one act; None is not decided yet."""

    act: str
    complies: bool | None
    citation: str


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """Everything a notice says."""

    person_name: str
    booking_id: str
    agency: str
    issuer: str
    kind: str
    form: str | None
    received_on: date | None
    on: date
    intents: tuple[Intent, ...]
    duty_citation: str
    told: tuple[str, ...] = ()


@cache
def texts(language: str) -> dict[str, Any]:
    """The sentences of one language; KeyError where Habeas has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return tomllib.loads((files("habeas.answers") / "locale" / f"{language}.toml").read_text(encoding="utf-8"))


def notice_html(facts: NoticeFacts, language: str) -> str:
    """The notice as HTML in one language."""
    said, t = _sentences(facts, language), texts(language)
    return fill(
        "notice.html", f=facts, t=t, s=said, language=language, title=t["title"], foot=f"{facts.on.isoformat()}"
    )


def notice_pdf(facts: NoticeFacts, language: str) -> bytes:
    """The notice as a tagged PDF in one language."""
    return render_pdf(notice_html(facts, language))


@dataclass(frozen=True, slots=True)
class _Said:
    to: str
    intro: str
    intents: tuple[tuple[str, str, str], ...]
    told: tuple[str, ...]
    rights: tuple[str, ...]
    duty: str


def _sentences(f: NoticeFacts, language: str) -> _Said:
    t = texts(language)
    received = t["received_unknown"] if f.received_on is None else _day(f.received_on, language)
    kind = t["kinds"].get(f.kind, f.kind.replace("_", " "))
    answer = {True: t["yes"], False: t["no"], None: t["undecided"]}
    intents = tuple(
        (t[each.act], answer[each.complies], t["law"].format(citation=each.citation) if each.citation else "")
        for each in f.intents
        if each.act in INTENT_ACTS
    )
    rights = [t["right_attorney"], t["right_wrong"]]
    rights += [t["right_designee"]] if any(each.act == "notify" for each in f.intents) else []
    return _Said(
        to=t["to"].format(name=f.person_name, booking=f.booking_id),
        intro=t["intro"].format(
            issuer=t["issuers"].get(f.issuer, t["issuers"]["other"]),
            kind=kind,
            received=received,
            form=f" ({f.form})" if f.form else "",
        ),
        intents=intents,
        told=tuple(t["told"].format(what=each) for each in f.told),
        rights=tuple(rights),
        duty=t["duty"].format(citation=f.duty_citation),
    )


def _day(day: date, language: str) -> str:
    """The day with its month in words: 02/03 would read in two ways."""
    t = texts(language)
    return str(t["date"]).format(day=day.day, month=t["months"][day.month - 1], year=day.year)
