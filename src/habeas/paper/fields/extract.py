"""Entries of a form: found by label first, by place second; both become evidence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from habeas.paper.fields.choices import Choice, choices_of, listed_words, ticked_before
from habeas.paper.fields.days import without_hearings
from habeas.paper.fields.labeled import Labeled
from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.likely import fit_of
from habeas.paper.fields.placing import Candidate, placed
from habeas.paper.fields.signers import without_signers
from habeas.paper.fields.value_patterns import FoundValue, mended_name
from habeas.paper.forms.catalog import EntryPlace, Form, FormEntry, Ticks
from habeas.paper.pages.labels import Hit, LabelSheet
from habeas.paper.pages.page import Area, Page, Word, around
from habeas.paper.reading import DAYS, IDENTIFIERS, FieldReading

ABSENT = FieldReading()
_SURE = 0.8
"""A day of a scan with a word that tesseract is less sure of is confirmed by a person."""


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """The words an entry was read from, and the page they stand on."""

    page: Page
    words: tuple[Word, ...]


@dataclass(slots=True)
class Gathered:
    """What was read off a paper so far: fields, doubts about them, and what could not be told."""

    fields: dict[str, FieldReading] = field(default_factory=dict)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    seen: dict[str, SeenEntry] = field(default_factory=dict)

    def add(self, name: str, reading: FieldReading) -> None:
        """Keep a field; the first with a value stays."""
        if name not in self.fields or self.fields[name].value in (None, ""):
            self.fields[name] = reading

    def spent(self, but: str) -> set[Word]:
        """The words that are the value of a field, apart from one."""
        return {word for name, each in self.seen.items() if name != but for word in each.words}


def entries_of(form: Form, pages: Sequence[Page], gathered: Gathered) -> None:
    """Read every entry of `form` off its pages, the first page first: by its label's meaning, else by the form's own places."""
    sheets = [LabelSheet(page, form.until) for page in pages if not page.private]
    stops = _stops(form)
    for count, sheet in enumerate(sheets[:2]):
        wanted = [each for each in form.entries if _missing(each.name, gathered)]
        labeled = Labeled(sheet, _own_labels(form))
        without_signers(labeled)
        to_come = without_hearings(labeled, called="comply_by" in {each.name for each in form.entries})
        labeled.labels = [each for each in labeled.labels if not _of_a_machine(each.row, sheet)]
        lists = [choices_of(each, sheet, labeled) for each in form.ticks] if count == 0 else []
        listed = listed_words(lists, sheet, labeled)
        shapes = {"date_of_birth": "date"} | {each.name: holds(each) for each in wanted}  # a birth date is no other day
        chosen = placed(labeled, shapes, listed)
        spent = {word for each in chosen.values() for word in each.words} | labeled.label_words() | listed | to_come
        for entry in wanted:
            found = chosen.get(entry.name)
            gathered.add(
                entry.name, _kept(found, sheet, gathered) if found else _entry(entry, sheet, stops, spent, gathered)
            )
        for ticks, choices in zip(form.ticks, lists, strict=False):
            if form.kind == "transfer_request" and not any(each.words for each in choices):
                continue  # not every edition prints them
            _ticks(ticks, choices, sheet, gathered)


_MACHINE = re.compile(r"\bfax\b|\b\d{1,2}:\d\d\b", re.IGNORECASE)


def _of_a_machine(number: int, sheet: LabelSheet) -> bool:
    """Whether a row at the upper edge is what a fax machine printed, whose `FROM:` is no label of the form."""
    row = sheet.rows[number]
    return row[0].top < 0.05 * sheet.page.height and bool(_MACHINE.search(" ".join(each.text for each in row)))


def _missing(name: str, gathered: Gathered) -> bool:
    known = gathered.fields.get(name)
    return known is None or known.value is None


_HOLDS = {
    "recipient": "office",
    "issuing_office": "office",
    "comply_at": "venue",
    "in_reference_to": "office",
    "issued_at": "place",
    "entry_place": "place",
    "citizenship": "country",
    "offense": "offense",
}
"""Fields that hold words, with what kind of words."""


def holds(entry: FormEntry) -> str:
    """The shape that a value of an entry must have."""
    return _HOLDS.get(entry.name, "name" if entry.shape == "called" else entry.shape)


def _own_labels(form: Form) -> dict[str, str]:
    """The wordings of the form's own entries, with the field each asks for on this form."""
    found: dict[str, str] = {}
    for entry in form.entries:
        for place in entry.places:
            if place.how in {"right", "below", "above"}:
                for label in place.labels:
                    found.setdefault(" ".join(tokens(label)), entry.name)
    if form.issuer == "dhs" and not any(entry.name == "case_number" for entry in form.entries):
        found |= dict.fromkeys(
            ("case no", "case number", "alien case no", "docket no", "docket number", "no"), "a_number"
        )
    return found


def _kept(found: Candidate, sheet: LabelSheet, gathered: Gathered) -> FieldReading:
    """A value by its label, with its evidence; a doubt about it is kept."""
    value = found.fit.found
    if value.doubt:
        gathered.doubts.append((found.name, value.doubt))
    gathered.seen[found.name] = SeenEntry(sheet.page, found.words)
    name = value.value
    if name and found.name == "subject_name" and found.words[0].source == "ocr":
        name = mended_name(name)
    return reading_of(name, found.words, sheet.page, found.name)


def _stops(form: Form) -> tuple[str, ...]:
    """Every label of the form: no value reaches beyond one."""
    places = [place for entry in form.entries for place in entry.places]
    signing = form.signing
    places += [*signing.both, *signing.name, *signing.title]
    labels = [label for place in places for label in place.labels]
    return tuple(dict.fromkeys([*labels, *signing.captions, *form.labels]))


def _entry(
    entry: FormEntry, sheet: LabelSheet, stops: tuple[str, ...], spent: set[Word], gathered: Gathered
) -> FieldReading:
    """An entry at the form's own places; words of another entry or of a label are none of its."""
    for place in entry.places:
        if entry.name == "subject_name" and place.how == "right":
            continue  # in a sentence a label that is nearly the same would take the name's first word: `prose` reads it
        for label in place.labels:
            for hit in sheet.find(label)[:3]:
                words = _until(spent, words_at(place, hit, sheet, stops))
                found, used = shaped(_HOLDS.get(entry.name, entry.shape), words)
                if found is None:
                    continue
                if found.doubt:
                    gathered.doubts.append((entry.name, found.doubt))
                gathered.seen[entry.name] = SeenEntry(sheet.page, tuple(used))
                return reading_of(found.value, used, sheet.page, entry.name)
    return ABSENT


def _until(spent: set[Word], words: list[Word]) -> list[Word]:
    """The words before the first that is a label's or another entry's."""
    return words[: next((place for place, each in enumerate(words) if each in spent), len(words))]


def words_at(place: EntryPlace, hit: Hit, sheet: LabelSheet, stops: tuple[str, ...]) -> list[Word]:
    """The words that stand where `place` says, by the label that was found."""
    ways: dict[str, Callable[[], list[Word]]] = {
        "right": lambda: sheet.right(hit, stops),
        "row": lambda: sheet.rows[hit.row][hit.end :],
        "below": lambda: sheet.below(hit, stops, most=place.rows, wide=place.wide, reach=80 if place.rows > 1 else 45),
        "next": lambda: sheet.following(hit, stops, place.rows),
        "above": lambda: sheet.above(hit, stops),
        "under": lambda: sheet.under(hit, stops),
        "after": lambda: [*sheet.right(hit, stops), *sheet.following(hit, stops, place.rows)],
        "paragraph": lambda: _paragraph(sheet.right(hit, stops), hit, sheet, stops, place.rows),
    }
    return ways[place.how]()


def _paragraph(first: list[Word], hit: Hit, sheet: LabelSheet, stops: tuple[str, ...], rows: int) -> list[Word]:
    """The first line and those that go on under it, from the same left edge."""
    if not first:
        return []
    left, bottom, found = around(first)[0], around(first)[3], list(first)
    for number in range(hit.row + 1, min(hit.row + 1 + rows, len(sheet.rows))):
        row = sheet.rows[number]
        stopped = any(other.row == number for stop in stops for other in sheet.find(stop))
        if stopped or abs(row[0].x0 - left) > 8 or row[0].top - bottom > 0.8 * row[0].size:
            break
        found.extend(row)
        bottom = around(row)[3]
    return found


def shaped(shape: str, words: Sequence[Word]) -> tuple[FoundValue | None, list[Word]]:
    """The value of a shape in the words, with the words it was read from. A form field alone counts where one stands there."""
    if any(each.source == "form" for each in words):
        words = [each for each in words if each.source == "form"]
    if not words:
        return None, []
    text = " ".join(each.text for each in words)
    fit = fit_of(shape, text)
    found = fit.found if fit else None
    if found is not None and shape in {"name", "called"} and words[0].source == "ocr":
        found = replace(found, value=mended_name(found.value))
    if found is None or (found.value is None and not found.doubt):
        return None, []
    used, place = [], 0
    for word in words:
        if place < found.end and place + len(word.text) > found.start:
            used.append(word)
        place += len(word.text) + 1
    return found, used or list(words)


def reading_of(value: Any, words: Sequence[Word], page: Page, name: str) -> FieldReading:
    """A field with its evidence. What finds a person is confirmed by a person where it was read from a picture."""
    scanned = any(each.source == "ocr" for each in words)
    return FieldReading(
        value=value,
        page=page.number,
        words=" ".join(each.text for each in words) or None,
        box=rounded(page, around(words)) if words else None,
        confidence="scanned" if scanned else "read",
        confirm=scanned and (name in IDENTIFIERS or (name in DAYS and min(each.sure for each in words) < _SURE)),
    )


def rounded(page: Page, area: Area) -> tuple[float, float, float, float]:
    """An area in PDF points, to a tenth."""
    x0, y0, x1, y1 = page.outward(area)
    return (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))


def _ticks(ticks: Ticks, found: Sequence[Choice], sheet: LabelSheet, gathered: Gathered) -> None:
    """Which boxes of a list are ticked; one that cannot be told is a doubt, never a yes or a no."""
    ticked = [each for each in found if each.ticked]
    told = ticks.one and len(ticked) == 1  # a choice that an edition does not print is none that is left open
    untold = [each for each in found if each.ticked is None and not (told and not each.words)]
    gathered.unclear += [f"the box before “{ticks.options[each.order][0]}”" for each in untold]
    gathered.add(ticks.name, _listed(ticks, ticked, sheet.page, gathered))


def _listed(ticks: Ticks, ticked: Sequence[Choice], page: Page, gathered: Gathered) -> FieldReading:
    words = [word for each in ticked for word in each.words]
    codes = [each.code for each in ticked]
    if not ticks.one:
        return replace(
            reading_of(codes, words, page, ticks.name), confidence="scanned" if page.source == "ocr" else "read"
        )
    if len(codes) > 1:
        gathered.doubts.append((ticks.name, "more than one box is ticked where one should be"))
        return ABSENT
    return reading_of(codes[0], words, page, ticks.name) if codes else ABSENT


_ATTACHED = re.compile(r"\b[Il1t]-?\s?(200|205|851|860)\b")
_COMES_WITH = re.compile(r"\b(?:attach(?:ed|ment)|accompan(?:y|ies|ied|ying)|enclosed)\b", re.IGNORECASE)


def attached_forms(sheet: LabelSheet, gathered: Gathered) -> list[str]:
    """The forms that a ticked line says come with this one; where each has a box of its own, those ticked."""
    found: list[str] = []
    for row in sheet.rows:
        text = " ".join(each.text for each in row)
        forms = [f"I-{each}" for each in _ATTACHED.findall(text)]
        if forms and _COMES_WITH.search(text):
            states = _boxed_forms(row, sheet)
            found.extend(
                [form for form, state in states if state] if states else _whole_line(row, forms, sheet, gathered)
            )
    return list(dict.fromkeys(found))


def _boxed_forms(row: Sequence[Word], sheet: LabelSheet) -> list[tuple[str, bool]]:
    """The forms of a line that has a box before one of them, each with whether it is ticked."""
    found = []
    for place, word in enumerate(row):
        hit = _ATTACHED.search(word.text)
        first = row[place - 1] if place and row[place - 1].text.lower() == "form" else word
        state = ticked_before(first, sheet) if hit and place else None
        if hit and state is not None:
            found.append((f"I-{hit[1]}", state))
    return found


def _whole_line(row: Sequence[Word], forms: list[str], sheet: LabelSheet, gathered: Gathered) -> list[str]:
    """The forms of a line with one box, or none, before all of it."""
    word = next((each for each in row if each.text.lower().startswith(("if", "attach"))), row[0])
    state = ticked_before(word, sheet)
    if state is None:
        gathered.unclear.append("the box before “attached to this form”")
    return forms if state is not False else []
