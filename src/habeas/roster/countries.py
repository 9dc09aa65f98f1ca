"""Country names and ISO 3166 codes, so that what a record says can be compared. Nothing else is read from a record."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

UNITED_STATES = frozenset({"US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA"})


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """Return the ISO 3166 alpha-2 code of a country a record names, `US` for the United States, None for anything else."""
    plain = _plain(text)
    if plain in UNITED_STATES:
        return "US"
    return _table().get(plain)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.upper().replace(".", ""))
    ascii_only = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return re.sub(r"\s+", " ", re.sub(r"[^A-Z ]", " ", ascii_only)).strip()


@cache
def _table() -> dict[str, str]:
    text = (files("habeas.roster") / "countries.csv").read_text(encoding="utf-8")
    rows = [line.split(";") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {_plain(name): row[0] for row in rows for name in row}
