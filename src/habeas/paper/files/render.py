"""Pages drawn as pictures, never with more pixels than a page needs."""

import io
import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image

from habeas.common.errors import BadInputError
from habeas.paper.files.kinds import PICTURES, open_quietly
from habeas.paper.files.limits import MAX_PAGES, MAX_PIXELS
from habeas.paper.files.parts import FilePart, parts_of

Image.MAX_IMAGE_PIXELS = 90_000_000
Gray = npt.NDArray[np.uint8]


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF for drawing, its form fields included. Raises BadInputError where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError:
        raise BadInputError("is damaged and cannot be read; ask for it to be sent again.") from None
    return document


def drawn(document: pypdfium2.PdfDocument, index: int, dpi: float) -> Gray:
    """A page as grey levels at `dpi` dots an inch, or fewer where the page is very large."""
    page = document[index]
    wide, high = page.get_size()
    most = math.sqrt(MAX_PIXELS / max(wide * high / 72**2, 1e-6))
    scale = min(dpi, most) / 72
    picture: Gray = page.render(scale=scale, grayscale=True, may_draw_forms=True).to_numpy()
    page.close()
    return picture.reshape(picture.shape[0], picture.shape[1])


_HUE_DPI = 100


def hue_of(document: pypdfium2.PdfDocument, index: int) -> Gray:
    """How far each place of a page is from gray, 0 to 255, a hundred dots an inch."""
    page = document[index]
    wide, high = page.get_size()
    most = math.sqrt(MAX_PIXELS / max(wide * high / 72**2, 1e-6))
    colors = np.asarray(page.render(scale=min(_HUE_DPI, most) / 72, may_draw_forms=True).to_pil().convert("RGB"))
    page.close()
    return _hue(colors)


def frame_hue(data: bytes, count: int) -> Gray:
    """How far each place of a photograph's frame is from gray, upright by the camera's own note."""
    from PIL import ImageOps  # noqa: PLC0415 - only photographs need it

    with Image.open(io.BytesIO(data), formats=list(PICTURES.values())) as opened:
        opened.seek(count)
        upright: Any = ImageOps.exif_transpose(opened) or opened
        wide = int(8.5 * _HUE_DPI)
        high = max(1, int(upright.height * wide / upright.width))
        return _hue(np.asarray(upright.convert("RGB").resize((wide, high), Image.Resampling.BOX)))


def _hue(colors: npt.NDArray[np.uint8]) -> Gray:
    """The distance between the strongest and the weakest color, less what the paper itself has of it."""
    spread = colors.max(axis=2).astype(np.int16) - colors.min(axis=2)
    return np.clip(spread - int(np.median(spread)), 0, 255).astype(np.uint8)


def picture_frames(data: bytes) -> list[Gray]:
    """The frames of a photograph or a TIFF as grey levels, upright by the camera's own note. Raises BadInputError for a bomb."""
    try:
        with Image.open(io.BytesIO(data), formats=list(PICTURES.values())) as opened:
            return [_frame(opened, count) for count in range(min(getattr(opened, "n_frames", 1), MAX_PAGES))]
    except Image.DecompressionBombError:
        raise BadInputError("is a picture of more pixels than a page needs; scan it at 300 dots an inch.") from None
    except (OSError, ValueError, SyntaxError):
        raise BadInputError("is a picture that is damaged and cannot be read; ask for it to be sent again.") from None


def _frame(opened: Image.Image, count: int) -> Gray:
    from PIL import ImageOps  # noqa: PLC0415 - only photographs need it

    if opened.size[0] * opened.size[1] > Image.MAX_IMAGE_PIXELS:  # type: ignore[operator]
        raise Image.DecompressionBombError
    opened.seek(count)
    upright: Any = ImageOps.exif_transpose(opened)
    gray = (upright or opened).convert("L")
    shrink = math.sqrt(MAX_PIXELS / (gray.size[0] * gray.size[1]))
    if shrink < 1:
        gray = gray.resize((int(gray.size[0] * shrink), int(gray.size[1] * shrink)), Image.Resampling.LANCZOS)
    return np.asarray(gray, dtype=np.uint8)


def in_color(data: bytes, most: int) -> bytes:
    """A picture drawn anew as PNG in its colors, at most `most` pixels a side, with nothing else of the file. BadInputError as above."""
    try:
        with Image.open(io.BytesIO(data), formats=list(PICTURES.values())) as opened:
            if opened.size[0] * opened.size[1] > MAX_PIXELS:
                raise Image.DecompressionBombError
            plain = opened.convert("RGBA")
    except Image.DecompressionBombError:
        raise BadInputError("is a picture of too many pixels: make it smaller.") from None
    except (OSError, ValueError, SyntaxError):
        raise BadInputError("is a picture that is damaged and cannot be read.") from None
    plain.thumbnail((most, most), Image.Resampling.LANCZOS)
    clean = Image.frombytes("RGBA", plain.size, plain.tobytes())
    written = io.BytesIO()
    clean.save(written, "PNG", optimize=True)
    return written.getvalue()


def pictures(data: bytes, dpi: int, without: frozenset[int]) -> list[bytes]:
    """Each page as PNG at `dpi`; the pages in `without` come as white sheets of the same size."""
    pages = [page for part in parts_of(data) for page in _pages(part, dpi)][:MAX_PAGES]
    blanked = [np.full_like(each, 255) if count in without else each for count, each in enumerate(pages, 1)]
    return [_png(each) for each in blanked]


def _pages(part: FilePart, dpi: int) -> list[Gray]:
    if part.kind in PICTURES:
        return [_sized(each, dpi) for each in picture_frames(part.data)]
    open_quietly(part.data)  # refuses what would be drawn for ever
    document = open_pdf(part.data)
    return [drawn(document, index, dpi) for index in range(min(len(document), MAX_PAGES))]


def _sized(gray: Gray, dpi: int) -> Gray:
    """A photograph at the size of a page 8.5 inches wide."""
    wide = int(8.5 * dpi)
    high = max(1, int(gray.shape[0] * wide / gray.shape[1]))
    return np.asarray(Image.fromarray(gray).resize((wide, high), Image.Resampling.LANCZOS))


def _png(gray: Gray) -> bytes:
    held = io.BytesIO()
    Image.fromarray(gray).save(held, "PNG", optimize=False, compress_level=4)
    return held.getvalue()
