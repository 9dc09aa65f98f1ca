"""Make the pictures of the manual from what the program writes: the rule page, a letter, a notice, the demonstration's summary.

Run it as `.venv/bin/python tools/pictures.py` from the top of the checkout, with Debian's Chromium installed. It builds the
demonstration in a folder of its own and writes docs/images/*.png.
"""

import shutil
import sys
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from habeas.demo.run import run_demo
from habeas.law.pages.pages import place_page
from habeas.law.pages.printing import page_html

IMAGES = Path(__file__).parents[1] / "docs" / "images"
AS_OF = date(2026, 11, 25)
WIDE = 1280


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        folder = Path(made)
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        rule_page(browser, folder)
        summary(browser, folder, demonstration(folder))
        browser.close()
        package = folder / "demo" / "us-ca"
        first_page(package / "list-package" / "outgoing" / "letter.pdf", "letter.png")
        first_page(next((package / "detainer-package" / "internal" / "notices").glob("*-es.pdf")), "notice.png")


def demonstration(folder: Path) -> str:
    """Build the demonstration and return its summary."""
    return "\n".join(run_demo(folder / "demo", people=13_000)).replace(f"{folder}/", "")


def rule_page(browser: Browser, folder: Path) -> None:
    """California's page after counsel clicked letter (G)."""
    path = folder / "law.html"
    path.write_text(page_html(place_page("us-ca", AS_OF)), encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    page.goto(path.as_uri())
    page.locator('nav a[href="#listed_7282_5_a3-G"]').click()
    page.screenshot(path=IMAGES / "law-page.png")


def summary(browser: Browser, folder: Path, text: str) -> None:
    """The demonstration's summary as a terminal shows it."""
    console = Console(record=True, width=120, file=StringIO())
    console.print(text, markup=False)
    svg = folder / "summary.svg"
    console.save_svg(str(svg), title="make demo")
    page = browser.new_page(viewport={"width": WIDE, "height": 1100})
    page.goto(svg.as_uri())
    page.locator("svg").first.screenshot(path=IMAGES / "summary.png")


def first_page(pdf: Path, name: str) -> None:
    """The first page of a PDF at 100 dots an inch."""
    pypdfium2.PdfDocument(pdf)[0].render(scale=100 / 72).to_pil().save(IMAGES / name, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
