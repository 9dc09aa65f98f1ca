"""The sender's own list as a CSV: each row its reference, day and kind, read whole or not at all."""

import csv
import io
from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from habeas.common.errors import BadInputError
from habeas.common.moments import typed_day, typed_time
from habeas.requests.vocabulary import KIND_WORDS

COLUMNS = ("reference", "date", "kind", "our_number")
"""The columns that are read; the last two may be left out, or empty. Any other is passed over, so no name enters the record."""
NEEDED = ("reference", "date")
LONGEST = 60
NOON = time(12)
"""The hour of a row that gives a day alone: its day is the same in the office's zone, and only the day is compared."""


def read_senders_list(content: bytes, name: str, zone: ZoneInfo, today: date) -> list[dict[str, str]]:
    """The rows of a sender's list as an event tells them. BadInputError with the line for one that cannot be read or comes twice."""
    rows = _rows(_text(content, name), name)
    found: dict[str, dict[str, str]] = {}
    for number, row in rows:
        each = _row(row, f"{name}, line {number}", zone)
        if datetime.fromisoformat(each["at"]).astimezone(zone).date() > today:
            raise BadInputError(f"{name}, line {number}: the date {row['date'][:30]} is in the future.")
        if each["ref"] in found:
            raise BadInputError(f"{name}, line {number}: the reference {each['ref'][:40]} stands there twice.")
        found[each["ref"]] = each
    if not found:
        raise BadInputError(f"{name} holds no row; an empty list is not loaded.")
    return list(found.values())


def _text(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError(f"{name} is not UTF-8 text; save it as CSV in UTF-8.") from None
    if "\0" in text:
        raise BadInputError(f"{name} is no CSV file; save the list as CSV in UTF-8.")
    return text


def _rows(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    """Each row that holds anything, with its line, by the columns' names however they are capitalized or spaced."""
    first = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        header = [each.strip().lower().replace(" ", "_") for each in next(lines, [])]
        _check_header(header, name)
        return [
            (lines.line_num, _cells(header, row, f"{name}, line {lines.line_num}"))
            for row in lines
            if any(map(str.strip, row))
        ]
    except csv.Error as fault:
        raise BadInputError(f"{name}, line {lines.line_num}, cannot be read as CSV: {fault}.") from None


def _check_header(header: list[str], name: str) -> None:
    lacking = [each for each in NEEDED if each not in header]
    if lacking:
        raise BadInputError(f"{name} lacks the column {lacking[0]}; the columns are {', '.join(COLUMNS)}.")
    twice = [each for each in COLUMNS if header.count(each) > 1]
    if twice:
        raise BadInputError(f"{name} has the column {twice[0]} twice.")


def _cells(header: list[str], row: list[str], where: str) -> dict[str, str]:
    if len(row) > len(header) and any(map(str.strip, row[len(header) :])):
        raise BadInputError(f"{where} has more cells than the header has columns.")
    return {key: value.strip() for key, value in zip(header, row, strict=False)}


def _row(row: Mapping[str, str], where: str, zone: ZoneInfo) -> dict[str, str]:
    ref, ours = row.get("reference", ""), row.get("our_number", "").upper()
    if not ref:
        raise BadInputError(f"{where} has no reference.")
    if max(len(ref), len(ours)) > LONGEST:
        raise BadInputError(f"{where}: a reference or number is longer than {LONGEST} characters.")
    return {
        "ref": ref, "at": _at(row.get("date", ""), where, zone).isoformat(), "kind": _kind(row.get("kind", ""), where),
        "ours": ours,
    }  # fmt: skip


def _at(text: str, where: str, zone: ZoneInfo) -> datetime:
    try:
        day = typed_day(text)
    except ValueError:
        return _moment(text, where, zone)
    return datetime.combine(day, NOON, zone)


def _moment(text: str, where: str, zone: ZoneInfo) -> datetime:
    try:
        at = typed_time(text)
    except ValueError:
        raise BadInputError(f'{where}: "{text[:30]}" is no date like 2026-03-01 or 03/01/2026.') from None
    return at if at.tzinfo else at.replace(tzinfo=zone)


def _kind(text: str, where: str) -> str:
    """The kind by its stored word or as people read it; empty is unknown."""
    known = {words.lower(): kind for kind, words in KIND_WORDS.items()} | {kind: kind for kind in KIND_WORDS}
    if text and text.lower() not in known:
        raise BadInputError(f'{where}: "{text[:40]}" is no kind of request; there are: {", ".join(KIND_WORDS)}.')
    return known.get(text.lower(), "")
