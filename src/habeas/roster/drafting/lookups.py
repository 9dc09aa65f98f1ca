"""Tables of codes beside those of people and charges: which column their codes stand in, and what their other columns tell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from habeas.roster.drafting.cells import MOST, Cells
from habeas.roster.drafting.headers import meant, words_of
from habeas.roster.drafting.vocabulary import spelled_out

_OF_A_CODE = re.compile(r"[ _]?(cd|code|id|no|num|number|nbr|key|fk|ref|typ|type)$", re.IGNORECASE)
_TELLS_BY_ITSELF = frozenset(
    {"statute", "charge_description", "charge_grade", "charge_disposition", "bail", "court", "holds"}
)
LEAST = 2


@dataclass
class CodeTable:
    """A table of codes: its own column of them, the column of the others that it explains, and its meanings beside each row there."""

    on: tuple[str, str]
    columns: list[Cells]
    alone: bool
    """Whether a code alone tells nothing that its meaning does not: its column is then read as nothing else."""


def code_table(columns: list[Cells], others: Iterable[Cells], name: str) -> CodeTable | None:
    """What a table explains of the columns of the others; None where its codes stand in none of them. `name`: what it is called."""
    best: tuple[float, Cells, Cells] | None = None
    for own in columns:
        keys = {_plain(each) for each in own.told}
        if len(keys) < LEAST or len(keys) < len(own.filled) or len(columns) < LEAST:
            continue
        for other in others:
            share = _explained(own, keys, other)
            if share and (best is None or share > best[0]):
                best = (share, own, other)
    if best is None:
        return None
    _, own, other = best
    alone = max(map(len, other.counts)) < 7 and other.statutes < MOST and not other.sections_with_words
    told = [_beside(each, own, other, name) for each in columns if each is not own]
    if alone:
        other.of = "other"
    return CodeTable((own.source, other.source), told, alone)


def _explained(own: Cells, keys: set[str], other: Cells) -> float:
    """How surely a column's values are the codes: 0 where they are not. Small numbers may be anything: only a like name tells then."""
    values = {_plain(each) for each in other.told}
    alike = _letters(own.source) == _letters(other.source) or _base(own.source) == _base(other.source) != ""
    telling = all(len(each) > 2 or not each.isdigit() for each in keys)
    if len(values) < LEAST or other.date is not None or not (alike or telling):
        return 0.0
    share = len(values & keys) / len(values)
    return share + alike if share >= MOST else 0.0


def _beside(meaning: Cells, own: Cells, other: Cells, name: str) -> Cells:
    """The meaning of each code, row by row of the column that has the codes, under a head that says of what it is."""
    told = {_plain(code): cell for code, cell in zip(own.all, meaning.all, strict=True)}
    header, base = meaning.header or meaning.source, _base(other.header or other.source)
    of_base, of_own = _first(base), _first(header)
    head = (
        header
        if of_own in _TELLS_BY_ITSELF and of_base not in {"holds", "citizenship_on_record"}
        else f"{base} {header}"
    )
    cells = [told.get(_plain(each), "") if each else "" for each in other.all]
    return Cells(f"{name}.{meaning.source}", cells, meaning.judge, head, of="" if other.of == "other" else other.of)


def _first(header: str) -> str:
    return next(iter(meant(words_of(header), spelled_out(header))), "")


def _base(source: str) -> str:
    """A header without the word for its code: `CitizenshipCd` is `Citizenship`."""
    last = source.rpartition(".")[2]
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", last).replace("_", " ")
    return _OF_A_CODE.sub("", apart).strip()


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.rpartition(".")[2].lower())


def _plain(code: str) -> str:
    return code.strip().casefold().lstrip("0") or "0"


def tables_of_codes(left: Mapping[str, list[Cells]], others: list[Cells]) -> dict[str, tuple[str, CodeTable]]:
    """Of tables that nothing else ties, those that explain the codes of a column: what each is called, and what it explains."""
    found: dict[str, tuple[str, CodeTable]] = {}
    for place, columns in left.items():
        stem = re.sub(r"[^a-z0-9]+", "_", (place.rpartition(".")[0] or place).lower()).strip("_")
        name = stem if stem.isidentifier() else f"codes_{len(found) + 1}"
        if table := code_table(columns, [each for each in others if each.of != "other"], name):
            found[place] = (name, table)
    return found
