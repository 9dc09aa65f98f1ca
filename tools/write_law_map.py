"""Write docs/map.md and its picture from the packs; a test fails where they have drifted. Run: python tools/write_law_map.py"""

from datetime import date
from pathlib import Path

from habeas.law.pages.map import map_markdown, map_rows, map_svg

DOCS = Path(__file__).parents[1] / "docs"
AS_OF = date(2026, 11, 30)
"""The day of the map in the manual; the public site's is of its own day."""
PICTURE = "images/law-map.svg"


def pages() -> dict[Path, str]:
    """Each file of the manual with its text."""
    rows = map_rows(AS_OF)
    return {DOCS / "map.md": map_markdown(rows, AS_OF, PICTURE), DOCS / PICTURE: map_svg(rows) + "\n"}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
