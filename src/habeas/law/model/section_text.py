"""A section of public law set out in full, from the `text` folder beside a pack's rules.

```
citation: Cal. Gov. Code 7284.8
address: https://leginfo.legislature.ca.gov/...
as_read: as chaptered 2017 (Stats. 2017 ch. 495); not compared with the code in force
read_on: 2026-11-24

(a) The Attorney General, by October 1, 2018, ...
```

The words of a statute are in the public domain (Georgia v. Public.Resource.Org, 590 U.S. 255 (2020)).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from habeas.law.model.expressions import WrongRuleError

FOLDER = "text"
_KEYS = ("citation", "address", "as_read", "read_on")


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section: its `words`, where and on which day they were read, and in which state of the law."""

    name: str
    citation: str
    address: str
    as_read: str
    read_on: date
    words: str


@cache
def section_text(folder: str, name: str) -> SectionText:
    """The section called `name` beside the rules in `folder` (a package's name). Raises WrongRuleError where there is none."""
    file = resources.files(folder) / FOLDER / f"{name}.txt"
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", name) or not file.is_file():
        raise WrongRuleError(f"{folder}: no text of a section is called {name}")
    return read_section(file.read_text(encoding="utf-8"), name, folder)


def sections_in(folder: str) -> tuple[str, ...]:
    """The names of the sections that stand beside the rules in `folder` (a package's name); none where it has no folder of texts."""
    beside = resources.files(folder) / FOLDER
    return tuple(sorted(each.name[:-4] for each in beside.iterdir())) if beside.is_dir() else ()


def read_section(text: str, name: str, folder: str) -> SectionText:
    """The section in the text of a file. Raises WrongRuleError, with the `folder`, where its head or its words are missing."""
    head, _, words = text.partition("\n\n")
    found = dict(line.partition(": ")[::2] for line in head.splitlines())
    try:
        if tuple(found) != _KEYS or not words.strip() or not all(found.values()):
            raise ValueError
        day = date.fromisoformat(found["read_on"])
    except ValueError:
        raise WrongRuleError(
            f"{folder}: {name}.txt begins with {', '.join(_KEYS)}, a line each, then a blank line and the words"
        ) from None
    return SectionText(name, found["citation"], found["address"], found["as_read"], day, words.strip())
