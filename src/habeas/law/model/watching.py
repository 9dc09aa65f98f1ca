"""Why the law may have changed under a pack, read from the `watch.toml` in its folder.

```
["s3521-text"]
acts = ["hold", "notify"]            # the acts whose answers are warned; every act where left out
sentence = "A statute took the directive's place and has not been read."
citation = "N.J. P.L. 2026 (S3521/A4071)"
address = "https://…"
since = 2026-03-25                   # the first day whose answers are warned
look_again = 2026-12-15              # the day by which somebody must look again
settled_on = 2027-01-10              # the first day it warns no more, once settled
```
"""

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.provision import Watch
from habeas.law.model.vocabulary import Act

FILE = "watch.toml"


class _Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    sentence: str
    citation: str
    address: str
    since: date
    look_again: date
    acts: list[Act] = []
    settled_on: date | None = None


@cache
def watches_in(folder: str) -> tuple[Watch, ...]:
    """What is watched for the pack in the folder (a package's name); nothing where it has no `watch.toml`. Raises WrongRuleError."""
    file = resources.files(folder) / FILE
    return read_watches(file.read_text(encoding="utf-8"), folder) if file.is_file() else ()


def read_watches(text: str, folder: str) -> tuple[Watch, ...]:
    """What is watched in the text of a `watch.toml`. Raises WrongRuleError, with the `folder`, for what is not written so."""
    try:
        written = tomllib.loads(text)
        return tuple(_watch(key, entry) for key, entry in written.items())
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, WrongRuleError) as fault:
        raise WrongRuleError(f"{folder}: {FILE}: {fault}") from None


def _watch(key: str, entry: Any) -> Watch:
    row = msgspec.convert(entry, _Row)
    return Watch(
        id=key,
        sentence=row.sentence,
        citation=row.citation,
        address=row.address,
        since=row.since,
        look_again=row.look_again,
        acts=tuple(row.acts),
        settled_on=row.settled_on,
    )
