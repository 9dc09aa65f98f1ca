"""Layouts in which jail systems hand out a roster: each takes people and a vendor's words and gives the files of an export."""

import csv
import io
import json
import random
from collections.abc import Callable
from datetime import date
from xml.sax.saxutils import escape

import xlsxwriter

from tests.roster.exports.people import Charge, Held
from tests.roster.exports.words import Family

Files = dict[str, bytes]
NAMES: tuple[Callable[[Held], str], ...] = (
    lambda p: " ".join(filter(None, [f"{p.family},", p.given, p.middle, p.suffix])),
    lambda p: f"{p.family},{' '.join(filter(None, [p.given, p.middle]))}{' ' + p.suffix if p.suffix else ''}",
    lambda p: "/".join(filter(None, [p.family, p.given, p.middle or (" " if p.suffix else ""), p.suffix])),
    lambda p: " ".join(filter(None, [f"{p.family}{' ' + p.suffix if p.suffix else ''},", p.given, p.middle])),
)
PARTS = ("family", "given", "middle", "suffix")
OF_PERSON = (
    "booking_id",
    "person_id",
    *PARTS,
    "full_name",
    "born",
    "sex",
    "booked",
    "out",
    "country",
    "holds",
    "aliases",
)
OF_CHARGE = ("statute", "description", "grade", "disposition", "bail")


def person(p: Held, of: Family, name: int | None, mark: str = "; ") -> dict[str, str]:
    """The cells of a person by meaning. `name`: which way of writing a whole name; None for separate columns."""
    cells = {
        "booking_id": p.booking_id, "person_id": p.person_id, "born": p.born.strftime(of.born), "sex": p.sex,
        "booked": p.booked.strftime(of.at), "out": p.out.strftime(of.day) if p.out else of.none_out,
        "country": p.country[0], "holds": mark.join(p.holds), "aliases": mark.join(p.aliases),
    }  # fmt: skip
    parts = {"family": p.family, "given": p.given, "middle": p.middle, "suffix": p.suffix}
    return cells | (parts if name is None else {"full_name": NAMES[name](p)})


def charge(c: Charge, of: Family) -> dict[str, str]:
    """The cells of a charge by meaning."""
    return {
        "statute": c.statute, "description": c.description, "grade": of.grades[c.grade],
        "disposition": of.stands[c.disposition], "bail": str(c.bail),
    }  # fmt: skip


def rows(
    people: list[Held], of: Family, name: int | None, *, blank: bool = False, mark: str = "; "
) -> list[dict[str, str]]:
    """A row for each charge, with the person's cells on each or on the first alone (`blank`)."""
    made = []
    for p in people:
        base = person(p, of, name, mark)
        for place, c in enumerate(p.charges):
            made.append(({} if blank and place else base) | charge(c, of))
    return made


def table(cells: list[dict[str, str]], of: Family, rng: random.Random) -> list[list[str]]:
    """Header and rows, with columns that mean nothing among them."""
    keys = [key for key in of.heads if any(key in each for each in cells)]
    heads = [of.heads[key] for key in keys] + list(of.others)
    return [heads] + [
        [each.get(key, "") for key in keys] + [rng.choice(words) for words in of.others.values()] for each in cells
    ]


def _text(lines: list[list[str]], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(lines)
    return out.getvalue()


def comma_rows(people: list[Held], of: Family, rng: random.Random) -> Files:
    """CSV, separate names, a row for each charge."""
    return {"export.csv": b"\xef\xbb\xbf" + _text(table(rows(people, of, None), of, rng), ",").encode()}


def whole_names(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Tabs, a whole name in one cell, UTF-16."""
    return {"export.txt": _text(table(rows(people, of, rng.randrange(len(NAMES))), of, rng), "\t").encode("utf-16")}


def blank_repeats(people: list[Held], of: Family, rng: random.Random) -> Files:
    """A workbook with titles above, the person's cells on the first charge alone, and a line of totals."""
    lines = table(rows(people, of, 0, blank=True), of, rng)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Roster")
    every = [["ALDER COUNTY JAIL"], ["In custody as of 11/20/2026"], [], *lines, [f"TOTAL INMATES: {len(people)}"]]
    for number, line in enumerate(every):
        sheet.write_row(number, 0, line)
    book.close()
    return {"export.xlsx": out.getvalue()}


def numbered(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Semicolons, charges and holds in numbered columns."""
    made = []
    for p in people:
        cells = person(p, of, None)
        cells.pop("holds")
        cells.pop("aliases")
        line = {of.heads[key]: cell for key, cell in cells.items()}
        line |= {f"{of.heads['holds']} {n}": (p.holds[n - 1 : n] or [""])[0] for n in (1, 2)}
        for n in (1, 2, 3):
            each = charge(p.charges[n - 1], of) if len(p.charges) >= n else {}
            line |= {f"{of.heads[key]} {n}": each.get(key, "") for key in OF_CHARGE}
        made.append(line)
    return {"export.csv": _text([list(made[0]), *(list(each.values()) for each in made)], ";").encode("cp1252")}


def in_one_cell(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Pipes, all charges in one cell of each column."""
    made = []
    for p in people:
        each = [charge(c, of) for c in p.charges]
        made.append(
            person(p, of, 0)
            | {key: "; ".join(c[key] for c in each) for key in ("statute", "description", "grade", "disposition")}
        )
    return {"export.psv": _text(table(made, of, rng), "|").encode()}


def flags(people: list[Held], of: Family, rng: random.Random) -> Files:
    """CSV with a column of marks for each hold, among other columns of marks."""
    lines = table([{k: v for k, v in each.items() if k != "holds"} for each in rows(people, of, 0)], of, rng)
    lines[0] += ["ICE Detainer", "USMS Hold", "Probation Hold", "Veteran", "Keep Separate"]
    place = lines[0].index(of.heads["booking_id"])
    own = {p.booking_id: p for p in people}
    for line in lines[1:]:
        held = own[line[place]].holds
        line += [
            "Y" if held[:1] and "ICE" in held else "N",
            "Y" if "US MARSHALS" in held else "N",
            "N",
            rng.choice("YN"),
            rng.choice("YN"),
        ]
    return {"export.csv": _text(lines, ",").encode()}


def hold_rows(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Holds stand as rows among the charges, their words in the column of the charge's words."""
    made = []
    for p in people:
        base = person(p, of, None)
        base.pop("holds")
        made += [base | charge(c, of) for c in p.charges]
        made += [base | {"description": f"HOLD - {each}"} for each in p.holds]
    return {"export.csv": _text(table(made, of, rng), ",").encode()}


def joined(people: list[Held], of: Family, rng: random.Random) -> Files:
    """A folder of three files: people, charges, holds, tied by the booking's number."""
    key = of.heads["booking_id"]
    main = [{k: v for k, v in person(p, of, None).items() if k != "holds"} for p in people]
    charges = [[p.booking_id, *charge(c, of).values()] for p in people for c in p.charges]
    held = [[p.booking_id, each] for p in people for each in p.holds]
    return {
        "inmates.csv": _text(table(main, of, rng), ",").encode(),
        "offenses.csv": _text([[key, *(of.heads[each] for each in OF_CHARGE)], *charges], ",").encode(),
        "detainers.csv": _text([[key, of.heads["holds"]], *held], ",").encode(),
    }


def _node(p: Held, of: Family) -> dict[str, object]:
    heads = of.heads
    cells = {heads[key]: cell or None for key, cell in person(p, of, None).items() if key not in {"holds", "aliases"}}
    own = {heads["holds"]: p.holds, heads["aliases"]: p.aliases}
    return cells | own | {"charges": [{heads[key]: cell for key, cell in charge(c, of).items()} for c in p.charges]}


def nested(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Nested JSON under a head."""
    return {
        "export.json": json.dumps(
            {"asOf": "2026-11-20", "count": len(people), "inmates": [_node(p, of) for p in people]}
        ).encode()
    }


def keyed(people: list[Held], of: Family, rng: random.Random) -> Files:
    """JSON in which the booking's number is the key of each person."""
    made = {}
    for p in people:
        node = _node(p, of)
        node.pop(of.heads["booking_id"])
        made[p.booking_id] = node
    return {"export.json": json.dumps({"asOf": "2026-11-20", "inmates": made}).encode()}


def marked_up(people: list[Held], of: Family, rng: random.Random) -> Files:
    """XML of elements."""
    tag = {key: "".join(c for c in head if c.isalnum() or c in "_-") for key, head in of.heads.items()}

    def one(p: Held) -> str:
        cells = [
            f"<{tag[k]}>{escape(v)}</{tag[k]}>" for k, v in person(p, of, None).items() if k not in {"holds", "aliases"}
        ]
        cells += [f"<{tag['holds']}>{escape(each)}</{tag['holds']}>" for each in p.holds]
        charges = [
            "<Charge>" + "".join(f"<{tag[k]}>{escape(v)}</{tag[k]}>" for k, v in charge(c, of).items()) + "</Charge>"
            for c in p.charges
        ]
        return f"<Inmate>{''.join(cells)}<Charges>{''.join(charges)}</Charges></Inmate>"

    return {"export.xml": f"<Roster><Inmates>{''.join(map(one, people))}</Inmates></Roster>".encode()}


def by_first_cell(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Records without a header, told apart by their first cell."""
    lines = ["00|ALDER COUNTY|20261120"]
    for p in people:
        lines.append(
            "10|" + "|".join(v for k, v in person(p, of, None).items() if k not in {"holds", "aliases", "country"})
        )
        lines += ["20|" + "|".join(charge(c, of).values()) for c in p.charges]
        lines += [f"30|{each} HOLD" for each in p.holds]
    return {"export.txt": "\n".join([*lines, f"99|{len(people)}", ""]).encode()}


def fixed_width(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Fixed columns without a header, between a head and a trailer."""
    made = rows(people, of, 0)
    keys = ("booking_id", "full_name", "born", "sex", "booked", "out", "statute", "description", "grade", "disposition")
    wide = {key: max(len(each[key]) for each in made) + 2 for key in keys}
    lines = ["".join(each[key].ljust(wide[key]) for key in keys) for each in made]
    return {"export.dat": "\n".join(["HDR ALDER COUNTY JAIL 20261120", *lines, f"TRL{len(made):06}", ""]).encode()}


def report(people: list[Held], of: Family, rng: random.Random) -> Files:
    """A print report: a line for each booking, charges and holds below, heads of pages."""
    return {"export.txt": "\n".join(_report(people, of)).encode()}


def _report(people: list[Held], of: Family) -> list[str]:
    h = of.heads
    head = f"{h['booking_id'][:12]:14}{h['full_name']:36}{h['born']:20}{h['sex']:8}{h['booked']:28}{h['out']}"
    top = [
        "ALDER COUNTY DETENTION CENTER                     PAGE  {}",
        "IN CUSTODY LIST   RUN 11/20/2026 05:00",
        "",
        head,
        "=" * 120,
    ]
    lines: list[str] = []
    for place, p in enumerate(people):
        if place % 10 == 0:
            lines += [top[0].format(place // 10 + 1), *top[1:]]
        c = person(p, of, 0)
        lines.append(
            f"{c['booking_id']:14}{c['full_name']:36}{c['born']:20}{c['sex']:8}{c['booked']:28}{c['out']}".rstrip()
        )
        lines += [
            f"     {d['statute']:20}{d['description']:30}{d['grade']:16}{d['disposition']:22}".rstrip()
            for d in (charge(x, of) for x in p.charges)
        ]
        lines += [f"     HOLD FOR: {each}" for each in p.holds] + [""]
    return [*lines, f"TOTAL INMATES: {len(people)}"]


def blocks(people: list[Held], of: Family, rng: random.Random) -> Files:
    """Blocks of labels, a block for each booking."""
    h, lines = of.heads, ["ALDER SHERIFF -- INMATES IN CUSTODY", ""]
    for p in people:
        c = person(p, of, 0)
        lines += [f"Booking No: {c['booking_id']}   Jail ID: {c['person_id']}", f"Name: {c['full_name']}"]
        lines += [f"DOB: {c['born']}   Sex: {c['sex']}", f"Booked: {c['booked']}   Release: {c['out']}".rstrip()]
        lines += [f"Hold: {each}" for each in p.holds]
        lines += [
            f"  * {d['statute']:20}{d['description']:30}{d['grade']:16}{d['disposition']:22}".rstrip()
            for d in (charge(x, of) for x in p.charges)
        ]
        lines.append("-" * 60)
    return {"export.txt": "\n".join([*lines, f"TOTAL {h['full_name']}: {len(people)}"]).encode()}


def page(people: list[Held], of: Family, rng: random.Random) -> Files:
    """The print report as a PDF with a text layer."""
    return {"export.pdf": pdf_of(_report(people, of))}


def pdf_of(lines: list[str]) -> bytes:
    """A PDF of one text page for every 45 lines, in a font whose letters are all as wide."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"]
    kids = []
    for first in range(0, len(lines), 45):
        shown = "".join(f"({_of_pdf(line)}) Tj T*\n" for line in lines[first : first + 45])
        stream = f"BT /F1 7 Tf 9 TL 20 580 Td\n{shown}ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 792 612]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, each)
    begins = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, begins)


def _of_pdf(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


LAYOUTS: dict[str, Callable[[list[Held], Family, random.Random], Files]] = {
    each.__name__: each
    for each in (
        comma_rows, whole_names, blank_repeats, numbered, in_one_cell, flags, hold_rows, joined, nested, keyed, marked_up,
        by_first_cell, fixed_width, report, blocks, page,
    )
}  # fmt: skip
WITHOUT = {
    "numbered": {"aliases"}, "in_one_cell": {"bail"}, "by_first_cell": {"aliases", "country"},
    "fixed_width": {"person_id", "country", "holds", "aliases", "bail"}, "marked_up": {"aliases"},
    "report": {"person_id", "country", "aliases", "bail"}, "page": {"person_id", "country", "aliases", "bail"},
    "blocks": {"country", "aliases", "bail"},
}  # fmt: skip
"""What a layout has no place for."""
__all__ = ["LAYOUTS", "WITHOUT", "Files", "date"]
