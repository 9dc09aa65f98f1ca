"""Statute text as jails write it, read into sections. What cannot be read, or reads two ways, becomes a question."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from habeas.offenses.codes import CALIFORNIA, SPELLINGS
from habeas.offenses.marks import GRADES, mark_of

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
    rf"(?<![A-Z&\d])(?P<act>\d{{1,4}})\s*ILCS\s*(?P<illinois>\d{{1,4}}(?:\.\d+)?/{_NUMBER}{_SUBS})"
    rf"|(?<![A-Z&])(?P<title>\d{{1,2}})\s*U\s?S\s?C(?:\s?A)?\s*§?\s*(?P<federal>{_ONE})"
    rf"|(?<![A-Z&])(?P<before>{_CODE})\s*[#§-]?\s*(?P<numbers>{_ONE}(?:\s*[-/,;&]\s*(?>{_ONE})(?!{_BEHIND}))*)"
    rf"|(?<![A-Z0-9.])(?P<list>{_ONE}(?:\s*[-/,;&]\s*{_ONE})*)(?P<words>\s+(?:1ST|2ND|FIRST|SECOND))?"
    rf"\s*[,-]?\s*(?P<behind>{_CODE})(?![A-Z&])",
    re.IGNORECASE,
)
"""A section with its code: `18 USC 1326`, `PC 211`, `211 PC`. A code belongs to the number beside it and to no other."""
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
_DEGREES = {"1st": "first", "first": "first", "2nd": "second", "second": "second"}
_DASHED = frozenset({"N.J.S.A.", "G.S.", "ARS", "RCW", "NY Penal", "O.C.G.A."})
"""Codes whose section numbers carry a dash or a colon of their own."""

ATTACHED = {"664": "attempt", "182": "conspiracy", "653f": "solicitation", "32": "accessory", "31": "aid"}
"""Penal Code sections that jails write before the offense they attach to."""
_PREPARATION = re.compile(rf"^(?P<number>664|182|653f|32|31)(?P<subs>{_SUBS})\s*[/-]\s*(?=\d)", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"^(?P<word>ATT(?:EMPT(?:ED)?)?|CONSP(?:IRACY)?|SOLICIT(?:ATION|ING)?)\s*[-:/]?\s*(?:TO\s+(?:COMMIT\s+)?)?(?=\d|(?:{_CODE})(?![A-Z&]))",
    re.IGNORECASE,
)
_NUMBERS_OF = {"a": "664", "c": "182", "s": "653f"}


@dataclass(frozen=True, slots=True)
class Section:
    """One section as its code writes it: `PC 245(a)(1)`, `18 USC 1326`."""

    code: str
    number: str
    subdivisions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code} {self.number}" + "".join(f"({each})" for each in self.subdivisions)

    def within(self, other: "Section") -> bool:
        """Whether this section is `other` or a subdivision of it."""
        return (self.code, self.number) == (other.code, other.number) and (
            self.subdivisions[: len(other.subdivisions)] == other.subdivisions
        )


@dataclass(frozen=True, slots=True)
class StatuteReading:
    """What a statute line was read as. `sections` is empty, and `question` says why, where it was not understood."""

    raw: str
    sections: tuple[Section, ...] = ()
    attempt: bool = False
    conspiracy: bool = False
    solicitation: bool = False
    accessory: bool = False
    aid: bool = False
    before: Section | None = None
    """The section before the slash (`PC 182(a)(1)` of `182(a)(1)/211`), where one is written."""
    either: tuple["StatuteReading", ...] = ()
    """Other readings of the same line, where a last letter in brackets is a grade or a subdivision."""
    grade_hint: str | None = None
    degree_hint: str | None = None
    notes: tuple[str, ...] = ()
    question: str | None = None

    @property
    def canonical(self) -> str:
        """The section in the case files' spelling (`PC 664/487(a)`), empty where not understood."""
        if not self.sections:
            return ""
        first, *rest = self.sections
        word = "664/" if self.attempt else "182/" if self.conspiracy else "653f/" if self.solicitation else ""
        before = f"{self.before}/".removeprefix("PC ") if self.before else word
        numbers = "; ".join(str(each) for each in rest)
        other_code = self.before is not None and self.before.code != first.code
        main = (
            f"{self.before}/{first}"
            if other_code
            else f"{first.code} {before}{str(first).removeprefix(first.code + ' ')}"
        )
        return f"{main}; {numbers}" if numbers else main


@lru_cache(maxsize=65536)
def read_statute(text: str | None, *, default_code: str | None = None) -> StatuteReading:
    """Read one statute line. Never raises: what is not understood comes back with a question.

    `default_code` is the code that a bare number belongs to, where the jail's profile says so.
    """
    raw = text or ""
    if not raw.strip():
        return StatuteReading(raw, question="No section is written: which section is the charge under?")
    if len(raw) > LONGEST:
        return StatuteReading(
            raw[:LONGEST], question=f"The line is longer than {LONGEST} letters: which section is it?"
        )
    return _read(raw, _clean(raw), default_code)


def _clean(raw: str) -> str:
    plain = unicodedata.normalize("NFKC", raw).translate(_DASHES)
    plain = "".join(letter for letter in plain if unicodedata.category(letter) not in {"Cf", "Cc"} or letter.isspace())
    return re.sub(r"\s+", " ", re.sub(r"(?<=[A-Za-z])\.(?=[A-Za-z&\s]|$)", "", plain)).strip(" ,;:")


def _read(raw: str, text: str, default_code: str | None) -> StatuteReading:
    title = _US_TITLE.match(text) or _TITLE_US.match(text)
    if title:
        return _sections(raw, f"{int(title['title'])} USC", title["rest"], title.groupdict().get("words") or "")
    word = _IN_WORDS.match(text)
    if word:
        return _prepared(_read(raw, text[word.end() :], default_code), _NUMBERS_OF[word["word"][0].lower()])
    found = list(_MENTION.finditer(text))
    if found and found[0].start() == 0:
        return _together(_mentions(raw, found, text))
    if default_code and re.match(r"^\d", text):
        return _sections(raw, default_code, text)
    return StatuteReading(
        raw, question=f'"{text[:60]}" names no code and section that Habeas reads: which section is it?'
    )


def _mentions(raw: str, found: list[re.Match[str]], text: str) -> list[StatuteReading]:
    """What each mention of a code is read as; a preparation with its own code (`664PC/187PC`) is joined to what it attaches to."""
    ends = [each.start() for each in found[1:]] + [len(text)]
    readings: list[StatuteReading] = []
    attached: Section | None = None
    for each, end in zip(found, ends, strict=True):
        rest = text[each.end() : end]
        reading = _mentioned(raw, each, rest)
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
    return replace(joined, notes=(*_noted(joined).notes, *reading.notes[1:]))


def _mentioned(raw: str, found: re.Match[str], rest: str) -> StatuteReading:
    """One section with its code, and what stands behind it up to the next."""
    if found["act"]:
        return _illinois(raw, found["act"], found["illinois"], rest)
    if "ILCS" in {_canonical(each) for each in (found["before"], found["behind"]) if each}:
        return StatuteReading(
            raw, question=f'"{raw.strip()[:60]}" names no section of an act of Illinois: which section is it?'
        )
    if found["federal"]:
        return _sections(raw, f"{int(found['title'])} USC", found["federal"] + rest)
    if found["before"]:
        return _sections(raw, _canonical(found["before"]), found["numbers"] + rest)
    return _sections(raw, _canonical(found["behind"]), found["list"] + (found["words"] or ""), rest, behind=True)


def _illinois(raw: str, chapter: str, written: str, rest: str) -> StatuteReading:
    """`720 ILCS 5/18-2(a)(2)`: the chapter, the act and the section, whole."""
    number, bracket, subs = written.partition("(")
    code = f"{int(chapter)} ILCS"
    reading = StatuteReading(raw, (Section(code, number.strip(), _lettered(bracket + subs)),))
    return _tail(_noted(reading), rest, code, behind=True)


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
    return _several(replace(first, sections=sections, either=either)) if len(sections) > 1 else first


def _several(reading: StatuteReading) -> StatuteReading:
    count = len(reading.sections)
    return replace(reading, question=f"The line names {count} sections ({reading.canonical}): which is the charge?")


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
    found = _SECTION.match(_undash(code, text))
    if not found:
        return StatuteReading(
            raw, question=f'"{rest[:40]}" is no section number of the {code} code: which section is it?'
        )
    number = found["number"].rstrip(".")
    reading = _with_mark(raw, code, number.lower() if code in CALIFORNIA else number, found["subs"], behind=behind)
    return _tail(_noted(reading), found["tail"] + words, code, behind=bool(words) and not found["tail"].strip())


def _lettered(brackets: str) -> tuple[str, ...]:
    return tuple(sub.lower() for sub in re.findall(r"\(([A-Za-z0-9]{1,4})\)", brackets))


def _with_mark(raw: str, code: str, number: str, subs: str, *, behind: bool) -> StatuteReading:
    """The section with its subdivisions; of a last letter that can be a grade, the likelier reading and beside it the other."""
    whole = StatuteReading(raw, (Section(code, number, _lettered(subs)),))
    mark = mark_of(subs, code_behind=behind) if code in CALIFORNIA else None
    if mark is None:
        return whole
    graded = StatuteReading(raw, (Section(code, number, _lettered(mark.before)),), grade_hint=mark.grade)
    first, other = (graded, whole) if mark.is_grade else (whole, graded)
    return replace(first, either=(other,)) if mark.either else first


def _undash(code: str, text: str) -> str:
    """A dash before a number separates two sections in California's codes, and belongs to the number in some others."""
    return text if code in _DASHED else re.sub(r"\s*-\s*(?=\d)", "/", text)


def _noted(reading: StatuteReading) -> StatuteReading:
    return (
        reading
        if reading.canonical == reading.raw
        else replace(reading, notes=(f'read "{reading.raw.strip()[:60]}" as {reading.canonical}',))
    )


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
        return replace(reading, degree_hint=_DEGREES[degree["degree"].lower()])
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
        degree_hint=_degree_in(tail) or reading.degree_hint,
        notes=(*reading.notes, f'left out the words "{tail.strip(" -")[:60]}"'),
    )


def _degree_in(words: str) -> str | None:
    """The degree that the words of the charge name, where they name one."""
    named = {_DEGREES[each.lower()] for each in re.findall(r"\b(1ST|2ND|FIRST|SECOND)[ -]DEG", words, re.IGNORECASE)}
    return named.pop() if len(named) == 1 else None


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
    return _several(both)
