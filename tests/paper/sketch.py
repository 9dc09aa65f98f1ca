"""Papers written down as text: columns where they stand, `^` before a title, `~~~~` for ink, `____` for a line to sign on."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.paper.makers import Sheet, book

FOLDER = Path(__file__).parent / "sketches"
_PIECE = re.compile(r"\S+(?: \S+)*")
_FACES = {"typed": (8.2, 4.92, "C", "K"), "set": (9.0, 4.92, "T", "S")}
"""Size, points a letter of the sketch stands for, plain and bold face."""
LEFT, TOP, LEAD, WIDE = 36.0, 44.0, 13.0, 545.0


@dataclass
class Sketch:
    """A paper with what is true of it; `signer` and `judicial` are none where nobody of weight signed and where it is not established."""

    name: str
    kind: str | None
    signer: str | None
    judicial: bool | None
    fields: dict = field(default_factory=dict)
    text: str = ""


def sketches(stem):
    """The papers of a file of the folder."""
    whole = (FOLDER / f"{stem}.txt").read_text()
    return [_sketch(part) for part in re.split(r"^##### ", whole, flags=re.MULTILINE)[1:]]


def _sketch(part):
    head, text = part.split("\n-----\n", 1)
    first, *rest = head.split("\n")
    name, kind, signer, judicial = (each.strip() for each in first.split("|"))
    fields = dict(each.split(": ", 1) for each in rest if each)
    for beside in ("source", "form"):
        fields.pop(beside, None)
    none = {"none": None, "-": None, "yes": True, "no": False}
    return Sketch(name, none.get(kind, kind), none.get(signer, signer), none[judicial], fields, text)


def drawn(sketch, face="typed"):
    """The paper as a PDF of one page."""
    size, step, plain, bold = _FACES[face]
    longest = max(map(len, sketch.text.split("\n")))
    step, size = min(step, WIDE / longest), size * min(1.0, WIDE / longest / step)
    sheet = Sheet()
    for row, line in enumerate(sketch.text.split("\n")):
        y = TOP + LEAD * row
        for hit in _PIECE.finditer(line):
            _piece(sheet, LEFT + step * hit.start(), y, hit[0], size, plain, bold, step)
    return book(sheet)


def _piece(sheet, x, y, text, size, plain, bold, step):
    if text.startswith("~~~~"):
        sheet.ink(x, y + 4)
        text = text[4:].strip()
        x += 30
    if re.fullmatch(r"_{8,}", text):
        sheet.rule(x, y - 2, x + step * len(text))
    elif text.startswith("^"):
        sheet.say(x, y, text[1:], size + 2.5, bold)
    elif text:
        sheet.say(x, y, text, size, plain)
