"""A command imports its own rooms and no other's: the shell is quick, and one broken library leaves the other commands."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from habeas.cli.lazy import COMMANDS, LazyCommands
from habeas.cli.program import app

SLOW = {
    "django", "polars", "numpy", "pdfplumber", "pypdf", "pypdfium2", "PIL", "weasyprint", "jinja2", "faker", "lxml",
    "xlsxwriter", "python_calamine", "holidays", "rich", "cryptography",
}  # fmt: skip
CASE = {
    "id": "one",
    "jurisdiction": "us-tx",
    "as_of": "2026-11-10",
    "request": {"kind": "detainer", "asks": ["hold", "notify"], "issuer": "ice", "form": "I-247A"},
}


def imported(*arguments):
    """The modules that stand in memory when the program has run `arguments` in a process of its own."""
    code = (
        "import atexit, json, sys; atexit.register(lambda: sys.stderr.write(json.dumps(sorted(sys.modules))));"
        f"sys.argv = ['habeas', *{list(arguments)!r}]; from habeas.cli import main; main()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stderr
    return set(json.loads(run.stderr))


def rooms(modules):
    return {name.split(".")[1] for name in modules if name.startswith("habeas.")}


def test_the_version_imports_no_room():
    modules = imported("--version")
    assert rooms(modules) == {"cli", "common"}
    assert not {each for each in modules if each.startswith("habeas.cli.")} - {
        f"habeas.cli.{name}" for name in ("lazy", "options", "program")
    }
    assert not SLOW & modules


def test_deciding_a_case_imports_the_law_and_no_desk_no_columns_and_no_papers(tmp_path):
    (tmp_path / "case.json").write_text(json.dumps(CASE), encoding="utf-8")
    modules = imported("decide", str(tmp_path / "case.json"))
    assert "law" in rooms(modules)
    assert not rooms(modules) & {"answers", "audit", "bench", "demo", "desk", "matching", "paper", "roster"}
    assert not SLOW & modules


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_name_of_the_table_is_a_command_with_its_help(name):
    assert LazyCommands()[name].help


def test_a_name_nobody_knows_is_refused_with_the_names_that_are_near():
    run = CliRunner().invoke(app, ["decid"])
    assert run.exit_code == 2
    assert "No such command" in run.output
    assert "decide" in run.output
