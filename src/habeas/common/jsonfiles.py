"""Reading JSON that strangers wrote: size, depth and duplicate keys are checked, and every fault is one sentence."""

import json
import re
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.infiles import read_file

MAX_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 64
MOST_VALUES = 1_000_000
"""Objects and lists of one document."""


def load_json(path: Path, *, max_bytes: int = MAX_BYTES) -> Any:
    """Read the JSON document in `path`.

    Raises BadInputError for a missing, too large, badly encoded, too deep or ill-formed file, for a key
    written twice in one object, and for NaN, Infinity and numbers too large to keep.
    """
    return parse_json(read_text(path, max_bytes=max_bytes), name=path.name)


def read_text(path: Path, *, max_bytes: int = MAX_BYTES) -> str:
    """Read a UTF-8 text file (a byte-order mark is allowed); BadInputError says what is wrong with it."""
    try:
        return read_file(path, max_bytes=max_bytes).decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadInputError(f"{path.name} is not UTF-8 text (byte {fault.start + 1}); save it as UTF-8.") from None


def parse_json(text: str, *, name: str, halves: bool = False, most: int = MOST_VALUES) -> Any:
    """Parse `text`; `name` is what the file is called in the sentence if something is wrong.

    Half a surrogate pair (`\\ud800` alone) is no letter, and text that holds it can be written nowhere: BadInputError, unless
    the reader asks for `halves` because it can refuse the one row. More than `most` objects and lists are refused before they are
    made: each takes a hundred times the room it has in the file.
    """
    depth, count = _brackets(text, most)
    if depth > MAX_DEPTH:
        raise BadInputError(f"{name} is nested more than {MAX_DEPTH} levels deep; no file of ours needs that.")
    if count > most:
        raise BadInputError(f"{name} holds more than {most:,} objects and lists; split it.")
    try:
        found = json.loads(
            text,
            object_pairs_hook=_no_duplicates(name),
            parse_constant=_no_constant(name),
            parse_int=_small_int(name),
            parse_float=_finite(name),
        )
    except json.JSONDecodeError as fault:
        raise BadInputError(
            f"{name} is not JSON: line {fault.lineno}, column {fault.colno}: {fault.msg.lower()}."
        ) from None
    half = None if halves else _HALF.search(text) and half_of_a_pair(found)
    if half:
        raise BadInputError(f"{name} holds half of a letter ({half}): the text was cut or damaged; write it anew.")
    return found


_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_LONE = re.compile(r"[\ud800-\udfff]")


def half_of_a_pair(value: Any) -> str:
    """Half a surrogate pair somewhere within a JSON value, as it is written; empty where there is none."""
    if isinstance(value, str):
        found = _LONE.search(value)
        return f"\\u{ord(found[0]):04x}" if found else ""
    within: list[Any] = (
        [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    )
    return next((half for each in within if (half := half_of_a_pair(each))), "")


_TOKENS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]')
"""Texts and brackets. Nothing is kept to go back to: a text of 20 MB would take a hundred times its room."""


def nests_too_deep(text: str) -> bool:
    """Whether brackets nest deeper in `text` than any document of ours: a reader that asks for no depth would end in a fault."""
    return _brackets(text, MOST_VALUES)[0] > MAX_DEPTH


def _brackets(text: str, most: int) -> tuple[int, int]:
    """How deep brackets nest and how many there are, counting those outside strings only; stops once past a limit."""
    depth = deepest = count = 0
    for token in _TOKENS.finditer(text):
        mark = token.group()
        if mark in "[{":
            depth += 1
            count += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
        if deepest > MAX_DEPTH or count > most:
            break
    return deepest, count


def _no_duplicates(name: str) -> Any:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in pairs:
            if key in made:
                raise BadInputError(f'{name} has the key "{key}" twice in one object; keep one of them.')
            made[key] = value
        return made

    return build


def _no_constant(name: str) -> Any:
    def refuse(word: str) -> Any:
        raise BadInputError(f"{name} holds {word}, which is no number; write a number or leave the key out.")

    return refuse


def _small_int(name: str) -> Any:
    def read(digits: str) -> int:
        if len(digits) > 18:
            raise BadInputError(f"{name} holds a number of {len(digits)} digits; write it as text in quotes.")
        return int(digits)

    return read


def _finite(name: str) -> Any:
    def read(text: str) -> float:
        number = float(text)
        if number in (float("inf"), float("-inf")):
            raise BadInputError(f"{name} holds {text[:20]}, which is too large to keep.")
        return number

    return read
