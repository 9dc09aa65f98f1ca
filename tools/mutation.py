"""Change the code one place at a time, and list each change that no test notices: `python tools/mutation.py ROOM [MINUTES]`.

Needs mutmut (`uv sync --group mutation`). The work is done on a copy under `mutation/ROOM`; a run that was cut short goes on where it
stopped while the code is the same. Survivors with their changes stand in `mutation/ROOM.txt`; exit status 1 where there is any.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORK = ROOT / "mutation"
SERVICES = "src/habeas/desk/services"
DECIDED = ["tests/desk/test_deciding.py", "tests/desk/test_request_pages.py", "tests/desk/test_two_people.py"]
ROOMS: dict[str, tuple[list[str], list[str]]] = {
    "law": (["src/habeas/law/*"], ["tests/law"]),
    "workflow": (
        ["src/habeas/desk/workflow/*"],
        ["tests/desk/test_core.py", "tests/desk/test_guarded_flow.py", *DECIDED],
    ),
    "deciding": ([f"{SERVICES}/*/deciding.py"], [*DECIDED, "tests/desk/test_two_clerks.py"]),
    "signing": ([f"{SERVICES}/*/signing.py"], [*DECIDED, "tests/desk/test_two_clerks.py"]),
    "freshness": (
        [f"{SERVICES}/*/freshness.py"],
        [*DECIDED, "tests/desk/test_rosters.py", "tests/desk/test_beside.py"],
    ),
    "ending": (
        [f"{SERVICES}/*/ending.py"],
        ["tests/desk/test_core.py", "tests/desk/test_outgoing_and_notices.py", *DECIDED],
    ),
}
"""Room -> the files that are changed, and the tests that must notice."""
LEFT_OUT = ["src/habeas/law/packs/*", "src/habeas/law/columns/spark.py"]
"""Rules are data, which mutmut does not change; Spark is an extra."""
SHOWN = 300
"""The most survivors whose change is written out."""


def main(room: str, minutes: int) -> int:
    """Run mutmut on a room for no longer than `minutes`, write the survivors, and give the exit status."""
    folder = _copied(room)
    _run(folder, ["run", "--max-children", str(os.cpu_count() or 1)], minutes)
    status = dict(_results(folder))
    counts = Counter(status.values())
    unnoticed = [name for name, said in status.items() if said in {"survived", "no tests"}]
    head = f"{room}: {len(status):,} changes; " + ", ".join(f"{count:,} {said}" for said, count in counts.most_common())
    shown = [_run(folder, ["show", name], 2) for name in unnoticed[:SHOWN]]
    (WORK / f"{room}.txt").write_text("\n".join([head, "", *unnoticed, "", *shown]), encoding="utf-8")
    sys.stdout.write(f"{head}. {WORK.name}/{room}.txt\n")
    if not status or set(counts) == {"not checked"}:
        sys.stderr.write("Nothing was measured; see the log beside it.\n")
        return 2
    return 1 if unnoticed else 0


def _copied(room: str) -> Path:
    """The copy that is changed, made anew unless it is of this very code."""
    folder, stamp = WORK / room, WORK / f"{room}.sha256"
    git = [shutil.which("git") or "git", "ls-files"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    files = [name for name in listed if (ROOT / name).is_file()]
    digest = hashlib.sha256()
    for name in files:
        digest.update(name.encode() + b"\0" + (ROOT / name).read_bytes())
    if folder.is_dir() and stamp.is_file() and stamp.read_text() == digest.hexdigest():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(_config(*ROOMS[room]))
    stamp.write_text(digest.hexdigest())
    return folder


def _config(changed: list[str], tests: list[str]) -> str:
    lists = {
        "source_paths": ["src"], "only_mutate": changed, "do_not_mutate": LEFT_OUT,
        "pytest_add_cli_args_test_selection": tests, "pytest_add_cli_args": ["-n0", "-pno:randomly"],
        "also_copy": ["docs", "tools"],
    }  # fmt: skip
    return "\n[tool.mutmut]\n" + "".join(f"{name} = {values!r}\n" for name, values in lists.items())


def _run(folder: Path, given: list[str], minutes: int) -> str:
    """Run mutmut in the copy; what it printed. What it says of a run goes into a log; one that takes too long is stopped."""
    command = [str(Path(sys.executable).with_name("mutmut")), *given]
    with (folder.parent / f"{folder.name}.log").open("a", encoding="utf-8") as log:
        out = log if given[0] == "run" else subprocess.PIPE
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=log, text=True, start_new_session=True)
        try:
            return child.communicate(timeout=minutes * 60)[0] or ""
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)  # its workers too
            child.communicate()
            log.write(f"\nStopped after {minutes} minutes.\n")
            return ""


def _results(folder: Path) -> list[tuple[str, str]]:
    """Each change with what became of it."""
    lines = _run(folder, ["results", "--all", "true"], 5).splitlines()
    return [(name.strip(), said.strip()) for name, mark, said in (line.partition(": ") for line in lines) if mark]


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ROOMS:
        sys.exit(f"Name a room: {', '.join(ROOMS)}.")
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 120))
