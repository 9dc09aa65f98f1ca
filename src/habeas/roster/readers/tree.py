"""A tree - JSON, JSON a line, XML - into rows: people, in each bookings, in each charges, and every column by its path."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import parse_json
from habeas.roster.layout import FileLayout, holes
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.readers.cards import document_of_page
from habeas.roster.readers.html import is_page
from habeas.roster.readers.labeled import document_of
from habeas.roster.readers.packed import objects_in
from habeas.roster.readers.paths import Walker, text_of
from habeas.roster.readers.pdf import PDF, lines_of_pdf
from habeas.roster.readers.tabled import tabled
from habeas.roster.readers.text import decode
from habeas.roster.readers.xml import parse_xml
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import DAMAGED, FileTotal, RosterRow, RosterTable, has_nul

WHOLE, EVERY_COLUMN = "whole file", "*"
_SECTION = re.compile(r"\[[^\[\]\"{}]*\]\s*\n\s*[A-Za-z]")
"""A text that begins with a section's name in brackets, and is no list."""
BOOKINGS, CHARGES = "bookings.", "charges."
"""How a path begins that is taken from a booking, and from a charge."""
FILES = "files"
"""Where the documents of several files stand."""
_LOOKED_AT = 8_000_000
"""The largest text, in bytes, that is looked at for labeled lines."""


def read_tree(data: bytes, profile: Profile, limits: ReadLimits, name: str) -> RosterTable:
    """Read a tree by the paths of the profile. BadInputError where the file is none, or has nobody at the path of people."""
    document, repaired = load_tree(data, profile, limits, name)
    return _read(document, repaired, profile, limits, name)


def read_trees(files: Mapping[str, bytes], profile: Profile, limits: ReadLimits, name: str) -> RosterTable:
    """Read several files, a tree each, as one: `files[]` begins the path to a person. BadInputError as `read_tree`."""
    document, repaired = load_trees(files, profile, limits, name)
    return _read(document, repaired, profile, limits, name)


def _read(document: Any, repaired: tuple[Repair, ...], profile: Profile, limits: ReadLimits, name: str) -> RosterTable:
    layout, walker = _layout(profile), Walker()
    people = walker.nodes(document, layout.people)
    if not people:
        raise BadInputError(f'{name} has nothing at people = "{layout.people}"; it begins with {_beginning(document)}.')
    if len(people) > limits.max_rows:
        raise BadInputError(f"{name} has more than {limits.max_rows:,} people; split it.")
    rows, refused = [], []
    for number, person in enumerate(people, start=1):
        if isinstance(person, dict):
            made = list(_rows(person, profile, layout, walker, f"row {number}"))
            refused += [Refusal(row.where, DAMAGED) for row in made if has_nul(row.values.values())]
            rows += [row for row in made if not has_nul(row.values.values())]
        else:
            refused.append(Refusal(f"row {number}", "is no object"))
    _check_paths(profile, walker, name)
    said = (*repaired, *_unchosen(profile, walker))
    totals = tuple(_totals(document, profile, walker))
    return RosterTable(_columns(profile, walker), tuple(rows), tuple(refused), said, totals)


def _layout(profile: Profile) -> FileLayout:
    assert profile.file is not None  # noqa: S101 - a tree is read through the newer words only
    return profile.file


def load_tree(data: bytes, profile: Profile, limits: ReadLimits, name: str) -> tuple[Any, tuple[Repair, ...]]:
    """The document as objects, lists and texts. An XML element is an object: `@name` its attributes, `#text` its own text."""
    if is_page(data):
        return document_of_page(data, name), ()
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<":
        root = parse_xml(data, limits, name)
        return {str(root.tag): _element(root, _repeated(root))}, ()
    encoding = _layout(profile).encoding if profile.file else ""
    if data.startswith(PDF):
        return _labeled(lines_of_pdf(data, name), name), ()
    text, repaired = decode(data, name, encoding)
    if text.lstrip()[:1] not in {"{", "["} or _SECTION.match(text.lstrip()):
        return _labeled(text.split("\n"), name), repaired
    begins = [line for line in text.split("\n", 3)[:2] if line.strip()]
    if len(begins) == 2 and all(line.strip().startswith("{") and line.strip().endswith("}") for line in begins):
        text = "[" + ",".join(line for line in text.split("\n") if line.strip()) + "]"
    return tabled(parse_json(text, name=name, most=limits.max_rows * 10)), repaired


def load_trees(
    files: Mapping[str, bytes], profile: Profile, limits: ReadLimits, name: str
) -> tuple[Any, tuple[Repair, ...]]:
    """The documents of several files as one list, `files`; what repeats in an element of one is a list in all of them."""
    if all(data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<" for data in files.values()):
        root = etree.Element(FILES)
        root.extend([parse_xml(data, limits, each) for each, data in files.items()])
        repeated = _repeated(root)
        return {FILES: [{str(each.tag): _element(each, repeated)} for each in root]}, ()
    loaded = [load_tree(data, profile, limits, each) for each, data in files.items()]
    return {FILES: [document for document, _ in loaded]}, tuple(said for _, each in loaded for said in each)


def may_be_records(data: bytes, name: str) -> bool:
    """Whether a page, a PDF or a text may be read as records of labels with their values, told by its beginning."""
    if data[:2] == b"PK":
        return False
    if is_page(data):
        return bool(document_of_page(data, name))
    if data.startswith(PDF):
        return bool(document_of(lines_of_pdf(data, name)))
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] in {b"<", b"{"}:
        return False
    text = decode(data[:_LOOKED_AT], name)[0] if len(data) <= _LOOKED_AT else ""
    return bool(text) and bool(document_of(text.split("\n")))


def _labeled(lines: list[str], name: str) -> dict[str, Any]:
    """Labeled lines as a document. BadInputError where they are none."""
    document = document_of(lines)
    if not document:
        raise BadInputError(
            f'{name} is no JSON, no XML and no text in labeled lines (DOB: 01/02/1980), and its profile says shape = "tree".'
        )
    return document


def _repeated(root: etree._Element) -> frozenset[tuple[str, str]]:
    """The children, by their parent's name and their own, that stand more than once anywhere: each is a list, also where it stands once."""
    found = set()
    for element in root.iter():
        counts = Counter(str(child.tag) for child in element)
        found |= {(str(element.tag), tag) for tag, count in counts.items() if count > 1}
    return frozenset(found)


def _element(element: etree._Element, repeated: frozenset[tuple[str, str]]) -> Any:
    """An element as an object; one with nothing but a text is the text."""
    text = (element.text or "").strip()
    if not len(element) and not element.attrib:
        return text or None
    made: dict[str, Any] = {f"@{str(key).rpartition('}')[2]}": value for key, value in element.attrib.items()}
    for child in element:
        tag, value = str(child.tag), _element(child, repeated)
        if (str(element.tag), tag) in repeated:
            made.setdefault(tag, []).append(value)
        else:
            made[tag] = value
    return made | ({"#text": text} if text else {})


def _beginning(document: Any) -> str:
    if isinstance(document, dict):
        return ", ".join(list(document)[:12])
    return 'a list: write people = "[]"' if isinstance(document, list) else "one value"


def _paths(profile: Profile, layout: FileLayout) -> tuple[list[str], list[str], list[str]]:
    """The sources by where they are taken from: a person, a booking, a charge."""
    sources = list(
        dict.fromkeys(
            [source for column in profile.columns for source in profile.sources(column)]
            + list(profile.flags)
            + [hole for rule in profile.rows for source in [*rule.when, rule.hold] if source for hole in holes(source)]
        )
    )
    charge = [each for each in sources if layout.charges and each.startswith(CHARGES)]
    booking = [each for each in sources if layout.bookings and each.startswith(BOOKINGS)]
    return [each for each in sources if each not in {*charge, *booking}], booking, charge


def _rows(
    person: dict[str, Any], profile: Profile, layout: FileLayout, walker: Walker, where: str
) -> Iterator[RosterRow]:
    of_person, of_booking, of_charge = _paths(profile, layout)
    own = {source: text for source in of_person if (text := walker.text(person, source))}
    bookings = walker.nodes(person, layout.bookings) if layout.bookings else [person]
    for booking in bookings or [{}]:
        told = own | {
            source: text
            for source in of_booking
            if (text := walker.text(booking, source.removeprefix(BOOKINGS), source))
        }
        charges = walker.nodes(booking, layout.charges) if layout.charges else []
        for number, charge in enumerate(charges, start=1):
            yield RosterRow(f"{where} charge {number}", told | _of_charge(charge, of_charge, walker))
        if not charges:
            yield RosterRow(where, told)


def _of_charge(charge: Any, sources: list[str], walker: Walker) -> dict[str, str]:
    """A charge's texts; a charge that is a text itself is at the path `charges.`."""
    if not isinstance(charge, dict):
        for source in sources:
            walker.mark(source)
        return {source: text_of(charge) for source in sources if source == CHARGES}
    return {source: text for source in sources if (text := walker.text(charge, source.removeprefix(CHARGES), source))}


def _columns(profile: Profile, walker: Walker) -> tuple[str, ...]:
    """The sources that the document has anywhere: one that it has nowhere is a column that is gone."""
    every = [each for part in _paths(profile, _layout(profile)) for each in part]
    return tuple(each for each in every if walker.has(each))


def _check_paths(profile: Profile, walker: Walker, name: str) -> None:
    """Raise BadInputError where a path of the profile is nowhere in the document, with the key that is gone and what is there."""
    for source in (each for part in _paths(profile, _layout(profile)) for each in part):
        found = walker.lacks(source)
        if found and source not in profile.optional and EVERY_COLUMN not in profile.optional:
            key, there = found
            close = difflib.get_close_matches(key, there, 1, 0.4)
            renamed = f'was "{key}" renamed "{close[0]}"?' if close else f'"{key}" is nowhere.'
            has = f" In its place stand {', '.join(there[:20])}." if there else ""
            raise BadInputError(
                f'{name} has no column "{source}" (a path), which the profile {profile.name} reads; {renamed}{has} '
                "Correct the path, or write it under optional where an export may lack it."
            )


def _unchosen(profile: Profile, walker: Walker) -> Iterator[Repair]:
    """What to say of a choice in a path that nothing in the document meets."""
    for source, step in walker.never_chosen():
        if source in profile.optional or step.wants is None:
            continue
        key, value = step.wants
        what = f'nothing at "{source}" has {key} = {value}' if value else f'nothing at "{source}" has "{key}"'
        yield Repair(WHOLE, f"{what}: is it still written so? What it tells is left unknown")
    yield from _left_out(profile, walker)


def _left_out(profile: Profile, walker: Walker) -> Iterator[Repair]:
    """What to say of states that a choice left out and that nobody knows for its opposite; of no state, where it is a hold's."""
    others = {source for column in profile.columns if column != "holds" for source in profile.sources(column)}
    for source, step, found in walker.left_out():
        left = [each for each in found if each or source not in others]
        if left and step.wants:
            key, value = step.wants
            told = ", ".join(f'{key} "{each[:30]}"' if each else f"no {key}" for each in left[:5])
            what = f'"{source}" reads what has {key} = {value}, and something there has {told}: it was not read'
            yield Repair(
                WHOLE,
                f"{what}; whether it is in force is left unknown, correct it in the file or read it by a choice of its own",
            )


def _totals(document: Any, profile: Profile, walker: Walker) -> Iterator[FileTotal]:
    for each in profile.totals:
        text = walker.text(document, each.path) if each.path else ""
        if text.replace(",", "").isdigit():
            yield FileTotal(each.path, each.counts, int(text.replace(",", "")))


def unfolded(table: RosterTable, profile: Profile, name: str) -> RosterTable:
    """A table whose cell holds the charges as JSON: a row for each of them. A cell that is no JSON is refused, and its neighbours read."""
    layout = _layout(profile)
    column, _, path = layout.charges.partition("[]")
    if column not in table.columns:
        raise BadInputError(f'{name} has no column "{column}", where the profile says the charges are.')
    walker, rows, refused = Walker(), list[RosterRow](), list(table.refused)
    sources = _paths(profile, layout)[2]
    marks = (layout.packed[0], layout.packed[1]) if layout.packed else None
    for row in table.rows:
        cell = row.values.get(column, "").strip()
        try:
            charges = walker.nodes(objects_in(cell, marks), path.strip(".")) if cell else []
        except (ValueError, RecursionError):
            refused.append(Refusal(row.where, f'"{column}" holds no JSON that can be read'))
            continue
        base = {key: text for key, text in row.values.items() if key != column}
        rows += [RosterRow(row.where, base | _of_charge(each, sources, walker)) for each in charges] or [
            RosterRow(row.where, base)
        ]
    there = [each for each in sources if walker.has(each)]
    others = tuple(each for each in table.columns if each != column)
    said = (*table.repaired, *_unchosen(profile, walker))
    return RosterTable((*others, *there), tuple(rows), tuple(refused), said, table.totals)
