"""The engines of a benchmark do the same work, and a peer that cannot run is named and not left out."""

import json
from pathlib import Path

import polars as pl
import pytest

from habeas.bench.data import write_data
from habeas.bench.handwritten_baseline import GROUNDS, plain_python, polars_by_hand
from habeas.bench.one import counts, measure
from habeas.bench.rule import SAMPLE, decide, frames, sample_cases
from habeas.bench.run import batch, decide_peers
from habeas.law.engine.evaluate import evaluate


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    write_data(folder, 3000)
    return folder


def test_habeas_and_the_rule_by_hand_agree_person_by_person(data):
    ours = decide(*frames(data, 3000)).sort("id")
    theirs = polars_by_hand(data, 3000).sort("person_id")
    words = {"may": True, "silent": False, "unknown": None, "unresolved": None}
    assert [words[each] for each in ours.get_column("notify.outcome")] == theirs.get_column("result").to_list()
    for name in GROUNDS:
        assert ours.get_column(f"notify: {name}, ground").to_list() == theirs.get_column(name).to_list()


def test_plain_python_agrees(data):
    wanted = polars_by_hand(data, 3000).sort("person_id").get_column("result").to_list()
    assert plain_python(data, 3000).sort("person_id").get_column("result").to_list() == wanted


def test_the_reference_agrees_on_the_cases_whose_latency_is_measured():
    from habeas.bench.rule import DOOR

    cases = sample_cases(200)
    assert {evaluate(DOOR, case) for case in cases} == {True, False, None}
    assert all(case.as_of == SAMPLE.as_of for case in cases)


def test_the_same_seed_gives_the_same_people(data, tmp_path):
    write_data(tmp_path, 3000)
    for name in ("statutes", "persons_3000", "charges_3000"):
        assert pl.read_parquet(data / f"{name}.parquet").equals(pl.read_parquet(tmp_path / f"{name}.parquet"))


def test_a_measurement_says_what_was_measured(data):
    row = measure("Polars by hand", data, 3000, 1)
    assert set(row) == {"engine", "people", "wall_s", "cpu_s", "mb_above_start", "counts"}
    assert sum(row["counts"].values()) == 3000
    assert counts(polars_by_hand(data, 3000)) == row["counts"]


def test_a_peer_that_does_not_run_is_named(tmp_path):
    (tmp_path / "bench_one.py").write_text("raise SystemExit('no module named peers')", encoding="utf-8")
    rows = list(batch([500], Path(tmp_path), repeats=1))
    assert all(row["agrees"] for row in rows if "counts" in row)
    skipped = [row for row in rows if "skipped" in row]
    assert {"numpy", "DuckDB", "OpenFisca"} <= {row["engine"] for row in skipped}
    assert json.dumps(rows)


@pytest.mark.parametrize(
    ("lacks", "says"),
    [
        ("numpy", "not installed (the package numpy)"),
        ("pyarrow", "its script needs the package pyarrow, which is not installed"),
        ("i_numpy", "the folder holds no i_numpy.py"),
    ],
)
def test_an_engine_that_is_installed_is_not_called_missing_for_what_its_script_lacks(tmp_path, lacks, says):
    raises = f"if sys.argv[1] == 'i_numpy': raise ModuleNotFoundError(\"No module named '{lacks}'\")"
    script = f"import json, sys\n{raises}\nprint(json.dumps({{'p50_ms': 1, 'p99_ms': 2}}))"
    (tmp_path / "bench_one.py").write_text(script, encoding="utf-8")
    rows = {row.get("engine") or row["what"]: row for row in decide_peers(tmp_path)}
    assert rows["numpy"]["skipped"] == says
    assert [name for name, row in rows.items() if "skipped" in row] == ["numpy"]


def test_memory_is_what_the_process_itself_held_and_not_what_its_parent_did():
    import subprocess
    import sys

    held = bytearray(400 * 2**20)
    code = "from habeas.bench.one import _megabytes; a = _megabytes(); b = b'x' * (150 * 2**20); print(a, _megabytes() - a)"
    start, grown = map(float, subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert len(held) > start * 2**20
    assert grown > 100
