"""A database that does not answer is one sentence and exit status 2 for every command that opens a desk, never an error inside Habeas."""

import os
import subprocess
import sys

NOBODY = "postgresql://habeas@127.0.0.1:1/habeas"
"""Port 1 of this machine: nothing answers there."""
COMMANDS = (
    "desk open --jurisdiction us-tx --agency Office",
    "desk migrate",
    "desk migrate --limit habeas_app",
    "desk state",
    "desk vouch somebody",
    "desk password somebody",
    "backup --out night",
    "outage-kit --out kit",
    "serve --plain-http --port 8699",
    "audit verify",
    "audit export --out export",
    "audit replay",
    "audit key",
    "audit checkpoint",
    "audit anchor --to court --how paper",
    "audit give-up --reason told",
    "audit acknowledge 3 --by somebody",
)


def started(command, folder):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    given = [sys.executable, "-m", "habeas", *command.split(), "--data", str(folder / "desk")]
    return subprocess.Popen(given, cwd=folder, env=env | {"DATABASE_URL": NOBODY}, stderr=subprocess.PIPE, text=True)


def test_every_command_that_opens_a_desk_says_in_a_sentence_that_its_database_is_away(tmp_path):
    for start in range(0, len(COMMANDS), 4):
        batch = COMMANDS[start : start + 4]
        for command, run in [(each, started(each, tmp_path)) for each in batch]:
            said = run.communicate(timeout=120)[1]
            assert (run.returncode, len(said.splitlines())) == (2, 1), (command, said)
            assert "the database cannot be reached" in said, command
