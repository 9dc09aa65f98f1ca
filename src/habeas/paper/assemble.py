"""From bytes to a reading: pages, papers, entries, signature, judicial or not, questions. Runs in the child process only."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pdfplumber
from pypdf.errors import LimitReachedError

from habeas.common.errors import BadInputError
from habeas.paper.files import limits
from habeas.paper.files.clock import worked
from habeas.paper.files.kinds import open_quietly, refuse_bombs, warnings_of
from habeas.paper.files.parts import FilePart, parts_of
from habeas.paper.files.render import Gray, drawn, frame_hue, hue_of, open_pdf, picture_frames
from habeas.paper.forms.classify_pages import Bundle, is_private, split
from habeas.paper.missing_pages import missing_pages
from habeas.paper.pages.changes import changed_words
from habeas.paper.pages.labels import key
from habeas.paper.pages.page import Area, Page, with_lines
from habeas.paper.pages.pleading import without_line_numbers
from habeas.paper.pages.scans import have_tesseract, scanned_page, stamped
from habeas.paper.pages.stamps import cut
from habeas.paper.pages.textlayer import covered_by_pictures, text_page
from habeas.paper.pages.widgets import notes_of, widgets_of
from habeas.paper.papers import ReadPaper, lead_of, read_bundle
from habeas.paper.questions import questions_of, warnings_about
from habeas.paper.quoted import without_quoted
from habeas.paper.reading import PaperQuestion, PaperReading
from habeas.paper.together import not_a_courts_own, undone_beside

_FEW = 12
"""A page with fewer words than this in its text layer is looked at as a picture."""
_PICTURE = 0.25
"""A picture that covers this share of the page may be the paper: the page is read as it looks, not as its text says."""


class _Work:
    """The state of one reading: what was said, and until when pages may still be read."""

    def __init__(self) -> None:
        self.until = worked() + limits.SOFT_SECONDS
        self.warnings: list[str] = []
        self.questions: list[PaperQuestion] = []
        self.scanned = 0
        self.before = 0
        """Pages of the parts of the file that were read before this one."""
        self.unread: dict[str, list[int]] = {}

    def leave(self, number: int, why: str) -> None:
        """Note a page that a person must read."""
        self.unread.setdefault(why, []).append(number)

    def asked(self) -> list[PaperQuestion]:
        """One question for each reason why pages were not read."""
        named = {why: ", ".join(map(str, numbers)) for why, numbers in self.unread.items()}
        left = [PaperQuestion(f"Read page {numbers} by eye.", why) for why, numbers in named.items()]
        return [*self.questions, *left]

    def in_time(self) -> bool:
        return worked() < self.until


def read_bytes(data: bytes) -> PaperReading:
    """Read a file. Raises BadInputError where it cannot be read at all."""
    work = _Work()
    pages: list[Page] = []
    for part in parts_of(data):
        pages += _pages_of(part, work)
    reads = [not_a_courts_own(each) for each in undone_beside([_read(each, work) for each in split(pages)])]
    return _reading(pages, reads, lead_of(reads), work)


def _read(bundle: Bundle, work: _Work) -> ReadPaper:
    """One paper, without older messages that it quotes; words in these that take a paper back are heard all the same."""
    newest, ask = without_quoted(bundle)
    if ask:
        work.questions.append(ask)
    return replace(read_bundle(newest), pages=bundle.pages) if ask else read_bundle(bundle)


def _pages_of(part: FilePart, work: _Work) -> list[Page]:
    """The pages of one part of a file, numbered behind those of the parts before it."""
    work.warnings += part.said
    found = _pdf_pages(part.data, work) if part.kind == "a PDF" else _picture_pages(part.data, work)
    pages = [
        replace(_private(with_lines(without_line_numbers(page))), typed=part.typed, begins=place == 0)
        for place, page in enumerate(found)
    ]
    if part.kind == "a PDF" and not part.typed:
        private = frozenset(page.number for page in pages if page.private)
        work.warnings += _or_none(lambda: changed_words(part.data, private, work.before)) or []
    work.before += len(pages)
    return pages


def _reading(pages: Sequence[Page], reads: Sequence[ReadPaper], lead: ReadPaper, work: _Work) -> PaperReading:
    source = {page.source for page in lead.pages}
    named = next((each for each in ("ocr", "form fields") if each in source), "text layer")
    private = tuple(page.number for page in pages if page.private)
    said = [*work.warnings, *(text for page in pages for text in page.warnings), *warnings_about(reads, lead)]
    said += missing_pages(pages)
    if private:
        said.append(
            f"Page {private[0]} holds personal identifiers that are not for public disclosure; nothing of it was read."
        )
    return PaperReading(
        lead=lead.paper,
        papers=tuple(each.paper for each in reads),
        questions=(*work.asked(), *questions_of(reads, lead)),
        warnings=tuple(dict.fromkeys(said)),
        text_source=named,
        page_count=len(pages),
        private_pages=private,
    )


def _private(page: Page) -> Page:
    """The page with everything taken off it where it is one that nothing may be read from."""
    return (
        replace(page, words=(), lines=(), stamps=(), runs=(), slanted=lambda thorough: (), private=True)
        if is_private(page)
        else page
    )


def _picture_pages(data: bytes, work: _Work) -> list[Page]:
    frames = picture_frames(data)
    return [
        _scan(
            frame,
            work.before + place + 1,
            (612.0, 612.0 * frame.shape[0] / frame.shape[1]),
            work,
            partial(frame_hue, data, place),
        )
        for place, frame in enumerate(frames)
    ]


def _pdf_pages(data: bytes, work: _Work) -> list[Page]:
    refuse_bombs(data)
    reader = open_quietly(data)
    work.warnings += warnings_of(data, reader)
    document = open_pdf(data)
    count, most = len(document), limits.MAX_PAGES - work.before
    if count == 0:
        raise BadInputError("has no pages; ask for it to be sent again.")
    if count > most:
        work.questions.append(
            PaperQuestion(
                f"Read pages {limits.MAX_PAGES + 1} to {work.before + count} by eye.",
                "The file has more pages than are read.",
            )
        )
    with _plumbed(data) as plumbed:
        return [_page(index, document, plumbed, reader, work) for index in range(min(count, most))]


class _Nothing:
    """Stands in where the text layer of a file cannot be opened."""

    pages: tuple[Any, ...] = ()

    def __enter__(self) -> "_Nothing":
        return self

    def __exit__(self, *_: object) -> None:
        return None


def _plumbed(data: bytes) -> Any:
    return _or_none(lambda: pdfplumber.open(io.BytesIO(data))) or _Nothing()


def _or_none(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except (MemoryError, RecursionError):
        raise
    except Exception:  # readers of damaged files raise their own kinds; each means that this way of reading is closed
        return None


def _page(index: int, document: Any, plumbed: Any, reader: Any, work: _Work) -> Page:
    heavy = _commands(reader, index) > limits.MAX_COMMANDS  # first: whoever loads the page unpacks it whole
    width, height = document[index].get_size()
    page = None if heavy else _or_none(lambda: _by_text(index, document, plumbed, reader, work))
    if page is not None:
        return page
    if not work.in_time() or work.scanned >= limits.MAX_SCANNED_PAGES:
        work.leave(work.before + index + 1, "Time or pages ran out before it could be read.")
        return blank(work.before + index + 1, width, height)
    scanned = _scan(
        drawn(document, index, 300), work.before + index + 1, (width, height), work, partial(hue_of, document, index)
    )
    if not heavy and _or_none(lambda: _says_otherwise(plumbed.pages[index], scanned)):
        work.warnings.append(
            f"Page {work.before + index + 1}: its text layer says something else than its picture; the picture was read."
        )
    return scanned


def _says_otherwise(page: Any, scanned: Page) -> bool:
    """Whether a page that is a picture carries words that are not in the picture."""
    layer = {key(each["text"]) for each in page.extract_words()} - {""}
    seen = {key(each.text) for each in scanned.words}
    return bool(scanned.words) and len(layer) >= 8 and len(layer & seen) < 0.5 * len(layer)


def _by_text(index: int, document: Any, plumbed: Any, reader: Any, work: _Work) -> Page | None:
    """The page by its text layer and form fields; None where the picture must be read instead."""
    page = plumbed.pages[index]
    widgets = _or_none(lambda: widgets_of(reader.pages[index])) or []
    covered = covered_by_pictures(page)
    if covered >= _PICTURE or (len(page.chars) < _FEW * 4 and (covered > 0 or _drawn(page))):
        return None
    notes = _or_none(lambda: notes_of(reader.pages[index])) or []
    return text_page(
        page,
        work.before + index + 1,
        widgets,
        drawn(document, index, 72),
        notes,
        lambda areas: _stamped(areas, index, document, work),
    )


def _stamped(areas: Sequence[Area], index: int, document: Any, work: _Work) -> tuple[str, ...] | None:
    """What pictures and notes on a page with a text layer say, read as they look."""
    if not areas:
        return ()
    return stamped(cut(drawn(document, index, 150), areas, 150 / 72), 150, work.until + 5)


def _commands(reader: Any, index: int) -> int:
    """The bytes of the page's drawing commands, unpacked. Raises BadInputError where they never end."""
    try:
        contents = reader.pages[index].get_contents() if reader is not None else None
        size = len(contents.get_data()) if contents is not None else 0
    except LimitReachedError:
        size = limits.MAX_UNPACKED + 1
    except (MemoryError, RecursionError):
        raise
    except Exception:  # a damaged page: the other ways of reading it will say so
        return 0
    if size > limits.MAX_UNPACKED:
        raise BadInputError("asks for more memory or time than a paper needs, so reading was stopped.")
    return size


def _drawn(page: Any) -> bool:
    """Whether lines and curves stand on a page that has hardly any text: letters may be drawn as shapes."""
    return len(page.curves) + len(page.lines) + len(page.rects) > 20


def _scan(picture: Gray, number: int, size: tuple[float, float], work: _Work, hue: Callable[[], Gray]) -> Page:
    width, height = size
    if not have_tesseract():
        work.leave(number, "It is a picture, and this machine has no tesseract to read pictures with.")
        return blank(number, width, height)
    work.scanned += 1
    page = scanned_page(picture, number, width, height, work.until + 5, hue)
    if page is None:
        work.leave(number, "Reading the picture took too long.")
        return blank(number, width, height)
    return page


def blank(number: int, width: float, height: float) -> Page:
    """A page of which nothing is known."""
    return Page(
        number,
        width,
        height,
        (),
        (),
        "ocr",
        lambda area: None,
        lambda area: None,
        lambda area: (area[0], height - area[3], area[2], height - area[1]),
    )
