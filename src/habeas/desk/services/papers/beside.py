"""The paper beside a step of the work: its pages as pictures, its fields with their boxes, and what is withheld from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.models import Request
from habeas.desk.services.papers.entries import entry_of, names_to_show, said_in_words
from habeas.desk.services.papers.packets import pages_of
from habeas.desk.services.papers.papers import draw_now, may_open_private, private_pages


@dataclass(frozen=True, slots=True)
class PaperField:
    """One field of the paper: its number beside the box, what it is called, what it says, and where."""

    number: int
    name: str
    text: str
    page: int | None = None
    box: tuple[float, ...] = ()
    confirmed: bool = False

    @property
    def says(self) -> str:
        """What the field is called on pages."""
        return entry_of(self.name).says

    @property
    def words(self) -> str:
        """What it says, in words: a stored code as its options call it."""
        return said_in_words(self.name, self.text)

    @property
    def shown(self) -> bool:
        """Whether it has a box on a page."""
        return bool(self.page and self.box)


@dataclass(frozen=True, slots=True)
class PaperBox:
    """The box of a field on a page, in PDF points with the origin in the upper left corner, a little wider than the words."""

    number: int
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where the number stands: at the right of the box, as the form's own label stands at its left."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One page of the paper: its size, its boxes, or that it is withheld."""

    number: int
    width: float
    height: float
    withheld: bool
    boxes: tuple[PaperBox, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperBeside:
    """The paper of a request as each step shows it."""

    sheets: tuple[PaperSheet, ...]
    fields: tuple[PaperField, ...]


def paper_beside(
    request: Request, role: str, fields: Iterable[Mapping[str, Any]], sheets: Iterable[Mapping[str, Any]]
) -> PaperBeside:
    """The pages that this request is made of and its fields, from the stored rows of both.

    The pages are drawn where that was not done yet; a private page is withheld from every role that may not open it.
    """
    numbered = fields_of(request.kind, fields)
    return PaperBeside(_sheets(request, role, numbered, _drawn(request, sheets)), numbered)


def _drawn(request: Request, sheets: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The stored pages in their order; drawn now where a paper has none."""
    stored = sorted(sheets, key=lambda row: row["number"])
    if stored or request.paper is None:
        return stored
    return [{name: getattr(each, name) for name in ("number", "width", "height")} for each in draw_now(request.paper)]


def fields_of(kind: str, rows: Iterable[Mapping[str, Any]]) -> tuple[PaperField, ...]:
    """The stored fields in the order and with the numbers that data entry review shows them."""
    held = {row["name"]: row for row in rows}
    numbers = {name: number for number, name in enumerate(names_to_show(kind, held), 1)}
    return tuple(_field(numbers[name], held[name]) for name in numbers if name in held)


def _field(number: int, row: Mapping[str, Any]) -> PaperField:
    confirmed = bool(row["confirmed_at"])
    text = "illegible" if row["unreadable"] else row["given"] if confirmed else row["value_read"]
    return PaperField(number, row["name"], text, row["page"], tuple(row["box"] or ()), confirmed)


def _sheets(
    request: Request, role: str, fields: tuple[PaperField, ...], drawn: list[Mapping[str, Any]]
) -> tuple[PaperSheet, ...]:
    mine, secret = pages_of(request), private_pages(request.paper)
    pages = [each for each in drawn if not mine or each["number"] in mine]
    return tuple(_sheet(each, each["number"] in secret and not may_open_private(role), fields) for each in pages)


def _sheet(page: Mapping[str, Any], withheld: bool, fields: tuple[PaperField, ...]) -> PaperSheet:
    number, width, height = page["number"], page["width"], page["height"]
    mine = [] if withheld else [each for each in fields if each.page == number and each.box]
    return PaperSheet(number, width, height, withheld, tuple(_box(height, each) for each in mine))


def _box(height: float, field: PaperField) -> PaperBox:
    x0, y0, x1, y1 = field.box
    return PaperBox(field.number, x0 - 2, height - y1 - 2, x1 - x0 + 4, y1 - y0 + 4)
