"""The pages of rights and of states say what the program obeys, to the letter."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["rights.md", "states.md"])
def test_the_page_has_not_drifted_from_the_table(name):
    pages = runpy.run_path(str(ROOT / "tools" / "write_rights.py"))["PAGES"]
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == pages[name](), "run python tools/write_rights.py and commit the page"
