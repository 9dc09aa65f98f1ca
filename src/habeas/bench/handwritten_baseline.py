"""The rule by hand, as a good engineer would write it: what Habeas is measured against where the peers are not beside it."""

from collections.abc import Callable
from pathlib import Path

import polars as pl

from habeas.bench.data import AS_OF

GROUNDS = ("g1", "g3a", "g3b", "reg", "war", "g6")


def polars_by_hand(folder: Path, people: int) -> pl.DataFrame:
    """One lazy query: grounds, result, reason and the mask of the unknown grounds."""
    c = pl.col
    statutes = pl.scan_parquet(folder / "statutes.parquet")
    charges = pl.scan_parquet(folder / f"charges_{people}.parquet").join(statutes, on="statute_id", how="left")
    convicted = pl.when(c("disposition") != "unknown").then(c("disposition") == "convicted")
    pending = pl.when(c("disposition") != "unknown").then(c("disposition") == "pending")
    grave = c("serious") | c("violent")
    felony = (c("severity") == "F") | ((c("severity") == "W") & (c("conv_grade") == "F"))
    wobbler = (c("severity") == "W") & (c("conv_grade") == "M")
    day = c("conviction_date")
    per_charge = {
        "g1": convicted & grave & felony,
        "g3a": convicted & c("in_list") & felony & (day >= pl.date(2011, 7, 1)),
        "g3b": convicted & c("in_list") & wobbler & (day >= pl.date(2021, 7, 1)),
        "g6": pending & grave & ((c("severity") == "F") | (c("severity") == "W")) & c("pc_finding"),
    }
    names = list(per_charge)
    grouped = (
        charges.select("person_id", "charge_id", *(value.alias(name) for name, value in per_charge.items()))
        .group_by("person_id")
        .agg(
            *(c(name).any(ignore_nulls=False) for name in names),
            *(pl.when(c(name)).then(c("charge_id")).min().alias(f"by_{name}") for name in names),
        )
        .with_columns(pl.lit(True).alias("has"))
    )
    persons = pl.scan_parquet(folder / f"persons_{people}.parquet").rename({"registry": "reg", "fed_warrant": "war"})
    joined = persons.join(grouped, on="person_id", how="left").with_columns(
        pl.when(c("has").is_null()).then(pl.lit(False)).otherwise(c(name)).alias(name) for name in per_charge
    )
    result = c("g1") | c("g3a") | c("g3b") | c("reg") | c("war") | c("g6")
    joined = joined.with_columns(result.alias("result"))
    reason = pl.lit(0)
    for number, name in reversed(list(enumerate(GROUNDS, start=1))):
        reason = pl.when(c(name)).then(number).otherwise(reason)
    mask = sum((c(name).is_null().cast(pl.Int32) * (1 << k) for k, name in enumerate(GROUNDS)), pl.lit(0))
    open_mask = pl.when(c("result").is_null()).then(mask).otherwise(0)
    return (
        joined.with_columns(reason.alias("reason"), open_mask.alias("unknown"))
        .select("person_id", *GROUNDS, "result", "reason", "unknown", *(f"by_{name}" for name in names))
        .collect()
    )


def plain_python(folder: Path, people: int) -> pl.DataFrame:
    """One person after another, in dictionaries; reading is not counted against it by whoever times it."""
    statutes = {row["statute_id"]: row for row in pl.read_parquet(folder / "statutes.parquet").iter_rows(named=True)}
    by_person: dict[int, list[dict[str, object]]] = {}
    for row in pl.read_parquet(folder / f"charges_{people}.parquet").iter_rows(named=True):
        by_person.setdefault(row["person_id"], []).append(row)
    rows = []
    for person in pl.read_parquet(folder / f"persons_{people}.parquet").iter_rows(named=True):
        found = [_charge(each, statutes.get(each["statute_id"])) for each in by_person.get(person["person_id"], [])]
        grounds = {name: _any([each[name] for each in found]) for name in ("g1", "g3a", "g3b", "g6")}
        grounds |= {"reg": person["registry"], "war": person["fed_warrant"]}
        rows.append({"person_id": person["person_id"], "result": _any(list(grounds.values()))})
    return pl.DataFrame(rows, schema={"person_id": pl.Int64, "result": pl.Boolean})


def _charge(charge: dict[str, object], statute: dict[str, object] | None) -> dict[str, bool | None]:
    statute = statute or {"severity": None, "serious": None, "violent": None, "in_list": None}
    disposition = None if charge["disposition"] == "unknown" else charge["disposition"]
    severity, grade, day = statute["severity"], charge["conv_grade"], charge["conviction_date"]
    grave = _any([statute["serious"], statute["violent"]])
    felony = _any([_is(severity, "F"), _all([_is(severity, "W"), _is(grade, "F")])])
    wobbler = _all([_is(severity, "W"), _is(grade, "M")])
    convicted, listed = _is(disposition, "convicted"), statute["in_list"]
    return {
        "g1": _all([convicted, grave, felony]),
        "g3a": _all([convicted, listed, felony, _since(day, 15)]),
        "g3b": _all([convicted, listed, wobbler, _since(day, 5)]),
        "g6": _all(
            [_is(disposition, "pending"), grave, _any([_is(severity, "F"), _is(severity, "W")]), charge["pc_finding"]]
        ),
    }


def _is(value: object, wanted: str) -> bool | None:
    return None if value is None else value == wanted


def _since(day: object, years: int) -> bool | None:
    return None if day is None else bool(day >= AS_OF.replace(year=AS_OF.year - years))  # type: ignore[operator]


def _any(values: list[object]) -> bool | None:
    return True if True in values else None if None in values else False


def _all(values: list[object]) -> bool | None:
    return False if False in values else None if None in values else True


BY_HAND: dict[str, Callable[[Path, int], pl.DataFrame]] = {
    "Polars by hand": polars_by_hand,
    "plain Python": plain_python,
}
