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
    between = words[0] if "," in rest and words and is_suffix(words[0]) and rest.strip().startswith(words[0]) else ""
    if between and len(words) > 1:
        return Name(" ".join(family_words), words[1], " ".join(words[2:]), between)
    suffix = next((each for each in (words[-1:], family_words[1:][-1:]) if each and is_suffix(each[0])), [""])[0]
    for each in (words, family_words):
        if suffix and each and each[-1] == suffix:
            each.pop()
            break
    return Name(" ".join(family_words), words[0] if words else "", " ".join(words[1:]), suffix)


def is_suffix(word: str) -> bool:
    """Whether a word of a name is a suffix: JR, SR, III."""
    return word.upper().rstrip(".") in SUFFIXES


_BEHIND = SUFFIXES - {"V"}
"""Suffixes that are taken off a part of a name: a V alone is an initial."""


def without_suffix(part: str) -> tuple[str, str]:
    """A part of a name without the suffix behind it, and the suffix (`SINGH III`); the part whole and nothing where it has none."""
    rest, _, last = part.rstrip().rpartition(" ")
    rest = rest.rstrip(" ,")
    return (rest, last) if rest and last.upper().rstrip(".") in _BEHIND else (part, "")


def holds_given_name(family_name: str) -> bool:
    """Whether a family name reads as `LAST, FIRST`: what follows the comma is more than a suffix."""
    found = split_name(family_name)
    return found is not None and bool(found.given)
