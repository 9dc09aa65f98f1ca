"""Workbooks written by hand, part by part, so that each thing a spreadsheet may do can be done."""

import io
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.hostile.case import BAD, COLUMNS, GOOD, PERSON, Hostile, roster, some_people, who

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass
class Sheet:
    """One sheet: rows of cells (text, or raw XML of a cell after its reference), and how it stands."""

    name: str
    rows: Sequence[Sequence[str]]
    state: str = ""
    before: str = ""
    """XML before the rows: columns, dimension."""
    hidden_rows: frozenset[int] = frozenset()
    at: tuple[int, int] = (1, 1)


@dataclass
class Book:
    """What a workbook holds."""

    sheets: list[Sheet]
    shared: bool = False
    date1904: bool = False
    more: dict[str, bytes] = field(default_factory=dict)
    strings: list[str] = field(default_factory=list)
    order: Sequence[int] = ()
    """Numbers of the sheets' parts, where they are not in the order of the sheets."""
    prefix: str = ""


def letters(number: int) -> str:
    """The name of a column."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cell(book: Book, place: str, text: str) -> str:
    if text.startswith("<raw>"):
        return text[5:].replace("@AT@", place)
    if not text:
        return ""
    if book.shared:
        book.strings.append(text)
        return f'<c r="{place}" t="s"><v>{len(book.strings) - 1}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _sheet(book: Book, sheet: Sheet) -> str:
    top, left = sheet.at
    rows = []
    for number, cells in enumerate(sheet.rows, start=top):
        hidden = ' hidden="1"' if number in sheet.hidden_rows else ""
        inside = "".join(_cell(book, f"{letters(place)}{number}", text) for place, text in enumerate(cells, start=left))
        rows.append(f'<row r="{number}"{hidden}>{inside}</row>')
    return f"{_HEAD}<worksheet {_MAIN}>{sheet.before}<sheetData>{''.join(rows)}</sheetData></worksheet>"


def _state(sheet: Sheet) -> str:
    return f' state="{sheet.state}"' if sheet.state else ""


def xlsx(book: Book, level: int = 6) -> bytes:
    """The workbook as bytes."""
    numbers = list(book.order) or list(range(1, len(book.sheets) + 1))
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet(book, sheet)
        for number, sheet in zip(numbers, book.sheets, strict=True)
    }
    listed = "".join(
        f'<sheet name="{escape(each.name)}" sheetId="{place}" r:id="rId{place}"{_state(each)}/>'
        for place, each in enumerate(book.sheets, start=1)
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for place, number in enumerate(numbers, start=1)
    )
    related += f'<Relationship Id="rIdS" Type="{kind}/styles" Target="styles.xml"/>' + (
        f'<Relationship Id="rIdT" Type="{kind}/sharedStrings" Target="sharedStrings.xml"/>' if book.strings else ""
    )
    pr = '<workbookPr date1904="1"/>' if book.date1904 else "<workbookPr/>"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts |= {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"{_HEAD}<workbook {_MAIN} {_REL}>{pr}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{rels}">{related}</Relationships>',
        "xl/styles.xml": f'{_HEAD}<styleSheet {_MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    if book.strings:
        parts["xl/sharedStrings.xml"] = (
            f"{_HEAD}<sst {_MAIN}>" + "".join(f"<si><t>{escape(each)}</t></si>" for each in book.strings) + "</sst>"
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as pack:
        for name, text in {**parts, **book.more}.items():
            pack.writestr(name, text)
    return out.getvalue()


def grid(rows: Sequence[dict[str, str]], columns: Sequence[str] = COLUMNS) -> list[list[str]]:
    """Header and rows as cells."""
    return [list(columns), *([row.get(name, "") for name in columns] for row in rows)]


def book(id_: str, data: bytes, exits: frozenset[int], **expected: object) -> Hostile:
    """A workbook that is converted."""
    return roster(f"xlsx-{id_}", data, exits, name=str(expected.pop("name", "roster.xlsx")), **expected)  # type: ignore[arg-type]


def books(draw: random.Random) -> Iterator[Hostile]:
    """Every kind of workbook."""
    for kind in (_cells, _other_sheets, _layout, _dates, _zips, _spoiled):
        yield from kind(draw)


_LOST = {
    "formula": "<raw><c r=\"@AT@\"><f>A1&amp;\"x\"</f></c>", "formula-slash": '<raw><c r="@AT@"><f>NOW()</f><v/></c>',
    "formula-shared": '<raw><c r="@AT@"><f t="shared" si="0"/></c>', "formula-array": '<raw><c r="@AT@"><f t="array" ref="@AT@">SUM(1)</f></c>', "formula-styled": '<raw><c s="1" r="@AT@" t="str"><f ca="1">TODAY()</f></c>',
    "formula-number": '<raw><c r="@AT@" t="n"><f>1+1</f></c>', "formula-value-first": '<raw><c r="@AT@"><v></v><f>1+1</f></c>', "formula-number-empty": '<raw><c r="@AT@" t="n"><f>VLOOKUP(A1,B:C,2)</f><v></v></c>',
    "ref": '<raw><c r="@AT@" t="e"><v>#REF!</v></c>', "ref-formula": '<raw><c r="@AT@" t="e"><f>#REF!A1</f><v>#REF!</v></c>', "name": '<raw><c t="e" r="@AT@"><v>#NAME?</v></c>', "ref-text": "#REF!", "na": '<raw><c r="@AT@" s="1" t="e"><f>NA()</f><v>#N/A</v></c>',
    "ref-string": '<raw><c r="@AT@" t="str"><f>A9</f><v>#REF!</v></c>',
}  # fmt: skip


def _cells(draw: random.Random) -> Iterator[Hostile]:
    from tests.hostile.tables import _holds

    for name, lost in _LOST.items():
        for column in draw.sample(
            ["booking_id", "family_name", "given_name", "date_of_birth", "citizenship_on_record", "person_id"], 2
        ):
            rows = some_people(draw, 4)
            kept = who(rows) if column == "booking_id" else None
            if column in {"family_name", "given_name", "date_of_birth"}:
                gone = dict(rows[1]) | {column: ""}
                kept = who([rows[0], gone, *rows[2:]])
            rows[1][column] = lost
            yield book(
                f"lost/{name}-{column}",
                xlsx(Book([Sheet("people", grid(rows))])),
                PERSON,
                people=kept,
                says=r"left unknown|has no|no booking|refused",
                check=lambda folder: _holds(folder, "#"),
            )
    rows = some_people(draw, 4)
    right = who(rows)
    rows[2]["family_name"] = f'<raw><c r="@AT@" t="str"><f>UPPER("x")</f><v>{escape(rows[2]["family_name"])}</v></c>'
    yield book("formula-with-value", xlsx(Book([Sheet("people", grid(rows))])), GOOD, people=right)
    rows = some_people(draw, 3)
    right = who(rows)
    split = rows[0]["family_name"]
    rows[0]["family_name"] = (
        f'<raw><c r="@AT@" t="inlineStr"><is><r><t>{escape(split[:2])}</t></r><r><rPr><b/></rPr><t>{escape(split[2:])}</t></r></is></c>'
    )
    rows[1]["booking_id"] = '<raw><c r="@AT@"><v>20250017</v></c>'
    yield book("rich-text", xlsx(Book([Sheet("people", grid(rows))])), GOOD, people=right)
    rows = some_people(draw, 4)
    yield book("shared-strings", xlsx(Book([Sheet("people", grid(rows))], shared=True)), GOOD, people=who(rows))
    rows = some_people(draw, 3)
    rows[0]["statute"] = "x" * 32_767
    yield book("long-cell", xlsx(Book([Sheet("people", grid(rows))], shared=True)), GOOD, people=who(rows))


def _other_sheets(draw: random.Random) -> Iterator[Hostile]:
    for number, state in enumerate(["", "", "hidden", "veryHidden"]):
        rows, others = some_people(draw), some_people(draw)
        second = grid(others, draw.sample(COLUMNS, len(COLUMNS)))
        sheets = [
            Sheet("Housing A", grid(rows)),
            Sheet(draw.choice(["Housing B", "Sheet2", "Intake", "x'y"]), second, state),
        ]
        yield book(
            f"second-sheet/{number}",
            xlsx(Book(sheets, shared=bool(number % 2))),
            PERSON,
            people=who(rows),
            says=r"Housing B|Sheet2|Intake|x'y",
        )
    rows, others = some_people(draw), some_people(draw)
    yield book(
        "second-sheet/no-header",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("p2", grid(others)[1:])])),
        PERSON,
        people=who(rows),
        says="p2",
    )
    names = [[f"{row['family_name']}, {row['given_name']}", row["date_of_birth"], "ICE"] for row in others]
    yield book(
        "second-sheet/other-columns",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("holds", [["Name", "DOB", "Hold"], *names], "hidden")])),
        PERSON,
        says="holds",
    )
    upper = [[cell.upper() for cell in grid(others)[0]], *grid(others)[1:]]
    yield book(
        "second-sheet/capitals",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("p2", upper)])),
        PERSON,
        people=who(rows),
        says="p2",
    )
    titled = [["Alder County"], [], *grid(others)]
    yield book(
        "second-sheet/title",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("p2", titled, at=(3, 2))])),
        PERSON,
        people=who(rows),
        says="p2",
    )
    yield book(
        "second-sheet/empty",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("Sheet2", []), Sheet("Sheet3", [])])),
        GOOD,
        people=who(rows),
    )
    yield book(
        "second-sheet/notes",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("Notes", [["Printed by the records unit"], ["July 2025"]])])),
        GOOD,
        people=who(rows),
    )
    hidden_first = [Sheet("old", grid(others), "hidden"), Sheet("now", grid(rows))]
    yield book("second-sheet/hidden-first", xlsx(Book(hidden_first)), frozenset({1, 2}), says="now|old")
    cover = [Sheet("Cover", [["Alder County"], ["Jail roster"]]), Sheet("Roster", grid(rows))]
    yield book("second-sheet/cover", xlsx(Book(cover)), frozenset({1, 2}), says="Roster")
    yield book("second-sheet/named", xlsx(Book(cover)), GOOD, people=who(rows), more=("--sheet", "Roster"))
    yield book("second-sheet/named-wrong", xlsx(Book(cover)), BAD, more=("--sheet", "roster2"), says="Cover")
    rows[1]["given_name"] = _LOST["formula"]
    yield book(
        "parts-out-of-order",
        xlsx(Book([Sheet("p1", grid(rows)), Sheet("Notes", [["x"]])], order=[2, 1])),
        PERSON,
        says="left unknown",
    )
    rows = some_people(draw)
    rows[0]["given_name"] = _LOST["formula"]
    many = [Sheet("p1", grid(rows)), *[Sheet(f"n{n}", [["x"]]) for n in range(11)]]
    yield book("more-than-ten-parts", xlsx(Book(many)), PERSON, says="left unknown")


def _layout(draw: random.Random) -> Iterator[Hostile]:
    rows = some_people(draw)
    yield book("starts-at-c5", xlsx(Book([Sheet("p", grid(rows), at=(5, 3))])), GOOD, people=who(rows))
    for number, title in enumerate(
        [
            [["Alder County Jail"], []],
            [["JAIL", "ROSTER", "2025"], ["Run", "07/17/2025"]],
            [["Report"], ["People:", "7"], [], []],
        ]
    ):
        rows = some_people(draw)
        yield book(
            f"title/{number}", xlsx(Book([Sheet("p", [*title, *grid(rows)])], shared=True)), GOOD, people=who(rows)
        )
    for number, how in enumerate(
        [str.upper, str.title, lambda name: name.replace("_", " ").title(), lambda name: f" {name}\n"]
    ):
        rows = some_people(draw)
        cells = grid(rows)
        yield book(
            f"header/{number}",
            xlsx(Book([Sheet("p", [[how(cell) for cell in cells[0]], *cells[1:]])])),
            GOOD,
            people=who(rows),
        )
    rows = some_people(draw)
    yield book(
        "hidden-rows",
        xlsx(Book([Sheet("p", grid(rows), hidden_rows=frozenset({2, 3}))])),
        GOOD,
        people=who(rows),
        says="hidden",
    )
    yield book(
        "hidden-columns",
        xlsx(Book([Sheet("p", grid(rows), before='<cols><col min="3" max="4" hidden="1" width="0"/></cols>')])),
        GOOD,
        people=who(rows),
        says="hidden",
    )
    yield book(
        "merged-below", xlsx(Book([Sheet("p", [*grid(rows), ["Total", str(len(rows))]])])), GOOD, people=who(rows)
    )
    yield book(
        "dimension-lies",
        xlsx(Book([Sheet("p", grid(rows), before='<dimension ref="A1:XFD1048576"/>')])),
        GOOD,
        people=who(rows),
    )
    far = [*grid(rows), *[[]] * 3]
    data = xlsx(Book([Sheet("p", far)]))
    yield book(
        "far-cell",
        _with(
            data,
            "xl/worksheets/sheet1.xml",
            lambda part: part.replace(
                b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            ),
        ),
        BAD,
    )
    yield book(
        "no-references",
        _with(
            xlsx(Book([Sheet("p", grid(rows))])),
            "xl/worksheets/sheet1.xml",
            lambda part: re.sub(rb' r="[A-Z]*\d+"', b"", part),
        ),
        frozenset({0, 1, 2}),
        people=who(rows),
    )
    yield book("prefixed", _prefixed(xlsx(Book([Sheet("p", grid(rows))]))), frozenset({0, 1, 2}), people=who(rows))
    lost = [dict(row) for row in rows]
    lost[1]["family_name"] = _LOST["formula"]
    yield book("prefixed-lost", _prefixed(xlsx(Book([Sheet("p", grid(lost))]))), frozenset({1, 2}))
    single = _with(
        xlsx(Book([Sheet("p", grid(lost))])), "xl/worksheets/sheet1.xml", lambda part: part.replace(b'"', b"'")
    )
    yield book("single-quotes-lost", single, frozenset({1, 2}))
    hidden = _with(
        xlsx(Book([Sheet("p", grid(rows)), Sheet("q", grid(lost), "hidden")])),
        "xl/workbook.xml",
        lambda part: part.replace(b'"', b"'"),
    )
    yield book("single-quotes-hidden-sheet", hidden, frozenset({1, 2}))


def _prefixed(data: bytes) -> bytes:
    """The sheet with another prefix for the same namespace, as some programs write it."""
    return _with(
        data,
        "xl/worksheets/sheet1.xml",
        lambda part: re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", part).replace(b"xmlns=", b"xmlns:x="),
    )


def _dates(draw: random.Random) -> Iterator[Hostile]:
    rows = some_people(draw, 3)
    for number, (serial, epoch) in enumerate([(29347, False), (27885, True)]):
        made = [dict(row) for row in rows]
        made[1]["date_of_birth"] = f'<raw><c r="@AT@" s="1"><v>{serial}</v></c>'
        right = [rows[0], rows[1] | {"date_of_birth": "1980-05-06"}, rows[2]]
        yield book(f"date/{number}", xlsx(Book([Sheet("p", grid(made))], date1904=epoch)), GOOD, people=who(right))
    for number, value in enumerate(["29347", "-5", "99999999", "0.5", "1E300", "NaN"]):
        made = [dict(row) for row in rows]
        styled = "" if number == 0 else ' s="1"'
        made[1]["date_of_birth"] = f'<raw><c r="@AT@"{styled}><v>{value}</v></c>'
        yield book(f"date-odd/{number}", xlsx(Book([Sheet("p", grid(made))])), frozenset({1, 2}))
    made = [dict(row) for row in rows]
    made[1]["date_of_birth"] = '<raw><c r="@AT@" t="b"><v>1</v></c>'
    yield book("date-boolean", xlsx(Book([Sheet("p", grid(made))])), PERSON)
    made[1]["date_of_birth"] = '<raw><c r="@AT@" t="d"><v>1980-05-06T00:00:00</v></c>'
    yield book(
        "date-iso",
        xlsx(Book([Sheet("p", grid(made))])),
        GOOD,
        people=who([rows[0], rows[1] | {"date_of_birth": "1980-05-06"}, rows[2]]),
    )


def _zips(draw: random.Random) -> Iterator[Hostile]:
    rows = some_people(draw)
    plain = xlsx(Book([Sheet("p", grid(rows))]))
    for number, size in enumerate([150, 700]):
        row = b"<row>" + b"<c><v>0</v></c>" * 50 + b"</row>"
        data = _with(
            plain,
            "xl/worksheets/sheet1.xml",
            lambda part, row=row, size=size: part.replace(
                b"</sheetData>", row * (size * 2**20 // len(row)) + b"</sheetData>"
            ),
        )
        yield book(f"bomb/{number}", data, BAD)
    for name in ("../../evil.xml", "/etc/evil", "xl\\..\\..\\evil", "C:\\evil.xml"):
        yield book(
            f"climbing/{name.strip('./')[:6].replace(chr(92), '-')}{len(name)}",
            xlsx(Book([Sheet("p", grid(rows))], more={name: b"x"})),
            frozenset({1, 2, 0}) if "\\" in name else BAD,
            people=who(rows),
        )
    out = io.BytesIO(plain)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as pack:
        warnings.simplefilter("ignore")
        pack.writestr("xl/worksheets/sheet1.xml", "<x/>")
    yield book("doubled-part", out.getvalue(), BAD)
    yield book("macros", xlsx(Book([Sheet("p", grid(rows))], more={"xl/vbaProject.bin": b"x"})), BAD)
    yield book(
        "many-parts", xlsx(Book([Sheet("p", grid(rows))], more={f"x/{n}.bin": b"" for n in range(9_000)}), 1), BAD
    )
    yield book(
        "dtd",
        _with(
            plain,
            "xl/worksheets/sheet1.xml",
            lambda part: part.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        ),
        BAD,
    )
    late = _with(
        plain,
        "xl/workbook.xml",
        lambda part: part.replace(
            b"<workbook ",
            b"<!--" + b"x" * 9000 + b'--><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook ',
        ),
    )
    yield book("dtd-late", late, BAD)
    wide = _with(
        plain,
        "xl/sharedStrings.xml",
        lambda part: ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><sst/>').encode("utf-16"),
    )
    yield book("dtd-utf16", wide, frozenset({0, 1, 2}), people=who(rows))
    yield book(
        "external-link",
        xlsx(Book([Sheet("p", grid(rows))], more={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})),
        GOOD,
        people=who(rows),
        says="links to other files",
    )
    strings = b"<sst>" + b"<si><t>x</t></si>" * 1_000_000 + b"</sst>"
    yield book(
        "million-strings",
        _with(
            xlsx(Book([Sheet("p", grid(rows))], shared=True)),
            "xl/sharedStrings.xml",
            lambda part: part.replace(b"</sst>", strings[5:]),
        ),
        frozenset({0, 1, 2}),
        people=who(rows),
    )
    yield book(
        "zip-in-zip",
        xlsx(Book([Sheet("p", grid(rows))], more={"xl/embeddings/more.xlsx": plain})),
        GOOD,
        people=who(rows),
    )
    yield book("no-workbook", _zip({"a.txt": b"x"}), BAD)
    yield book("empty-zip", b"PK\x05\x06" + b"\x00" * 18, BAD)
    yield book("docx", _zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), BAD)
    yield book(
        "ods", _zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}), BAD
    )


def _spoiled(draw: random.Random) -> Iterator[Hostile]:
    rows = some_people(draw)
    plain = xlsx(Book([Sheet("p", grid(rows))], shared=True))
    yield book("encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + draw.randbytes(3000), BAD)
    yield book("html-named-xlsx", b"<html><table><tr><td>person_id</td></tr></table></html>", BAD)
    yield book("xls-xml", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', BAD)
    for number in range(4):
        yield book(f"cut/{number}", plain[: draw.randrange(30, len(plain) - 10)], BAD)
    for number in range(4):
        data = bytearray(plain)
        at = draw.randrange(60, len(data) // 2)
        data[at : at + 4] = struct.pack("<I", draw.randrange(2**32))
        yield book(f"bytes-changed/{number}", bytes(data), frozenset({0, 1, 2}), people=who(rows))
    yield book("front-junk", b"MZ" + b"\x00" * 50 + plain, BAD)
    yield book(
        "no-sheets",
        _with(plain, "xl/workbook.xml", lambda part: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", part)),
        BAD,
    )
    yield book("sheet-missing", _without(plain, "xl/worksheets/sheet1.xml"), BAD)
    yield book("strings-missing", _without(plain, "xl/sharedStrings.xml"), frozenset({1, 2}))
    yield book(
        "string-out-of-range",
        _with(plain, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<v>9</v>", b"<v>99999999</v>")),
        frozenset({1, 2}),
    )
    yield book(
        "sheet-not-xml",
        _with(plain, "xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2]),
        frozenset({1, 2}),
    )
    yield book(
        "csv-named-xlsx",
        ",".join(COLUMNS).encode() + b"\n" + ",".join(rows[0].values()).encode(),
        GOOD,
        people=who(rows[:1]),
    )


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in parts.items():
            pack.writestr(name, data)
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def _with(data: bytes, name: str, change: object) -> bytes:
    parts = _parts(data)
    return _zip(parts | {name: change(parts.get(name, b""))})  # type: ignore[operator]


def _without(data: bytes, name: str) -> bytes:
    return _zip({key: part for key, part in _parts(data).items() if key != name})
