"""How alike two words of a name are: the same, one spelling of the other, a slip of the hand, of the ear, or another name."""

import re
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA, JaroWinkler


class Likeness(IntEnum):
    """From the same to another name; the order is the order of trust."""

    SAME = 0
    SPELLING = 1
    NICKNAME = 2
    SLIP = 3
    SOUND = 4
    ROUGH = 5
    FAINT = 6
    OTHER = 9


@lru_cache(1 << 18)
def likeness(one: str, other: str) -> Likeness:
    """Compare two words. In a word of two letters one letter is half the name: typed otherwise, such words are faintly alike at best."""
    if one == other:
        return Likeness.SAME
    if _group(one) & _group(other):
        return Likeness.SPELLING
    if min(len(one), len(other)) >= RESPELLED and _respelled(one) == _respelled(other):
        return Likeness.SPELLING
    if _scanned(one) == _scanned(other):
        return Likeness.SLIP
    if min(len(one), len(other)) < 3:
        short_slip = min(len(one), len(other)) == 2 and OSA.distance(one, other, score_cutoff=1) <= 1
        return Likeness.FAINT if short_slip else Likeness.OTHER
    return _long_likeness(one, other)


def _long_likeness(one: str, other: str) -> Likeness:
    """Two different words of three letters or more."""
    slips = OSA.distance(one, other, score_cutoff=2)
    if slips <= 1:
        return Likeness.SLIP
    near = JaroWinkler.similarity(one, other)
    four = min(len(one), len(other)) >= 4
    if slips <= 2 and near > 0.75 and sound(one) == sound(other) and len(sound(one)) > 1:
        return Likeness.SOUND
    if near >= 0.88 and four:
        return Likeness.ROUGH
    return Likeness.FAINT if near >= 0.8 or (slips <= 2 and four) else Likeness.OTHER


@lru_cache(1 << 16)
def given_likeness(one: str, other: str) -> Likeness:
    """Compare two given names: as `likeness`, and a short form in common use counts before a slip does."""
    plain = likeness(one, other)
    if plain <= Likeness.SPELLING:
        return plain
    return Likeness.NICKNAME if other in _nicknames().get(one, frozenset()) else plain


RESPELLED = 5
"""Letters of a word from which on what offices write in turn for one sound of another script makes no other name."""
_RESPELLED = ((r"(?<=.)W", "V"), (r"(?<=.)Y", "I"), (r"OO|OU", "U"), (r"(?<=.)PH", "F"))


@lru_cache(1 << 17)
def _respelled(word: str) -> str:
    """The word with letters that transliterations take in turn made one: KULWINDER, KULVINDER; SHARKAWI, SHARKAWY; MAHMOOD, MAHMOUD."""
    for pattern, letter in _RESPELLED:
        word = re.sub(pattern, letter, word)
    return word


_SOUNDS = (
    (r"[^A-Z]", ""), (r"^(?:WR)", "R"), (r"^(?:KN|GN|PN)", "N"), (r"PH", "F"), (r"SCH|SH|CH", "S"), (r"CK|QU|Q", "K"), (r"C(?=[EIY])", "S"),
    (r"C", "K"), (r"[ZX]", "S"), (r"[GJ]", "J"), (r"[VW]", "B"), (r"TH|D", "T"), (r"H", ""),
)  # fmt: skip


@lru_cache(1 << 17)
def sound(word: str) -> str:
    """A rough sound of a word: its consonants, those heard alike made one, after the first letter without vowels."""
    heard = word
    for pattern, letter in _SOUNDS:
        heard = re.sub(pattern, letter, heard)
    heard = re.sub(r"(.)\1+", r"\1", heard)
    first = "A" if heard[:1] in set("AEIOUY") else heard[:1]
    return first + re.sub("[AEIOUY]", "", heard[1:])


_SCANS = (
    ("RN", "M"),
    ("NN", "M"),
    ("CL", "D"),
    ("VV", "W"),
    ("RI", "N"),
    ("IJ", "U"),
    ("LI", "U"),
    ("II", "U"),
    ("IO", "B"),
    ("LO", "B"),
)
_STROKES = str.maketrans("OQDLJFEPYV", "DDDIIPPPUU")


@lru_cache(1 << 16)
def _scanned(word: str) -> str:
    """What a scanner could take the word for: strokes that look alike are made one."""
    for strokes, letter in _SCANS:
        word = word.replace(strokes, letter)
    return word.translate(_STROKES)


def _group(word: str) -> frozenset[int]:
    return _spellings().get(word, frozenset())


@cache
def _spellings() -> dict[str, frozenset[int]]:
    """Each word of spellings.txt with the numbers of the lines it stands on."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("spellings.txt")):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Each name of nicknames.txt with its short forms, and each short form with its names; two short forms of a name are not one."""
    found: dict[str, set[str]] = {}
    for line in _lines("nicknames.txt"):
        full, _, short = line.partition(":")
        for name in full.split():
            for each in short.split():
                found.setdefault(name, set()).add(each)
                found.setdefault(each, set()).add(name)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def known_given_names() -> frozenset[str]:
    """Names that stand in our lists: a word that is a name of its own is no slip of another."""
    return frozenset(_nicknames()) | frozenset(word for line in _lines("given.txt") for word in line.split())


@cache
def known_surnames() -> frozenset[str]:
    """Family names in wide use: two of them that differ by a letter or two are two families' names."""
    return frozenset(word for line in _lines("surnames.txt") for word in line.split())


@lru_cache(1 << 12)
def written_also(word: str) -> frozenset[str]:
    """The other spellings and the short or long forms of a word that stand in our lists, however unlike its letters (PEPE, JOSE)."""
    groups = _group(word)
    spelled = {other for other, found in _spellings().items() if groups & found} if groups else set()
    return frozenset(spelled | _nicknames().get(word, frozenset())) - {word}


def _lines(name: str) -> list[str]:
    text = (files("habeas.matching") / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
