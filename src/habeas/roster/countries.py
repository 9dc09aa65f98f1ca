"""Country names and codes, so that what a record says can be compared. Nothing else is read from a record.

A name that reads in two ways (Georgia, Korea) is no country here; a two-letter code is one only under a table that the profile names.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

UNITED_STATES = frozenset(
    {
        "US",
        "USA",
        "UNITED STATES",
        "UNITED STATES OF AMERICA",
        "ESTADOS UNIDOS",
        "EE UU",
        "EEUU",
        "EUA",
        "ESTADOUNIDENSE",
    }
)
NOT_US = "not US"
"""A record states that the person is no citizen of the United States, and names no country."""
NOT_US_WORDS = frozenset({"NOT US", "NOT USA", "NOT A US CITIZEN", "NOT A CITIZEN OF THE UNITED STATES"})
CODE_TABLES = ("iso", "ncic")
"""The tables of two-letter codes a profile may name: ISO 3166 alpha-2, and the place codes of the FBI's NCIC."""
TWO_READINGS: dict[str, str] = {
    "GEORGIA": "the country or the state",
    "KOREA": "North or South Korea",
    "CONGO": "one of two countries",
    "SAMOA": "the country or American Samoa",
    "VIRGIN ISLANDS": "British or of the United States",
    "AMERICA": "the United States or a continent",
    "AMERICAN": "the United States or a continent",
    "AMERICANO": "the United States or a continent",
    "AMERICANA": "the United States or a continent",
    "NORTEAMERICANO": "the United States or a continent",
    "NORTEAMERICANA": "the United States or a continent",
}
"""Names that are not taken for a country, and why."""
_LETTERS = re.compile(r"[A-Z .,'’()&-]+")
"""What a country's name is written with; a sign of doubt or a stroke (`US?`, `US/MX`) makes it no name of one country."""


@lru_cache(maxsize=4096)
def country_code(text: str, table: str = "") -> str | None:
    """Return the ISO 3166 alpha-2 code of the country a record names, `US` for the United States, `not US`; None for anything else.

    `table` is how two-letter codes read (`iso` or `ncic`); without one they are no country.
    """
    letters = _upper(text)
    if not _LETTERS.fullmatch(letters):
        return None
    plain = _plain(letters)
    if plain in UNITED_STATES:
        return "US"
    if plain in NOT_US_WORDS:
        return NOT_US
    return _codes(table).get(plain) if len(plain) == 2 else _names().get(plain)


def two_readings(text: str) -> str:
    """Why a text that names no one country might: empty where it does not read as a country at all."""
    plain = _plain(_upper(text))
    if re.fullmatch(r"[A-Z]{2}", plain) and (plain in _codes("iso") or plain in _codes("ncic")):
        return 'two-letter codes read in two ways: name the table, country_codes = "iso" or "ncic"'
    return TWO_READINGS.get(plain, "")


def _upper(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.strip().upper())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def _plain(letters: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^A-Z ]", " ", letters.replace(".", ""))).strip()


def _rows(name: str) -> list[list[str]]:
    text = (files("habeas.roster") / name).read_text(encoding="utf-8")
    return [line.split(";") for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def _names() -> dict[str, str]:
    """Alpha-3 codes and names to alpha-2."""
    found = {_plain(_upper(name)): row[0] for row in _rows("countries.csv") for name in row[1:]}
    return {name: code for name, code in found.items() if name not in TWO_READINGS}


@cache
def _codes(table: str) -> dict[str, str]:
    if table == "iso":
        return {row[0]: row[0] for row in _rows("countries.csv")}
    return {row[0]: row[1] for row in _rows("ncic.csv")} if table == "ncic" else {}


def same_country(one: str, other: str) -> bool:
    """Whether two texts can name the same country: by any of its names, its two-letter or its three-letter code."""
    return bool(_readings(one) & _readings(other))


def _readings(text: str) -> set[str]:
    plain = _plain(_upper(text))
    found = {row[0] for row in _rows("countries.csv") if plain in {_plain(_upper(name)) for name in row}}
    found |= {code for code in (_codes("ncic").get(plain), country_code(text)) if code}
    return found
