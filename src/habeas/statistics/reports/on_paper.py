"""A report's tables as people read them on paper: units and outcomes in words, thousands parted, what repeats said once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from habeas.statistics.measures.values import value_words
from habeas.statistics.reports.cells import Cell

UNITS = {"stock": "on one day", "person_months": "person-months"}
"""What a unit is called on paper where its stored word says little."""
IN_WORDS = ("outcome", "left_how")
"""Facts whose values stand in a list in the words that readers know."""
CENTS = "amount:cents"
"""The source of a column that holds cents."""
MOST_ALIKE = 5
"""Steps of one rule that are told one by one; more are one step with their number."""
LEGEND = (
    "Unknown: so many more of which it is not known whether they count. "
    "Not recorded: the record holds nothing of it, which is not zero."
)
"""What stands below the figures."""


def figure(cell: Cell, row: Sequence[str]) -> tuple[str, ...]:
    """A cell as a line of the page: item, unit, number, unknown, law, note."""
    return (cell.named, UNITS.get(row[3], row[3]), parted(row[4]), parted(row[5]), row[6], row[7])


def parted(number: str) -> str:
    """A number with its thousands parted; anything else as it is."""
    whole, dot, rest = number.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.isdigit() and (rest.isdigit() or not dot) else number


def title_of(source: str, title: str) -> str:
    """What a column of a list is called; cents are told as dollars."""
    return "Dollars" if source == CENTS else title.replace("_", " ").capitalize()


def cell_words(source: str, cell: str) -> str:
    """A cell of a list, by the source of its column."""
    kind, _, name = source.partition(":")
    if source == CENTS and cell.isdigit():
        return f"{int(cell) // 100:,}.{int(cell) % 100:02d}"
    if kind != "fact" or name not in IN_WORDS or not cell:
        return cell
    words = value_words(name, cell.replace(" ", "_"))
    return words[:1].lower() + words[1:]


def every_step(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each step of a reconciliation by itself, an outcome in words."""
    return ((row[0], _rule(row[1]), *row[2:]) for row in rows)


def steps(rows: Iterable[Sequence[str]], file: str) -> Iterator[tuple[str, ...]]:
    """The steps of a reconciliation: an outcome in words, and many alike as one with their number; `file` holds each."""
    for (step, rule), found in groupby(rows, key=lambda row: (row[0], _kind(row[1]))):
        alike = list(found)
        if len(alike) <= MOST_ALIKE:
            yield from every_step(alike)
        else:
            together = sum(int(row[3]) for row in alike)
            yield step, f"{rule} (each by its number in {file})", "", f"{together:,}"


def _kind(rule: str) -> str:
    """A rule without the number that it names."""
    before, under, _ = rule.partition(", under ")
    return f"{before} under its first number" if under else rule


def _rule(text: str) -> str:
    """A step's rule; an outcome in the words that readers know."""
    first, _, name = text.partition(" ")
    return value_words("outcome", name.replace(" ", "_")) if first == "outcome" else text


def said_once(header: Sequence[str], rows: Sequence[Sequence[str]], columns: Iterable[str]) -> tuple[set[int], str]:
    """The columns, of those named, in which every row of two or more says the same: their places, and that said in one sentence."""
    places = [header.index(name) for name in columns if name in header]
    same = {at for at in places if len(rows) > 1 and rows[0][at] and len({row[at] for row in rows}) == 1}
    said = "; ".join(rows[0][at] for at in sorted(same))
    return same, f"For every line: {said}." if same else ""
