"""Rows as the combinations of conditions that occur among them, and what a plan makes of each combination."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from habeas.law.engine.columns.plan import ActPlan, Plan, Settled
from habeas.law.engine.columns.truths import Bits
from habeas.law.engine.over import ALLOWS
from habeas.law.model.ends import ON_CUSTODY

LAW = "habeas: law"
"""The column of the number of the plan under which a row is decided."""
AT = "habeas: combination"
WORD = 64
NO_END = 2**32 - 1
"""The number of a combination that is never over."""
Words = npt.NDArray[np.uint64]
_WIDTHS = ((8, pl.UInt8), (16, pl.UInt16), (32, pl.UInt32), (64, pl.UInt64))
Ending = tuple[Plan, Settled]
"""A combination of rules that allows and that may be over."""


def packed(leaves: Mapping[Hashable, pl.Expr]) -> list[pl.Expr]:
    """Each condition as two bits, false and then true (neither: unknown), of as many words as they need."""
    each, most = list(leaves.values()), WORD // 2
    return [_word(each[start : start + most]).alias(f"word.{start // most}") for start in range(0, len(each), most)]


def _word(values: Sequence[pl.Expr]) -> pl.Expr:
    width = next(kind for size, kind in _WIDTHS if 2 * len(values) <= size)
    codes = ((value.cast(pl.UInt8) + 1).fill_null(0).cast(width) for value in values)
    return reduce(lambda a, b: a | b, (code * pl.lit(4**k, dtype=width) for k, code in enumerate(codes)))


def distinct(frame: pl.DataFrame, keys: Sequence[str]) -> tuple[pl.DataFrame, pl.Series]:
    """The combinations of `keys`, columns of bits, that occur in each law, ordered by law; and the number of each row's own."""
    frame = frame.select(LAW, pl.col(list(keys)).fill_null(0))
    found = frame.unique().sort(LAW, *keys).with_row_index(AT)
    if found.height == 1:
        return found, pl.repeat(0, frame.height, dtype=pl.UInt32, eager=True)
    by = keys if found.get_column(LAW).n_unique() == 1 else [LAW, *keys]
    joined = frame.join(found, on=by, how="left", maintain_order="left")
    return found, joined.get_column(AT)


def only_read(
    rows: pl.DataFrame, words: Sequence[str], at: Mapping[Hashable, int], read: Sequence[Sequence[Hashable]]
) -> pl.DataFrame:
    """`rows` with the bits alone that each one's own law reads (`read`, by the number of the law): another's tell no two rows apart."""
    masks = [[0] * len(words) for _ in read]
    for mask, keys in zip(masks, read, strict=True):
        for word, bit in (divmod(at[key], WORD) for key in keys):
            mask[word] |= 3 << bit
    kept = (pl.Series([mask[k] for mask in masks], dtype=rows.schema[name]) for k, name in enumerate(words))
    return rows.with_columns(
        (pl.col(name) & pl.lit(mask).gather(pl.col(LAW))).alias(name) for name, mask in zip(words, kept, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Given:
    """The combinations of one law: their words, and at which bit each condition stands (of those that may be unknown: false, then true)."""

    words: Words
    at: Mapping[Hashable, int]

    def truth(self, key: Hashable) -> Bits:
        """A condition that is true, false or unknown."""
        return self._bit(self.at[key] + 1), self._bit(self.at[key])

    def flag(self, key: Hashable) -> Bits:
        """A condition that is true or false."""
        found = self._bit(self.at[key])
        return found, found ^ ((1 << len(self.words)) - 1)

    def _bit(self, at: int) -> int:
        word, bit = divmod(at, WORD)
        return together((self.words[:, word] >> np.uint64(bit)) & np.uint64(1))


def words_of(frame: pl.DataFrame, names: Sequence[str]) -> Words:
    """Columns of bits as one table of 64-bit words, a row a row of `frame`: made once for the rows of all laws, which then take theirs."""
    if not names:
        return np.zeros((frame.height, 0), dtype=np.uint64)
    return frame.select(pl.col(list(names)).fill_null(0).cast(pl.UInt64)).to_numpy()


def rows_by_law(found: pl.DataFrame) -> list[tuple[int, slice]]:
    """The number of each law and the rows that are its own, of combinations ordered by law."""
    counts = found.group_by(LAW, maintain_order=True).len()
    ends = counts.get_column("len").cum_sum().to_list()
    return [(number, slice(end - many, end)) for (number, many), end in zip(counts.iter_rows(), ends, strict=True)]


def together(bits: npt.NDArray[Any]) -> int:
    """Bits, one a row, as one whole number."""
    return int.from_bytes(np.packbits(bits.astype(np.uint8), bitorder="little").tobytes(), "little")


def apart(bits: int, rows: int) -> npt.NDArray[np.uint8]:
    """A whole number as its bits, one a row."""
    raw = np.frombuffer(bits.to_bytes((rows + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(raw, count=rows, bitorder="little")


def of_charges(plan: Plan, given: Given) -> Words:
    """What each combination of charges brings up to people, as words."""
    program, rows = plan.sides.charges.program, len(given.words)
    leaves = {program.leaves[key]: given.truth(key) for key in plan.charge_leaves}
    found = program.run(plan.charge_order, leaves, rows)
    words = np.zeros((rows, -(-len(plan.outputs) // WORD)), dtype=np.uint64)
    for number, value in enumerate(plan.outputs):
        word, bit = divmod(number, WORD)
        words[:, word] |= apart(found[value.at][0], rows).astype(np.uint64) << np.uint64(bit)
    return words


class Answers:
    """The answers of every law's combinations as they are added, and the endings that their numbers mean."""

    def __init__(self) -> None:
        self.endings: list[Ending] = []
        self._words: dict[str, int] = {}
        self._columns: dict[str, list[npt.NDArray[np.uint32]]] = {}
        self._flags: dict[str, list[pl.Series]] = {}

    def add(self, plan: Plan, given: Given, brought_up: Given, *, explain: bool) -> None:
        """Add a row for each combination of people under one law."""
        program, rows = plan.sides.people.program, len(given.words)
        leaves = {program.leaves[key]: given.truth(key) for key in plan.leaves}
        leaves |= {program.leaves[key]: brought_up.flag(key) for key in plan.brought_up}
        found = program.run(plan.order, leaves, rows)
        for act in plan.acts:
            self._act(plan, act, found, rows, explain=explain)
        for name, value in plan.items.items():
            true, false = (apart(each, rows).astype(bool) for each in found[value.at])
            self._flags.setdefault(name, []).append(pl.Series(true).set(~pl.Series(true | false), None))

    def table(self) -> pl.DataFrame:
        """Outcome, provisions and open facts of each act, and the number of its ending where it has one."""
        words, found = pl.Series(list(self._words), dtype=pl.String), dict[str, pl.Series]()
        for name, parts in self._columns.items():
            numbers = np.concatenate(parts)
            ends = pl.Series(numbers).replace(NO_END, None) if name.endswith(".ends") else None
            found[name] = words.gather(numbers) if ends is None else ends
        return pl.DataFrame(found | {name: pl.concat(parts) for name, parts in self._flags.items()}).rechunk()

    def _act(self, plan: Plan, act: ActPlan, found: Mapping[int, Bits], rows: int, *, explain: bool) -> None:
        key = np.zeros(rows, dtype=np.int64)
        for place, at in act.key_bits:
            if found[at][0]:
                key += apart(found[at][0], rows).astype(np.int64) << place
        codes, places = _told_apart(key)
        settled = [act.settle(int(code)) for code in codes]
        self._text(f"{act.act}.outcome", [str(each.outcome) for each in settled], places)
        self._text(f"{act.act}.provisions", [each.provisions for each in settled], places)
        if explain:
            self._text(f"{act.act}.unknown", *_unknown(act, settled, places, found))
        if act.act in ON_CUSTODY:
            self._columns.setdefault(f"{act.act}.ends", []).append(self._ends(plan, settled)[places])

    def _text(self, name: str, words: Sequence[str], places: npt.NDArray[Any]) -> None:
        numbers = np.array([self._words.setdefault(each, len(self._words)) for each in words], dtype=np.uint32)
        self._columns.setdefault(name, []).append(numbers[places])

    def _ends(self, plan: Plan, settled: Sequence[Settled]) -> npt.NDArray[np.uint32]:
        """The number of each combination among those that may be over."""
        numbers = []
        for each in settled:
            ends = each.outcome in ALLOWS and any(one.provision.until is not None for one in each.standings)
            numbers.append(len(self.endings) if ends else NO_END)
            self.endings += [(plan, each)] if ends else []
        return np.array(numbers, dtype=np.uint32)


def _told_apart(numbers: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[Any]]:
    """The numbers that occur, and which of them each row has; where all are one, as under most rules, nothing is sorted."""
    if (numbers == numbers[:1]).all():
        return numbers[:1], np.zeros(len(numbers), dtype=np.intp)
    return np.unique(numbers, return_inverse=True)


def _unknown(
    act: ActPlan, settled: Sequence[Settled], places: npt.NDArray[Any], found: Mapping[int, Bits]
) -> tuple[list[str], npt.NDArray[Any]]:
    """The facts that the rules ask for on which the answer hangs: the words that occur, and which of them each combination has."""
    asked = [0] * len(act.facts)
    for k in {k for each in settled for k in each.hangs}:
        rows = together(np.array([k in each.hangs for each in settled])[places])
        for fact, value in act.rules[k].asks.items():
            asked[act.facts.index(fact)] |= rows & found[value.at][0]
    if not any(asked):
        return [""], np.zeros(len(places), dtype=np.uint32)
    mask = np.zeros(len(places), dtype=np.int64)
    for number, bits in enumerate(asked):
        if bits:
            mask |= apart(bits, len(places)).astype(np.int64) << number
    masks, at = _told_apart(mask)
    return ["; ".join(name for bit, name in enumerate(act.facts) if int(each) >> bit & 1) for each in masks], at
