"""What a line printed among the charges is: a charge, a hold, or in doubt. Jails print holds in a hundred spellings.

The line is cut into words without punctuation, spacing or glue (`HOLD/INS`, `I.C.E.`, `IMMHOLD`, `8USC1326(A)`), and the words are
weighed: who holds, that it is a hold, and what an ordinary charge says. In doubt a line stays a charge for the law, is shown to
nobody outside, and somebody is asked.
"""

import re
import unicodedata
from collections.abc import Set
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from habeas.roster.hold_notes import HOLD_SECTIONS, brought_by_another, is_note
from habeas.roster.hold_words import (
    ALWAYS,
    ASKED,
    ASKED_ALONE,
    ASKED_PAIRS,
    ASKED_UNLESS_PLACE,
    BENIGN_AFTER,
    BESIDE,
    CRIME,
    DEALT,
    DRUG,
    DRUG_SHORT,
    FEDERAL,
    GLUE,
    HELD_FOR,
    HOLD,
    IMMIGRATION_FORMS,
    IMMIGRATION_SECTIONS,
    INSURANCE,
    LONG,
    MATTERS,
    NEUTRAL,
    NOBODYS,
    OTHER,
    PAIRS,
    PLACE,
    SPELLED,
    WEAK,
    WHO,
    WITHOUT,
)  # fmt: skip
from habeas.roster.records import Booking, Charge


class HoldLine(StrEnum):
    """What one line is."""

    CHARGE = "charge"
    IMMIGRATION_HOLD = "immigration_hold"
    OTHER_HOLD = "other_hold"
    DOUBT = "doubt"


_WITHOUT = re.compile(r"\bW ?/ ?O(?:UT)?\b")
_HOLD_UP = re.compile(r"\bHOLD(?:S|ING)?[ -]*UP\b(?! +TO\b)")
"""A robbery (BANK HOLD-UP); a hold UP TO 48 hours is none."""
_ITEM = re.compile(r"(?<=[;,|+])\s*ICE\s*(?=$|[;,|+])")
"""ICE as an item of its own in a list is the authority, whatever drug stands before it."""
_BETWEEN = frozenset({"AND", "OF", "THE", "TO", "WITHOUT", "WO"})
_TELLING = WHO | HOLD | HELD_FOR | MATTERS
_ANCHOR = re.compile("|".join(sorted(_TELLING, key=len, reverse=True)))
_ADDRESSED = re.compile(rf"(.+?)(FOR|TO|BY|FROM)({'|'.join(sorted(WHO, key=len, reverse=True))})")
"""A glued line that ends with an authority and what leads to it, whatever stands before (ADVISETOICE)."""
_KNOWN = BESIDE | GLUE
_LONGEST = max(map(len, _KNOWN))
HELD = (HoldLine.IMMIGRATION_HOLD, HoldLine.OTHER_HOLD)
"""What is a hold, and no charge."""


def charges_of(booking: Booking) -> tuple[Charge, ...]:
    """The lines of a booking that are charges, or may be: without those that are a hold."""
    return tuple(
        charge
        for charge in booking.charges
        if line_of(charge.statute, charge.description, charge.named_hold) not in HELD
    )


def line_of(statute: str | None, description: str | None, named: bool = False) -> HoldLine:
    """What a line is by its words; `named` where the profile says it is a federal hold."""
    return HoldLine.IMMIGRATION_HOLD if named else _of_texts(statute or "", description or "")


@lru_cache(maxsize=1 << 16)
def _of_texts(statute: str, description: str) -> HoldLine:
    words = words_of(description)
    section = words_of(statute)
    if not words and not section:
        return HoldLine.CHARGE
    found = _weigh((*section, *words))
    numbers = {each for each in section if each.isdigit()}
    # a hold beside a section that is none of a hold may be the charge itself
    if found is HoldLine.OTHER_HOLD and words and numbers and not numbers & HOLD_SECTIONS:
        return HoldLine.DOUBT
    return found


def text_is(text: str) -> HoldLine:
    """What a line of one text is."""
    return _of_texts("", text)


def _weigh(words: tuple[str, ...]) -> HoldLine:
    crimes = {word for word in words if word.startswith(CRIME)}
    held = _is_held(words)
    who = _immigration(words, held)
    if who is not None:
        # a violation of immigration law is no crime of the state's
        return HoldLine.DOUBT if any(not word.startswith("VIOL") for word in crimes) else who
    other = _is_other(words)
    if crimes and not other and (not held or is_note(words)):
        return HoldLine.DOUBT if _is_asked(words) else HoldLine.CHARGE
    if held or other or brought_by_another(words):
        return HoldLine.DOUBT if crimes else HoldLine.OTHER_HOLD
    return HoldLine.DOUBT if _is_asked(words) else HoldLine.CHARGE


def _is_asked(words: tuple[str, ...]) -> bool:
    """Whether the words may be a civil matter of immigration (FAILURE TO DEPART), or a charge: nobody can tell."""
    if ASKED & {*words} or _pair(words, ASKED_PAIRS) or _act_section(words):
        return True
    if ASKED_ALONE & {*words} and all(_plain(word) or word in ASKED_ALONE for word in words):
        return True
    return _pair(words, ASKED_UNLESS_PLACE) and not any(word.startswith(PLACE) and word != "HOMELAND" for word in words)


def _act_section(words: tuple[str, ...]) -> bool:
    """Sections 212 and 237 of the Immigration and Nationality Act, as deep as a penal code's of that number never are."""
    return any(
        number in {"212", "237"} and letter == "A" and below.isdigit()
        for number, letter, below in zip(words, words[1:], words[2:], strict=False)
    )


def _is_held(words: tuple[str, ...]) -> bool:
    """Whether a word says hold; HELD, HOLDING and DETAINED do so only FOR somebody; an eviction and FAIL TO HOLD are none."""
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        eviction = word.startswith("DETAINER") and "FORCIBLE" in words
        verb = before == "TO" and index > 1 and words[index - 2].startswith(("FAIL", "REFUS"))
        if word in HOLD and before != "UNLAWFUL" and not (verb or eviction or NOBODYS & {*words}):
            return True
        says = word in HELD_FOR or (word == "HOLDER" and not index)  # a line that begins so; a card has a holder too
        if says and after in {"FOR", "BY", "FRO"}:
            return True
    return False


def _immigration(words: tuple[str, ...], held: bool) -> HoldLine | None:
    """What the words say of immigration authorities: a hold or a doubt; None where they say nothing."""
    if any(word in ALWAYS for word in words) or _pair(words, PAIRS) or _federal_law(words):
        return HoldLine.IMMIGRATION_HOLD
    if held and _pair(words, frozenset({("287", "G")})):
        return HoldLine.IMMIGRATION_HOLD
    short = [word for index, word in enumerate(words) if word in WEAK and (held or not _means_else(words, index))]
    if not short:
        return None
    if short == ["INS"] and not held and any(word.isdigit() for word in words):
        return HoldLine.DOUBT  # the Insurance Code has sections, and a file of the old Service a number
    return HoldLine.IMMIGRATION_HOLD if held or all(_plain(word) for word in words) else HoldLine.DOUBT


def _means_else(words: tuple[str, ...], index: int) -> bool:
    """Whether ICE is frozen water (ICE CREAM, not ICE PICK UP) or a drug, or INS insurance."""
    before = words[index - 1] if index else ""
    after, next_one = (*words[index + 1 : index + 3], "", "")[:2]
    if words[index] == "ICE":
        return before == "DRY" or (after in BENIGN_AFTER and next_one != "UP") or _is_drug(words, before, after)
    return words[index] == "INS" and (before in WITHOUT or bool({*words} & INSURANCE))


def _is_drug(words: tuple[str, ...], before: str, after: str) -> bool:
    """Whether ICE is methamphetamine: what is dealt in, or beside a drug on the line, with no word that hands anybody over."""
    if _dealt(words):
        return True
    if not any(word.startswith(DRUG) or word in DRUG_SHORT for word in words):
        return False
    return all(
        not each or each in {"OF", "AND", "OR", "THE"} or each.isdigit() or each not in NEUTRAL
        for each in (before, after)
    )


def _dealt(words: tuple[str, ...]) -> bool:
    """Whether ICE stands right behind a word of dealing or possessing (SALE OF ICE, TRAFFICKING IN ICE), and nothing follows of custody."""
    at = words.index("ICE")
    ahead = [word for word in words[:at] if word not in {"OF", "IN", "CRYSTAL", "ROCK", "THE"}]
    after = words[at + 1] if at + 1 < len(words) else ""
    dealt = bool(ahead) and ahead[-1].startswith(DEALT) and not ahead[-1].endswith("ED")
    return dealt and (after not in NEUTRAL or after in {"AND", "OR", "W", "WITH", "NO", "IN", "AT"})


def _pair(words: tuple[str, ...], pairs: frozenset[tuple[str, str]]) -> bool:
    joined = " ".join(SPELLED.get(word, word) for word in words if word not in _BETWEEN)
    return _one_of(pairs).search(joined) is not None


@cache
def _one_of(pairs: frozenset[tuple[str, str]]) -> re.Pattern[str]:
    """The pairs as one pattern over words with a space between; a word of three letters or more may go on."""
    ways = (" ".join(each + r"\w*" * (len(each) > 2) for each in pair) for pair in sorted(pairs))
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")


def _federal_law(words: tuple[str, ...]) -> bool:
    """Title 8 of the United States Code in any writing: 8 USC, 8 U.S. CODE, TITLE 8, 1326 of 8."""
    for index, word in enumerate(words):
        rest = words[index + 1 : index + 3]
        if (
            word == "8"
            and rest
            and (rest[0] in {"USC", "USCA", "USCS", "CFR"} or rest in {("US", "CODE"), ("US", "C")})
        ):
            return True
        if (word, *rest[:1]) in {("TITLE", "8"), ("USC", "8")}:
            return True
        if word == "I" and rest and rest[0] in IMMIGRATION_FORMS:
            return True
        if word == "8" and rest and rest[0] in IMMIGRATION_SECTIONS:
            return True
        if (word, *rest[:1]) == ("287", "G") and all(_plain(each) for each in words):
            return True
    return False


def _is_other(words: tuple[str, ...]) -> bool:
    """Whether the line says without the word hold that another authority has the person."""
    return _pair(words, OTHER) or (bool({*words} & FEDERAL) and all(_plain(word) for word in words))


def _plain(word: str) -> bool:
    return word in NEUTRAL or word in FEDERAL or word in WEAK or word.isdigit() or len(word) == 1


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a line: no punctuation, initials together, glued words apart, long words in one spelling."""
    plain = text.upper() if text.isascii() else _without_accents(text.upper())
    plain = re.sub(r"\b(?:[A-Z]\.\s?){2,}[A-Z]?\b", lambda found: f" {re.sub(r'[^A-Z]', '', found[0])} ", plain + " ")
    plain = re.sub(r"\b[A-Z](?:[ .\-/_*]+[A-Z]\b)+", lambda found: re.sub(r"[^A-Z]", "", found[0]), plain)
    plain = _HOLD_UP.sub(" HOLDUP ", plain)
    plain = _ITEM.sub(" USICE ", _WITHOUT.sub(" WITHOUT ", plain))
    found = re.findall(r"[A-Z]+|\d+", plain.replace("RE-ENTRY", "REENTRY").replace("RE ENTRY", "REENTRY"))
    return tuple(part for word in found for part in _parts(word.lstrip("0") or word))


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) != "Mn")


def _parts(word: str) -> tuple[str, ...]:
    """A word as it is, in its right spelling, or cut where known words were glued together."""
    if len(word) < 5:
        return (word,)
    for right, most in LONG.items():
        if word == right or (
            not word.endswith("ED")
            and word[0] == right[0]
            and Levenshtein.distance(word, right, score_cutoff=most) <= most
        ):
            return (right,)
    return _cut(word) or _beside(word) or _addressed(word) or (word,)


def _addressed(word: str) -> tuple[str, ...]:
    """A glued word that ends with FOR, TO or BY an immigration authority, in three; else empty."""
    found = _ADDRESSED.fullmatch(word)
    return found.groups() if found else ()


def _beside(word: str) -> tuple[str, ...]:
    """A word glued of small words around one that says who holds or that it is a hold (RETAINEDFORICE); else empty."""
    if word in HOLD or not _ANCHOR.search(word):
        return ()
    parts = _cut(word, _KNOWN)
    return parts if len(parts) > 1 and _TELLING & {*parts} else ()


def _cut(word: str, known: Set[str] = GLUE) -> tuple[str, ...]:
    """The known words a glued word is made of, all of it; empty where it is not."""
    for size in range(min(len(word), _LONGEST), 1, -1):
        head, rest = word[:size], word[size:]
        if head in known and (not rest or (tail := _cut(rest, known))):
            return (head, *tail) if rest else (head,)
    return ()
