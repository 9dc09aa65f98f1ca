"""The rule all engines run: the doors of Gov. Code 7282.5 as the peers write them, as a Habeas tree over the peers' data."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from habeas.bench.data import AS_OF, write_data
from habeas.law.engine.columns.outcomes import decide_rules
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.expressions import any_charge, charge, charge_is, item, person
from habeas.law.model.provision import Provision, since, unverified
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.offenses.finding import ClassFinding

CONVICTED = charge.disposition.is_("convicted")
SERIOUS_OR_VIOLENT = charge_is("serious") | charge_is("violent")
FELONY = charge_is("state_prison_felony") | (charge_is("wobbler") & charge.grade.is_("felony"))
GROUNDS = {
    "g1": any_charge(CONVICTED & SERIOUS_OR_VIOLENT & FELONY),
    "g3a": any_charge(
        CONVICTED & charge_is("listed_7282_5_a3") & FELONY & charge.disposed_on.on_or_after("2011-07-01")
    ),
    "g3b": any_charge(
        CONVICTED
        & charge_is("listed_7282_5_a3")
        & charge_is("wobbler")
        & charge.grade.is_("misdemeanor")
        & charge.disposed_on.on_or_after("2021-07-01")
    ),
    "reg": person.flag("sex_or_arson_registrant"),
    "war": person.flag("federal_felony_arrest_warrant"),
    "g6": any_charge(
        charge.disposition.is_("pending")
        & SERIOUS_OR_VIOLENT
        & (charge_is("state_prison_felony") | charge_is("wobbler"))
        & charge.probable_cause_by.is_("magistrate")
    ),
}
_ITEMS = [item(name, "ground", condition) for name, condition in GROUNDS.items()]
DOOR = _ITEMS[0] | _ITEMS[1] | _ITEMS[2] | _ITEMS[3] | _ITEMS[4] | _ITEMS[5]

RULE = Provision(
    id="bench.7282.5",
    acts=(Act.NOTIFY,),
    outcome=Outcome.MAY,
    when=DOOR,
    sentence="The doors of 7282.5 as the benchmark's peers write them.",
    source=unverified(
        "Cal. Gov. Code 7282.5, as in the benchmark", "https://example.org", "Nothing: it measures speed."
    ),
    effective=since("2018-01-01"),
    layer=Layer.STATE,
)
SAMPLE = Case("bench", "us-ca", AS_OF)


def _either(second: pl.Expr, words: list[str]) -> pl.Expr:
    """The second of two words where `second` is true, the first where it is false."""
    return second.cast(pl.UInt8).cat.to(pl.Enum(words))


def frames(folder: Path, people: int) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Read the peers' Parquet files into the columns Habeas decides on; what they write as unknown is null."""
    statutes = pl.scan_parquet(folder / "statutes.parquet").select(
        "statute_id",
        pl.col("serious").alias("charge.serious"),
        pl.col("violent").alias("charge.violent"),
        pl.col("in_list").alias("charge.listed_7282_5_a3"),
        (pl.col("severity") == "F").alias("charge.state_prison_felony"),
        (pl.col("severity") == "W").alias("charge.wobbler"),
    )
    charges = (
        pl.scan_parquet(folder / f"charges_{people}.parquet")
        .join(statutes, on="statute_id", how="left", maintain_order="left")
        .select(
            pl.col("person_id").alias("id"),
            pl.when(pl.col("disposition") != "unknown").then(pl.col("disposition")).alias("charge.disposition"),
            pl.col("conviction_date").alias("charge.disposed_on"),
            _either(pl.col("conv_grade") == "M", ["felony", "misdemeanor"]).alias("charge.grade"),
            _either(pl.col("pc_finding"), ["indictment", "magistrate"]).alias("charge.probable_cause_by"),
            pl.col("^charge\\..*$"),
        )
    )
    persons = pl.scan_parquet(folder / f"persons_{people}.parquet").select(
        pl.col("person_id").alias("id"),
        pl.col("registry").alias("person.sex_or_arson_registrant"),
        pl.col("fed_warrant").alias("person.federal_felony_arrest_warrant"),
        pl.lit(True).alias("record_complete"),
        pl.lit(True).alias("charges_known"),
    )
    return persons, charges


def decide(people: pl.LazyFrame, charges: pl.LazyFrame, *, explain: bool = True) -> pl.DataFrame:
    """Run the rule over everybody, with the grounds and the open facts."""
    return decide_rules(people, charges, SAMPLE, {Act.NOTIFY: (RULE,)}, explain=explain, items=True)


def sample_cases(people: int) -> list[Case]:
    """Generated people as cases, for the latency of one decision."""
    with tempfile.TemporaryDirectory() as temporary:
        write_data(Path(temporary), people)
        persons, charges = (frame.collect() for frame in frames(Path(temporary), people))
    by_person: dict[int, list[ChargeRecord]] = {}
    for row in charges.iter_rows(named=True):
        by_person.setdefault(row["id"], []).append(_record(row))
    return [_case(row, tuple(by_person.get(row["id"], ()))) for row in persons.iter_rows(named=True)]


def _record(row: dict[str, Any]) -> ChargeRecord:
    names = ("disposition", "disposed_on", "grade", "probable_cause_by")
    classes = ("serious", "violent", "listed_7282_5_a3", "state_prison_felony", "wobbler")
    found = {name: ClassFinding(row[f"charge.{name}"], "generated") for name in classes}
    return ChargeRecord({name: row[f"charge.{name}"] for name in names}, found, "a charge")


def _case(row: dict[str, Any], charges: tuple[ChargeRecord, ...]) -> Case:
    person = {name: row[f"person.{name}"] for name in ("sex_or_arson_registrant", "federal_felony_arrest_warrant")}
    return replace(SAMPLE, id=str(row["id"]), person=person, charges=charges, charges_known=True, record_complete=True)
