"""Whom a paper means where it names more than one: the one whom it commands to be brought; of several all are named and asked about."""

import re
from collections.abc import Sequence

from habeas.paper.fields.extract import ABSENT, Gathered, reading_of
from habeas.paper.fields.lexicon import SENTENCE, official
from habeas.paper.fields.likely import called_name
from habeas.paper.pages.page import Page, Word

_NAME = r"[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*\.?){1,4}"
_ACT = (
    r"(?:arrest|apprehend|produce|transport|bring|deliver|receive|detain|release|take|body of|person of|Arrest|ARREST)"
)
_COMMANDED = re.compile(
    rf"\b(?:arrest|apprehend|transport|produce|bring|body of|person of)(?: the)?(?: said| above-named)?"
    rf"(?: (?:inmate|prisoner|witness|detainee|person))?(?: named)?[,:]? (?P<who>{_NAME})"
)
"""Whom a court commands to be arrested or brought, by name."""
_SAID_OF = r"(?:,? ?\([^)]{2,60}\)|,? (?:DOB|D\.O\.B\.|born|date of birth|A[- #])[^,;.()a-z]{4,30})?"
"""What stands behind a name in a list of two: a birth date or a number."""


def settle_whom(page: Page, gathered: Gathered, *, court: bool) -> None:
    """Prefer the person of a court's command to the one of its caption; where two are named together, name both and none alone."""
    text = " ".join(each.text for each in page.words)
    known = gathered.fields.get("subject_name", ABSENT).value
    if court and (who := _commanded(text)) and isinstance(known, str) and not _letters(who) & _letters(known):
        known = who
        gathered.fields["subject_name"] = reading_of(who, _words(who, page), page, "subject_name")
    if isinstance(known, str) and (both := _together(text, known)):
        gathered.fields["subject_names"] = reading_of(
            both, [w for each in both for w in _words(each, page)], page, "subject_names"
        )
        for one in ("subject_name", "date_of_birth", "a_number", "sex", "citizenship", "subject_id"):
            if one in gathered.fields:
                gathered.fields[one] = ABSENT
        gathered.doubts.append(("subject_name", f"the paper names several people: {'; '.join(both)}"))


def _letters(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", name.lower()))


def _words(name: str, page: Page) -> Sequence[Word]:
    """The words of a page that are a name's, where it first stands whole."""
    parts = name.lower().split()
    for place in range(len(page.words)):
        run = page.words[place : place + len(parts)]
        if [each.text.lower().strip(",;:()") for each in run] == [each.strip(",;:()") for each in parts]:
            return run
    return ()


def _person(text: str) -> str | None:
    """A text as a person's name: two words or more, none of an office or a sentence; what follows the name is left out."""
    kept: list[str] = []
    for word in text.split():
        if word.lower().strip(".,") in SENTENCE:
            break
        kept.append(word)
    found = called_name(" ".join(kept).rstrip("."))
    whole = found is not None and found.value == " ".join(kept).rstrip(".") and len(kept) > 1
    return found.value if found and whole and not official(kept) else None


def _commanded(text: str) -> str | None:
    """The one person whom the commands of a paper name; None where they name nobody or differ."""
    named = {name.lower(): name for hit in _COMMANDED.finditer(text) if (name := _person(hit["who"]))}
    return next(iter(named.values())) if len(named) == 1 else None


def _together(text: str, known: str) -> list[str] | None:
    """The names that are joined to a known one by `and`; None where a command names the known one alone."""
    own = re.escape(known).replace("\\ ", r"\s+")
    own = rf"(?i:{own})"
    joined = [
        name
        for hit in re.finditer(rf"{own}{_SAID_OF},? (?:and|AND|&) (?P<who>{_NAME})", text)
        if (name := _person(hit["who"]))
    ]
    before = [
        name
        for hit in re.finditer(rf"(?P<who>{_NAME}){_SAID_OF},? (?:and|AND|&) {own}", text)
        if (name := _person(hit["who"]))
    ]
    alone = re.search(rf"\b{_ACT}\b[^.;]{{0,40}}?{own}{_SAID_OF}(?!,? (?:and|AND|&) [A-Z][\w'’-]*\.? [A-Z])", text)
    other = next((each for each in (*before, *joined) if not _letters(each) <= _letters(known)), None)
    if other is None or alone:
        return None
    return [other, known] if other in before else [known, other]
