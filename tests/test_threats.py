"""The table of attacks holds: each test it names is there, each row names one, and no test file that speaks of attacks is left out."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEADING = "## Attack, and what sees or stops it\n"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+|\*)`")
_SPEAKS_OF_ATTACKS = re.compile(
    r"attack|forge(?!r)|tamper|stranger|hostile|strange call|odd value|cheat|stolen|killed|power|written anew|kept out|harm",
    re.IGNORECASE,
)


def rows():
    """The rows of the table: attack, what sees or stops it, what tries it."""
    section = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8").split(HEADING)[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in lines[1:]]


def named_in(path):
    """The names of the tests of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_each_row_names_tests_that_are_there(row):
    assert len(row) == 3, "a row is attack, what sees or stops it, the tests that try it"
    named = _TEST.findall(row[2])
    assert named, "name the test that tries it as `tests/…/test_x.py::test_y`; what nothing stops is a named weakness"
    for file, name in named:
        assert (ROOT / file).is_file(), file
        assert named_in(ROOT / file) if name == "*" else name in named_in(ROOT / file), f"{file} has no {name}"


def test_every_test_file_that_speaks_of_attacks_is_in_the_table():
    named = {file for row in rows() for file, _ in _TEST.findall(row[2])}
    speaking = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("test_*.py")
        if path != Path(__file__).resolve()
        and _SPEAKS_OF_ATTACKS.search(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "")
    }
    assert speaking, "no test file speaks of attacks: the words are wrong"
    assert not speaking - named, "give each a row in docs/threats.md, or another first line"


def test_a_row_without_its_test_would_be_seen():
    assert "test_not_there" not in named_in(Path(__file__))
    assert not _TEST.findall("`tests/desk/` somewhere")
