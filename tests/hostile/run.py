"""Run hostile files through the program, each in a child of its own, and say which did not come out as was written before.

    python -m tests.hostile.run SEED [KIND ...]

Exit status 1 where any failed. HOSTILE_ONLY=<regular expression> picks by name, HOSTILE_EVERY=3 runs every third, HOSTILE_FORK=1 loads the program once
(faster; memory is then not measured).
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from habeas.cli import program
from tests.hostile import watch
from tests.hostile.case import Hostile
from tests.hostile.draw import everything

KIB = 600 * 1024
STILL = 90.0
"""Seconds on the wall in which a child has done no work at all, after which it stands still."""
START = "import sys; sys.argv[0] = 'habeas'; from habeas.cli.program import main; main()"


@dataclass(frozen=True)
class Came:
    """What came of a run."""

    status: int
    out: str
    err: str
    seconds: float
    """Its work on a processor: what else the machine does is not its fault."""
    kib: int
    left: tuple[str, ...]
    """Files that were not there before."""


def laid_out(case: Hostile, folder: Path) -> list[str]:
    """Write the files of a case; its arguments with their paths."""
    for name, data in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    if case.make:
        case.make(folder)
    return [str(folder) + "/" + each[1:] if each[:1] == "@" else each for each in case.argv]


def ran(case: Hostile, folder: Path) -> Came:
    """Run a case in `folder` in a child, with its time, memory, and what it left."""
    work, scratch = folder / "work", folder / "tmp"
    work.mkdir(parents=True)
    scratch.mkdir()
    argv = laid_out(case, work)
    before = _tree(folder)
    out, err, figures = (folder.parent / name for name in ("o", "e", "f.json"))
    subprocess.run(
        [sys.executable, "-S", watch.__file__, out, err, figures, str(case.quota), str(case.seconds * 2), str(STILL), sys.executable, "-c", START, *argv],
        check=False, cwd=work,
        env={**os.environ, "TMPDIR": str(scratch), "HABEAS_DATA": str(work / "no-desk")},
    )  # fmt: skip
    status, seconds, kib = json.loads(figures.read_bytes())
    said = [path.open("rb").read(4_000_000).decode(errors="replace") for path in (out, err)]
    return Came(status, *said, seconds, kib, tuple(sorted(_tree(folder) - before)))


def forked(case: Hostile, folder: Path) -> Came:
    """As `ran`, in a fork of this process, which has the program loaded already; its weight says nothing."""
    work, scratch = folder / "work", folder / "tmp"
    work.mkdir(parents=True)
    scratch.mkdir()
    argv = laid_out(case, work)
    before = _tree(folder)
    out, err = folder.parent / "o", folder.parent / "e"
    child = os.fork()
    if child == 0:
        os._exit(_as_program(case, argv, work, scratch, out, err))
    status, usage = watch.waited(child, case.seconds * 2, STILL)
    said = [path.read_bytes()[:4_000_000].decode(errors="replace") for path in (out, err)]
    return Came(
        status,
        *said,
        usage.ru_utime + usage.ru_stime,
        0,
        tuple(sorted(_tree(folder) - before)),
    )


def _as_program(case: Hostile, argv: list[str], work: Path, scratch: Path, out: Path, err: Path) -> int:
    """What the fork does: it becomes the program, on files in place of a terminal."""
    for number, path in ((0, Path(os.devnull)), (1, out), (2, err)):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), number)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    os.chdir(work)
    os.environ |= {"TMPDIR": str(scratch), "HABEAS_DATA": str(work / "no-desk")}
    tempfile.tempdir, sys.argv = None, ["habeas", *argv]
    if case.quota:
        resource.setrlimit(resource.RLIMIT_FSIZE, (case.quota, case.quota))
    try:
        program.main()
    except SystemExit as end:
        sys.stderr.flush()
        return end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        return 99
    return 0


def _tree(folder: Path) -> frozenset[str]:
    return frozenset(
        str(Path(root, name).relative_to(folder))
        for root, folders, names in os.walk(folder)
        for name in folders + names
    )


def faults(case: Hostile, came: Came, folder: Path) -> list[str]:
    """What did not come out as it was written."""
    work, found = folder / "work", []
    if came.status not in case.exits:
        found.append(f"exit {came.status}, not {sorted(case.exits)}")
    if came.status not in {0, 1, 2} or "Traceback" in came.err:
        found.append("not one of 0, 1, 2")
    if came.seconds > case.seconds or came.kib > KIB:
        found.append(f"{came.seconds:.0f} s, {came.kib // 1024} MB")
    if came.status == 2 and len(came.err.strip().splitlines()) != 1 and "Usage:" not in came.err:
        found.append("not one sentence")
    if came.status == 2 and came.left:
        found.append(f"left {sorted(came.left)[:3]}")
    if any(re.search(r"\.part|\.habeas-|^tmp/", each) for each in came.left):
        found.append(f"half-written {sorted(came.left)[:3]}")
    if case.says and not re.search(case.says, came.out + came.err):
        found.append(f"does not say {case.says}")
    found += [f"says {mark!r}" for mark in case.never if mark in came.out + came.err]
    if came.status != 2 and case.people is not None:
        found += _other_people(case, work / "out.jsonl")
    if came.status != 2 and case.check and (wrong := case.check(work)):
        found.append(wrong)
    return found


def _other_people(case: Hostile, path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [json.loads(line) for line in lines]
    got = sorted((row["family_name"] or "", row["given_name"] or "", row["date_of_birth"] or "") for row in rows)
    wanted = sorted(case.people or ())
    return [] if got == wanted else [f"read {len(got)} people: {got[:2]}, not {len(wanted)}: {wanted[:2]}"]


def _columns(case: Hostile) -> bool:
    """Whether Polars works in it: a fork of a process that has loaded it can stand still for ever."""
    return case.argv[:2] in {("law", "batch"), ("law", "impact")}


def main() -> None:
    """Run a draw and print what failed."""
    seed, kinds = int(sys.argv[1]), set(sys.argv[2:])
    only = re.compile(os.environ.get("HOSTILE_ONLY", ""))
    cases = [each for each in everything(seed, kinds) if only.search(each.id)][
        :: int(os.environ.get("HOSTILE_EVERY", "1"))
    ]
    run = forked if os.environ.get("HOSTILE_FORK") else ran
    for each in ("roster", "decide", "answer", "release", "match", "audit", "read", "law") if run is forked else ():
        import_module(f"habeas.cli.{each}")
    failed: list[str] = []
    count = 0
    for case in cases:
        count += 1
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name) / "f"
            came = (ran if _columns(case) else run)(case, folder)
            wrong = faults(case, came, folder)
            if wrong:
                failed.append(case.kind)
                first = (came.err.strip() or came.out.strip()).splitlines()[:2]
                print(f"FAIL {case.id}: {'; '.join(wrong)} | {' | '.join(first)[:240]}", flush=True)
            elif os.environ.get("HOSTILE_ALL"):
                print(
                    f"ok   {case.id} {came.status} {came.seconds:.1f}s {came.kib // 1024}MB | {came.err.strip()[:150]}",
                    flush=True,
                )
    kinds_failed = Counter(failed)
    print(f"seed {seed}: {count - len(failed)} of {count} as written; failed by kind: {dict(kinds_failed)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
