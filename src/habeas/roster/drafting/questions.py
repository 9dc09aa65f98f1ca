"""Whether a column answers yes or no: such a one names no country and is no number of anybody."""

from habeas.roster.columns import UNKNOWN_WORDS
from habeas.roster.values import YES_OR_NO

ENOUGH = 0.8
LONG = 3
"""How long a mark is at the most; what is longer is a word."""


def answers_a_question(cells: list[str]) -> bool:
    """Whether most known cells are a yes or a no: the header says what is asked."""
    known = [cell for cell in cells if cell and cell.upper() not in UNKNOWN_WORDS | {"U"}]
    return bool(known) and sum(cell.lower() in YES_OR_NO for cell in known) >= ENOUGH * len(known)


def only_answers(cells: list[str]) -> bool:
    """Whether no cell says more than yes or no: one that names an agency makes the column one of holds."""
    return not any(
        len(cell) > LONG and cell.lower() not in YES_OR_NO and cell.upper() not in UNKNOWN_WORDS for cell in cells
    )
