"""Work on the picture of a page: paper made white, streaks painted out, turned upright, lines and ink found. NumPy only."""

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

Gray = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
_SHADED = 14
"""Paper whose grey differs by fewer levels over the page has no shade."""
DARK = 150
"""Grey levels under this are ink, on a page whose paper was made white."""


def whitened(gray: Gray) -> Gray:
    """Divide the page by its own paper, so that shade and grey paper become white; then spread the levels down to black."""
    image = Image.fromarray(gray)
    small = image.resize((max(1, image.width // 16), max(1, image.height // 16)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(4))
    levels = np.asarray(paper)
    if int(np.percentile(levels, 98)) - int(np.percentile(levels, 2)) >= _SHADED:
        whole = np.asarray(paper.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)
        np.maximum(whole, 40.0, out=whole)
        np.divide(250.0, whole, out=whole)
        np.multiply(whole, gray, out=whole)
        gray = np.minimum(whole, 255.0, out=whole).astype(np.uint8)
        top = 250.0
    else:
        top = max(40.0, float(np.median(levels)))
    low = float(np.percentile(gray[::7, ::7], 0.5))
    table = np.clip((np.arange(256) - low) * (255.0 / max(top - low, 60.0)), 0, 255).astype(np.uint8)
    return np.asarray(table[gray])


def without_streaks(gray: Gray, dpi: float) -> Gray:
    """Paint out a scanner's streaks: columns that are darker than their neighbours over most of the page's height.

    A streak's columns take, row by row, the darker of their two clean sides, so that letters it crosses stay whole.
    """
    bands = np.array_split(gray, 12, axis=0)
    typical = np.median(
        np.stack([np.percentile(band[:: max(1, len(band) // 60)], 60, axis=0) for band in bands]), axis=0
    )
    reach = max(4, int(dpi / 30))
    around = np.stack([np.roll(typical, reach), np.roll(typical, -reach)]).max(axis=0)
    bad = typical < around - 25
    bad |= np.roll(bad, 1) | np.roll(bad, -1)
    bad[:reach] = bad[-reach:] = False
    mended = gray.copy()
    for first, last in _runs(bad):
        if last - first <= reach * 2:
            before, after = gray[:, max(0, first - 1)], gray[:, min(gray.shape[1] - 1, last)]
            mended[:, first:last] = np.minimum(before, after)[:, None]
    return mended


def _runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and one past last of each run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(one), int(two)) for one, two in zip(edges[::2], edges[1::2], strict=True)]


def tilt(gray: Gray, dpi: float) -> float:
    """How far the lines of writing are tilted, in degrees, from -4 to 4; 0 where there is too little ink to tell."""
    step = max(1, int(dpi / 75))
    ys, xs = np.nonzero(gray[::step, ::step] < DARK)
    if len(ys) < 400:
        return 0.0
    if len(ys) > 120_000:
        kept = slice(None, None, len(ys) // 100_000 + 1)
        ys, xs = ys[kept], xs[kept]
    coarse = max(np.arange(-4, 4.01, 0.25), key=lambda angle: _sharpness(ys, xs, float(angle)))
    fine = max(np.arange(coarse - 0.25, coarse + 0.26, 0.05), key=lambda angle: _sharpness(ys, xs, float(angle)))
    return round(float(fine), 2)


def _sharpness(ys: npt.NDArray[np.int64], xs: npt.NDArray[np.int64], angle: float) -> float:
    rows = (ys - xs * np.tan(np.radians(angle))).astype(np.int64)
    counts = np.bincount(rows - rows.min())
    return float((counts.astype(np.float64) ** 2).sum())


def turned(gray: Gray, angle: float) -> Gray:
    """The page turned by `angle` degrees against the clock around its middle, the same size, white at the corners."""
    image = Image.fromarray(gray).rotate(angle, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=255)
    return np.asarray(image, dtype=np.uint8)


def rules_in(dark: Mask, dpi: float) -> list[tuple[float, float, float]]:
    """Horizontal lines of at least 0.8 inch: from, to, height, in pixels of `dark`."""
    long = int(dpi * 0.8)
    thick = dark | np.roll(dark, 1, axis=0)
    sums = np.cumsum(np.pad(thick, ((0, 0), (1, 0))).astype(np.int32), axis=1)
    full = sums[:, long:] - sums[:, :-long] >= long * 0.96
    found: list[tuple[float, float, float]] = []
    for row in np.flatnonzero(full.any(axis=1)):
        for first, last in _runs(full[row]):
            found.append((float(first), float(last + long), float(row)))
    return _joined(found, dpi)


def _joined(found: list[tuple[float, float, float]], dpi: float) -> list[tuple[float, float, float]]:
    """One line for the rows and the pieces that make it."""
    kept: list[tuple[float, float, float]] = []
    for first, last, row in found:
        for place, (one, two, high) in enumerate(kept):
            if row - high <= dpi / 25 and first <= two + dpi / 15 and one <= last + dpi / 15:
                kept[place] = (min(one, first), max(two, last), row)
                break
        else:
            kept.append((first, last, row))
    return kept


def square_inside(dark: Mask) -> tuple[int, int, int, int] | None:
    """The tightest outline of a small square in a cut-out: two long columns and two long rows of ink. None where there is none."""
    high, wide = dark.shape
    best: tuple[float, tuple[int, int, int, int]] | None = None
    columns = [place for place in range(wide) if _longest(dark[:, place]) >= 0.28 * high]
    for left in columns:
        for right in columns:
            side = right - left
            if not 0.3 * high <= side <= 0.85 * high:
                continue
            score = _outline(dark, left, right, side)
            if score is not None and (best is None or score[0] > best[0]):
                best = score
    return best[1] if best else None


def _outline(dark: Mask, left: int, right: int, side: int) -> tuple[float, tuple[int, int, int, int]] | None:
    rows = dark[:, left : right + 1].mean(axis=1)
    tops = [place for place in range(len(rows)) if rows[place] >= 0.75]
    best: tuple[float, tuple[int, int, int, int]] | None = None
    for top in tops:
        for bottom in tops:
            if abs((bottom - top) - side) > max(2, side * 0.2):
                continue
            edge = dark[top : bottom + 1, left].mean() + dark[top : bottom + 1, right].mean() + rows[top] + rows[bottom]
            if edge >= 2.9 and (best is None or edge > best[0]):
                best = (float(edge), (left, top, right, bottom))
    return best


def _longest(flags: npt.NDArray[np.bool_]) -> int:
    return max((last - first for first, last in _runs(flags)), default=0)


def share_inside(dark: Mask, box: tuple[int, int, int, int]) -> float:
    """The share of ink well inside a square."""
    left, top, right, bottom = box
    margin = max(2, round((right - left) * 0.2))
    inside = dark[top + margin : bottom - margin + 1, left + margin : right - margin + 1]
    return float(inside.mean()) if inside.size else 0.0
