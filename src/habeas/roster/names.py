"""A whole name in one cell, `LAST, FIRST MIDDLE SUFFIX`, into its four parts. Nothing is guessed: a cell without a comma stays whole."""

from dataclasses import dataclass

SUFFIXES = frozenset({"JR", "SR", "II", "III", "IV", "V"})


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name as written; empty where the cell has none."""

    family: str
    given: str = ""
    middle: str = ""
    suffix: str = ""


def split_name(text: str) -> Name | None:
    """Split a cell at its comma; None where it has none, or nothing stands before it."""
    family, comma, rest = text.strip().partition(",")
    family_words, words = family.split(), rest.replace(",", " ").split()
    if not comma or not family_words:
        return None
    suffix = next((each for each in (words[-1:], family_words[1:][-1:]) if each and is_suffix(each[0])), [""])[0]
    for each in (words, family_words):
        if suffix and each and each[-1] == suffix:
            each.pop()
            break
    return Name(" ".join(family_words), words[0] if words else "", " ".join(words[1:]), suffix)


def is_suffix(word: str) -> bool:
    """Whether a word of a name is a suffix: JR, SR, III."""
    return word.upper().rstrip(".") in SUFFIXES


def holds_given_name(family_name: str) -> bool:
    """Whether a family name reads as `LAST, FIRST`: what follows the comma is more than a suffix."""
    found = split_name(family_name)
    return found is not None and bool(found.given)
