"""The notice to the person: what was asked, what the jail intends, in the person's language; translations marked unreviewed.

California Gov. Code 7283.1(b): a copy of the request, and whether the agency intends to comply. The offer of consular notification is a
notice of its own and says nothing of the request (Vienna Convention on Consular Relations, art. 36(1)(b); California Pen. Code 834c).
"""

import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from habeas.answers.languages import LANGUAGES, language
from habeas.answers.pdf import render_pdf
from habeas.answers.sheets import fill
from habeas.requests.purpose import COURT_PAPERS, IMMIGRATION_ISSUERS

UNREVIEWED = "This translation has not been reviewed by a certified translator. The English text governs."
"""What a translation that nobody reviewed says in English, beside the same in its own language."""

IMMIGRATION_KINDS = frozenset({"detainer", "administrative_warrant"})
"""Kinds of paper that only immigration authorities send."""

FEDERAL_ISSUERS = frozenset({"doj", "fbi", "usms"})

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
    copies: tuple[bytes, ...] = ()
    """The pages of the request as PNG pictures, printed behind the notice; the notice speaks of a copy only where there are some."""
    designee_told: bool = False
    """Whether the law of the place owes the same notice to the person's attorney or designee."""


class Dated(Protocol):
    """What every notice says of itself: the day it is made."""

    @property
    def on(self) -> date:
        """The day."""


@cache
def texts(code: str) -> dict[str, Any]:
    """The sentences of one language; KeyError where Habeas has none."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return tomllib.loads((files("habeas.answers") / "locale" / f"{code}.toml").read_text(encoding="utf-8"))


def notice_html(facts: NoticeFacts, code: str) -> str:
    """The notice as HTML in one language."""
    said, t = _sentences(facts, code), texts(code)
    copies = [f"data:image/png;base64,{b64encode(each).decode()}" for each in facts.copies]
    return filled_notice("notice.html", code, said.title, facts, t=t, s=said, copies=copies)


def consent_html(facts: NoticeFacts, code: str) -> str:
    """The written consent form before an interview, as HTML in one language (California Gov. Code 7283.1(a))."""
    t = texts(code)
    issuer = t["issuers"][issuer_key(facts.issuer, facts.kind)]
    said = {
        "to": t["to"].format(name=facts.person_name, booking=facts.booking_id),
        "says": [t["consent_purpose"].format(issuer=issuer), t["consent_voluntary"], t["consent_decline"], t["consent_attorney"]],
        "choices": [t["consent_yes"], t["consent_only"], t["consent_no"]],
        "duty": t["duty"].format(citation=facts.duty_citation),
    }  # fmt: skip
    return filled_notice("consent.html", code, t["consent_title"], facts, t=t, s=said)


def consent_pdf(facts: NoticeFacts, code: str) -> bytes:
    """The consent form as a tagged PDF in one language."""
    return render_pdf(consent_html(facts, code))


def consular_html(facts: NoticeFacts, code: str) -> str:
    """The offer of consular notification as HTML in one language: nothing of any request stands on it."""
    t = texts(code)
    said = {
        "to": t["to"].format(name=facts.person_name, booking=facts.booking_id),
        "says": t["consular_says"],
        "choices": [t["consular_yes"], t["consular_no"]],
        "duty": t["duty"].format(citation=facts.duty_citation),
    }
    return filled_notice("consular.html", code, t["consular_title"], facts, t=t, s=said)


def consular_pdf(facts: NoticeFacts, code: str) -> bytes:
    """The offer of consular notification as a tagged PDF in one language."""
    return render_pdf(consular_html(facts, code))


def told_of_release(code: str, day: date | None) -> str:
    """What was told of the release, in one language: the day, where one is on record."""
    t = texts(code)
    return str(t["told_release_unknown"] if day is None else t["told_release"].format(date=_day(day, code)))


def filled_notice(template: str, code: str, title: str, facts: Dated, **values: Any) -> str:
    """A notice of one template in one language, with its foot and, where nobody reviewed the translation, that mark."""
    return fill(
        template,
        f=facts,
        language=code,
        title=title,
        foot=_day(facts.on, code),
        of=language(code),
        unreviewed=UNREVIEWED,
        **values,
    )


def notice_pdf(facts: NoticeFacts, code: str) -> bytes:
    """The notice as a tagged PDF in one language."""
    return render_pdf(notice_html(facts, code))


def about_immigration(issuer: str, kind: str) -> bool:
    """Whether a request is one of immigration authorities about a civil matter; a court's paper never is."""
    return kind not in COURT_PAPERS and (issuer in IMMIGRATION_ISSUERS or kind in IMMIGRATION_KINDS)


def issuer_key(issuer: str, kind: str) -> str:
    """Which words name the sender in a notice: its own, those of its kind of office, or another agency where nothing more is known."""
    if issuer in IMMIGRATION_ISSUERS or issuer == "court":
        return issuer
    if issuer in FEDERAL_ISSUERS:
        return "federal"
    return "other" if about_immigration(issuer, kind) else "agency"


@dataclass(frozen=True, slots=True)
class _Said:
    title: str
    to: str
    intro: str
    intents: tuple[tuple[str, str, str], ...]
    told: tuple[str, ...]
    rights: tuple[str, ...]
    duty: str


def _asks(t: Mapping[str, Any], kind: str, act: str) -> str:
    """What a document asks; a detainer asks for forty-eight hours at most (8 CFR 287.7(d))."""
    return str(t["hold_detainer"] if (kind, act) == ("detainer", "hold") else t[act])


def _sentences(f: NoticeFacts, code: str) -> _Said:
    t = texts(code)
    received = t["received_unknown"] if f.received_on is None else _day(f.received_on, code)
    kind = t["kinds"].get(f.kind, t["kinds"]["other"])
    answer = {True: t["yes"], False: t["no"], None: t["undecided"]}
    intents = tuple(
        (
            _asks(t, f.kind, each.act),
            answer[each.complies],
            t["law"].format(citation=each.citation) if each.citation else "",
        )
        for each in f.intents
        if each.act in INTENT_ACTS
    )
    rights = [t["right_attorney"], t["right_wrong"]]
    rights += [t["right_designee"]] if f.designee_told and any(each.act == "notify" for each in f.intents) else []
    intro = t["intro"].format(
        issuer=t["issuers"][issuer_key(f.issuer, f.kind)],
        kind=kind,
        received=received,
        form=f" ({f.form})" if f.form else "",
    )
    return _Said(
        title=t["title"] if about_immigration(f.issuer, f.kind) else t["title_other"],
        to=t["to"].format(name=f.person_name, booking=f.booking_id),
        intro=f"{intro} {t['copy']}" if f.copies else intro,
        intents=intents,
        told=tuple(t["told"].format(what=each) for each in f.told),
        rights=tuple(rights),
        duty=t["duty"].format(citation=f.duty_citation),
    )


def _day(day: date, code: str) -> str:
    """The day with its month in words: 02/03 would read in two ways."""
    t = texts(code)
    return str(t["date"]).format(day=day.day, month=t["months"][day.month - 1], year=day.year)
