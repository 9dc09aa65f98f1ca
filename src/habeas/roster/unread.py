"""Columns that a profile reads and that hold text, of which nothing arrives: never success."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.layout import named_by
from habeas.roster.profile import Profile

_PARTS = ("family_name", "given_name")


class Unread:
    """Notes, row by row, which plain columns have text in a column of the file that is theirs."""

    def __init__(self, profile: Profile, columns: Iterable[str]) -> None:
        """`columns`: the file's own."""
        there = tuple(columns)
        self.held: dict[str, str] = {}
        """Plain columns with text, and the column of the file that has it."""
        self._waiting = {
            name: tuple(column for source in profile.sources(name) for column in named_by(source, there))
            for name in profile.columns
        }

    def look(self, values: Mapping[str, str], *, charges: bool = True) -> None:
        """Look at one row. `charges`: whether the row may be a charge; without, a charge's columns are not its own."""
        for name in [*self._waiting]:
            if charges or name == FULL_NAME or COLUMNS[name].entity != "charge":
                found = next((each for each in self._waiting[name] if values.get(each, "").strip()), None)
                if found is not None:
                    self.held[name] = found
                    del self._waiting[name]


def unread(held: Mapping[str, str], written: Collection[str]) -> Iterator[str]:
    """Yield what to say of each plain column with text of which nothing arrived. `written`: the columns of which something did."""
    for name, column in held.items():
        if not {name, *(_PARTS if name == FULL_NAME else ())} & {*written}:
            yield f'{name}: "{column}" holds text, and none of it was read: left unknown'
