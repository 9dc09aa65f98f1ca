"""Counting what belongs to a row inside the query that reads the row: a join would multiply the rows before it counts them."""

from typing import Any

from django.db.models import Count, QuerySet, Subquery
from django.db.models.functions import Coalesce


def counted(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many of `rows` (already held to the outer row) there are, as a column; 0 where none. `by` names their key to the outer row."""
    each = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(each), 0)
