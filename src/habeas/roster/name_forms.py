"""How a file writes a whole name: `{family}, {given} {middle} {suffix}`, `{given} {middle} {family}`. What does not fit is not cut."""

import re
from functools import lru_cache

from habeas.roster.names import Name, is_suffix, split_name

PARTS = ("family", "given", "middle", "suffix")
NATURAL, FAMILY_FIRST = "{given} {middle} {family} {suffix}", "{family} {given} {middle} {suffix}"
USUAL = "{family}, {given} {middle} {suffix}"
PARTICLES = frozenset(
    {"DE", "DEL", "DELA", "DELOS", "LA", "LAS", "LOS", "DA", "DAS", "DO", "DOS", "DI", "VAN", "VON", "DER", "DEN", "TER", "EL",
     "AL", "BIN", "IBN", "ABU", "ST", "ST.", "SAN", "SANTA", "MC", "MAC", "LE", "DU", "DES", "Y"}
)  # fmt: skip
"""Words that begin a family name of several words where no comma tells."""
_FIELD = re.compile(r"\{(\w+)\}")


def name_fault(form: str) -> str:
    """Why a written form of a name cannot be used: empty where it can."""
    fields = _FIELD.findall(form)
    wrong = [each for each in fields if each not in PARTS]
    if wrong:
        return f'"{{{wrong[0]}}}" is no part of a name; write {", ".join("{" + each + "}" for each in PARTS)}'
    if "family" not in fields or "given" not in fields or len(set(fields)) != len(fields):
        return "a name's form has {family} and {given}, each once"
    return ""


def read_name(text: str, forms: tuple[str, ...]) -> Name | None:
    """The parts of a name by the first form whose marks it has; None where it has those of none."""
    for form in forms:
        found = split_name(text) if form == USUAL else _by_form(text, form)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=128)
def _groups(form: str) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The fields between marks, and the marks."""
    pieces = re.split(r"\s*([^\s{}\w]+)\s*(?![^{]*\})", form.strip())
    return tuple(tuple(_FIELD.findall(each)) for each in pieces[::2]), tuple(pieces[1::2])


def _by_form(text: str, form: str) -> Name | None:
    groups, marks = _groups(form)
    parts, rest = [], text.strip()
    for place, mark in enumerate(marks):
        before, found, after = rest.partition(mark)
        if not found:
            if any({"family", "given"} & set(group) for group in groups[place + 1 :]):
                return None
            break
        parts.append(before)
        rest = after
    parts.append(rest if len(parts) == len(groups) - 1 else rest.replace(",", " "))
    told: dict[str, str] = {}
    for fields, part in zip(groups, parts, strict=False):
        told |= _words(part.replace(",", " ").split(), list(fields))
    return Name(**{each: told.get(each, "") for each in PARTS}) if told.get("family") else None


def _words(words: list[str], fields: list[str]) -> dict[str, str]:
    """Give the words to the fields of one group: a suffix by its look, one word to each, the rest to the middle or the last."""
    told: dict[str, str] = {}
    if fields == ["suffix"]:
        return {"suffix": " ".join(words)}
    if "suffix" in fields:
        fields = [each for each in fields if each != "suffix"]
        if len(words) > 1 and is_suffix(words[-1]):
            told["suffix"] = words.pop()
    if len(fields) > 1 and fields[-1] == "family":
        return told | _family_last(words, fields)
    if len(fields) > 1 and fields[0] == "family":
        first = max(_in_capitals(words), _particles(words))
        words = [" ".join(words[:first]), *words[first:]] if first > 1 else words
    for place, name in enumerate(fields):
        last = place == len(fields) - 1
        told[name] = " ".join(words[place:] if last else words[place : place + 1])
    return told


def _in_capitals(words: list[str]) -> int:
    """How many words from the first are in capitals where others are not (`Darnell Van SZCZEPAŃSKI`); an initial is no such word."""
    if all(each.isupper() for each in words if len(each.strip(".")) > 1):
        return 0
    return next((place for place, each in enumerate(words) if not each.isupper() or len(each.strip(".")) < 2), 0)


def _particles(words: list[str]) -> int:
    """How many words a family name has that begins with words such as DE LA or VAN, where a given name is left behind it."""
    count = next((place for place, each in enumerate(words) if each.upper() not in PARTICLES), 0)
    return count + 1 if count and len(words) > count + 1 else 0


def _family_last(words: list[str], fields: list[str]) -> dict[str, str]:
    begins = len(words) - 1 if "middle" in fields else min(1, len(words) - 1)
    capitals = _in_capitals(words[::-1])
    while begins > 1 and not capitals and words[begins - 1].upper() in PARTICLES:
        begins -= 1
    begins = max(1, len(words) - capitals) if capitals else begins
    told = {"family": " ".join(words[begins:]), "given": " ".join(words[:1]) if begins else ""}
    return told | {"middle": " ".join(words[1:begins])} if "middle" in fields else told
