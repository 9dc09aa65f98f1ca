"""The parts of a paper that goes out, and the small ways in which its sentences are put together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs: before the items, the items, after them, and lines to fill in."""

    opening: tuple[str, ...]
    items: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    title: str = ""
    """Its own title, where the kind of paper alone does not tell it."""


def upper(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def joined(*sentences: str) -> str:
    """The sentences as one paragraph; empty ones fall away."""
    return " ".join(each for each in sentences if each)


def filled(template: str, office: str, paper: str = "") -> str:
    """Return the template with the office (`{office}`, `{Office}`) and with what the paper is called (`{paper}`, `{Paper}`)."""
    return template.format(office=office, Office=upper(office), paper=paper, Paper=upper(paper))
