"""Words of the pages that decide and send: facts, values, what the office does, grounds, files."""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django import template

from habeas.answers.citations import american_dates
from habeas.answers.languages import LANGUAGES, language
from habeas.answers.words import FIELD_WORDS
from habeas.desk.services.cases.grounds import GROUNDS
from habeas.desk.services.decisions.act_choices import Does
from habeas.desk.services.decisions.closing import ENDS
from habeas.desk.services.outgoing.notice_labels import NOTICE_WORDS
from habeas.desk.services.outgoing.notices import Result
from habeas.desk.services.pages import request_page as showing
from habeas.desk.services.pages.board import ROLE_WORDS
from habeas.desk.services.papers.entries import ENTRIES
from habeas.desk.workflow.guards import about_person
from habeas.law.engine.jurisdictions import resolve

register = template.Library()

RESULT_WORDS: dict[Any, str] = dict(Result.choices)
DOES_WORDS: dict[Any, str] = {
    Does.COMPLIES: "Granted",
    Does.REFUSES: "Denied",
    Does.WAITS: "Not decided – not done",
}
SURENESS_WORDS: dict[str, str] = {
    "verified": "verified against the source",
    "secondary": "not verified against the source: taken from a summary",
    "unverified": "not verified: do not rely on it",
}


MET_WORDS: dict[str, str] = {"true": "Met", "false": "Not met"}


@register.filter
def met_words(truth: str) -> str:
    """Whether a condition is met, in words."""
    return MET_WORDS.get(truth, "Not known")


@register.filter
def cited_words(citation: str) -> str:
    """A citation with its dates in American order: `motion of Sept. 1, 2020`."""
    return american_dates(citation)


@register.filter
def rule_citation(rule: str, here: Any) -> str:
    """The citation of a rule by its id, in the law of the office's place; the id itself where that has no such rule any more."""
    return american_dates(_citations(here.jurisdiction).get(rule, rule)) if here else rule


@lru_cache(maxsize=8)
def _citations(place: str) -> dict[str, str]:
    return {rule.id: rule.source.citation for pack in resolve(place).packs for rule in pack.provisions}


@register.filter
def counted(number: Any) -> str:
    """A number with its thousands apart: `13,000`."""
    return f"{number:,}" if isinstance(number, int) else str(number)


@register.filter
def names_no_one(asked: Any) -> bool:
    """Whether the request is about no one person, such as a list."""
    return not about_person(asked)


@register.filter
def fact_words(fact: str) -> str:
    """A fact in words."""
    return showing.fact_words(fact)


@register.filter
def value_words(value: Any) -> str:
    """A recorded value in words."""
    return showing.value_words(value)


@register.filter
def end_says(words: str) -> str:
    """The end of an act as a rule words it; a span of hours is the most that it may be."""
    return f"no more than {words}" if re.match(r"\d+ hours? after ", words) else words


@register.filter
def end_phrase(words: str) -> str:
    """The same inside a sentence: `for no more than 48 hours after …`, else `until …`."""
    said = end_says(words)
    return f"for {said}" if said != words else f"until {words}"


@register.filter
def does_words(does: str) -> str:
    """What the office does, in words."""
    return DOES_WORDS.get(does, does)


@register.filter
def decision_words(decision: Any, asked: Any) -> str:
    """How a decision stands: an open claim suspends one in force, and one of a request that is over is in force no more."""
    if decision.state != "settled":
        return str(decision.get_state_display()).lower()
    if asked.state == "disputed":
        return "suspended while a claim is open"
    return "no longer in force: the request is completed" if asked.state in {"ended", "closed"} else "in force"


@register.filter
def ground_words(ground: str) -> str:
    """A listed ground in words."""
    return GROUNDS.get(ground, "Two people found proof of citizenship" if ground == "finding" else ground)


@register.filter
def sure_words(sureness: str) -> str:
    """How sure the reading of the law is."""
    return SURENESS_WORDS.get(sureness, sureness)


@register.filter
def field_words(field: str) -> str:
    """A field of a person's record in words."""
    return FIELD_WORDS.get(field, field.replace("_", " "))


@register.filter
def end_words(how: str) -> str:
    """How a request ended, in words."""
    return ENDS.get(how, how)


@register.filter
def language_words(code: str) -> str:
    """A language by its English name."""
    return language(code).english if code in LANGUAGES else code


@register.filter
def notice_words(what: str) -> str:
    """What a notice is, in words."""
    return NOTICE_WORDS.get(what, what.replace("_", " "))


@register.filter
def result_words(result: str) -> str:
    """How a try to tell the person ended, in words."""
    return RESULT_WORDS.get(result, result)


@register.filter
def file_name(path: str) -> str:
    """The name of a file, without the folders and without a person's number."""
    name = path.rsplit("/", 1)[-1]
    return f"notice ({name.rsplit('-', 1)[-1].removesuffix('.pdf')})" if "/notices/" in path else name


@register.filter
def name_in(rows: Any, account_id: int) -> str:
    """The name of a member of staff among the rows beside a request."""
    return str(rows.name(account_id))


@register.filter
def role_words(role: str) -> str:
    """A role of staff in words."""
    return ROLE_WORDS.get(role, role.replace("_", " "))


@register.filter
def rows_in(rows: Any, kind: str) -> Any:
    """The rows of one kind beside a request."""
    return rows.of(kind)


@register.filter
def facts_shown(rows: Any) -> list[tuple[Any, Any, bool]]:
    """Every recorded fact, with the entry that corrected it (None for one that stands), and whether it can be corrected: the latest can."""
    corrected = {row["corrects_id"]: row for row in rows.of("fact")}
    latest = {row["fact"]: row["id"] for row in rows.standing("fact")}
    return [
        (row, corrected.get(row["id"]), latest.get(row["fact"]) == row["id"])
        for row in rows.of("fact")
        if not row["withdraws"]
    ]


@register.filter
def entries(rows: Any) -> list[tuple[Any, Any]]:
    """Every logged entry of one kind, each with the entry that corrected it (None for one that stands)."""
    corrected = {row["corrects_id"]: row for row in rows}
    return [(row, corrected.get(row["id"])) for row in rows if not row["withdraws"]]


@register.filter
def sender_words(asked: Any) -> str:
    """Who sent it, as it was confirmed from the paper; else as it was written at intake; else by the issuer's kind."""
    return showing.sender_words(asked)


@register.filter
def of_document(fact: str) -> tuple[str, str] | None:
    """The field of the document that a fact of the request stands in: its place on the page and its words; None where it has none."""
    entity, _, name = fact.partition(".")
    entry = ENTRIES.get(name) if entity == "request" else None
    return (entry.name.replace(".", "-"), entry.says) if entry else None


_OFFICIAL = re.compile(r"\.(gov|mil)$|\.state\.[a-z]{2}\.us$|\.legistar\.com$|^mainelegislature\.org$")
"""Sites of the bodies that make or publish the law."""


@register.filter
def link_words(address: str) -> str:
    """What a link to the text of a rule leads to: an official site, or wherever it was read, which may be a news article."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return (
        f"Text on the official site {host}"
        if _OFFICIAL.search(host)
        else f"Where it was read: {host} (not an official text)"
    )
