"""A report as pages: the whole as a tagged PDF, its definitions and its reconciliation as HTML. No script, nothing from elsewhere."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader

from habeas.answers.pdf import render_pdf
from habeas.common.charts import NOT_RECORDED, Chart, svg_of
from habeas.common.dates_read import dates_read
from habeas.law.model.vocabulary import Sureness
from habeas.statistics.measures.table import measure_called
from habeas.statistics.measures.words import sentences
from habeas.statistics.reports import on_paper
from habeas.statistics.reports.build import TABLE, Report
from habeas.statistics.reports.certificate import certificate_sentences
from habeas.statistics.reports.layout import layouts
from habeas.statistics.reports.pictures import charts_of, not_drawn

MOST_ROWS = 1_300
"""Rows of one list in the PDF; the rest stands in the file, and the PDF says so."""
LINE = 96
"""About how many letters stand beside each other in a row of a table."""
GAP = 2
"""The space between two columns, in letters."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """One table of a page; `numbers` are the columns that hold numbers, `unbroken` those whose entries stay on one line."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    unbroken: frozenset[int] = frozenset()
    below: Sequence[str] = ()
    """Sentences that stand below it."""


@dataclass(frozen=True, slots=True)
class PageSection:
    """A heading with sentences under it."""

    title: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A chart with its drawing and, below it, the same numbers as rows."""

    chart: Chart
    drawn: str
    rows: Sequence[tuple[str, str]]


def pdf(report: Report, version: int) -> bytes:
    """The whole report as a tagged PDF. Raises MissingLibraryError where the system cannot draw one."""
    left = not_drawn(report)
    more = {
        "pictures": [_picture(chart) for chart in charts_of(report)],
        "undrawn": f"No chart, because there is nothing of it in this period: {'; '.join(left)}." if left else "",
    }
    return render_pdf(_page(report, version, report.kind.title, _tables(report), **_said(report), **more))


def _picture(chart: Chart) -> PagePicture:
    drawn = f"data:image/svg+xml;base64,{b64encode(svg_of(chart).encode()).decode()}"
    rows = [(label, NOT_RECORDED if value is None else f"{value:,}") for label, (value,) in chart.rows]
    return PagePicture(chart, drawn, rows)


def definitions_html(report: Report, version: int) -> str:
    """What each figure counts, in sentences."""
    return _page(report, version, f"Definitions: {report.kind.title}", (), **_said(report))


def reconcile_html(report: Report, version: int) -> str:
    """From what arrived to what is counted."""
    header, rows = report.tables["reconcile.csv"]
    return _page(
        report,
        version,
        f"Reconciliation: {report.kind.title}",
        (PageTable("Steps", header, [*on_paper.every_step(rows)], frozenset({3})),),
    )


def _tables(report: Report) -> list[PageTable]:
    found = [_figures(report)]
    for wanted in layouts()[report.kind.name].lists:
        header, rows = report.tables[f"{wanted.file}.csv"]
        sources = [source for _, source in wanted.columns]
        titles = [on_paper.title_of(source, each) for source, each in zip(sources, header, strict=True)]
        amounts = {at for at, source in enumerate(sources) if source.startswith("amount:")}
        said = [[on_paper.cell_words(source, cell) for source, cell in zip(sources, row, strict=True)] for row in rows]
        found.append(_cut(wanted.says, titles, said, f"{wanted.file}.csv", amounts))
    header, rows = report.tables["reconcile.csv"]
    steps = list(on_paper.steps(rows, "reconcile.csv"))
    return [
        *found,
        _filled(_cut("Reconciliation", [each.capitalize() for each in header], steps, "reconcile.csv", {3})),
    ]


def _figures(report: Report) -> PageTable:
    """Every cell, with what all of them say alike below the table."""
    header = ("Item", "Unit", "Number", "Unknown", "Law", "Note")
    lines = [on_paper.figure(cell, row) for cell, row in zip(report.cells, report.tables[TABLE][1], strict=True)]
    same, once = on_paper.said_once(header, lines, ("Law", "Note"))
    shown = [tuple("" if at in same else cell for at, cell in enumerate(line)) for line in lines]
    return _filled(
        PageTable("Figures", header, shown, frozenset({2, 3}), below=[*filter(None, [once]), on_paper.LEGEND])
    )


def _filled(table: PageTable) -> PageTable:
    """A table without the columns in which nothing stands."""
    kept = [at for at in range(len(table.header)) if any(row[at] for row in table.rows)] or range(len(table.header))
    return replace(
        table, header=[table.header[at] for at in kept], rows=[[row[at] for at in kept] for row in table.rows],
        numbers=frozenset(new for new, at in enumerate(kept) if at in table.numbers),
    )  # fmt: skip


def _cut(
    title: str, header: Sequence[str], rows: Sequence[Sequence[str]], file: str, numbers: Iterable[int] = ()
) -> PageTable:
    """A table with as many rows as a PDF holds; where there are more, its title says so and where they are."""
    more = f" (the first {MOST_ROWS:,} of {len(rows):,}; all are in {file})" if len(rows) > MOST_ROWS else ""
    return PageTable(title + more, header, rows[:MOST_ROWS], frozenset(numbers))


def _said(report: Report) -> dict[str, Any]:
    """What stands below the numbers: the certificate, and what each figure counts."""
    used = dict.fromkeys(cell.measure for cell in report.cells if cell.measure)
    sections = [PageSection(measure_called(each).says, sentences(measure_called(each))[1:]) for each in used]
    return {"certificate": certificate_sentences(report), "sections": sections}


def _page(report: Report, version: int, title: str, tables: Sequence[PageTable], **more: Any) -> str:
    """A page of a report; `more`: its pictures, what was not drawn, its certificate, its definitions."""
    place, source = report.ledger.place, report.kind.source
    read = partial(dates_read, zone=place.zone)
    context: dict[str, Any] = {
        "title": title, "agency": place.agency or "not named in the record", "first": report.first, "last": report.last,
        "to": report.kind.to, "law": source.citation if source else "", "version": version, "size": f"{report.ledger.size:,}",
        "head": report.ledger.head[:16], "notes": notes(report),
        "tables": [_as_read(table, read) for table in tables],
    }  # fmt: skip
    return _template().render(context | more | {"dated": lambda text: read(str(text))})


def _as_read(table: PageTable, read: Callable[[str], str]) -> PageTable:
    """A table with its days as people read them, and the columns that fit on one line kept so."""
    rows = [[read(cell) for cell in row] for row in table.rows]
    return replace(table, rows=rows, unbroken=unbroken(table.header, rows))


def unbroken(header: Sequence[str], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns whose entries are not broken: the narrowest first, as long as a row still holds the longest word of the others."""
    longest = [max((len(row[at]) for row in rows), default=0) for at in range(len(header))]
    words = [_longest_word([title, *(row[at] for row in rows)]) for at, title in enumerate(header)]
    room, kept = LINE - GAP * len(header) - sum(words), set[int]()
    for at in sorted(range(len(header)), key=lambda each: longest[each] - words[each]):
        room -= max(0, longest[at] - words[at])
        if room < 0:
            break
        kept.add(at)
    return frozenset(kept)


def _longest_word(entries: Iterable[str]) -> int:
    return max(len(word) for entry in entries for word in (entry.split() or [""]))


def notes(report: Report) -> list[str]:
    """What a reader must know before the numbers: what of the law was not read, and when the record begins."""
    source, said = report.kind.source, []
    if source is not None and source.sureness is not Sureness.VERIFIED:
        said.append(f"The law was not read whole: {source.settle}")
    if any(cell.unread for cell in report.cells):
        said.append(
            "Lines marked in the column Note stand on a statute that could not be read whole; have counsel compare them."
        )
    if report.first < report.ledger.begins:
        said.append(
            f"The record begins on {report.ledger.begins}: earlier days of the period are not recorded, which is not zero."
        )
    return said


@cache
def _template() -> Any:
    loader = PackageLoader("habeas.statistics.reports")
    return Environment(loader=loader, autoescape=True, trim_blocks=True).get_template("report.html")
