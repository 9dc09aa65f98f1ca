"""The help of each page, read and checked at load: a topic for every address, the keys, and the words a clerk may not know."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.desk.workflow.table import TableError


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of help: its name, its title, what it says a paragraph at a time, and the names of its pages."""

    name: str
    title: str
    says: tuple[str, ...]
    pages: frozenset[str]


@dataclass(frozen=True, slots=True)
class HelpTable:
    """All topics in order, the keys with what they do, and the words with what they mean, by letter."""

    topics: tuple[Topic, ...]
    keys: Mapping[str, str]
    words: Mapping[str, str]

    def of_page(self, name: str) -> Topic | None:
        """The topic of the page whose address is called `name`; None where there is no such page."""
        return next((each for each in self.topics if name in each.pages), None)


@cache
def help_table() -> HelpTable:
    """The help as it ships. Raises TableError where a page has two topics."""
    raw = tomllib.loads(files("habeas.desk.workflow").joinpath("help.toml").read_text(encoding="utf-8"))
    return read_help(raw)


def read_help(raw: Mapping[str, Any]) -> HelpTable:
    """Read the table of help. Raises TableError where two topics claim one page."""
    topics = tuple(
        Topic(name, each["title"], tuple(each["says"]), frozenset(each["pages"]))
        for name, each in raw["topics"].items()
    )
    claimed: dict[str, str] = {}
    for topic in topics:
        for page in topic.pages:
            if page in claimed:
                raise TableError(
                    f"help.toml: the page {page} stands under {claimed[page]} and under {topic.name}; name it once."
                )
            claimed[page] = topic.name
    return HelpTable(topics, raw["keys"], dict(sorted(raw["words"].items())))
