"""How each cell of the desk's SQLite store is written, held against how the desk writes it.

SQLite keeps whatever it is given: a moment as `2026-W49-1T11:10` reads as the same moment and sorts after all others, a 7 is *yes*,
a document may hold a name twice. Who reads sees no change, who sorts or counts does. On PostgreSQL the columns' own kinds hold this.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

_DAY = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
_HOUR = "[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
_PART = ".[0-9][0-9][0-9][0-9][0-9][0-9]"
_WRITTEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "DateTimeField": ("text", (f"{_DAY} {_HOUR}", f"{_DAY} {_HOUR}{_PART}")),
    "DateField": ("text", (_DAY,)),
    "TimeField": ("text", (_HOUR, f"{_HOUR}{_PART}")),
    "BooleanField": ("integer", ("[01]",)),
    **dict.fromkeys(("CharField", "TextField", "SlugField", "EmailField", "JSONField", "UUIDField"), ("text", ())),
    **dict.fromkeys(
        ("AutoField", "BigAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField"), ("integer", ())
    ),
    **dict.fromkeys(("PositiveIntegerField", "PositiveSmallIntegerField", "PositiveBigIntegerField"), ("integer", ())),
    "BinaryField": ("blob", ()),
    "FloatField": ("real", ()),
}
"""By kind of column: how SQLite keeps it, and the patterns (GLOB) one of which its text fits."""


def odd_cells() -> Iterator[tuple[str, str, str, int]]:
    """Cells of the open SQLite store that the desk would have written otherwise: table, key of the first row, column, how many."""
    there = set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table in there:
            yield from _odd_of(model)


def _odd_of(model: type[models.Model]) -> Iterator[tuple[str, str, str, int]]:
    """The odd cells of one table, a line a column; each table is read once, and once more for its documents."""
    quoted, fields = connection.ops.quote_name, [each for each in model._meta.concrete_fields if _fits(each)]
    table, key = quoted(model._meta.db_table), quoted(str(model._meta.pk.column))
    odd = [_odd(field, quoted(str(field.column))) for field in fields]
    asked = ", ".join(f"min(CASE WHEN {each} THEN {key} END), coalesce(sum({each}), 0)" for each in odd)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked} FROM {table}")  # noqa: S608 - names of our own models
        counted = cursor.fetchone()
        for place, field in enumerate(fields):
            first, many = counted[2 * place : 2 * place + 2]
            if not many and field.get_internal_type() == "JSONField":
                cursor.execute(f"SELECT {key}, {quoted(str(field.column))} FROM {table}")  # noqa: S608 - as above
                twice = [row for row, text in cursor if text is not None and _odd_document(text)]
                first, many = (twice or [None])[0], len(twice)
            if many:
                yield model._meta.db_table, str(first), str(field.column), many


def _odd(field: "models.Field[Any, Any]", column: str) -> str:
    """A condition of SQL: the cell is written as the desk writes none of its kind."""
    kept, patterns = _fits(field) or ("", ())
    any_of = " OR ".join(f"{column} GLOB '{each}'" for each in patterns) or "1"
    return f"({column} IS NOT NULL AND NOT (typeof({column}) = '{kept}' AND ({any_of})))"


def _fits(field: "models.Field[Any, Any]") -> tuple[str, tuple[str, ...]] | None:
    """How a column is kept, and its patterns; None of a kind of column that nothing is said of here."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return _WRITTEN.get(field.get_internal_type())


def _odd_document(text: str) -> bool:
    """Whether a stored document is none, or names something twice in one object."""
    try:
        json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return True
    return False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made
