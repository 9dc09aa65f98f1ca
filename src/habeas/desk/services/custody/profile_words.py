"""A profile's tables and the answers of its pages, each made from the other: columns, forms, codes, rows that are no charge."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.layout import holes
from habeas.roster.trial.drafted import meanings

Tables = Mapping[str, Any]
NOT_READ, LEFT_OUT = "", "leave out"
GLUED = frozenset({"statute", "booked_at", "released_at", "booking_id", "person_id", FULL_NAME})
"""Plain columns that several columns of an export make together; of others the first that is not empty speaks."""
OURS: dict[str, tuple[str, ...]] = {
    "charge_disposition": ("pending", "held_to_answer", "convicted", "dismissed", "acquitted", "vacated"),
    "charge_grade": ("felony", "misdemeanor", "infraction"),
    "sentence_kind": ("state_prison", "county_jail", "county_jail_1170h", "probation", "fine"),
    "citizenship_on_record": ("US", "not US"),
}
"""What the values of a coded column can be chosen to mean."""
UNKNOWN = "unknown"
EMPTY = "absent"
"""How a profile writes that the cell of a charge is empty."""
ROW_KINDS = ("hold", "person", "leave out")
ROWS_OF = ("statute", "charge_description", "charge_id")
"""Plain columns by whose values a row may be told to be no charge."""


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """What a person said of one column: its meaning, how it is written (a form a line), and its words for unknown (one a line)."""

    meaning: str
    forms: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def forms_text(self) -> str:
        """The forms as a page shows them, one a line."""
        return "\n".join(self.forms)

    @property
    def unknown_text(self) -> str:
        """The words for unknown as a page shows them, one a line."""
        return "\n".join(self.unknown)


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The meanings a column can be given, by whose they are: what a select shows."""
    groups: dict[str, list[tuple[str, str]]] = {
        "person": [(FULL_NAME, "full name, in one cell")],
        "booking": [],
        "charge": [],
    }
    for each in COLUMNS.values():
        groups[each.entity].append((each.name, each.name.replace("_", " ")))
    return [(f"The {entity}", found) for entity, found in groups.items()]


def is_meaning(word: str) -> bool:
    """Whether a word of a form is a meaning that a column can have."""
    return word in {NOT_READ, LEFT_OUT, FULL_NAME} or word in COLUMNS


def answers_of(tables: Tables, cards: Iterable[Mapping[str, Any]]) -> dict[str, CardAnswer]:
    """What the tables say of each column, as its card shows it."""
    meant, left = meanings(tables), _left_out(tables)
    found = {}
    for card in cards:
        plain = LEFT_OUT if card["source"] in left else meant.get(card["source"], NOT_READ)
        forms, unknown = tables.get("forms", {}).get(plain, ()), tables.get("unknown", {}).get(plain, ())
        found[card["source"]] = CardAnswer(plain, (forms,) if isinstance(forms, str) else tuple(forms), tuple(unknown))
    return found


def _left_out(tables: Tables) -> set[str]:
    said = tables.get("leave_out", {})
    return set(said.get("columns", ()) if isinstance(said, Mapping) else said)


def with_answers(tables: Tables, answers: Mapping[str, CardAnswer]) -> dict[str, Any]:
    """The tables as the cards say. What a page does not show (totals, joined files, rows) stays."""
    by_plain: dict[str, list[str]] = {}
    for source, answer in answers.items():
        if answer.meaning not in {NOT_READ, LEFT_OUT}:
            by_plain.setdefault(answer.meaning, []).append(source)
    left = [source for source, answer in answers.items() if answer.meaning == LEFT_OUT]
    made = {
        key: value
        for key, value in tables.items()
        if key not in {"columns", "forms", "unknown", "ignored", "leave_out", "person_id_from"}
    }
    made |= {"person_id_from": "booking_id"} if "person_id" not in by_plain else {}
    made["ignored"] = [source for source, answer in answers.items() if answer.meaning == NOT_READ]
    made["columns"] = {plain: _source(plain, sources, tables) for plain, sources in by_plain.items()}
    made["forms"] = _lists(answers, "forms")
    made["unknown"] = _lists(answers, "unknown")
    gone = tables.get("columns", {}).keys() - by_plain.keys()
    made["codes"] = {name: table for name, table in tables.get("codes", {}).items() if name not in gone}
    sheets = tables.get("leave_out", {}).get("sheets", []) if isinstance(tables.get("leave_out"), Mapping) else []
    made["leave_out"] = {key: words for key, words in (("columns", left), ("sheets", sheets)) if words}
    return {key: value for key, value in made.items() if value not in ({}, []) or key == "columns"}


def _source(plain: str, sources: list[str], tables: Tables) -> str | list[str]:
    """One column by its name; several as they were put together before, else glued, or the first that is not empty."""
    before = tables.get("columns", {}).get(plain, "")
    held = [hole for each in ([before] if isinstance(before, str) else before) for hole in holes(each)]
    if sorted(held) == sorted(sources):
        return before if isinstance(before, str) else list(before)
    if len(sources) == 1:
        return sources[0]
    return " ".join(f"{{{each}}}" for each in sources) if plain in GLUED else sources


def _lists(answers: Mapping[str, CardAnswer], name: str) -> dict[str, list[str]]:
    """The forms, or the words for unknown, by plain column: the first card of a meaning that has any speaks."""
    found: dict[str, list[str]] = {}
    for answer in answers.values():
        words = list(getattr(answer, name))
        if words and answer.meaning not in {NOT_READ, LEFT_OUT}:
            found.setdefault(answer.meaning, words)
    return found


def coded(tables: Tables, cards: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each coded column with its values, counts, and what each is chosen to mean now; a charge's cell that is empty is a value as well.

    A grade or disposition that stands within the charge's own text has the words that the draft found, without counts.
    """
    by_source = {card["source"]: card for card in cards}
    told = {
        plain: by_source[source] for source, plain in meanings(tables).items() if plain in OURS and source in by_source
    }
    within = {plain: None for plain in tables.get("codes", {}) if plain in OURS and plain not in told}
    return [_coded(plain, card, tables) for plain, card in {**told, **within}.items()]


def _coded(plain: str, card: Mapping[str, Any] | None, tables: Tables) -> dict[str, Any]:
    table = tables.get("codes", {}).get(plain, {})
    chosen = chosen_codes(table)
    counts = card["values"] if card else [[word, None] for words in table.values() for word in words]
    if card and plain in COLUMNS and COLUMNS[plain].entity == "charge":
        counts = [*counts, [EMPTY, max(0, card["rows"] - card["filled"]) or None]]
    values = [(value, count, chosen.get(value.casefold(), "")) for value, count in counts]
    source, more = (card["source"], card["distinct"] - len(card["values"])) if card else ("Within the charge", 0)
    return {"plain": plain, "source": source, "values": values, "ours": OURS[plain], "more": more}


def chosen_codes(table: Mapping[str, Any]) -> dict[str, str]:
    """What each value means, in small letters: the table may say ours to theirs, or (in the older words) theirs to ours."""
    found: dict[str, str] = {}
    for left, right in table.items():
        if isinstance(right, list):
            found |= {word.casefold(): left for word in right}
        elif left != "other":
            found[left.casefold()] = right or UNKNOWN
    return found


def with_codes(tables: Tables, chosen: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The tables with what each value of each coded column was chosen to mean; a value that was not is left to be unknown, and said."""
    codes = {name: table for name, table in tables.get("codes", {}).items() if name not in chosen}
    for plain, values in chosen.items():
        table: dict[str, list[str]] = {}
        for value, ours in values.items():
            table.setdefault(ours, []).append(value)
        codes |= {plain: _turned(table) if plain == "citizenship_on_record" else table} if table else {}
    rest = {key: value for key, value in tables.items() if key != "codes"}
    return rest | ({"codes": codes} if codes else {})


def _turned(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Countries are written theirs to ours: a country is no word of ours."""
    return {value: "" if ours == UNKNOWN else ours for ours, values in table.items() for value in values}


def row_values(tables: Tables, cards: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The columns by whose values a row may be no charge, with each value, its count, and what it is chosen to be now."""
    meant = meanings(tables)
    found = []
    for card in cards:
        if meant.get(card["source"]) in ROWS_OF:
            rules = [rule for rule in tables.get("rows", ()) if list(rule["when"]) == [card["source"]]]
            kinds = {word: rule["is"] for rule in reversed(rules) for word in _words(rule["when"][card["source"]])}
            values = [(value, count, kinds.get(value, "")) for value, count in card["values"]]
            listed = {value for value, _ in card["values"]}
            patterns = [(word, kind) for word, kind in kinds.items() if word not in listed]
            found.append(
                {
                    "source": card["source"],
                    "values": values,
                    "patterns": patterns,
                    "more": card["distinct"] - len(values),
                }
            )
    return found


def _words(when: str | list[str]) -> list[str]:
    return [when] if isinstance(when, str) else list(when)


def with_rows(tables: Tables, chosen: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The tables with what rows are by the values of a column; rules on other columns, or on several, stay."""
    rows = [rule for rule in tables.get("rows", ()) if len(rule["when"]) != 1 or next(iter(rule["when"])) not in chosen]
    for source, values in chosen.items():
        for kind in ROW_KINDS:
            words = [value for value, is_ in values.items() if is_ == kind]
            rows += (
                [{"is": kind, "when": {source: words}, **({"hold": source} if kind == "hold" else {})}] if words else []
            )
    rest = {key: value for key, value in tables.items() if key != "rows"}
    return rest | ({"rows": rows} if rows else {})
