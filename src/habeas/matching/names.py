"""How a name is written down for comparing: one alphabet, one case, in parts. Nothing about a person is read from a name."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SUFFIXES = {
    "JR": "JR", "JNR": "JR", "JUNIOR": "JR", "SR": "SR", "SNR": "SR", "SENIOR": "SR",
    "II": "II", "2ND": "II", "III": "III", "3RD": "III", "IV": "IV", "4TH": "IV", "V": "V", "5TH": "V",
}  # fmt: skip
"""A generation as it is written, and the one way we compare it."""

PARTICLES = frozenset(
    """DE DEL DELA LA LAS LO LOS LE DA DAS DO DOS DI DU EL AL ABU BIN BINT BEN IBN VAN VON DER DEN TER ZU Y E SAN ST
    """.split()  # noqa: SIM905 - words in a row are read faster than words in quotes
)
"""Small words that one office writes and another leaves out."""

NAMES_TOO = frozenset({"VAN", "BEN", "SAN", "DO", "DU", "LE", "LO", "DI", "LAS", "TER"})
"""Small words that are names of their own as well (Van and Le in Vietnam, Ben): with nothing to part a name they may be either."""

NO_NAME = frozenset({"FNU", "LNU", "MNU", "NFN", "NLN", "NMN", "NMI"})
"""What an office writes for a name that nobody knows or that there is none of: first, last or middle name unknown. No name agrees by it."""

LONGEST_NAME = 12
"""Parts of one name that are compared; a longer name is compared by its first parts."""

_TITLES = re.compile(
    r"(^|,)\s*(?:(?:mr|mrs|ms|miss|dr|doctor|prof|professor|herr|frau|monsieur|madame|señora?|president|präsident)\b(?:\.\s*|\s+))+",
    re.IGNORECASE,
)
SHORTEST = 3
"""Letters of either name in a word that holds two."""

_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABESIJKMHOPCTYXQWABEZHIKMNOPTYX",
)
_LETTERS = str.maketrans(
    {
        "Ø": "O",
        "Ł": "L",
        "Đ": "D",
        "Ð": "D",
        "Þ": "TH",
        "Æ": "AE",
        "Œ": "OE",
        "ẞ": "SS",
        "İ": "I",
        "Ħ": "H",
        "Ŧ": "T",
        "Ŋ": "N",
    }
)
_DIGITS = str.maketrans("01234567", "OIZEASGT") | {ord("8"): "B", ord("9"): "G"}
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼʻʿʾ"))


@dataclass(frozen=True, slots=True)
class NameParts:
    """One name in parts: `family`, `given` and `middle` are tokens in capital letters, `suffix` is a generation or empty."""

    family: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    suffix: str = ""
    guessed: bool = False
    """Whether nothing on the paper parts the words: which of them are family names is one of several ways to read it."""

    @property
    def empty(self) -> bool:
        """Whether nothing is left to compare."""
        return not (self.family or self.given)


@lru_cache(1 << 16)
def tokens(text: str) -> tuple[str, ...]:
    """Return the parts of a name: marks, invisible characters, accents and case are taken off, lookalike letters made one."""
    plain = unicodedata.normalize("NFKD", text).translate(_APOSTROPHES).upper().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(_kept(letter) for letter in plain)
    return tuple(_word(word) for word in kept.split()[:LONGEST_NAME] if word not in NO_NAME)


def _kept(letter: str) -> str:
    """A letter or digit stays, a mark or an invisible sign goes, all else parts words."""
    kind = unicodedata.category(letter)
    if kind[0] in "LN":
        return letter
    return "" if kind in {"Mn", "Me", "Cf", "Cc"} and not letter.isspace() else " "


def _word(word: str) -> str:
    """A word with any Latin letter is read as Latin: lookalikes of other alphabets and digits for letters are put back."""
    if word.isascii() and word.isalpha():
        return word
    latin = any("A" <= letter <= "Z" for letter in word)
    if latin:
        word = word.translate(_LOOKALIKES)
    if latin and word not in SUFFIXES and any(letter.isdigit() for letter in word):
        word = word.translate(_DIGITS)
    return word


def parts(family: str, given: str, middle: str, suffix: str) -> NameParts:
    """Put the four boxes of a name into parts; a generation found at the end of a box is taken as the suffix."""
    boxes = [list(tokens(box)) for box in (family, given, middle)]
    generation = SUFFIXES.get("".join(tokens(suffix)), "")
    for box in boxes:
        if len(box) > 1 and box[-1] in SUFFIXES and box[-1] != "V":
            generation = generation or SUFFIXES[box[-1]]
            box.pop()
    return NameParts(tuple(boxes[0]), tuple(boxes[1]), tuple(boxes[2]), generation)


@lru_cache(1 << 14)
def readings(full_name: str) -> tuple[NameParts, ...]:
    """The ways a name in one box can be meant. With a comma there is one; without, every cut between given and family names.

    A title may be a name (Miss, President), so a name with one is read both ways; so is one word with a capital in its midst.
    """
    texts = (_without_title(full_name), _apart(full_name), full_name)
    return tuple(dict.fromkeys(reading for text in texts if text for reading in _as_written(text)))


def _without_title(full_name: str) -> str:
    """The name without the titles before its given names; empty where it has none, or where a single word would be left."""
    rest = _TITLES.sub(r"\1", full_name)
    return rest if rest != full_name and len(tokens(rest)) > 1 else ""


def _apart(full_name: str) -> str:
    """The two names that one word holds where a capital stands in its midst (JoseSmith); empty for any other name, McDonald's too."""
    cuts = [at for at in range(1, len(full_name)) if full_name[at].isupper() and full_name[at - 1].islower()]
    if len(cuts) != 1 or not full_name.isalpha() or not SHORTEST <= cuts[0] <= len(full_name) - SHORTEST:
        return ""
    return f"{full_name[: cuts[0]]} {full_name[cuts[0] :]}"


def _as_written(full_name: str) -> tuple[NameParts, ...]:
    pieces = [piece for piece in full_name.split(",") if tokens(piece)]
    if len(pieces) > 1 and "".join(tokens(pieces[-1])) in SUFFIXES and len(pieces) == 2:
        full_name, pieces = " ".join(pieces), []
    if len(pieces) > 1:
        ends = [piece for piece in pieces[1:] if "".join(tokens(piece)) in SUFFIXES]  # Washington, III, Tyrone
        return (_with_comma(pieces[0], " ".join([*(piece for piece in pieces[1:] if piece not in ends), *ends])),)
    words = list(tokens(full_name))
    generation = SUFFIXES.get(words.pop(), "") if len(words) > 2 and words[-1] in SUFFIXES and words[-1] != "V" else ""
    if len(words) < 2:
        return _either_name(tuple(words), generation, full_name) if words else ()
    return tuple(_cut(words, at, generation) for at in range(len(words) - 1, 0, -1))


def _either_name(word: tuple[str, ...], generation: str, written: str) -> tuple[NameParts, ...]:
    """A single name may be a family or a given name; behind a comma it is a given name, whatever stands before it for "unknown"."""
    given = NameParts((), word, (), generation)
    before = written.partition(",")[0].upper()
    if "," in written and word[0] not in tokens(before):
        return (given,)
    return (NameParts(word, (), (), generation), given)


def _with_comma(family: str, rest: str) -> NameParts:
    whole = parts(family, rest, "", "")
    return NameParts(whole.family, whole.given[:1], whole.given[1:], whole.suffix)


def _cut(words: list[str], at: int, generation: str) -> NameParts:
    return NameParts(tuple(words[at:]), (words[0],), tuple(words[1:at]), generation, guessed=len(words) > 2)


def aliases(text: str | tuple[str, ...]) -> tuple[NameParts, ...]:
    """The other names a person goes by, each read as a full name; `text` parts them with semicolons."""
    each = text.split(";") if isinstance(text, str) else text
    return tuple(reading for alias in each if alias.strip() for reading in readings(alias.strip()))


@lru_cache(1 << 16)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the small ones, unless nothing else is there."""
    return tuple(word for word in words if word not in PARTICLES) or words
