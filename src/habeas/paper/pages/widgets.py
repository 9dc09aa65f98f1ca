"""The fields of a fillable form: each value as words in its rectangle, each check box as a square that is ticked or not.

Notes and stamps laid over the page are read too: what they say is never the form's own print.
"""

import re
from collections.abc import Iterator
from typing import Any

from habeas.paper.pages.page import Area, Run, Square, Word

_MOST = 2000
"""Fields of one page that are looked at."""
_HIDDEN = 2 | 32
"""Flags of an annotation that is not shown: hidden, no view."""
_LAID_OVER = frozenset({"/Stamp", "/FreeText", "/Text", "/Highlight", "/Square", "/Underline", "/Ink"})
"""Annotations by which somebody adds words to a page."""
_SHOWN_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")
_LETTER = 0.5
"""Width of a letter by its size, for spreading a value's words over its rectangle."""


def widgets_of(page: Any) -> list[Word | Square]:
    """The form fields of pypdf's `page` that are shown, in points from the upper left. A page that is turned has none read."""
    height = float(page.mediabox.top)
    left = float(page.mediabox.left)
    found: list[Word | Square] = []
    for each in _annotations(page):
        if each.get("/Subtype") != "/Widget" or int(each.get("/F", 0)) & _HIDDEN:
            continue
        x0, y0, x1, y1 = (float(value) for value in each["/Rect"])
        area = (min(x0, x1) - left, height - max(y0, y1), max(x0, x1) - left, height - min(y0, y1))
        found.extend(_read(each, area))
    return found


def notes_of(page: Any) -> list[Run]:
    """What notes and stamps laid over pypdf's `page` say, each with its place; the text is empty where only a picture is shown."""
    height, left = float(page.mediabox.top), float(page.mediabox.left)
    found = []
    for each in _annotations(page):
        if each.get("/Subtype") in _LAID_OVER and not int(each.get("/F", 0)) & _HIDDEN:
            x0, y0, x1, y1 = (float(value) for value in each["/Rect"])
            area = (min(x0, x1) - left, height - max(y0, y1), max(x0, x1) - left, height - min(y0, y1))
            found.append(Run(_note(each), area, 12.0, note=True))
    return found


def _note(note: Any) -> str:
    """The words of a note: what it holds, the name of its stamp, what it draws."""
    name = str(note.get("/Name", "")).lstrip("/") if note.get("/Subtype") == "/Stamp" else ""
    said = [str(note.get(key, "")) for key in ("/Contents", "/Subj")]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removeprefix("SB"))
    return " ".join(" ".join([*said, words, _drawn(note)]).split())


def _drawn(note: Any) -> str:
    """The strings that a note's own drawing shows, as far as they are plain."""
    looks = note.get("/AP")
    shown = looks.get_object().get("/N") if looks is not None else None
    shown = shown.get_object() if shown is not None else None
    if shown is None or not hasattr(shown, "get_data"):
        return ""
    parts = _SHOWN_TEXT.findall(shown.get_data()[:100_000])
    return b"".join(parts).decode("latin-1") if len(parts) < 500 else ""


def _annotations(page: Any) -> Iterator[Any]:
    listed = page.get("/Annots")
    listed = listed.get_object() if listed is not None else []
    for each in list(listed)[:_MOST]:
        yield each.get_object()


def _read(widget: Any, area: Area) -> Iterator[Word | Square]:
    kind = _own(widget, "/FT")
    if kind == "/Btn":
        if not int(_own(widget, "/Ff") or 0) & 65536:
            yield Square(area, _ticked(widget))
    elif kind in {"/Tx", "/Ch"}:
        value = _own(widget, "/V")
        if isinstance(value, str) and not int(_own(widget, "/Ff") or 0) & 8192:
            yield from _spread(value, area)


def _own(widget: Any, key: str) -> Any:
    """A value of the field, or of the field it is a part of."""
    for _ in range(8):
        if key in widget:
            return widget[key].get_object() if hasattr(widget[key], "get_object") else widget[key]
        if "/Parent" not in widget:
            return None
        widget = widget["/Parent"].get_object()
    return None


def _ticked(widget: Any) -> bool | None:
    """The state that is shown; where the file gives none, the field's value; None where the two disagree."""
    shown, value = widget.get("/AS"), _own(widget, "/V")
    if shown is None:
        return None if value is None else value != "/Off"
    return bool(shown != "/Off")


def _spread(value: str, area: Area) -> Iterator[Word]:
    """The words of a value, laid out from the left of its rectangle, a line of the value in a row of its own."""
    rows = [row for row in value.replace("\r\n", "\n").replace("\r", "\n").split("\n") if row.strip()]
    if not rows:
        return
    high = (area[3] - area[1]) / len(rows)
    size = min(12.0, max(6.0, high * 0.66))
    longest = max(len(row) for row in rows)
    letter = min(_LETTER * size, (area[2] - area[0] - 2) / max(longest, 1))
    for count, row in enumerate(rows):
        x, top = area[0] + 2, area[1] + high * count
        for text in row.split():
            end = x + letter * len(text)
            yield Word(text, x, top + high * 0.15, end, top + high * 0.9, "form", 1.0, size)
            x = end + letter
