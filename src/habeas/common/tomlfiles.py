"""Reading TOML that strangers wrote: size, depth and endless numbers are checked, and every fault is one sentence."""

import tomllib
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text

MAX_TOML_BYTES = 2**20


def load_toml(path: Path, *, max_bytes: int = MAX_TOML_BYTES) -> dict[str, Any]:
    """Read the TOML document in `path`. BadInputError for a missing, too large, badly encoded, too deep or ill-formed file."""
    return parse_toml(read_text(path, max_bytes=max_bytes), name=path.name)


def parse_toml(text: str, *, name: str) -> dict[str, Any]:
    """Parse `text`; `name` is what the file is called in the sentence if something is wrong."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        what = str(fault)
        raise BadInputError(f"{name} is not TOML: {what[:1].lower()}{what[1:]}.") from None
    except RecursionError:
        raise BadInputError(f"{name} is nested too deep; no file of ours needs that.") from None
    except ValueError:
        raise BadInputError(f"{name} holds a number too long to keep; write it as text in quotes.") from None
