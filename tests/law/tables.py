"""Small ASCII tables of people and charges: an empty cell is unknown. The specification is written in them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.facts import FACTS, FactKind
from habeas.offenses.classify import ClassFinding

_TRUE, _FALSE = {"T", "yes"}, {"F", "no"}


def rows(table: str) -> Iterator[dict[str, str]]:
    """Each line of the table as column -> cell text, blanks stripped."""
    lines = [line for line in table.strip().splitlines() if line.strip() and set(line.strip()) - set("-+|")]
    header = [cell.strip() for cell in lines[0].split("|")]
    for line in lines[1:]:
        yield dict(zip(header, (cell.strip() for cell in line.split("|")), strict=True))


def value(key: str, text: str) -> Any:
    """A cell as the value of the fact `key`; empty is None."""
    if text == "":
        return None
    kind = FACTS[key].kind if key in FACTS else FactKind.FLAG
    if kind is FactKind.FLAG:
        return text in _TRUE
    if kind is FactKind.DATE:
        return date.fromisoformat(text)
    return frozenset(text.split()) if kind is FactKind.CODES else text


def charge(row: dict[str, str]) -> ChargeRecord:
    """A row of charge facts; columns in capitals are classes (`SERIOUS`)."""
    facts = {key: value(f"charge.{key}", text) for key, text in row.items() if f"charge.{key}" in FACTS}
    classes = {
        key.lower(): ClassFinding(
            value=truth(text), why="said by the table", citation="", sureness="record", ask=None, of=None, detail=None
        )
        for key, text in row.items()
        if key.isupper()
    }
    return ChargeRecord(facts, classes, row.get("statute", "a charge"))


def truth(text: str) -> bool | None:
    """T, F or unknown."""
    return True if text in _TRUE else False if text in _FALSE else None


def case(
    *,
    charges: list[ChargeRecord] | None = None,
    complete: bool | None = True,
    as_of: str = "2026-11-24",
    jurisdiction: str = "us-ca",
    **facts: Any,
) -> Case:
    """A case with facts given as `person_minor=True`, `request_kind="detainer"`."""
    entities: dict[str, dict[str, Any]] = {"request": {"cancelled": False}, "person": {}, "custody": {}, "agency": {}}
    for name, given in facts.items():
        entity, _, key = name.partition("_")
        entities[entity][key] = given
    return Case(
        "case",
        jurisdiction,
        date.fromisoformat(as_of),
        **entities,
        charges=tuple(charges or ()),
        charges_known=charges is not None,
        record_complete=complete if charges is not None else None,
    )
