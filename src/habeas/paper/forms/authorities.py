"""Authorities that are no courts and command an arrest all the same: what heads their papers, and what they say of themselves."""

import re

from habeas.paper.pages.page import Page

NO_COURT: dict[str, re.Pattern[str]] = {
    "parole": re.compile(r"\bparole\b|\bpardons\b", re.IGNORECASE),
    "governor": re.compile(r"\bgovernor\b|\bexecutive (?:department|office|chamber)\b", re.IGNORECASE),
    "usms": re.compile(r"\bmarshals?['’]?s? service\b", re.IGNORECASE),
}
"""What stands at the head of papers of authorities that are no courts and command an arrest all the same."""
AUTHORITY = re.compile(
    r"\b(?:board|commission|authority|division|department|office|bureau|agency|state)\b.*\b(?:parole|pardons|governor)\b"
    r"|\b(?:parole|pardons)\b.*\b(?:board|commission|authority|division|department|office|bureau|agency)\b"
    r"|\bexecutive (?:department|office|chamber)\b|\bmarshals?['’]?s? service\b",
    re.IGNORECASE,
)
"""A line that heads the paper of an authority that is no court."""
_IN_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "governor",
        re.compile(
            r"(?=.*\bgovernor of (?:the (?:state|commonwealth) of )?[A-Z])(?=.*\b(?:extradit|rendition|fugitive|fled from))",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        "parole",
        re.compile(
            r"(?=.*\b(?:parolee|releasee|paroled|parole|community supervision|mandatory supervision)\b)"
            r"(?=.*\b(?:department of (?:\w+ and )?(?:public safety|corrections?|rehabilitation|criminal justice)|board of|parole board"
            r"|division of (?:adult )?(?:parole|corrections)|parole commission|authority)\b)(?=.*\b(?:violat|revo[ck]|retak|abscond))",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
)
"""What a warrant of an executive says of itself in its sentences, whatever stands over it."""


def by_its_words(page: Page) -> list[str]:
    """The authority that is no court by what a page says in its sentences; nobody where two or none are told."""
    text = " ".join(each.text for each in page.lines)
    # `match`, since each looks ahead over the whole page: sought from every letter anew, a long page took minutes
    found = [name for name, said in _IN_WORDS if said.match(text)]
    return found if len(found) == 1 else []
