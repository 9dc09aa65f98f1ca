"""Whole numbers from outside: what is one, and what is none."""

import ast
from pathlib import Path

import pytest

import habeas
from habeas.common.numbers import MOST, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("7", 7), ("007", 7), ("9" * 18, 10**18 - 1), (str(MOST), MOST)],
)
def test_ascii_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "²", "٣", "３", "1²", "-1", "+1", "1.0", "1e9", "1_000", "0x1", "NaN", "1\n", "\0", "9" * 5_000),
        *(str(MOST + 1), None, 5, b"5", ["5"]),
    ],
)
def test_everything_else_is_none(text):
    assert whole_number(text) is None


def test_a_range_bounds_it():
    assert whole_number("4", most=3) is None
    assert whole_number("0", least=1) is None
    assert whole_number("3", least=3, most=3) == 3


OUTSIDE = [path for room in ("desk", "cli", "hosting") for path in (Path(habeas.__file__).parent / room).rglob("*.py")]
"""The rooms that read what people and programs send."""

KNOWN: set[tuple[str, str]] = set()
"""What is turned back that the same file wrote."""


def reads_text(node):
    """Whether a piece of code makes a number out of what may be text, or asks whether text is digits."""
    if isinstance(node, ast.Attribute):
        return node.attr in {"isdigit", "isdecimal", "isnumeric"}
    if not isinstance(node, ast.Call):
        return False
    if any(
        isinstance(each, ast.Name) and each.id == "int" for each in (*node.args, *(key.value for key in node.keywords))
    ):
        return not (isinstance(node.func, ast.Name) and node.func.id == "isinstance")
    return isinstance(node.func, ast.Name) and node.func.id == "int" and not counted(node.args[0])


def counted(node):
    """Whether an expression is a number by its own form: a time in seconds, a product, a quotient."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.FloorDiv | ast.Div | ast.Mult)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "timestamp"


def test_no_other_place_makes_a_number_of_what_came_from_outside():
    found = {
        (path.name, ast.unparse(node))
        for path in OUTSIDE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if reads_text(node)
    }
    assert found == KNOWN, "read it with habeas.common.numbers.whole_number"
