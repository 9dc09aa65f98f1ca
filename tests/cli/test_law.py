"""`habeas law` and `habeas bench` at the shell: what they print, what they write, what they refuse."""

import csv
import json

import polars as pl
import pytest

from habeas.answers.frames import roster_frames
from habeas.answers.impact import impact
from habeas.answers.subjects import Setting, Subject, subject_case
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act
from habeas.requests.request import read_request
from habeas.roster.profile import load_profile
from habeas.roster.read import people_in_custody, read_roster
from tests.cli.test_cli import CASE, folder, habeas

__all__ = ["folder"]

KERN = """[policy]
place = "us-ca-kern"
title = "A policy"

[[rule]]
id = "no-notice"
acts = ["notify"]
says = "{says}"
sentence = "The jail says so."
citation = "Policy 1"
from = 2025-02-01
"""


def subjects(path, day):
    found = read_roster(path, load_profile("plain"))
    return [Subject(each.person, each.booking) for each in people_in_custody(found, day)]


def test_list_names_every_pack_with_its_hash():
    run = habeas("law", "list", "--json")
    rows = json.loads(run.stdout)
    assert {"us", "us-ca", "us-tx", "us-il-cook"} <= {row["pack"] for row in rows}
    assert all(len(row["sha256"]) == 64 for row in rows)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_show_prints_each_form(form):
    run = habeas("law", "show", "us-ok", "--as-of", "2025-01-01", "--format", form)
    assert run.returncode == 0
    assert "22 O.S. 171.3" in run.stdout


def test_show_refuses_a_form_nobody_knows():
    run = habeas("law", "show", "us-ok", "--format", "pdf")
    assert run.returncode == 2
    assert run.stderr == '--format is "pdf"; write text, markdown, html, json.\n'


def test_diff_says_what_changed_and_that_nothing_did():
    assert "took the place of" in habeas("law", "diff", "us-nc", "--from", "2025-09-01", "--to", "2025-11-01").stdout
    run = habeas("law", "diff", "us-ok", "--from", "2025-01-01", "--to", "2025-02-01")
    assert run.stdout == "Nothing changed in us-ok between 2025-01-01 and 2025-02-01.\n"


def test_days_the_wrong_way_round_are_refused():
    run = habeas("law", "diff", "us-ok", "--from", "2026-01-01", "--to", "2025-02-01")
    assert run.returncode == 2
    assert "before --from" in run.stderr


def test_coverage_is_whole():
    run = habeas("law", "coverage")
    assert run.returncode == 0
    assert "Every rule has a case" in run.stdout


def test_impact_counts_without_names_and_writes_numbers_where_asked(folder):
    run = habeas(
        "law", "impact", "us-ca", "--roster", folder / "roster.csv", "--from", "2016-06-01", "--to", "2025-07-17",
        "--out", folder / "who.csv",
    )  # fmt: skip
    assert run.returncode == 0
    assert "hold was" in run.stdout
    assert "Quillfeather" not in run.stdout
    rows = list(csv.DictReader((folder / "who.csv").open(encoding="utf-8")))
    assert {row["act"] for row in rows} >= {"hold", "notify"}
    assert {row["id"] for row in rows} <= {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9"}


def _impact_since(folder, before, *more):
    where = ("law", "impact", "us-ca", "--roster", folder / "roster.csv", "--to", "2025-07-17")
    return habeas(*where, "--before", before, *more)


@pytest.fixture
def answered(folder):
    written = folder / "before.parquet"
    habeas("law", "batch", "us-ca", "--roster", folder / "roster.csv", "--as-of", "2025-07-17", "--out", written)
    return written


def test_impact_since_an_earlier_release_names_what_differs_from_its_answers_and_nothing_else(folder, answered):
    assert "nobody's answer differs from the earlier answers" in _impact_since(folder, answered).stdout
    rows = pl.read_parquet(answered)
    other = rows.with_columns(
        pl.when(pl.col("id") == rows["id"][0]).then(pl.lit("must")).otherwise("hold.outcome").alias("hold.outcome")
    )
    other.write_parquet(folder / "other.parquet")
    run = _impact_since(folder, folder / "other.parquet", "--json")
    (change,) = json.loads(run.stdout)["changes"]
    assert (change["act"], change["before"], change["people"]) == ("hold", "must", 1)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda rows: rows.head(2), "about other people"),
        (lambda rows: pl.concat([rows, rows.head(1)]), "about other people"),
        (lambda rows: rows.drop("hold.outcome"), "no column hold.outcome"),
    ],
)
def test_answers_of_other_people_or_acts_are_refused(folder, answered, spoil, says):
    spoil(pl.read_parquet(answered)).write_parquet(folder / "spoiled.parquet")
    run = _impact_since(folder, folder / "spoiled.parquet")
    assert (run.returncode, says in run.stderr) == (2, True), run.stderr


def test_impact_wants_one_thing_to_compare_with(folder, answered):
    both = _impact_since(folder, answered, "--from", "2016-06-01")
    assert both.returncode == 2
    assert "--from with an earlier day, or --before" in both.stderr
    none = _impact_since(folder, folder / "roster.csv")
    assert "cannot be read as Parquet" in none.stderr


def test_impact_is_what_deciding_each_person_twice_gives(folder):
    from datetime import date

    request = read_request({"kind": "detainer", "issuer": "ice", "basis": "civil", "attachments": ["I-200"]})
    setting = Setting("us-ca", date(2025, 7, 17), request)
    people = subjects(folder / "roster.csv", setting.as_of)
    found = impact(people, setting, date(2016, 6, 1), date(2025, 7, 17), [Act.HOLD])
    wanted = set()
    for subject in people:
        before, after = (
            decide(subject_case(subject, Setting("us-ca", day, request)), [Act.HOLD]).acts[Act.HOLD].outcome.value
            for day in (date(2016, 6, 1), date(2025, 7, 17))
        )
        wanted |= {(subject.person.person_id, before, after)} if before != after else set()
    assert set(found.rows.select("id", "before", "after").iter_rows()) == wanted


def test_a_roster_in_columns_is_decided_as_each_person_is(folder):
    from datetime import date

    request = read_request({"kind": "detainer", "issuer": "ice", "basis": "civil", "attachments": ["I-200"]})
    setting = Setting("us-ca-los-angeles", date(2025, 7, 17), request)
    people = subjects(folder / "roster.csv", setting.as_of)
    frames = roster_frames(people, setting)
    found = decide_frame(*frames, list(Act))
    for subject, row in zip(people, found.iter_rows(named=True), strict=True):
        made = decide(subject_case(subject, setting))
        assert {act: row[f"{act}.outcome"] for act in Act} == {
            act: each.outcome.value for act, each in made.acts.items()
        }


def test_batch_over_a_roster_and_over_parquet(folder):
    run = habeas(
        "law",
        "batch",
        "us-ca",
        "--roster",
        folder / "roster.csv",
        "--as-of",
        "2025-07-17",
        "--out",
        folder / "out.parquet",
    )
    assert run.returncode == 0, run.stderr
    made = pl.read_parquet(folder / "out.parquet")
    assert set(made.get_column("hold.outcome")) == {"must_not"}
    people = pl.DataFrame({"id": ["a", "b"], "custody.facility": ["county_jail", None]})
    people.write_parquet(folder / "people.parquet")
    run = habeas(
        "law",
        "batch",
        "us-ca",
        "--roster",
        folder / "people.parquet",
        "--as-of",
        "2025-07-17",
        "--out",
        folder / "two.parquet",
    )
    assert run.returncode == 0, run.stderr
    assert pl.read_parquet(folder / "two.parquet").height == 2


def test_a_policy_is_checked_and_put_in_force(folder):
    good, bad = folder / "good.toml", folder / "bad.toml"
    good.write_text(KERN.format(says="must_not"), encoding="utf-8")
    bad.write_text(KERN.format(says="must"), encoding="utf-8")
    assert habeas("law", "policy", good).returncode == 0
    run = habeas("law", "policy", bad)
    assert run.returncode == 2
    assert "Policy 1" in run.stderr
    assert "7284.6(a)(1)(C)" in run.stderr
    (folder / "kern.json").write_text(json.dumps([CASE | {"jurisdiction": "us-ca-kern"}]), encoding="utf-8")
    decided = json.loads(habeas("decide", folder / "kern.json", "--json", "--policy", good).stdout)[0]
    assert decided["jurisdiction"] == "us-ca-kern"
    assert decided["acts"]["notify"]["outcome"] == "must_not"
    assert "us-ca-kern.policy" in decided["law"]


def test_a_policy_of_another_county_is_refused(folder):
    (folder / "good.toml").write_text(KERN.format(says="must_not"), encoding="utf-8")
    run = habeas("decide", folder / "cases.json", "--policy", folder / "good.toml")
    assert run.returncode == 2
    assert "is the policy of us-ca-kern, not of us-ca" in run.stderr


def test_a_review_shows_on_the_decision(folder):
    reviews = folder / "reviews.toml"
    assert habeas("law", "review", "us-ca", "--by", "A. Lee", "--on", "2026-11-20", "--out", reviews).returncode == 0
    decided = json.loads(habeas("decide", folder / "cases.json", "--json", "--reviews", reviews).stdout)[0]
    assert "us-ca was reviewed by A. Lee on 2026-11-20." in decided["reviews"]
    assert "reviewed by A. Lee" in habeas("decide", folder / "cases.json", "--reviews", reviews).stdout


def test_the_day_can_be_given_for_all_cases(folder):
    before = json.loads(habeas("decide", folder / "cases.json", "--json", "--as-of", "2012-01-01").stdout)[0]
    assert before["as_of"] == "2012-01-01"
    assert before["acts"]["hold"]["outcome"] != "must_not"


def test_what_would_change_an_open_answer_is_said(folder):
    run = habeas("decide", folder / "cases.json")
    assert "would change it, asked of" in run.stdout


def test_bench_refuses_what_is_no_size_and_what_are_no_peers(tmp_path):
    assert habeas("bench", "batch", "--people", "many").returncode == 2
    run = habeas("bench", "decide", "--peers", tmp_path)
    assert run.returncode == 2
    assert "holds no bench_one.py" in run.stderr
