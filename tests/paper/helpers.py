"""Reading in this process (fast) and reading as the program does it (in the child)."""

import json
import shutil

import pytest

from habeas.paper.assemble import read_bytes
from tests.paper.makers import book

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not on this machine")


def reading(*sheets):
    """Read a book of these pages in this process."""
    return read_bytes(book(*sheets))


def values(found):
    """Field values by name."""
    return {name: each.value for name, each in found.fields.items()}


def everything(found):
    """All a reading says, as one text."""
    return json.dumps(found.as_data(), ensure_ascii=False)


def asked(found):
    """All questions as one text."""
    return " ".join(f"{each.ask} {each.why}" for each in found.questions)
