"""Each phrase that a records clerk stumbled over is gone from the desk, and the one of a US records room stands in its place."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.test_words_people_read import FILES

ROOT = Path(__file__).parents[1]
ROWS = tomllib.loads(Path(__file__).with_name("table_of_words.toml").read_text(encoding="utf-8"))["row"]
DESK = {name: texts for name, texts in FILES.items() if "/desk/templates/" in name or "/desk/workflow/" in name}
"""What stands on the desk's pages and in its table of states."""
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for kind in ("*.html", "*.py", "*.toml")
    for path in sorted((ROOT / "src/habeas/desk").rglob(kind))
    if "migrations" not in path.parts
).casefold()


@pytest.mark.parametrize("row", ROWS, ids=[row["then"] for row in ROWS])
def test_the_old_phrase_is_gone_or_argued_and_the_new_one_is_there(row):
    old = re.compile(rf"(?<!\w){re.escape(row['then'])}(?!\w)")
    left = [(name, text[:120]) for name, texts in DESK.items() for text in texts if old.search(text)]
    assert not left or row.get("argued"), left
    assert row["now"].casefold() in SOURCES
