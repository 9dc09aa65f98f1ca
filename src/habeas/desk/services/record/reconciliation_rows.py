"""Each held row against the last event that told of it: by its keyed hash, and by the row's own line of hashes before and after."""

import sqlite3
from collections.abc import Iterator

from django.db import DatabaseError, models

from habeas.common.numbers import whole_number
from habeas.desk.models.held import HELD, LATER, OLDER, columns_of, hash_of, held_models, key_name, table_of
from habeas.desk.services.record.cells import FAULTS, UNREADABLE, Row, rows_of
from habeas.desk.services.record.reconciliation_base import Findings, Heard, Part

_TABLES = """
CREATE TABLE told (of_table TEXT, record INTEGER, hash TEXT, seq INTEGER, key TEXT, PRIMARY KEY (of_table, record)) WITHOUT ROWID;
CREATE TABLE made (of_table TEXT PRIMARY KEY, lowest INTEGER) WITHOUT ROWID;
CREATE TABLE older (of_table TEXT, record INTEGER, seq INTEGER);
"""


class RowsTold(Part):
    """What events told of rows, kept in a scratch store on the disk so that no memory grows with the record."""

    def __init__(self, found: Findings) -> None:
        super().__init__(found)
        self.store = sqlite3.connect("")
        self.store.executescript(_TABLES)
        self.key = key_name()
        self.begun: int | None = None  # the event from which on every row is held
        self.open = set(LATER)  # tables of which no event said that every row of them is held
        self.other_key = 0

    def hear(self, event: Heard) -> None:
        """Follow each row the event tells of."""
        rows = event.detail.get("rows")
        if not isinstance(rows, dict):
            return
        older = event.detail.get("tables") == OLDER
        if self.begun is None and (older or (event.seq == 0 and event.detail.get("tables") == HELD)):
            self.begun = event.seq
            also = event.detail.get("also")
            self.open -= {each for each in also if isinstance(each, str)} if isinstance(also, list) else set()
        key = str(event.detail.get("rows_key"))
        for name, pair in rows.items():
            table, _, written = name.partition(":")
            record = whole_number(written)
            if record is None or not _is_pair(pair):
                self.found.say("desk_event", event.seq, "it tells of a row in a form that the desk never writes")
                continue
            self._follow(event.seq, key, (table, record), *pair, made=not older)

    def _follow(self, seq: int, key: str, row: tuple[str, int], before: str, now: str, *, made: bool) -> None:
        last = self.store.execute("SELECT hash, seq, key FROM told WHERE of_table = ? AND record = ?", row).fetchone()
        if last is None and before:
            self.store.execute("INSERT INTO older VALUES (?, ?, ?)", (*row, seq))
        elif last and last[2] == key and last[0] != before:
            self.found.say(*row, f"it was changed beside the record after event {last[1]} and before event {seq}")
        if made and not before:
            lowest = "INSERT INTO made VALUES (?, ?) ON CONFLICT DO UPDATE SET lowest = min(lowest, excluded.lowest)"
            self.store.execute(lowest, row)
        self.store.execute("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?, ?)", (*row, now, seq, key))

    def judge(self) -> None:
        """Hold each table against what was told of it, both in the order of their numbers."""
        for table, record, seq in self.store.execute("SELECT * FROM older"):
            if not self._may_be_older(table, record, seq):
                self.found.say(table, record, f"event {seq} changed it, and no event made it")
        for model in held_models():
            try:
                self._judge_table(model)
            except DatabaseError as fault:
                self.found.unread(table_of(model), fault)
        if self.other_key:
            said = (
                f"{self.other_key:,} rows were told of under another secret.key than this folder's; put that one back"
            )
            self.found.say("every table", "any", said)
        self.store.close()

    def _may_be_older(self, table: str, record: int, seq: int | None = None) -> bool:
        """Whether a row nobody made may stand from before rows were held: its number is below every one that was made since.

        `seq` is the event that told of it first. From the event on that told of all older rows, there is no such row any more.
        """
        lowest = self.store.execute("SELECT lowest FROM made WHERE of_table = ?", (table,)).fetchone()
        open_still = self.begun is None or table in self.open or (seq is not None and seq < self.begun)
        return open_still and record > 0 and (lowest is None or record < lowest[0])

    def older_rows(self) -> Iterator[tuple[type[models.Model], int]]:
        """The rows that stand, can be read, and of which no event told because they are older than the hold on rows."""
        told = "SELECT 1 FROM told WHERE of_table = ? AND record = ?"
        for model in held_models():
            for record, standing in _rows(model):
                known = self.store.execute(told, (table_of(model), record)).fetchone()
                if standing and not known and self._may_be_older(table_of(model), record):
                    yield model, record

    def _judge_table(self, model: type[models.Model]) -> None:
        table, standing = table_of(model), _rows(model)
        told = self.store.execute(
            "SELECT record, hash, seq, key FROM told WHERE of_table = ? ORDER BY record", (table,)
        )
        row, said = next(standing, None), told.fetchone()
        while row or said:
            if said and (row is None or said[0] < row[0]):
                self._gone(table, *said)
                said = told.fetchone()
            elif row and (said is None or row[0] < said[0]):
                self._untold(table, *row)
                row = next(standing, None)
            elif row and said:
                self._compare(table, row[1], *said)
                row, said = next(standing, None), told.fetchone()

    def _gone(self, table: str, record: int, told: str, seq: int, key: str) -> None:
        if told:
            self.found.say(table, record, f"it was deleted beside the record; event {seq} told of it last")

    def _untold(self, table: str, record: int, standing: str | None) -> None:
        if standing is None:
            self.found.say(table, record, UNREADABLE)
        elif self._may_be_older(table, record):
            self.found.older[table] = self.found.older.get(table, 0) + 1
        else:
            self.found.say(table, record, "no event made it")

    def _compare(self, table: str, standing: str | None, record: int, told: str, seq: int, key: str) -> None:
        if standing is None:
            self.found.say(table, record, UNREADABLE)
        elif key != self.key:
            self.other_key += 1
        elif not told:
            self.found.say(table, record, f"event {seq} deleted it, and it stands again")
        elif standing != told:
            self.found.say(table, record, f"it is not what event {seq} says it became")
        else:
            self.found.held += 1


def _rows(model: type[models.Model]) -> Iterator[tuple[int, str | None]]:
    """Each row's number and hash, in order; no hash where it cannot be read."""
    for key, values in rows_of(models.QuerySet(model=model), columns_of(model)):
        yield key, _hashed(model, key, values)


def _hashed(model: type[models.Model], key: int, values: Row | None) -> str | None:
    try:
        return None if values is None else hash_of(model, key, values)
    except FAULTS:
        return None


def _is_pair(told: object) -> bool:
    """Whether what an event says of a row is its hash before and after."""
    return isinstance(told, list) and len(told) == 2 and all(isinstance(each, str) for each in told)
