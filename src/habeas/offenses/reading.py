"""Statute text as jails write it, read into sections. What cannot be read, or reads two ways, becomes a question."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

from habeas.offenses.codes import CALIFORNIA, SPELLINGS
from habeas.offenses.elsewhere import mentions
from habeas.offenses.marks import GRADES, mark_of
from habeas.offenses.of_elsewhere import read_mention
from habeas.offenses.statute import DEGREES, Section, StatuteReading, degree_in, noted, several
from habeas.places.table import Place, place_of

__all__ = ["LONGEST", "Section", "StatuteReading", "read_statute"]

LONGEST = 200
"""No statute line is longer; more is not read."""

_DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "／": "/", "（": "(", "）": ")"})
_WORDS = sorted(SPELLINGS, key=len, reverse=True)
_CODE = "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in _WORDS)
_LETTERS = rf"(?:(?!(?:{_CODE})(?![A-Z]))[a-z]{{1,2}})?"
"""Letters that belong to the number, as in 653f; a code written close behind it, as in 496PC, is none."""
_NUMBER = rf"\d{{1,6}}{_LETTERS}(?:\.\d{{1,5}}[a-z]?)*(?:[:\-.]\d{{1,5}}(?:\.\d{{1,4}})?[a-z]?)*"
_SUBS = r"(?:\s*\([a-z0-9]{1,4}\))*"
_ONE = rf"{_NUMBER}{_SUBS}"
_BEHIND = rf"\s*[,-]?\s*(?:{_CODE})(?![A-Z&])"
_MENTION = re.compile(
    rf"(?<![A-Z&])(?P<before>{_CODE})\s*[#§-]?\s*(?P<numbers>{_ONE}(?:\s*[-/,;&]\s*(?>{_ONE})(?!{_BEHIND}))*)"
    rf"|(?<![A-Z0-9.])(?P<list>{_ONE}(?:\s*[-/,;&]\s*{_ONE})*)(?P<words>\s+(?:1ST|2ND|FIRST|SECOND))?"
    rf"\s*[,-]?\s*(?P<behind>{_CODE})(?![A-Z&])",
    re.IGNORECASE,
)
"""A section of California with its code: `PC 211`, `211 PC`. A code belongs to the number beside it and to no other."""
_BARE = re.compile(
    rf"(?:^|\bAND\b|\bWITH\b|W/|[,;/&+])\s*(?P<number>\d{{3,6}}(?:\.\d+)?[a-z]?{_SUBS})(?=$|[\s,;/&+-])", re.IGNORECASE
)
"""A number of three to six digits behind the section and other words: a second section whose code is not written."""
_US_TITLE = re.compile(r"^US\s+(?P<title>\d{1,2})\s+(?P<rest>\d.*)$", re.IGNORECASE)
_TITLE_US = re.compile(rf"^(?P<title>\d{{1,2}})\s+(?P<rest>{_ONE})\s*US(?![A-Z])(?P<words>.*)$", re.IGNORECASE)
_SECTION = re.compile(rf"^(?P<number>{_NUMBER})(?P<subs>{_SUBS})(?P<tail>.*)$", re.IGNORECASE)
_GRADE = re.compile(
    r"^\s*[-/,([]?\s*(?P<letter>F|M|I|FEL(?:ONY)?|MISD(?:EMEANOR)?|INF(?:RACTION)?)[)\]]?\s*$", re.IGNORECASE
)
_DEGREE = re.compile(r"^\s*[-/,(]?\s*(?P<degree>1ST|2ND|FIRST|SECOND)(?:\s*DEG(?:REE)?)?\)?\s*$", re.IGNORECASE)

ATTACHED = {"664": "attempt", "182": "conspiracy", "653f": "solicitation", "32": "accessory", "31": "aid"}
"""Penal Code sections that jails write before the offense they attach to."""
_PREPARATION = re.compile(rf"^(?P<number>664|182|653f|32|31)(?P<subs>{_SUBS})\s*[/-]\s*(?=\d)", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"^(?P<word>ATT(?:EMPT(?:ED|ING)?)?|CONSP(?:IRACY)?|SOLICIT(?:ATION|ING)?)(?![A-Z])\s*[-:/]?\s*(?:TO\s+(?:COMMIT\s+)?)?(?=\S)",
    re.IGNORECASE,
)
_NUMBERS_OF = {"a": "664", "c": "182", "s": "653f"}
_COUNT = re.compile(
    r"^(?:(?:COUNT|CNT|CT|CHARGE|CHG)\s*\d{0,2}\s*[-:.)]\s*|\(?\d{1,2}\)\s+|#\d{1,2}\s+)", re.IGNORECASE
)
"""The number of the count before the charge."""
_SECTION_SIGN = re.compile(r"§+\s*|\bSECT?(?:IONS?|S)?\b\.?\s*(?=\d)", re.IGNORECASE)
_PADDED = re.compile(
    r"\b(?P<code>(?:NY ?)?PL|PENAL LAW|VTL)\s*(?P<number>\d{2,3}\.\d{2}(?=\s)|\d{4}(?=\.))(?:\.(?P<point>\d{2}))?"
    r"(?:\s+(?P<sub>\d{2})?(?P<letter>[A-Z](?![A-Z]))?)?(?![\w.-])",
    re.IGNORECASE,
)
_BLANK_SUBS = re.compile(
    r"(?P<number>\bP\s?A\s?C?\s?C?S\s?A?\s*§?\s*\d{3,4}(?:\.\d{1,2})?|\d\s?§\s?\d{3,4}(?:\.\d{1,2})?|§\s?\d{3}-\d{2,3})"
    r"\s*(?:§\s*|\s(?![FMS]\d?\b))(?P<letter>[A-Z])(?P<digits>\d{1,2})?(?!\w)",
    re.IGNORECASE,
)
"""Pennsylvania's dockets write a subdivision behind a second sign or a blank (`18 § 2701 §§ A1`, `18 PA CSA 3929 A1`)."""
_LONG_WORDS = {
    "GENERAL": "GEN",
    "STATUTES": "STAT",
    "STATUTE": "STAT",
    "STATS": "STAT",
    "REVISED": "REV",
    "ANNOTATED": "",
    "ANN": "",
}
"""Words in the names of codes, with the one way they are compared."""
_LONG = re.compile(rf"\b(?:{'|'.join(_LONG_WORDS)})\b\s?", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:ATT|CONSP|SOLIC|ACCESS|AID|ABET|FACILIT)", re.IGNORECASE)
"""Words before a section that make another charge of it."""
HOME = "us-ca"
"""The state whose codes `codes.py` names; elsewhere the same letters are another code's."""
_CALIFORNIAS = re.compile(
    rf"^CAL(?:IF(?:ORNIA)?)?\s+(?=(?:{_CODE})(?![A-Z]))|^CA\s+(?=(?:{_CODE})\s*\d)", re.IGNORECASE
)
"""A code that is said to be California's, in any state."""
_Found = tuple[int, int, Callable[[str], StatuteReading]]
"""Where a section stands, and what it is read as with the words behind it."""


@lru_cache(maxsize=65536)
def read_statute(text: str | None, *, default_code: str | None = None, place: str | None = None) -> StatuteReading:
    """Read one statute line. What is not understood comes back with a question; raises BadInputError for a `place` not in the table.

    `default_code` is the code that a bare number belongs to, where the jail's profile says so. `place` (`us-pa`, or a
    county of it, with the text of its law after `@` or without) is where the charge is made: short names of codes mean
    its own (`VC 3802`), and California's are read only there or where no state is known.
    """
    raw = text or ""
    if not raw.strip():
        return StatuteReading(raw, question="No section is written: which section is the charge under?")
    if len(raw) > LONGEST:
        return StatuteReading(
            raw[:LONGEST], question=f"The line is longer than {LONGEST} letters: which section is it?"
        )
    state = place_of(place.partition("@")[0]).state if place else None
    return _read(raw, _clean(raw), default_code, state)


def _clean(raw: str) -> str:
    plain = unicodedata.normalize("NFKC", raw).translate(_DASHES)
    plain = "".join(letter for letter in plain if unicodedata.category(letter) not in {"Cf", "Cc"} or letter.isspace())
    plain = re.sub(r"\s+", " ", re.sub(r"(?<=[A-Za-z])\.(?=[A-Za-z&\s]|$)", "", plain))
    plain = _LONG.sub(lambda word: f"{_LONG_WORDS[word.group().strip().upper()]} ", _SECTION_SIGN.sub("§", plain))
    plain = _BLANK_SUBS.sub(_bracketed, _PADDED.sub(_unpadded, plain))
    return _COUNT.sub("", re.sub(r"\s+", " ", plain).strip(" ,;:")).strip(" ,;:§")


def _unpadded(found: re.Match[str]) -> str:
    """New York's numbers of fixed width: `VTL 0511.01 A` is 511(1)(a), `PL 220.03 00` has no subdivision."""
    parts = [each for each in (found["point"], found["sub"], found["letter"]) if each and each.strip("0")]
    brackets = "".join(f"({each.lstrip('0')})" for each in parts)
    return f"{found['code']} {found['number'].lstrip('0')}{brackets}"


def _bracketed(found: re.Match[str]) -> str:
    return f"{found['number']}({found['letter']})" + (f"({found['digits']})" if found["digits"] else "")


def _read(raw: str, text: str, default_code: str | None, state: Place | None) -> StatuteReading:
    text = _TITLE_US.sub(r"\g<title> USC \g<rest>\g<words>", _US_TITLE.sub(r"\g<title> USC \g<rest>", text))
    named = _CALIFORNIAS.match(text)
    if named:
        return _read(raw, text[named.end() :], default_code, None)
    word = _IN_WORDS.match(text)
    inner = _read(raw, text[word.end() :], default_code, state) if word else None
    if word and inner and inner.sections:
        return _prepared(inner, _NUMBERS_OF[word["word"][0].lower()])
    found = _found(raw, text, state)
    if found and _may_stand_before(text[: found[0][0]], found[0][2]):
        return _together(_mentions(found, text))
    if default_code and re.match(r"^\d", text):
        return _read(raw, _clean(f"{default_code} {text}"), None, state)
    return StatuteReading(raw, question=_unread(text, state))


def _unread(text: str, state: Place | None) -> str:
    """What is asked of a line without a code and section; of a code that is read elsewhere only, that it is not the place's."""
    if state is not None and _of_elsewhere(state) and _MENTION.search(text):
        return f'"{text[:60]}" names no code of {state.name} that Habeas reads: which section is it?'
    return f'"{text[:60]}" names no code and section that Habeas reads: which section is it?'


def _of_elsewhere(state: Place | None) -> bool:
    return state is not None and state.id != HOME


def _found(raw: str, text: str, state: Place | None) -> list[_Found]:
    """Every section with its code, in order: another code's first, as the shape of its numbers is its own."""
    others = mentions(text, state.id if state else None)
    masked = text
    for each in others:
        masked = masked[: each.start] + "\0" * (each.end - each.start) + masked[each.end :]
    found: list[_Found] = [(each.start, each.end, partial(read_mention, raw, each)) for each in others]
    ours = () if _of_elsewhere(state) else _MENTION.finditer(masked)
    found += [(each.start(), each.end(), partial(_mentioned, raw, each)) for each in ours]
    return sorted(found, key=lambda each: each[:2])


def _may_stand_before(words: str, first: Callable[[str], StatuteReading]) -> bool:
    """Whether `words` before the first section leave it the charge: none, or before another state's section some that change nothing."""
    if not words.strip(" -/,;:(|§"):
        return True
    section = first("").sections
    elsewhere = bool(section) and section[0].code not in CALIFORNIA
    return elsewhere and not re.search(r"\d{3}", words) and not _CHANGES.search(words)


def _mentions(found: list[_Found], text: str) -> list[StatuteReading]:
    """What each mention of a code is read as; a preparation with its own code (`664PC/187PC`) is joined to what it attaches to."""
    ends = [start for start, _, _ in found[1:]] + [len(text)]
    readings: list[StatuteReading] = []
    attached: Section | None = None
    for (_, begins, read), end in zip(found, ends, strict=True):
        rest = text[begins:end]
        reading = read(rest)
        if attached is not None:
            reading = _prepared(reading, attached.number, attached)
        attached = reading.sections[0] if rest.strip() in {"/", "-"} and _prepares(reading) else None
        readings += [] if attached else [reading]
    return readings


def _prepares(reading: StatuteReading) -> bool:
    """Whether the reading is one section that attaches to another, and none that it attaches to."""
    return len(reading.sections) == 1 and reading.sections[0].code == "PC" and reading.sections[0].number in ATTACHED


def _prepared(reading: StatuteReading, number: str, before: Section | None = None) -> StatuteReading:
    """The reading as an attempt at its section, a conspiracy to commit it, and so on, as the section `number` says."""
    if not reading.sections:
        return reading
    kind = ATTACHED[number]
    joined = replace(
        reading,
        attempt=kind == "attempt",
        conspiracy=kind == "conspiracy",
        solicitation=kind == "solicitation",
        accessory=kind == "accessory",
        aid=kind == "aid",
        before=before,
        either=tuple(_prepared(each, number, before) for each in reading.either),
        notes=(),
    )
    return replace(joined, notes=(*noted(joined).notes, *reading.notes[1:]))


def _mentioned(raw: str, found: re.Match[str], rest: str) -> StatuteReading:
    """One section with its code, and what stands behind it up to the next."""
    if found["before"]:
        return _sections(raw, _canonical(found["before"]), found["numbers"] + rest)
    return _sections(raw, _canonical(found["behind"]), found["list"] + (found["words"] or ""), rest, behind=True)


def _together(readings: list[StatuteReading]) -> StatuteReading:
    """One reading of a line; where it names several sections, all of them and the question which is the charge."""
    first, *more = readings
    if not more:
        return first
    unread = next((each for each in readings if not each.sections), None)
    if unread is not None:
        return replace(first, sections=(), question=unread.question)
    sections = tuple(dict.fromkeys(section for each in readings for section in each.sections))
    either = tuple(other for each in readings for other in each.either)
    return several(replace(first, sections=sections, either=either)) if len(sections) > 1 else first


def _canonical(spelling: str) -> str:
    wanted = re.sub(r"\s+", " ", spelling.upper()).strip()
    return (
        SPELLINGS.get(wanted)
        or SPELLINGS[next(word for word in _WORDS if word.replace(" ", "") == wanted.replace(" ", ""))]
    )


def _sections(raw: str, code: str, rest: str, words: str = "", *, behind: bool = False) -> StatuteReading:
    """Read the numbers of a code: an attached attempt or conspiracy first, then the offense, then a grade.

    `words` stand behind a code that is written after the numbers, which `behind` says.
    """
    text = rest.strip()
    attach = _PREPARATION.match(text) if code == "PC" else None
    if attach:
        before = Section("PC", attach["number"].lower(), _lettered(attach["subs"]))
        return _prepared(_sections(raw, code, text[attach.end() :], words, behind=behind), before.number, before)
    found = _SECTION.match(re.sub(r"\s*-\s*(?=\d)", "/", text))  # a dash before a number parts two sections
    if not found:
        return StatuteReading(
            raw, question=f'"{rest[:40]}" is no section number of the {code} code: which section is it?'
        )
    number = found["number"].rstrip(".")
    reading = _with_mark(raw, code, number.lower(), found["subs"], behind=behind)
    return _tail(noted(reading), found["tail"] + words, code, behind=bool(words) and not found["tail"].strip())


def _lettered(brackets: str) -> tuple[str, ...]:
    return tuple(sub.lower() for sub in re.findall(r"\(([A-Za-z0-9]{1,4})\)", brackets))


def _with_mark(raw: str, code: str, number: str, subs: str, *, behind: bool) -> StatuteReading:
    """The section with its subdivisions; of a last letter that can be a grade, the likelier reading and beside it the other."""
    whole = StatuteReading(raw, (Section(code, number, _lettered(subs)),))
    mark = mark_of(subs, code_behind=behind)
    if mark is None:
        return whole
    graded = StatuteReading(raw, (Section(code, number, _lettered(mark.before)),), grade_hint=mark.grade)
    first, other = (graded, whole) if mark.is_grade else (whole, graded)
    return replace(first, either=(other,)) if mark.either else first


def _tail(reading: StatuteReading, tail: str, code: str, *, behind: bool = False) -> StatuteReading:
    """What stands after the section: nothing, a grade, a degree, a second section, or words that are kept as a note.

    `behind`: a code stands between the section and the words, so that no letter of them can be the section's.
    """
    if not tail.strip(" -/,;&+("):
        return reading
    grade, degree = _GRADE.match(tail), _DEGREE.match(tail)
    if grade:
        return replace(reading, grade_hint=GRADES[grade["letter"][0].lower()])
    if degree:
        return replace(reading, degree_hint=DEGREES[degree["degree"].lower()])
    second = re.match(r"^\s*[/,;&+]\s*(?=\d)", tail)
    if second:
        return _second(reading, tail[second.end() :], code)
    if re.match(r"^[A-Za-z0-9.(]" if not behind else r"^[0-9.]", tail) or _BARE.search(tail):
        return replace(
            reading,
            sections=(),
            question=f'"{reading.raw.strip()[:60]}" can be read in more than one way: which section is it?',
        )
    return replace(
        reading,
        degree_hint=degree_in(tail) or reading.degree_hint,
        notes=(*reading.notes, f'left out the words "{tail.strip(" -")[:60]}"'),
    )


def _second(reading: StatuteReading, text: str, code: str) -> StatuteReading:
    other = _sections(reading.raw, code, text)
    if not other.sections:
        return replace(reading, sections=(), question=other.question)
    if other.sections == (Section("PC", "664"),) and not other.question:
        return _prepared(reading, "664")  # 211/664 is an attempt as 664/211 is
    both = replace(
        reading,
        sections=reading.sections + other.sections,
        either=reading.either + other.either,
        grade_hint=other.grade_hint,
        degree_hint=other.degree_hint,
    )
    return several(both)
