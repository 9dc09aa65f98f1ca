"""The letter as an editable DOCX: the sentences of the PDF, in paragraphs that can be changed; the same bytes for the same input."""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph

from habeas.answers.letter import BLANK, LetterFacts

FONT = "Times New Roman"
EPOCH = (1980, 1, 1, 0, 0, 0)
_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML can hold."""


def letter_docx(facts: LetterFacts) -> bytes:
    """The letter as a DOCX on US Letter paper; its end, with the signatures, stays on one page with the paragraph before it."""
    made = Document()
    _set_up(made, facts)
    _head(made, facts)
    _middle(made, facts)
    _end(made, facts)
    out = io.BytesIO()
    made.save(out)
    return _same_bytes(out.getvalue())


def _set_up(made: Docx, facts: LetterFacts) -> None:
    section, normal = made.sections[0], made.styles["Normal"]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1)
    section.top_margin, section.bottom_margin = Inches(0.95), Inches(0.9)
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    normal.element.get_or_add_rPr().append(language)
    of, day = made.core_properties, datetime(facts.on.year, facts.on.month, facts.on.day, tzinfo=UTC)
    of.title, of.author, of.language = _fit(facts.title or f"Re: {facts.re[0]}"), _fit(facts.sender.agency), "en-US"
    of.created = of.modified = day
    of.last_modified_by, of.comments = "", ""
    _drop_picture(made)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{_fit(facts.foot)}    Page ").font.size = Pt(8)
    _field(foot, "PAGE")


def _drop_picture(made: Docx) -> None:
    """Leave out the picture of the library's own sample page."""
    relations = made.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[key]


def _head(made: Docx, facts: LetterFacts) -> None:
    name = _say(made, facts.sender.agency, bold=True, after=0)
    name.runs[0].font.size = Pt(13.5)
    for line in facts.head:
        _say(made, line, after=0)
    _rule(made.paragraphs[-1])
    if facts.draft:
        _say(made, facts.draft, bold=True)
    _say(made, facts.day, after=10)
    _close(made, facts.recipient, after=10)
    if facts.title:
        _say(made, facts.title, bold=True)
    first, *rest = facts.re
    _close(made, (f"Re:\t{first}", *(f"\t{line}" for line in rest)), bold=True, hanging=0.45, after=8)


def _middle(made: Docx, facts: LetterFacts) -> None:
    for line in (facts.salutation, *facts.opening):
        if line:
            _say(made, line)
    for number, item in enumerate(facts.items, start=1):
        _close(made, (f"{number}.\t{item}",), hanging=0.3, after=6)
    for line in facts.after[:-1]:
        _say(made, line)


def _end(made: Docx, facts: LetterFacts) -> None:
    """Everything from the last paragraph on: kept together, so that no signature stands alone on a page."""
    start = len(made.paragraphs)
    for line in (*facts.after[-1:], *(f"{each}: {BLANK}" for each in facts.record), facts.closing):
        _say(made, line)
    if facts.salutation:
        _say(made, "Sincerely,")
    _say(made, facts.sender.agency)
    _signatures(made, facts)
    notes = [*(f"Enclosure: {each}" for each in facts.enclosures), *(f"cc: {each}" for each in facts.copies)]
    for line in notes:
        _say(made, line, after=2)
    for each in made.paragraphs[start : len(made.paragraphs) - 1]:
        each.paragraph_format.keep_with_next = True


def _signatures(made: Docx, facts: LetterFacts) -> None:
    table = made.add_table(rows=1, cols=len(facts.signers))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for cell, each in zip(table.rows[0].cells, facts.signers, strict=True):
        cell.paragraphs[0].add_run("_" * 30)
        for line in (each.role, *each.lines()):
            cell.add_paragraph(_fit(line))
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.paragraph_format.keep_with_next = True
    unbroken = OxmlElement("w:cantSplit")
    table.rows[0]._tr.get_or_add_trPr().append(unbroken)


def _say(made: Docx, text: str, *, bold: bool = False, after: float = 6) -> Paragraph:
    written = made.add_paragraph()
    written.add_run(_fit(text).replace("§ ", "§\u00a0")).bold = bold or None
    written.paragraph_format.space_after = Pt(after)
    return written


def _close(made: Docx, lines: Iterable[str], *, bold: bool = False, hanging: float = 0, after: float = 0) -> None:
    """Lines without space between them, `after` behind the last; with `hanging` inches the text stands beside its mark."""
    last = None
    for line in lines:
        last = _say(made, line, bold=bold, after=0)
        last.paragraph_format.left_indent = Inches(hanging)
        last.paragraph_format.first_line_indent = Inches(-hanging)
    if last is not None:
        last.paragraph_format.space_after = Pt(after)


def _rule(under: Paragraph) -> None:
    """A line under the letterhead."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "10"), ("space", "4"), ("color", "111111")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    under._p.get_or_add_pPr().append(borders)
    under.paragraph_format.space_after = Pt(12)


def _field(paragraph: Paragraph, code: str) -> None:
    """A field that the word processor fills in, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)


def _fit(text: str) -> str:
    return _UNFIT.sub("", text)


def _same_bytes(made: bytes) -> bytes:
    """The parts written anew in one order and without a time, so that equal letters are equal files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as given, zipfile.ZipFile(out, "w") as kept:
        for name in sorted(given.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr, entry.create_system, entry.compress_type = 0o600 << 16, 3, zipfile.ZIP_DEFLATED
            kept.writestr(entry, given.read(name))
    return out.getvalue()
