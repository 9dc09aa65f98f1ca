"""The table of `make soak`: what was tried stands beside what was wanted, and a part that tried nothing is a fault."""

import json
import sys

from tools.soak import run

ROW = {"name": "kills, SQLite", "wanted": 50, "faults": {}}


def test_a_part_that_came_to_less_than_was_wanted_says_so():
    assert "(of 50 wanted; the time was over)" in run.lines_of(ROW | {"figures": {"kills": 12}})[0]
    assert "wanted" not in run.lines_of(ROW | {"figures": {"kills": 51}})[0]


def part(tmp_path, monkeypatch, figures, faults):
    """Run the table with a part that comes to these figures."""
    tally = {"name": "kills, SQLite", "figures": figures, "faults": faults}
    write = f"(p / 'tally.json').write_text({json.dumps(tally)!r})"
    code = f"import pathlib, sys; p = pathlib.Path(sys.argv[sys.argv.index('--root') + 1]); p.mkdir(); {write}"
    (tmp_path / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "$CODE" "$@"\n')
    (tmp_path / "python").chmod(0o700)
    monkeypatch.setenv("CODE", code)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    return run.main(["--only", "kills-sqlite", "--out", str(tmp_path / "soak.json")])


def test_nothing_wrong_is_status_0_and_the_figures_are_kept(tmp_path, monkeypatch, capsys):
    assert part(tmp_path, monkeypatch, {"kills": 7}, {}) == 0
    assert json.loads((tmp_path / "soak.json").read_text())[0]["figures"] == {"kills": 7}
    assert "Nothing lost" in capsys.readouterr().out


def test_a_fault_is_status_1_and_is_printed(tmp_path, monkeypatch, capsys):
    assert part(tmp_path, monkeypatch, {"kills": 7}, {"lost": ["paper-1"]}) == 1
    assert "lost: 1, such as ['paper-1']" in capsys.readouterr().out


def test_a_part_that_tried_nothing_is_status_1(tmp_path, monkeypatch, capsys):
    assert part(tmp_path, monkeypatch, {"kills": 0}, {}) == 1
    assert "nothing was tried" in capsys.readouterr().out
