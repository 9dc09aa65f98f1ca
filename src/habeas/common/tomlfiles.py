"""Reading TOML that strangers wrote: size, depth, long keys and endless numbers are checked, and every fault is one sentence."""

import re
import tomllib
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text

MAX_TOML_BYTES = 2**20
MOST_PARTS = 32
"""Parts of one key, as in `a.b.c`: the parser's time and memory grow by their square."""
MOST_DEEP = 100
"""Brackets within brackets."""
MOST_KEYS = 100_000
"""Keys and parts of keys in one document."""
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[.=,\n\[\]{}]', re.DOTALL
)
"""What the shape of a document hangs on: texts and notes whole, so that what they say is passed over, and the marks between keys."""


def load_toml(path: Path, *, max_bytes: int = MAX_TOML_BYTES, most: int = MOST_KEYS) -> dict[str, Any]:
    """Read the TOML document in `path`. BadInputError for a missing, too large, badly encoded, too deep or ill-formed file."""
    return parse_toml(read_text(path, max_bytes=max_bytes), name=path.name, most=most)


def parse_toml(text: str, *, name: str, most: int = MOST_KEYS) -> dict[str, Any]:
    """Parse `text`; `name` is what the file is called in the sentence if something is wrong, `most` how many keys it may hold."""
    _check_shape(text, name, most)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        what = str(fault)
        raise BadInputError(f"{name} is not TOML: {what[:1].lower()}{what[1:]}.") from None
    except RecursionError:
        raise BadInputError(f"{name} is nested too deep; no file of ours needs that.") from None
    except ValueError:
        raise BadInputError(f"{name} holds a number too long to keep; write it as text in quotes.") from None


def _check_shape(text: str, name: str, most: int) -> None:
    """Raise BadInputError before anything is made of a text whose keys have too many parts, or that has too many keys."""
    parts, every, deep = 1, 0, 0
    for found in _TOKEN.finditer(text):
        mark = found[0]
        if mark == ".":
            parts, every = parts + 1, every + 1
        elif len(mark) == 1:
            parts, every = 1, every + (mark != "\n")
        deep += (mark in "[{") - (mark in "]}")
        if deep > MOST_DEEP:
            raise BadInputError(f"{name} is nested too deep: more than {MOST_DEEP} brackets stand in each other.")
        if parts > MOST_PARTS:
            raise BadInputError(f"{name} is nested too deep: a key has more than {MOST_PARTS} parts.")
        if every > most:
            raise BadInputError(f"{name} holds more than {most:,} keys and values; divide it.")
