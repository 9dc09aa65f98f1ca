"""The pages of rights and of states say what the program obeys, to the letter."""

import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

from habeas.desk.workflow.table import table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["rights.md", "states.md"])
def test_the_page_has_not_drifted_from_the_table(name):
    pages = runpy.run_path(str(ROOT / "tools" / "write_rights.py"))["PAGES"]
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == pages[name](), "run python tools/write_rights.py and commit the page"


def titles(kind):
    """The titles of all nodes or all edges of the drawing."""
    drawing = ElementTree.parse(ROOT / "docs" / "images" / "states.svg")  # noqa: S314 - our own drawing
    space = "{http://www.w3.org/2000/svg}"
    return [each.find(f"{space}title").text for each in drawing.iter(f"{space}g") if each.get("class") == kind]


def test_the_drawing_has_every_state_once_and_no_other():
    assert sorted(titles("node")) == sorted(["start", *table().states]), "run python tools/write_rights.py"


def test_the_drawing_has_every_move_once_and_no_other():
    first, *drawn = sorted(titles("edge"), key=lambda title: not title.startswith("start"))
    assert first == "start → received"
    parted = [(*title.split(": ")[0].split(" → "), title.split(": ")[1].split(", ")) for title in drawn]
    shown = [(start, to, move) for starts, to, moves in parted for start in starts.split(", ") for move in moves]
    wanted = [(start, each.to, each.name) for each in table().transitions() for start in each.from_states]
    assert sorted(shown) == sorted(wanted), "run python tools/write_rights.py"


def test_the_drawing_asks_for_nothing_from_elsewhere():
    text = (ROOT / "docs" / "images" / "states.svg").read_text(encoding="utf-8")
    assert "http" not in text.replace('"http://www.w3.org/2000/svg"', "").replace('"http://www.w3.org/1999/xlink"', "")
