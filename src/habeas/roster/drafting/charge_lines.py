"""How a cell that is the whole line of a charge is put together: section, grade, bail, how it stands, and the marks between them.

The forms that many cells share are tried beside the usual ones: no list of forms holds what every vendor prints.
"""

import re
from collections import Counter
from collections.abc import Mapping

from habeas.roster.drafting.cells import OF_A_STATE, Judge, without_label
from habeas.roster.drafting.charge_words import disposition_of, grade_of
from habeas.roster.statute_forms import KNOWN

MOST_FORMS = 6
_SECTION = r"\d\w*(?:[.:/\-]\d\w*)*(?:\s?\(\w+\))*"
_CODE = rf"(?:{'|'.join(sorted(KNOWN, key=len, reverse=True))}|[A-Z][A-Z.&]{{1,5}})"
_CODED = re.compile(
    rf"(?<![\w.])({_CODE})(\s*[-:]?\s*)({_SECTION})(?![\w(])|(?<![\w.])({_SECTION})(\s*[-:]?\s*)({_CODE})(?![\w.])"
)
_KNOWN = re.compile("|".join(KNOWN))
_BARE = re.compile(rf"(?<![\w.$]){_SECTION}(?![\w(])")
_BAIL = re.compile(
    r"\$\s?(\d[\d,]*(?:\.\d\d)?)(?![\w.])|\b(?:bail|bond)\W{1,3}(\d[\d,]*(?:\.\d\d)?|NO BAIL|NO BOND|NONE)(?![\w.])",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:(?:count|ct|chg|charge)\W{0,2})?#?\d{1,2}(?:\.{2,}\s*:|[.):]\s|\s?-\s)\s*(?=\S)", re.IGNORECASE
)
"""The number of a charge in front of it: `1) `, `2..........: `, `CT 1 - `."""
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]{1,34})[)\]}]")
_MARKS = re.compile(r"\s+[-–|/~;,]\s+|\s*[|~;^/]\s*|,\s+|:\s+|\s{2,}")
_WORDY = re.compile(r"[A-Za-z]{3}")
_PLACE = re.compile(r"\{\w+\}")


def forms_of(counts: Mapping[str, int], judge: Judge) -> list[str]:
    """The forms that the cells of a column share, the most frequent first; `judge` says whether a text is a section with its code."""
    found: Counter[str] = Counter()
    for cell, count in counts.items():
        form = form_of(cell, judge)
        if form:
            found[form] += count
    return [form for form, _ in found.most_common(MOST_FORMS)]


def form_of(cell: str, judge: Judge) -> str:
    """The form of one cell: fields in braces, the marks between them as they stand; empty where no section or no words are found."""
    text = " ".join(cell.split())
    if len(text) > 300 or "{" in text or "}" in text:
        return ""
    front = _COUNT.match(text)
    opens = len(text) - len(without_label(text)) if front is None else front.end()
    form = _with_section(text[opens:], judge)
    if not form:
        return ""
    form = _with_bail(form)
    form = _in_brackets(form)
    form = _between_marks(form)
    form = _described(form)
    return _front(text[:opens]) + form if form and "{section}" in form and "{description}" in form else ""


def _front(text: str) -> str:
    """What stands before a charge: the word that says so, and its number as the charge's own."""
    if ".." in text:
        return "{anything} "
    return re.sub(r"\d{1,2}", "{charge_id}", text, count=1)


def _with_section(text: str, judge: Judge) -> str:
    for found in _CODED.finditer(text):
        code, between, section = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        known = _KNOWN.fullmatch(code) is not None
        if not known and (judge(section) or OF_A_STATE.fullmatch(section)):
            continue  # the section is one without a code: what stands beside it is the charge's words
        if (known and OF_A_STATE.fullmatch(section)) or judge(f"{code} {section}") or judge(f"{section} {code}"):
            mark = f" {between.strip()} ".replace("  ", " ") if between.strip() else " "
            placed = f"{{code}}{mark}{{section}}" if found[1] else f"{{section}}{mark}{{code}}"
            return f"{text[: found.start()]}{placed}{text[found.end() :]}"
    for bare in _BARE.finditer(text):
        if (
            "(" in bare[0]
            or OF_A_STATE.fullmatch(bare[0])
            or re.fullmatch(r"\d{1,4}[A-Z]?[.:-]\d{1,4}[A-Z]?(?:[.-]\d+)?", bare[0])
        ):
            return f"{text[: bare.start()]}{{section}}{text[bare.end() :]}"
    return ""


def _with_bail(form: str) -> str:
    found = _BAIL.search(form)
    if found is None:
        return form
    first, last = found.span(1 if found[1] else 2)
    first = found.start() if found[1] else first  # the field takes the sign of money with it
    return f"{form[:first]}{{bail}}{form[last:]}"


def _in_brackets(form: str) -> str:
    for found in _BRACKETS.finditer(form):
        name = _meaning(found[1])
        if name and f"{{{name}}}" not in form:
            return _in_brackets(f"{form[: found.start(1)]}{{{name}}}{form[found.end(1) :]}")
    return form


def _between_marks(form: str) -> str:
    """Parts between marks that are a grade or how the charge stands; and a grade directly beside the section or at the end."""
    at = 0
    for mark in [*_MARKS.finditer(form), None]:
        end = mark.start() if mark else len(form)
        name = _meaning(form[at:end])
        if name and f"{{{name}}}" not in form:
            return _between_marks(f"{form[:at]}{{{name}}}{form[end:]}")
        at = mark.end() if mark else end
    for place in (
        r"(?<=\{section\} )(\S+)(?= )",
        r"(?<=\{section\} \{code\} )(\S+)(?= )",
        r"(?<= )(\S+)$",
        r"^(\S+)(?= )",
    ):
        word = re.search(place, form)
        if word and "{grade}" not in form and grade_of(word[1]) and not _PLACE.search(word[1]):
            return f"{form[: word.start(1)]}{{grade}}{form[word.end(1) :]}"
    return form


def _meaning(part: str) -> str:
    """Which field a part is, by its words; empty where it is none of a charge's."""
    text = part.strip()
    if not text or _PLACE.search(text):
        return ""
    return "grade" if grade_of(text) else "disposition" if len(text) < 25 and disposition_of(text) else ""


def _described(form: str) -> str:
    """The longest run of words as the description; what else stands between the fields must be marks or words that introduce one."""
    runs = [
        (found.start(), found.end())
        for found in re.finditer(r"[^{}]+(?=\{|$)", re.sub(r"\{\w+\}", lambda f: "{" + "}" * (len(f[0]) - 1), form))
    ]
    worded = [(first, last) for first, last in runs if _WORDY.search(form[first:last])]
    if not worded:
        return ""
    first, last = max(worded, key=lambda each: each[1] - each[0])
    text = form[first:last]
    lead = re.match(r"[\s|~;^/,:\-–()\[\]]*", text)
    start = first + (lead.end() if lead else 0)
    tail = re.search(r"(?:[\s|~;^/,:\-–()\[\]]|[\s\-–|;,]+(?:bail|bond|amount)\W{0,3})*$", text, re.IGNORECASE)
    stop = last - (len(tail[0]) if tail else 0)
    rest = form[:start] + form[stop:]
    others = re.sub(r"\{\w+\}|bail|bond|amount", "", rest, flags=re.IGNORECASE)
    return "" if _WORDY.search(others) or stop <= start else f"{form[:start]}{{description}}{form[stop:]}"
