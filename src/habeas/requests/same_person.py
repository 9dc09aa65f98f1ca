"""Whether two documents that came together name the same person, as each is written: a warrant for one supports nothing about another.

It compares what is written and nothing else: no nickname, no spelling of another language, and nothing of what is on record.
"""

import re
import unicodedata

_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})


def names_another(mine: str, theirs: str) -> bool:
    """Whether `theirs`, a name or a number as another document writes it, is somebody else's than `mine`; no where either says nothing.

    Names agree where every word of the shorter one stands in the longer one, in any order, written out or as its first letter.
    """
    if not any(each.isalnum() for each in mine) or not any(each.isalnum() for each in theirs):
        return False
    one, two = sorted((_words(mine), _words(theirs)), key=len)
    if sorted("".join(one)) == sorted("".join(two)):
        return False  # `Delacruz, Maria` and `Maria De La Cruz`
    left = list(two)
    return not all(_taken(word, left) for word in one)


def numbers_apart(mine: str, theirs: str) -> bool:
    """Whether two numbers such as A-numbers differ, however they are parted and led by zeros; no where either is missing."""
    one, two = (re.sub(r"\D", "", each).lstrip("0") for each in (mine, theirs))
    return bool(one and two) and one != two


def _words(text: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return [each for each in re.findall(r"[^\W_]+", plain.casefold().replace("'", "")) if each not in _SUFFIX]


def _taken(word: str, left: list[str]) -> bool:
    """Take from `left` what the word stands for; a word of one letter for one that begins so, and the other way about."""
    short = len(word) == 1
    found = word if word in left else next((each for each in left if _initial(word, each, short)), None)
    if found is not None:
        left.remove(found)
    return found is not None


def _initial(word: str, other: str, short: bool) -> bool:
    return other.startswith(word) if short else len(other) == 1 and word.startswith(other)
