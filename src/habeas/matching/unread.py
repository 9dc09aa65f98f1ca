"""Rows of a roster that were refused and may be about the person asked for: where there are any, "nobody here" is not known."""

from collections.abc import Iterable
from dataclasses import replace

from habeas.matching.index import Index
from habeas.matching.query import Match, MatchVerdict, Query
from habeas.roster.records import Person, Refusal

SHOWN = 12


class Unread:
    """The refused rows of a roster, ready to be asked: those that name somebody, and those in which nobody could be read."""

    def __init__(self, refused: Iterable[Refusal]) -> None:
        """`refused` as the roster has it; lines of the report are left out, for they are about nobody."""
        self._rows = [each for each in refused if not each.nobody]
        named = [(number, each.person) for number, each in enumerate(self._rows) if _named(each.person)]
        self._dark = set(range(len(self._rows))) - {number for number, _ in named}
        self._index = Index.of_known_custody(replace(each, person_id=str(number)) for number, each in named if each)

    def near(self, query: Query) -> tuple[str, ...]:
        """The places of the rows that may be about the person: a name or number is near, or nothing could be read in them."""
        if not self._rows:
            return ()
        found = {int(each.person_id) for each in self._index.match(query).candidates}
        return tuple(self._rows[number].row for number in sorted(found | self._dark))

    def settle(self, query: Query, found: Match) -> Match:
        """The match as it was, but that nobody is `none` while a refused row may be about them."""
        rows = self.near(query) if found.verdict is MatchVerdict.NONE else ()
        return Match(MatchVerdict.AMBIGUOUS, unread=rows) if rows else found


def _named(person: Person | None) -> bool:
    return person is not None and bool(person.family_name or person.given_name)


def unread_words(rows: tuple[str, ...]) -> str:
    """`2 rows of the roster were refused and may be about this person: look at row 3, row 6.`"""
    more = f" and {len(rows) - SHOWN:,} more" if len(rows) > SHOWN else ""
    how = "1 row of the roster was" if len(rows) == 1 else f"{len(rows):,} rows of the roster were"
    return f"{how} refused and may be about this person: look at {', '.join(rows[:SHOWN])}{more}"
