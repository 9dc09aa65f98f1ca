"""Papers: kept as they came, known by their content, and only ever opened in the limited child process."""

import hashlib
import struct
from collections.abc import Callable
from pathlib import PurePath

from django.db import DatabaseError, transaction

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing, by_system
from habeas.desk.models import Account, Paper, PaperPage, Request
from habeas.desk.record.writing import acting
from habeas.desk.sealed_bytes import opened, with_seal
from habeas.paper import PaperReading, page_images, read_paper
from habeas.paper.files.kinds import MAY_BE_WORDS, UNKNOWN, what_it_is
from habeas.paper.files.limits import MAX_FILE
from habeas.paper.files.words import EMAIL, WORD_DOCUMENT, kind_of_words
from habeas.paper.reading import reading_from_wire, reading_to_wire

MEDIA = {
    "a PDF": "application/pdf",
    "a JPEG picture": "image/jpeg",
    "a PNG picture": "image/png",
    "a TIFF picture": "image/tiff",
    EMAIL: "message/rfc822",
    WORD_DOCUMENT: "application/docx",
}
TEXT = "text/plain"
MAX_TEXT = 200_000
"""Letters of a text that are kept as the request's words."""


def digest_of(content: bytes) -> str:
    """What a paper is known by."""
    return hashlib.sha256(content).hexdigest()


def requests_of(content: bytes) -> list[Request]:
    """The requests that the same paper made before, oldest first: asked before anybody types."""
    return list(
        Request.objects.filter(paper__sha256=digest_of(content)).defer("source", "match").order_by("received_at", "id")
    )


def keep(content: bytes, name: str, doing: Doing) -> Paper:
    """Keep a file as it came; the same content again is the same row. Raises BadInputError for nothing and for too much."""
    if not content:
        raise BadInputError("The file is empty; ask for it to be sent again.")
    if len(content) > MAX_FILE:
        raise BadInputError(f"The file is larger than {MAX_FILE // 2**20} MB; split it or scan it smaller.")
    media = media_type(content)
    made, _ = Paper.objects.get_or_create(
        sha256=digest_of(content),
        defaults={
            "content": content, "media_type": media, "name": PurePath(name.replace("\\", "/")).name[:160] or "paper",
            "arrived_at": doing.at, "pages": 1 if media == TEXT else None,
        },
    )  # fmt: skip
    return made


def media_type(content: bytes) -> str:
    """What the file is by its first bytes, never by its name."""
    found = what_it_is(content)
    known = MEDIA.get(kind_of_words(content) or "" if found in MAY_BE_WORDS else found)
    return known or (TEXT if text_of(content) is not None else "application/octet-stream")


def text_of(content: bytes) -> str | None:
    """The words of a plain text file; None where it is none."""
    if what_it_is(content) != UNKNOWN:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if any(ord(each) < 32 and each not in "\t\n\r\f" for each in text) else text[:MAX_TEXT]


def read_now(paper: Paper, doing: Doing, reader: Callable[..., PaperReading] = read_paper) -> PaperReading | None:
    """Read a paper in the limited child, outside any transaction, and store what was found; a paper read before is not read again.

    One that cannot be read is kept with the one sentence that says why, and is worked by typing.
    """
    content = bytes(paper.content)
    if paper.reading is not None or (paper.media_type == TEXT and kind_of_words(content) is None):
        return reading_of(paper)
    found, fault = None, ""
    try:
        found = reader(content, name="The file")
    except BadInputError as why:
        fault = str(why)
    with acting(by_system(doing.at), "read", "paper", paper.key) as entry:
        paper.reading = reading_to_wire(found) if found else None
        paper.reading_failed, paper.pages = fault[:300], found.page_count if found else None
        paper.save(update_fields=["reading", "reading_failed", "pages"])
        entry.detail |= {"step": "read by the program", "sha256": paper.sha256, "read": found is not None}
    return found


DPI = 100
_PNG_SIZE = struct.Struct(">II")


def draw_now(paper: Paper, drawer: Callable[..., list[bytes]] = page_images) -> list[PaperPage]:
    """The pages of a paper as pictures, drawn once in the limited child; none where they cannot be drawn.

    Without their pictures where they stand already: `picture_of` gives one.
    """
    held = list(paper.drawn.defer("png").order_by("number"))
    if held or paper.reading is None:
        return held  # before it is read nobody knows which of its pages are private
    rows = _drawn(paper, drawer)
    PaperPage.objects.bulk_create(rows, ignore_conflicts=True)
    return rows


def _drawn(paper: Paper, drawer: Callable[..., list[bytes]] = page_images) -> list[PaperPage]:
    try:
        found = drawer(bytes(paper.content), DPI, name="The file")
    except BadInputError:
        return []
    return [_page(paper, number, png) for number, png in enumerate(found, 1)]


def _page(paper: Paper, number: int, png: bytes) -> PaperPage:
    wide, high = _PNG_SIZE.unpack_from(png, 16)
    kept = with_seal(png, "page", paper.sha256, number)
    return PaperPage(paper=paper, number=number, png=kept, width=wide * 72 / DPI, height=high * 72 / DPI)


def picture_of(paper: Paper, number: int) -> bytes | None:
    """The picture of one page; none where there is no such page. One that this desk did not draw is never shown: all are drawn anew."""
    row = paper.drawn.filter(number=number).first()
    found = _drawn_here(row, paper) if row else None
    if row is None or found is not None:
        return found
    fresh = _drawn(paper)
    try:
        with transaction.atomic():
            paper.drawn.all().delete()
            PaperPage.objects.bulk_create(fresh)
    except DatabaseError:  # a role of an earlier version may not: then they are drawn again the next time
        pass
    return next((_drawn_here(each, paper) for each in fresh if each.number == number), None)


def _drawn_here(row: PaperPage, paper: Paper) -> bytes | None:
    return opened(row.png, "page", paper.sha256, row.number)


def may_open_private(role: str) -> bool:
    """Whether a role may open a page that holds personal identifiers which are not for disclosure."""
    return role == Account.Role.COMMANDER


def private_pages(paper: Paper | None) -> frozenset[int]:
    """Pages that hold personal identifiers which are not for disclosure (page 2 of an AO 442): staff see them only as commanders."""
    return frozenset(paper.reading.get("private_pages", ())) if paper is not None and paper.reading else frozenset()


def reading_of(paper: Paper | None) -> PaperReading | None:
    """What was read of a paper; None where it was not, or could not be."""
    return reading_from_wire(paper.reading) if paper is not None and paper.reading else None


def paper_called(key: str) -> Paper | None:
    """One paper, with its bytes."""
    return Paper.objects.filter(key=key).first()
