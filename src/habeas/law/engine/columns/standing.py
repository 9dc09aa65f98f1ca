"""Many charges as they can be on the day, as one charge is read (`case_files.as_it_stands`, `slips`)."""

from collections.abc import Sequence

import polars as pl

from habeas.law.engine.slips import DIVERTED, HEARING_WAIVED, NO_CONVICTION, NO_SENTENCE, OR_NOT, WITHOUT_PLEA

_UNDER = "charge.dismissed_under"


def as_they_stand(charges: pl.LazyFrame, as_of: pl.Expr) -> pl.LazyFrame:
    """The charges without the facts that cannot stand beside each other, and none held to answer by an indictment."""
    have = charges.collect_schema().names()
    if {"charge.disposition", "charge.description"} <= set(have):
        charges, have = charges.with_columns(_under(have).alias(_UNDER)), [*have, _UNDER]
    slips = _slips(have, as_of)
    kept = [pl.when(~slip).then(pl.col(name)).alias(name) for name, slip in slips.items() if name in have]
    charges = charges.with_columns(kept)
    return _held(charges, have) if "charge.disposition" in have else charges


def _held(charges: pl.LazyFrame, have: Sequence[str]) -> pl.LazyFrame:
    """Held to answer is the magistrate's order unless the record says otherwise; a charge by indictment is pending."""
    how, by = pl.col("charge.disposition").cast(pl.String), pl.coalesce(_text(have, "probable_cause_by"), _said(have))
    held = (how == "held_to_answer").eq_missing(pl.lit(True))
    indicted = held & (by == "indictment").eq_missing(pl.lit(True))
    return charges.with_columns(
        pl.when(held).then(by.fill_null("magistrate")).otherwise(by).alias("charge.probable_cause_by"),
        pl.when(indicted).then(pl.lit("pending")).otherwise(how).alias("charge.disposition"),
    )


def _under(have: Sequence[str]) -> pl.Expr:
    """How a charge was dismissed, where nothing else tells it and its description says that diversion ended it."""
    words, dismissed = _text(have, "description"), _text(have, "disposition") == "dismissed"
    spoken = words.str.contains(DIVERTED) & ~words.str.replace_all(WITHOUT_PLEA, " ").str.contains(OR_NOT)
    told = pl.when(_yes(dismissed & spoken)).then(pl.lit("diversion"))
    return pl.coalesce(_text(have, "dismissed_under"), told)


def _said(have: Sequence[str]) -> pl.Expr:
    """Who found cause, where the charge's description says that the hearing was waived."""
    told = _text(have, "description").str.contains(HEARING_WAIVED)
    return pl.when(_yes(told)).then(pl.lit("waived"))


def _slips(have: Sequence[str], as_of: pl.Expr) -> dict[str, pl.Expr]:
    """Each fact of a charge with the rows in which it cannot stand: never null."""
    ended, under, sentenced = (
        _text(have, "disposition"),
        _text(have, "dismissed_under"),
        _text(have, "sentence").is_not_null(),
    )
    disposed, offense, reduced = (_day(have, name) for name in ("disposed_on", "offense_on", "reduced_on"))
    tomorrow, early = _yes(disposed > as_of), _yes(disposed < offense)
    reduction = _yes(reduced > as_of) | _yes(reduced < offense)
    ends = (_yes(ended == "convicted") & under.is_not_null()) | (_yes(ended.is_in(sorted(NO_SENTENCE))) & sentenced)
    none = _yes(ended == "dismissed") & _yes(under.is_in(sorted(NO_CONVICTION))) & sentenced
    return {
        "charge.disposition": tomorrow | ends,
        "charge.disposed_on": tomorrow | early,
        "charge.offense_on": early,
        "charge.grade": reduction,
        "charge.reduced_on": reduction,
        "charge.dismissed_under": none,
    }


def _yes(condition: pl.Expr) -> pl.Expr:
    return condition.fill_null(value=False)


def _text(have: Sequence[str], name: str) -> pl.Expr:
    return pl.col(f"charge.{name}").cast(pl.String) if f"charge.{name}" in have else pl.lit(None, pl.String)


def _day(have: Sequence[str], name: str) -> pl.Expr:
    return pl.col(f"charge.{name}") if f"charge.{name}" in have else pl.lit(None, pl.Date)
