# ruff: noqa: S608 - names of tables and columns are put into statements here
"""What whoever owns an SQLite database can do to a row of any table: change one column, delete it, put in one like it."""

import json
from contextlib import contextmanager

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from .lifting import lift

NOWHERE = 987_654
MOMENT, DAY = "2031-02-03 04:05:06", "2031-02-03"


class UndoneError(Exception):
    """Ends a forgery: everything is as it was."""


def tables():
    """Every table of the open database with its model; None for one that has none."""
    known = {each._meta.db_table: each for each in apps.get_models(include_auto_created=True)}
    return {name: known.get(name) for name in sorted(connection.introspection.table_names())}


def columns_of(table):
    with connection.cursor() as cursor:
        return [each.name for each in connection.introspection.get_table_description(cursor, table)]


def first_row(table):
    """The first row as the database holds it; None where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT rowid AS "row itself", * FROM {table} ORDER BY 1 LIMIT 1')
        row, names = cursor.fetchone(), [each[0] for each in cursor.description]
    return None if row is None else dict(zip(names, row, strict=True))


@contextmanager
def forged():
    """Past every guard, which stand again before anybody looks; afterwards nothing has happened."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA ignore_check_constraints = ON")
            yield lift()
            raise UndoneError
    except UndoneError:
        pass
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def stopped(act):
    """Do it; whether a rule of the database that rows are unique stops it. That such a rule is gone is seen by itself."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return True
    return False


def change(table, row, column, model):
    """Give one column of a row another value of its kind."""
    value = other(row[column], field_of(model, column))
    run(f'UPDATE {table} SET "{column}" = %s WHERE rowid = %s', value, row["row itself"])


def delete(table, row):
    run(f"DELETE FROM {table} WHERE rowid = %s", row["row itself"])


def copy(table, row, model):
    """Put in a second row that says the same, but where no two may."""
    made = {name: value for name, value in row.items() if name != "row itself"}
    for name in must_differ(model):
        field = field_of(model, name)
        made[name] = NOWHERE if isinstance(row[name], int) and not field.is_relation else other(row[name], field)
    names = ", ".join(f'"{name}"' for name in made)
    run(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(made))})", *made.values())


def must_differ(model):
    """Columns of which no two rows have the same; of several together, the last."""
    meta = model._meta
    sets = [*(each.fields for each in meta.total_unique_constraints), *meta.unique_together]
    found = {each.column for each in meta.concrete_fields if each.unique}
    found |= {meta.get_field(each.fields[-1]).column for each in meta.constraints if getattr(each, "fields", ())}
    return found | {meta.get_field(each[-1]).column for each in sets}


def field_of(model, column):
    return next((each for each in model._meta.concrete_fields if each.column == column), None) if model else None


def other(value, field):  # noqa: PLR0911 - a kind a line
    """Another value of the kind a column holds."""
    if field is None:
        return NOWHERE if isinstance(value, int) else f"{value}x"
    kind = field.get_internal_type()
    if isinstance(field, models.JSONField):
        return _other_json(value)
    if isinstance(field, models.BinaryField):
        return bytes(value or b"") + b"x"
    if field.is_relation:
        return _other_row(field.remote_field.model, value)
    if kind in {"DateTimeField", "DateField"}:
        return MOMENT if kind == "DateTimeField" else DAY
    if kind == "BooleanField":
        return 0 if value else 1
    if "Integer" in kind or "AutoField" in kind:
        return NOWHERE if field.unique else (value or 0) + 7
    return (value or 0) + 1.5 if kind == "FloatField" else f"{value or ''}x"


def _other_json(value):
    held = json.loads(value) if value is not None else None
    changed = {**held, "forged": 1} if isinstance(held, dict) else [*held, 1] if isinstance(held, list) else "forged"
    return json.dumps(changed)


def _other_row(model, value):
    """The key of another row of a table; of one that is not there where there is no other."""
    column = model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {model._meta.db_table} WHERE {column} IS NOT %s ORDER BY 1 DESC LIMIT 1", [value]
        )
        row = cursor.fetchone()
    return row[0] if row else NOWHERE


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1, f"nothing was forged by {statement}"
