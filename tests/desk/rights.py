"""Holds every statement the program says in a test to what its role may do on PostgreSQL, on whatever database the test runs."""

import re
import sys
from pathlib import Path

from django.db.backends import utils

from habeas.desk.services.office.database_role import ONLY_GROW, RIGHTS

_WRITE = re.compile(r'\s*(INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) +"?(\w+)"?', re.IGNORECASE)
_THROUGH = ("/django/", "/contextlib.py", "/tests/desk/rights.py", "/desk/models/held.py")
TESTS = str(Path(__file__).parents[1])
AS_OWNER = {("desk_office", "INSERT"), ("desk_chainhead", "INSERT")}
"""What only opening an office does, as the owner of the tables."""

refused: set[str] = set()


def allowed(table, verb):
    """Whether the role of the program may."""
    if table in ONLY_GROW:
        return verb == "INSERT" or (verb == "DELETE" and ONLY_GROW[table])
    return verb in RIGHTS.get(table, "") or (table, verb) in AS_OWNER


def watch():
    """From now on write down what the program says and its role may not."""
    said = utils.CursorWrapper.execute

    def execute(self, sql, params=None):
        if (found := _WRITE.match(str(sql))) and not allowed(found[2], verb := found[1].upper().split()[0]):
            by = _speaker()
            if not by.startswith(TESTS) and "migrations" not in by:
                refused.add(f"{verb} {found[2]} by {Path(by).name}")
        return said(self, sql, params)

    utils.CursorWrapper.execute = execute


def _speaker():
    """The file that asked for the statement: the nearest that is not Django's own."""
    frame = sys._getframe(2)
    while frame and any(part in frame.f_code.co_filename for part in _THROUGH):
        frame = frame.f_back
    return frame.f_code.co_filename if frame else ""
