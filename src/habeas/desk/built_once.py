"""Queries whose SQL is built once a process: for the pages that are asked for all day, building it costs ten times what running it does.

What differs from one time to the next is a `Given`: it is bound anew each time it is asked. No value and no row is kept.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import Expression, Field


class Given(Expression):
    """Stands in a query for a value that is handed in each time it is asked; `field` writes the value for the database."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """A place in the SQL, and this as what stands in it until a value is bound."""
        return "%s", (self,)

    def bound(self, given: dict[str, Any], connection: Any) -> Any:
        """The value of this time, as the database takes it."""
        return self.output_field.get_db_prep_value(given[self.name], connection)


@dataclass(frozen=True, slots=True)
class _Built:
    """A query with its SQL. What stands in a place is the same each time, or a Given."""

    rows: Any
    compiler: Any
    sql: str
    places: tuple[Any, ...]

    @property
    def names(self) -> set[str]:
        """What must be handed in."""
        return {each.name for each in self.places if isinstance(each, Given)}

    def asked(self, given: dict[str, Any], connection: Any) -> Any:
        """The rows for these values, over a connection of this thread; each time a query of its own, so that no two share a value."""
        values = tuple(each.bound(given, connection) if isinstance(each, Given) else each for each in self.places)
        compiler, query = copy(self.compiler), copy(self.rows.query)
        compiler.connection = connection
        compiler.as_sql = lambda *_, **__: (self.sql, values)
        query.get_compiler = lambda *_, **__: compiler
        rows: Any = models.QuerySet(self.rows.model, query)
        rows._iterable_class, rows._fields = self.rows._iterable_class, self.rows._fields
        return rows


class BuiltOnce:
    """A query that `build` makes when it is first asked on a kind of database; it must read nothing but what never changes."""

    def __init__(self, build: Callable[[], models.QuerySet[Any]]) -> None:
        self._build = build
        self._built: dict[str, _Built] = {}

    def __call__(self, **given: Any) -> list[Any]:
        """The rows for these values, one for each Given by its name; a value of None is equal to nothing.

        Raises TypeError where the value of a Given is missing; values for others are passed over.
        """
        connection = connections[DEFAULT_DB_ALIAS]
        built = self._built.get(connection.vendor) or self._first_asked(connection)
        if missing := built.names - given.keys():
            raise TypeError(f"no value was given for {', '.join(sorted(missing))}")
        return list(built.asked(given, connection)) if built.sql else []

    def first(self, **given: Any) -> Any:
        """The first of these rows; None where there is none."""
        return next(iter(self(**given)), None)

    def _first_asked(self, connection: Any) -> _Built:
        rows = self._build()
        compiler = rows.query.get_compiler(connection=connection)
        try:
            sql, places = compiler.as_sql()
        except EmptyResultSet:  # whatever the values, no row fits
            sql, places = "", ()
        self._built[connection.vendor] = built = _Built(rows, compiler, sql, tuple(places))
        return built


def given_key(name: str, model: type[models.Model]) -> Given:
    """A Given for the key of a row of `model`."""
    return Given(name, model._meta.pk)
