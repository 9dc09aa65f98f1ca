"""Stamps that are a picture or lie across other ink: each spot is turned every usual way on one sheet and read at once."""

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from habeas.paper.pages import pictures as px
from habeas.paper.pages.page import Area

ANGLES = (0.0, 12.0, -12.0, 25.0, -25.0, 40.0, -40.0, 90.0, -90.0)
"""Degrees by which a spot is turned: tesseract reads what is within six or seven degrees of level."""
_MOST = 10
"""Spots of one page that are looked at, the largest first."""
_GAP = 24
_WIDE = 2400


def spots_in(dark: px.Mask, dpi: float) -> list[tuple[int, int, int, int]]:
    """Where ink lies together in patches as large as a stamp's: left, top, right, bottom in pixels, the most ink first."""
    cell = max(4, round(dpi / 14))
    high, wide = dark.shape[0] // cell, dark.shape[1] // cell
    if high == 0 or wide == 0:
        return []
    counts = dark[: high * cell, : wide * cell].reshape(high, cell, wide, cell).sum(axis=(1, 3))
    grid = counts >= max(2, cell // 3)
    found = []
    for cells in patches(grid):
        rows, columns = zip(*cells, strict=True)
        ink = int(sum(counts[row, column] for row, column in cells))
        box = (min(columns) * cell, min(rows) * cell, (max(columns) + 1) * cell, (max(rows) + 1) * cell)
        if box[2] - box[0] + box[3] - box[1] > dpi * 0.6 and ink > dpi * 0.8:
            found.append((ink, box))
    return [box for _, box in sorted(found, reverse=True)[:_MOST]]


def patches(grid: px.Mask) -> Iterator[list[tuple[int, int]]]:
    """The cells with ink that touch one another, corner to corner counted too."""
    left = {(int(row), int(column)) for row, column in zip(*np.nonzero(grid), strict=True)}
    while left:
        edge, patch = [left.pop()], []
        while edge:
            row, column = edge.pop()
            patch.append((row, column))
            near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            edge.extend(near)
        yield patch


def sheet_of(crops: Sequence[px.Gray], angles: Sequence[float] = ANGLES) -> px.Gray | None:
    """One white sheet with every crop turned every way; None where there is nothing to show."""
    tiles = [tile for crop in crops for angle in angles if (tile := _turned(crop, angle)).size]
    if not tiles:
        return None
    rows: list[list[px.Gray]] = [[]]
    for tile in tiles:
        if rows[-1] and sum(each.shape[1] + _GAP for each in rows[-1]) + tile.shape[1] > _WIDE:
            rows.append([])
        rows[-1].append(tile)
    wide = max(sum(each.shape[1] + _GAP for each in row) for row in rows) + _GAP
    return np.vstack([_row(row, wide) for row in rows])


def _row(tiles: Sequence[px.Gray], wide: int) -> px.Gray:
    high = max(each.shape[0] for each in tiles) + _GAP
    sheet = np.full((high, wide), 255, dtype=np.uint8)
    x = _GAP // 2
    for tile in tiles:
        sheet[_GAP // 2 : _GAP // 2 + tile.shape[0], x : x + tile.shape[1]] = tile
        x += tile.shape[1] + _GAP
    return sheet


def _turned(crop: px.Gray, angle: float) -> px.Gray:
    image = Image.fromarray(crop).rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    gray = np.asarray(image, dtype=np.uint8)
    ys, xs = np.nonzero(gray < px.DARK)
    if len(ys) < 20:
        return gray[:0, :0]
    return gray[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]


def cut(gray: px.Gray, areas: Sequence[Area], scale: float) -> list[px.Gray]:
    """The pieces of a page at these places (points), a little wider than they are."""
    found = []
    for x0, top, x1, bottom in areas:
        left, right = max(0, round((x0 - 4) * scale)), round((x1 + 4) * scale)
        piece = gray[max(0, round((top - 4) * scale)) : round((bottom + 4) * scale), left:right]
        if piece.size:
            found.append(np.ascontiguousarray(piece))
    return found
