"""Every report by its name: where it holds, to whom it goes, on which law, for which periodic duty (`catalog.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.common.errors import BadInputError
from habeas.law.model.provision import Source
from habeas.law.model.sources import sources_in
from habeas.law.model.vocabulary import Every
from habeas.places.table import place_of

_PACKS = "habeas.law.packs"


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One report: `law` is the folder of a pack and the key of its source (None: no statute), `duty` the periodic duty it answers."""

    name: str
    title: str
    place: str
    to: str
    every: Every
    law: tuple[str, str] | None = None
    duty: str = ""

    @property
    def source(self) -> Source | None:
        """The law it stands on, with how sure the reading is; None where it stands on no statute that a pack holds."""
        return sources_in(f"{_PACKS}.{self.law[0]}")[self.law[1]] if self.law else None

    def holds_in(self, place: str) -> bool:
        """Whether it is asked for in `place`, a path of the table of places. Raises BadInputError for another."""
        return not self.place or place_of(self.place) in place_of(place).chain


@cache
def catalog() -> dict[str, ReportKind]:
    """Every report by its name, in the order of the file."""
    rows = tomllib.loads(files(__package__).joinpath("catalog.toml").read_text(encoding="utf-8"))
    return {name: _kind(name, row) for name, row in rows.items()}


def _kind(name: str, row: dict[str, Any]) -> ReportKind:
    law = row.get("law")
    words = {key: value for key, value in row.items() if key not in {"law", "every"}}
    return ReportKind(name, every=Every(row["every"]), law=(law[0], law[1]) if law else None, **words)


def report_called(name: str) -> ReportKind:
    """The report called `name`. Raises BadInputError, with the names there are."""
    if name not in catalog():
        raise BadInputError(f'"{name[:40]}" is no report; there are: {", ".join(catalog())}.')
    return catalog()[name]


def check_place(kind: ReportKind, place: str) -> None:
    """Raise BadInputError where the report is asked of offices elsewhere; a record that says no place is taken as it is."""
    if place and not kind.holds_in(place):
        raise BadInputError(
            f"{kind.name} is a report of offices in {kind.place}; this office is in {place}. Nothing was written."
        )
