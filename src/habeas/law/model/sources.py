"""The sources of a pack's rules, read from the `sources.toml` beside them: a rule names its source by its key.

A source has `citation`, `address`, `sureness`, the `words` read (where some were), what would `settle` it (where it is not verified),
the day it was `read_on` and by whom (`read_by`), where that is known, in which state the text was read where that is not the code
in force (`as_read`), whom the text binds where no condition of its rules says it (`binds`), and the file in the folder `text` that
holds the section in full (`text`). Whatever is wrong in the file refuses the pack.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.provision import Source
from habeas.law.model.vocabulary import Sureness

_KEYS = {field.name for field in fields(Source)}
_NEEDED = {"citation", "address", "sureness"}


class Sources(Mapping[str, Source]):
    """The sources of one folder by their keys; a key that the file does not have raises WrongRuleError and names the folder."""

    def __init__(self, folder: str, found: Mapping[str, Source]) -> None:
        self._folder, self._found = folder, found

    def __getitem__(self, key: str) -> Source:
        if key not in self._found:
            raise WrongRuleError(f"{self._folder}: sources.toml has no source called {key}")
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def sources_of(module: str) -> Sources:
    """The sources that stand beside the module of rules called `module` (its `__name__`). Raises WrongRuleError for a wrong file."""
    return sources_in(module.rpartition(".")[0])


@cache
def sources_in(folder: str) -> Sources:
    """The sources in the folder (a package's name). Raises WrongRuleError for a wrong file, or none."""
    file = resources.files(folder) / "sources.toml"
    if not file.is_file():
        raise WrongRuleError(f"{folder}: no sources.toml stands beside the rules")
    return read_sources(file.read_text(encoding="utf-8"), folder)


def read_sources(text: str, folder: str) -> Sources:
    """The sources in the text of a `sources.toml`. Raises WrongRuleError, with the `folder`, for what is no TOML or no source."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise WrongRuleError(f"{folder}: sources.toml is no TOML ({fault})") from None
    return Sources(folder, {key: read_source(entry, f"{folder}: {key}") for key, entry in written.items()})


def read_source(entry: Any, name: str) -> Source:
    """One entry of a `sources.toml`. Raises WrongRuleError, with its `name`, for a key that is strange, missing or of the wrong kind."""
    if not isinstance(entry, dict):
        raise WrongRuleError(f"{name} is no source: write it as a table")
    strange, missing = set(entry) - _KEYS, _NEEDED - set(entry)
    if strange or missing:
        raise WrongRuleError(
            f"{name} has wrong keys ({', '.join(sorted(strange)) or 'none'}) or lacks some ({sorted(missing)})"
        )
    wrong = [key for key, value in entry.items() if type(value) is not (date if key == "read_on" else str)]
    if wrong:
        raise WrongRuleError(f"{name} has the wrong kind of value at {', '.join(wrong)}")
    if entry["sureness"] not in set(Sureness):
        raise WrongRuleError(f"{name} is {entry['sureness']}: a source is verified, secondary or unverified")
    return Source(**entry | {"sureness": Sureness(entry["sureness"])})
