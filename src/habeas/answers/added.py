"""Paragraphs that a person adds to a letter before it is approved: the generated text is kept beside, and what differs is shown."""

import difflib
import re
import unicodedata
from dataclasses import replace

from habeas.answers.letter import LetterFacts, LetterSigner
from habeas.common.errors import BadInputError

GENERATED = "internal/letter-generated.txt"
"""Where a package keeps the letter as it was generated, if a person added paragraphs."""
MOST, LONGEST = 6, 1_500
_BLANK_LINE = re.compile(r"\n\s*\n")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of what somebody typed, apart by blank lines. Raises BadInputError for too many, too long, or unprintable ones."""
    found = tuple(" ".join(each.split()) for each in _BLANK_LINE.split(text.replace("\r", "")) if each.strip())
    if len(found) > MOST or any(len(each) > LONGEST for each in found):
        raise BadInputError(f"Add at most {MOST} paragraphs to a letter, each of at most {LONGEST:,} characters.")
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cn", "Cs"} for each in found for letter in each):
        raise BadInputError("The paragraphs hold a character that cannot be printed; type them again.")
    return found


def approved_letter(facts: LetterFacts) -> LetterFacts:
    """The letter with a line for whoever approves it, where it has none yet: words of a person's own are never in force by one person."""
    signers = facts.signers if len(facts.signers) > 1 else (*facts.signers, LetterSigner("Approved by"))
    return replace(facts, signers=signers)


def with_paragraphs(facts: LetterFacts, added: tuple[str, ...]) -> LetterFacts:
    """The letter with the paragraphs before its closing; nothing of what was generated is changed or left out."""
    return replace(approved_letter(facts), after=(*facts.after, *added)) if added else facts


def differences(generated: str, changed: str) -> list[tuple[str, str]]:
    """The lines of the letter as it goes out, with `added` or `removed` before each that differs and `same` beside the two next to it."""
    rows = list(difflib.ndiff(generated.splitlines(), changed.splitlines()))
    marks = {"+ ": "added", "- ": "removed", "  ": "same"}
    lines = [(marks[row[:2]], row[2:]) for row in rows if row[:2] in marks]
    near = {at + step for at, (mark, _) in enumerate(lines) if mark != "same" for step in range(-2, 3)}
    return [line for at, line in enumerate(lines) if at in near]
