"""The notice to the person: what was asked, what the jail intends, in the person's language; translations marked unreviewed.

California Gov. Code 7283.1(b): a copy of the request, and whether the agency intends to comply.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.answers.languages import LANGUAGES, language
from habeas.answers.pdf import render_pdf
from habeas.answers.sheets import fill

UNREVIEWED = "This translation has not been reviewed by a certified translator. The English text governs."
"""What a translation that nobody reviewed says in English, beside the same in its own language."""

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
def texts(code: str) -> dict[str, Any]:
    """The sentences of one language; KeyError where Habeas has none."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return tomllib.loads((files("habeas.answers") / "locale" / f"{code}.toml").read_text(encoding="utf-8"))


def notice_html(facts: NoticeFacts, code: str) -> str:
    """The notice as HTML in one language."""
    said, t = _sentences(facts, code), texts(code)
    return _filled("notice.html", code, t["title"], facts, t=t, s=said)


def consent_html(facts: NoticeFacts, code: str) -> str:
    """The written consent form before an interview, as HTML in one language (California Gov. Code 7283.1(a))."""
    t = texts(code)
    issuer = t["issuers"].get(facts.issuer, t["issuers"]["other"])
    said = {
        "to": t["to"].format(name=facts.person_name, booking=facts.booking_id),
        "says": [t["consent_purpose"].format(issuer=issuer), t["consent_voluntary"], t["consent_decline"], t["consent_attorney"]],
        "choices": [t["consent_yes"], t["consent_only"], t["consent_no"]],
        "duty": t["duty"].format(citation=facts.duty_citation),
    }  # fmt: skip
    return _filled("consent.html", code, t["consent_title"], facts, t=t, s=said)


def consent_pdf(facts: NoticeFacts, code: str) -> bytes:
    """The consent form as a tagged PDF in one language."""
    return render_pdf(consent_html(facts, code))


def told_of_release(code: str, day: date | None) -> str:
    """What was told of the release, in one language: the day, where one is on record."""
    t = texts(code)
    return str(t["told_release_unknown"] if day is None else t["told_release"].format(date=_day(day, code)))


def _filled(template: str, code: str, title: str, facts: NoticeFacts, **values: Any) -> str:
    return fill(
        template,
        f=facts,
        language=code,
        title=title,
        foot=facts.on.isoformat(),
        of=language(code),
        unreviewed=UNREVIEWED,
        **values,
    )


def notice_pdf(facts: NoticeFacts, code: str) -> bytes:
    """The notice as a tagged PDF in one language."""
    return render_pdf(notice_html(facts, code))


@dataclass(frozen=True, slots=True)
class _Said:
    to: str
    intro: str
    intents: tuple[tuple[str, str, str], ...]
    told: tuple[str, ...]
    rights: tuple[str, ...]
    duty: str


def _sentences(f: NoticeFacts, code: str) -> _Said:
    t = texts(code)
    received = t["received_unknown"] if f.received_on is None else _day(f.received_on, code)
    kind = t["kinds"].get(f.kind, t["kinds"]["other"])
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


def _day(day: date, code: str) -> str:
    """The day with its month in words: 02/03 would read in two ways."""
    t = texts(code)
    return str(t["date"]).format(day=day.day, month=t["months"][day.month - 1], year=day.year)
