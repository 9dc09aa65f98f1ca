"""The charts of a release, drawn from its own cells: the funnel, requests by period and outcome, and each year's series."""

from collections.abc import Mapping
from typing import Any

from habeas.common.charts import Chart
from habeas.statistics.disclosure.periods import period_of

ANSWERED = ("complied", "refused", "waits")


def charts_of(data: Mapping[str, Any]) -> list[Chart]:
    """Every chart that a release can show."""
    cells = {tuple(row[:3]): int(row[3]) for row in data["cells"]}
    if not any(cell[2] for cell in cells):
        return []
    return [_funnel(data, cells), _by_period(data, cells), *(_of_year(each) for each in data.get("series", ()))]


def _of_year(series: Mapping[str, Any]) -> Chart:
    """One series of one year: a row a class."""
    cells, name = dict(series["cells"]), f"{series['year']}-{series['name'].replace('_', '-')}"
    rows = tuple((each["words"], (int(cells[each["name"]]),)) for each in series["classes"])
    return Chart(name, f"{series['title']}, {series['year']}", series["says"], (series["unit"],), rows, series["unit"])


def _funnel(data: Mapping[str, Any], cells: Mapping[tuple[str, ...], int]) -> Chart:
    """From what was received to what was granted, over the periods of a release."""
    total = {
        each["name"]: sum(cells[period, "", each["name"]] for period in data["periods"]) for each in data["outcomes"]
    }
    return funnel_of(total, {each["name"]: each["words"] for each in data["outcomes"]})


def funnel_of(total: Mapping[str, int], words: Mapping[str, str]) -> Chart:
    """From what was received to what was granted, with what fell away at each step: each outcome's number by its name, and its words."""
    answered = sum(total.get(name, 0) for name in ANSWERED)
    steps = [("Received", sum(total.values()))]
    steps += [(f"– {words[name]}", count) for name, count in total.items() if name not in ANSWERED]
    steps += [("Answered", answered)]
    steps += [(f"– {words[name]}", total[name]) for name in ANSWERED if name in total and name != "complied"]
    steps += [(words["complied"], total["complied"])] if "complied" in total else []
    says = (
        "From the requests received to those granted; each line that begins with a dash is what fell away at that step."
    )
    rows = tuple((label, (number,)) for label, number in steps)
    return Chart("funnel", "From received to granted", says, ("requests",), rows, "requests received")


def _by_period(data: Mapping[str, Any], cells: Mapping[tuple[str, ...], int]) -> Chart:
    names = [each["name"] for each in data["outcomes"]]
    marked = {period_of(str(day)[:7], data["unit"]): str(words) for day, words in data["marks"]}
    rows = tuple(
        (f"{period} (law changed)" if period in marked else period, tuple(cells[period, "", name] for name in names))
        for period in data["periods"]
    )
    changes = " ".join(f"Law changed in {month}: {words}." for month, words in sorted(marked.items()))
    says = f"Requests received, a bar for each {data['unit']}, parted by how they came out. {changes}".strip()
    columns = tuple(each["words"] for each in data["outcomes"])
    return Chart(
        "periods", f"Requests by {data['unit']} and outcome", says, columns, rows, "requests received, rounded"
    )
