"""How a letter calls the person it is about: Mr. Veliz, where the sender's own paper gives the name and the sex; else the inmate.

The sex on our record is never told by it: only what the sender wrote is repeated, and only where our record does not say otherwise.
"""

import re
import unicodedata
from collections.abc import Mapping

from habeas.answers.build import Answer
from habeas.answers.class_rules import SEXES
from habeas.answers.neutral import to_a_stranger

TITLES: Mapping[str, tuple[str, str]] = {"M": ("Mr.", "he"), "F": ("Ms.", "she")}
"""By the sex that a paper gives: the title and the pronoun."""
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")


def called(answer: Answer, text: str) -> str:
    """The text of ours with the person called by name; as it stands where the name or the sex is not the sender's own."""
    named = name_with_title(answer)
    if named is None:
        return text
    name, pronoun = named
    return (
        text.replace("time the inmate would", f"time {pronoun} would")
        .replace("the above-named inmate", name)
        .replace("The inmate", name)
        .replace("the inmate", name)
    )


def name_with_title(answer: Answer) -> tuple[str, str] | None:
    """`("Mr. Veliz", "he")`; None where the sender gave no sex, our record says another, or the names differ."""
    given = answer.request.source.get("subject")
    if (
        len(answer.people) != 1
        or answer.request.about_a_class
        or to_a_stranger(answer)
        or not isinstance(given, Mapping)
    ):
        return None
    person = answer.people[0].subject.person
    sex = SEXES.get(str(given.get("sex") or "").strip().casefold(), "")
    ours = SEXES.get(str(person.sex or "").strip().casefold(), sex)
    family = (person.family_name or "").strip()
    written = " ".join(str(given.get(key) or "") for key in ("full_name", "family_name"))
    if sex not in TITLES or ours != sex or not _NAME.fullmatch(family) or not _stands_in(family, written):
        return None
    title, pronoun = TITLES[sex]
    return f"{title} {in_small_letters(family)}", pronoun


def in_small_letters(name: str) -> str:
    """A name written in capitals alone as a letter writes it: `McCoy`, `De La Cruz`, `O'Brien`; any other stays as it is."""
    return _PART.sub(lambda part: _capital(part.group()), name) if name.isupper() else name


def _capital(part: str) -> str:
    small = part.capitalize()
    return f"Mc{small[2:].capitalize()}" if small.startswith("Mc") and len(small) > 3 else small


def _stands_in(family: str, written: str) -> bool:
    return f" {_folded(family)} " in f" {_folded(written)} "


def _folded(text: str) -> str:
    plain = "".join(each for each in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(each))
    return " ".join(_PART.findall(plain))
