"""Columns decide as cases do: outcome, provisions and open facts, on crowds with nulls everywhere."""

import os

import polars as pl
import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act
from habeas.law.packs import PACKS
from tests.law.crowds import REQUESTS, Crowd

SIZE = int(os.environ.get("HABEAS_FUZZ", "40"))
"""People a crowd; `make fuzz` draws many more."""
PLACES = [*PACKS, "us-ny"]
TRUTHS = [True, False, None]


@pytest.mark.parametrize("number", range(len(REQUESTS)))
@pytest.mark.parametrize("place", PLACES)
def test_a_crowd_is_decided_as_each_person_would_be(place, number):
    crowd = Crowd(place, REQUESTS[number], SIZE, seed=number * 1000 + len(place))
    cases = crowd.cases()
    found = decide_frame(*crowd.frames(), cases[0], list(Act))
    assert found.get_column("id").to_list() == [case.id for case in cases]
    for case, row in zip(cases, found.iter_rows(named=True), strict=True):
        made = decide(case)
        for act, decision in made.acts.items():
            got = (
                row[f"{act}.outcome"],
                row[f"{act}.provisions"],
                set(filter(None, row[f"{act}.unknown"].split("; "))),
            )
            carry = "; ".join(sorted(reason.provision.id for reason in decision.reasons if reason.controls))
            asked = (
                {ask.fact for ask in decision.questions}
                if "unknown" in decision.outcome or decision.outcome == "unresolved"
                else set()
            )
            # an outcome of unresolved says by itself that it is counsel's; the column lists the facts that could settle it
            asked -= {"law"} if row[f"{act}.outcome"] == "unresolved" and "law" not in got[2] else set()
            if made.warnings and place == "us-ny":
                asked -= {"law"}
                got[2].discard("law")
            assert got == (decision.outcome.value, carry, asked), (
                case.id,
                act,
                got,
                (decision.outcome.value, carry, asked),
            )


def test_the_order_of_the_charges_says_nothing():
    crowd = Crowd("us-ca-orange", REQUESTS[0], 200, seed=7)
    people, charges = crowd.frames()
    found = decide_frame(people, charges, crowd.cases()[0], list(Act), items=True)
    assert (charges.get_column("id").value_counts().get_column("count") > 1).any()
    for scattered in (charges.sample(fraction=1, shuffle=True, seed=3), charges.reverse()):
        again = decide_frame(people, scattered, crowd.cases()[0], list(Act), items=True)
        assert again.equals(found)


GROUPS = (
    [[a] for a in TRUTHS]
    + [[a, b] for a in TRUTHS for b in TRUTHS]
    + [[a, b, c] for a in TRUTHS for b in TRUTHS for c in TRUTHS]
)


def kleene_any(group):
    return True if True in group else None if None in group else False


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_the_group_operation_is_kleene_in_all_39_groups(engine):
    rows = [{"id": number, "value": value} for number, group in enumerate(GROUPS) for value in group]
    assert len(GROUPS) == 39
    frame = pl.LazyFrame(rows, schema={"id": pl.Int64, "value": pl.Boolean})
    found = frame.group_by("id").agg(pl.col("value").any(ignore_nulls=False)).collect(engine=engine).sort("id")
    assert found.get_column("value").to_list() == [kleene_any(group) for group in GROUPS]


def test_the_operators_are_kleene_in_all_nine_pairs():
    pairs = pl.DataFrame(
        {"a": [a for a in TRUTHS for _ in TRUTHS], "b": TRUTHS * 3}, schema={"a": pl.Boolean, "b": pl.Boolean}
    )
    found = pairs.select(
        (pl.col("a") & pl.col("b")).alias("both"),
        (pl.col("a") | pl.col("b")).alias("either"),
        (~pl.col("a")).alias("not"),
    )
    for (a, b), row in zip(pairs.iter_rows(), found.iter_rows(named=True), strict=True):
        assert row["either"] is kleene_any([a, b])
        assert row["both"] is (False if False in (a, b) else None if None in (a, b) else True)
        assert row["not"] is (None if a is None else not a)


def test_the_obvious_any_would_have_turned_unknown_into_no():
    group = pl.DataFrame({"value": [False, None]}, schema={"value": pl.Boolean})
    assert group.select(pl.col("value").any()).item() is False
    assert group.select(pl.col("value").any(ignore_nulls=False)).item() is None


def test_emitters_use_nothing_that_is_not_kleene():
    from pathlib import Path

    from habeas.law.engine.columns import emit

    text = Path(emit.__file__).read_text(encoding="utf-8").partition('"""\n\n')[2]
    for bad in ("fill_null", "coalesce", ".is_in(", "pl.when(", "any_horizontal", ".any()"):
        assert bad not in text, bad


def test_a_column_of_the_wrong_type_is_refused_by_name():
    crowd = Crowd("us-ca", REQUESTS[0], 2, seed=1)
    people, charges = crowd.frames()
    bad = people.with_columns(pl.lit("yes").alias("person.minor"))
    with pytest.raises(BadInputError, match=r'the column "person.minor" is String'):
        decide_frame(bad, charges, crowd.cases()[0], [Act.NOTIFY])


def test_people_without_an_id_are_refused():
    crowd = Crowd("us-ca", REQUESTS[0], 2, seed=1)
    with pytest.raises(BadInputError, match='no column "id"'):
        decide_frame(crowd.frames()[0].drop("id"), None, crowd.cases()[0], [Act.NOTIFY])
