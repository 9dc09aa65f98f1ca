import csv

from habeas.bench.match import Task, hold_to_rule, match_bench, reached
from habeas.bench.match_orders import ORDERS
from habeas.bench.match_peer import APART, held

PEOPLE = {"P1": "1980-05-06", "P2": "1981-05-06", "P3": "", "P4": "1980-05-06"}
ASKED = {"Q1": ("1980-05-06", "P1"), "Q2": ("1980-05-06", "P2"), "Q3": ("1980-05-06", "P3"), "Q4": ("", "P4")}


def task(folder, verdict="one"):
    """A task of four queries: the birth date is the same, a year off, missing on record, missing on the paper."""
    write(folder / "roster.csv", ["person_id", "date_of_birth"], PEOPLE.items())
    write(folder / "queries.csv", ["query_id", "date_of_birth"], ((name, born) for name, (born, _) in ASKED.items()))
    truth = ((name, "one", person, "north" if name < "Q3" else "south") for name, (_, person) in ASKED.items())
    write(folder / "truth.csv", ["query_id", "verdict", "person_ids", "group"], truth)
    out = folder / "out.csv"
    rows = ((name, verdict, person) for name, (_, person) in ASKED.items())
    write(out, ["query_id", "verdict", "candidate_id"], rows)
    return out


def write(path, names, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows])


def test_a_peers_one_is_turned_into_ambiguous_only_where_the_birth_dates_disagree(tmp_path):
    out = task(tmp_path)
    hold_to_rule(out, tmp_path)
    with out.open(encoding="utf-8", newline="") as file:
        assert [row["verdict"] for row in csv.DictReader(file)] == ["one", "ambiguous", "one", "one"]


def test_a_query_whose_birth_date_disagrees_is_out_of_reach_and_counts_for_nobody(tmp_path):
    out = task(tmp_path)
    assert reached(out, tmp_path) == {
        "north": {"ceiling": 0.5, "reached": 1.0},
        "south": {"ceiling": 1.0, "reached": 1.0},
    }
    assert reached(out, tmp_path, together=True) == {"all": {"ceiling": 0.75, "reached": 1.0}}
    assert reached(task(tmp_path, "ambiguous"), tmp_path, together=True)["all"]["reached"] == 0.0


def test_thresholds_under_the_rule_see_a_score_out_of_reach_where_the_first_candidates_date_disagrees():
    people = [{"id": name, "dob": born} for name, born in PEOPLE.items()]
    queries = [{"id": name, "dob": born} for name, (born, _) in ASKED.items()]
    scores = {name: [(9.0, person), (1.0, "P1")] for name, (_, person) in ASKED.items()}
    found = held(scores, people, queries)
    assert found["Q2"] == [(9.0 - APART, "P2"), (1.0 - APART, "P1")]
    assert all(found[name] == scores[name] for name in ("Q1", "Q3", "Q4"))


GEN = """
import argparse, pathlib
told = argparse.ArgumentParser()
for name in ("--seed", "--roster", "--queries", "--out"):
    told.add_argument(name)
out = pathlib.Path(told.parse_args().out)
out.mkdir()
FILES = {
    "roster.csv": ["person_id,booking_id,family_name,given_name,date_of_birth,middle_name,statute"],
    "queries.csv": ["query_id,family_name,given_name,date_of_birth", "Q1,Quillfeather,Ottoline,1980-05-06"],
    "truth.csv": ["query_id,verdict,person_ids,group", "Q1,one,P1,north"],
}
FILES["roster.csv"] += ["P1,B1,Quillfeather,Ottoline,1980-05-06,Mae,", "P2,B2,Adair,Bo,1981-05-06,Lou,"]
for name, rows in FILES.items():
    (out / name).write_text(chr(10).join([*rows, ""]))
"""
SCORE = """
import csv, json, sys
ones = sum(row["verdict"] == "one" for row in csv.DictReader(open(sys.argv[1])))
rates = {"wrong_one": 0, "correct_one_rate": ones}
more = {"queries": 1, "wrong_one_per_10k": 0, "missed_rate": 0, "clerk_share": 0, "group_gap_correct_one": 0}
print(json.dumps(rates | more | {"by_group": {"north": rates}, "contract_broken": 0}))
"""


def test_every_way_a_name_is_given_is_measured_in_one_run(tmp_path):
    (tmp_path / "gen.py").write_text(GEN)
    (tmp_path / "score.py").write_text(SCORE)
    rows = list(match_bench(Task(tmp_path, peers=(), people=100, queries=100)))
    assert [(row["engine"].removeprefix("Habeas, "), row["correct_one"]) for row in rows] == [
        (name, 1) for name in ORDERS
    ]
