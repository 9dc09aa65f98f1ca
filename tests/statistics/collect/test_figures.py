"""A state's public figures: every office, period and outcome rounded as one hierarchy, attacked, and written only if they hold."""

import hashlib
import json
import random
from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.statistics.attack.audit import audit
from habeas.statistics.attack.claims import Claim, selector
from habeas.statistics.attack.reading import months_of
from habeas.statistics.collect.figures import state_order
from habeas.statistics.collect.signing import sign_return
from habeas.statistics.collect.state import collect
from habeas.statistics.publishing import FallenError, audited_state_release
from tests.statistics.collect.test_collect import State

QUARTERS = (("2025-01-01", "2025-03-31"), ("2025-04-01", "2025-06-30"))
ON = date(2026, 3, 1)


def hand_in(state, name, quarter, counts):
    folder = state.folder / f"{name} {quarter[0]}"
    folder.mkdir(parents=True)
    table = "item,split,says,value\nall,,Requests,9\n"
    table += "".join(f"by-outcome,{split},Requests,{value}\n" for split, value in counts.items())
    files = {"table.csv": table, "certificate.json": json.dumps({"none": [], "unknown": {}, "not_recorded": []})}
    for file, text in files.items():
        (folder / file).write_text(text)
    manifest = {
        "format": "habeas-report/1", "report": "quarterly", "version": 1, "from": quarter[0], "to": quarter[1], "record": {},
        "tables": [], "agency": name, "files": {file: hashlib.sha256(text.encode()).hexdigest() for file, text in files.items()},
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest))
    sign_return(folder, state.keys[name], ON)


@pytest.fixture
def state(tmp_path):
    made, chance = State(tmp_path / "returns", 9), random.Random(4)  # noqa: S311 - chance is no secret
    for name in made.names:
        for quarter in QUARTERS:
            hand_in(made, name, quarter, {each: chance.randrange(9) for each in ("refused", "complied", "open")})
    return made


def order(state):
    return state_order(collect(state.folder, state.expected).counted, "quarterly", "by-outcome", ON, b"secret")


def test_offices_add_up_to_the_state_and_nothing_is_further_off_than_said(state):
    wanted = order(state)
    data = json.loads(audited_state_release(wanted).text)
    cells = {tuple(row[:3]): row[3] for row in data["cells"]}
    for name, value in cells.items():
        inside = [n for cell, n in wanted.counts.items() if all(a in {"", b} for a, b in zip(name, cell, strict=True))]
        assert abs(value - sum(inside)) <= (4 if any(name) else 2)
    assert sum(cells[office, "", "refused"] for office in state.names) == cells["", "", "refused"]
    assert sum(cells[office, "2025-Q1", ""] for office in state.names) == cells["", "2025-Q1", ""]
    assert data["not_counted"] == []


def test_the_attack_reads_the_whole_hierarchy_and_a_count_that_falls_is_written_nowhere(state):
    wanted = order(state)
    made = audited_state_release(wanted)
    assert made.audit.holds
    bare = json.loads(made.text) | {"off_by": 0, "totals_off_by": 0}
    assert not audit([("state", json.dumps(bare))], [], requests=[]).holds
    wrong = Claim(selector(state.names[0], months_of("2025-Q1", ""), "", ""), 900, 900, "a list")
    with pytest.raises(FallenError, match="No figures were written"):
        audited_state_release(wanted, [wrong])


def test_an_office_without_a_return_of_a_period_is_named_and_is_no_zero(state, tmp_path):
    late = State(tmp_path / "others", 2)
    hand_in(late, late.names[0], QUARTERS[0], {"refused": 3, "open": 2})
    hand_in(late, late.names[0], QUARTERS[1], {"refused": 3, "open": 2})
    hand_in(late, late.names[1], QUARTERS[0], {"refused": 8, "open": "not recorded"})
    found = order(late)
    assert found.missing == ((late.names[1], "2025-Q1"), (late.names[1], "2025-Q2"))
    assert not any(office == late.names[1] for office, _, _ in found.counts)


def test_a_line_no_return_has_or_a_period_that_is_none_is_one_sentence(state):
    held = collect(state.folder, state.expected).counted
    with pytest.raises(BadInputError, match="has a line nothing"):
        state_order(held, "quarterly", "nothing", ON, b"secret")


def test_the_shell_writes_the_figures_with_the_state_and_nothing_of_them_where_a_count_falls(state, tmp_path):
    expect = tmp_path / "agencies.csv"
    lines = [f"{name},{key.verifier.text},2026-03-01" for name, key in state.keys.items()]
    expect.write_text("agency,key,due\n" + "\n".join(lines))
    given = ["collect", str(state.folder), "--expect", str(expect), "--figures", "quarterly:by-outcome"]
    assert "need --secret" in str(CliRunner().invoke(app, [*given, "--out", str(tmp_path / "a")]).exception)
    given += ["--secret", str(tmp_path / "secret.key")]
    done = CliRunner().invoke(app, [*given, "--out", str(tmp_path / "b")])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "b" / "figures" / "release.json").is_file()
    register = tmp_path / "register.csv"
    register.write_text(f"source,office,periods,kinds,outcomes,least,most\nx,{state.names[0]},2025-Q1,,,900,\n")
    fallen = CliRunner().invoke(app, [*given, "--register", str(register), "--out", str(tmp_path / "c")])
    assert fallen.exit_code == 1
    assert "No figures were written" in fallen.output
    assert (tmp_path / "c" / "agencies.csv").is_file()
    assert not (tmp_path / "c" / "figures").exists()
