"""Reading the forms by which an export is described: shape, cards, codes, what a row is, what the paper says."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest

from habeas.common.numbers import whole_number
from habeas.desk.services.custody.profile_words import LEFT_OUT, OURS, ROW_KINDS, UNKNOWN, CardAnswer, is_meaning
from habeas.desk.workflow.errors import RefusedError
from habeas.roster.layout import SHAPES

SEPARATORS: tuple[tuple[str, str], ...] = (
    ("", "Found by the program"), (",", "Comma (,)"), (";", "Semicolon (;)"), ("tab", "Tab"), ("|", "Bar (|)"),
)  # fmt: skip
"""What can stand between columns, as the form sends it, and in words."""


def shape_from(request: HttpRequest, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The file's shape as typed, as under `[file]`; `kept` is the shape until now. Raises RefusedError for what is no shape or no row."""
    shape, separator = request.POST.get("shape", ""), request.POST.get("separator", "")
    if shape not in SHAPES or separator not in dict(SEPARATORS):
        raise RefusedError("Choose one of the shapes and separators shown.")
    if shape != "table":
        return {"shape": shape}
    found: dict[str, Any] = {"shape": shape}
    found |= {"separator": "\t" if separator == "tab" else separator} if separator else {}
    found |= {"sheet": sheet[:60]} if (sheet := request.POST.get("sheet", "")) else {}
    found |= {"repeats": "blank"} if request.POST.get("repeats") else {}
    found |= {"quotes": False} if request.POST.get("no_quotes") else {}
    return found | _header(request)


def _header(request: HttpRequest) -> dict[str, Any]:
    rows = [whole_number(each) for each in request.POST.getlist("header")]
    if any(row is None or not 1 <= row <= 10_000 for row in rows) or len(rows) > 4:
        raise RefusedError("Choose the row that names the columns, or up to four of them.")
    if request.POST.get("no_header"):
        return {"header": "none"}
    return {"header": sorted(row for row in rows if row is not None)} if rows else {}


def cards_from(request: HttpRequest, cards: Iterable[Mapping[str, Any]]) -> dict[str, CardAnswer]:
    """What is said of each column. Raises RefusedError for a meaning that there is not."""
    found = {}
    for number, card in enumerate(cards):
        meaning = request.POST.get(f"meaning-{number}", "")
        if not is_meaning(meaning) and meaning != LEFT_OUT:
            raise RefusedError("Choose one of the meanings shown.")
        found[card["source"]] = CardAnswer(
            meaning, _lines(request, f"forms-{number}"), _lines(request, f"unknown-{number}")
        )
    return found


def _lines(request: HttpRequest, name: str) -> tuple[str, ...]:
    return tuple(line for each in request.POST.get(name, "")[:2000].splitlines() if (line := each.strip()))


def codes_from(request: HttpRequest, coded: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """What each value of each coded column means, those that were chosen. Raises RefusedError for a word that is none of ours."""
    found: dict[str, dict[str, str]] = {}
    for each in coded:
        values = found.setdefault(each["plain"], {})
        for number, (value, _, _) in enumerate(each["values"]):
            ours = request.POST.get(f"code-{each['plain']}-{number}", "")
            if ours and ours not in {*OURS[each["plain"]], UNKNOWN}:
                raise RefusedError("Choose one of the words shown for each value.")
            values |= {value: ours} if ours else {}
    return found


def rows_from(request: HttpRequest, columns: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """What rows are by their values, those that are no charge. Raises RefusedError for a kind that there is not."""
    found: dict[str, dict[str, str]] = {}
    for place, each in enumerate(columns):
        values = found.setdefault(each["source"], {})
        words = [*(value for value, _, _ in each["values"]), *(word for word, _ in each["patterns"])]
        for number, value in enumerate(words):
            kind = request.POST.get(f"row-{place}-{number}", "")
            if kind and kind not in ROW_KINDS:
                raise RefusedError("Choose one of the kinds shown for each row.")
            values |= {value: kind} if kind else {}
    return found


def compared_from(request: HttpRequest, asked: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What the jail's record says of each person, those that were answered.

    Raises RefusedError where somebody is wrong and nobody said in what.
    """
    found = {}
    for number, each in enumerate(asked):
        answer, words = request.POST.get(f"paper-{number}", ""), request.POST.get(f"wrong-{number}", "").strip()
        if answer == "wrong" and not words:
            raise RefusedError("For each inmate that is wrong, enter what the jail's record says.")
        if answer in {"right", "wrong"}:
            found[each["person_id"]] = words if answer == "wrong" else ""
    return found
