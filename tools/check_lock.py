"""Hold uv.lock against what is known of its packages: `python tools/check_lock.py [uv.lock]` (`make advisories`).

Asks PyPI two things of each locked package: the advisories known for that version (its JSON API), and whether the files of that version
were withdrawn or have another SHA-256 than the lock says (its simple API). Says plainly what it could not ask: silence is no all-clear.
Exit status: 0 all was asked and nothing is known; 1 something is known; 2 something could not be asked.
"""

import json
import sys
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PYPI = "https://pypi.org"
SIMPLE = "application/vnd.pypi.simple.v1+json"
WAIT_SECONDS = 60
AT_ONCE = 4

Ask = Callable[[str, str], Any]
"""Takes an address and the kind of answer wanted, gives the answer's JSON. Raises OSError or ValueError where there is none."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock: its name, its version, and the SHA-256 of each of its files by file name."""

    name: str
    version: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of one package: sentences, and what could not be asked (a sentence each)."""

    known: tuple[str, ...]
    unasked: tuple[str, ...]


def read_lock(path: Path) -> list[Locked]:
    """The packages of a lock that come from a registry. Raises OSError and tomllib.TOMLDecodeError."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("package", [])
    return [_locked(row) for row in rows if "registry" in row.get("source", {})]


def _locked(row: dict[str, Any]) -> Locked:
    files = [*row.get("wheels", ()), *([row["sdist"]] if "sdist" in row else [])]
    named = {each["url"].rpartition("/")[2]: each["hash"].removeprefix("sha256:") for each in files}
    return Locked(row["name"], row["version"], named)


def check(package: Locked, ask: Ask) -> Found:
    """Ask both questions about one package."""
    known: list[str] = []
    unasked: list[str] = []
    for question in (_advisories, _withdrawn):
        try:
            known += question(package, ask)
        except (OSError, ValueError, KeyError, TypeError) as fault:
            unasked.append(f"{_ASKED[question]}: {_why(fault)}")
    return Found(tuple(known), tuple(unasked))


def _advisories(package: Locked, ask: Ask) -> Iterable[str]:
    told = ask(f"{PYPI}/pypi/{package.name}/{package.version}/json", "application/json")
    for each in told["vulnerabilities"]:
        if not each.get("withdrawn"):
            mended = ", ".join(each.get("fixed_in") or ()) or "no version yet"
            yield f"{each['id']}: {str(each.get('summary') or each.get('details') or '')[:120]} (mended in {mended})"


def _withdrawn(package: Locked, ask: Ask) -> Iterable[str]:
    rows = {each["filename"]: each for each in ask(f"{PYPI}/simple/{package.name}/", SIMPLE)["files"]}
    for name, digest in package.files.items():
        row = rows.get(name)
        if row is None:
            yield f"{name} is no longer offered"
        elif row.get("yanked"):
            yield f"{name} was withdrawn: {row['yanked'] if isinstance(row['yanked'], str) else 'no reason given'}"
        elif row.get("hashes", {}).get("sha256") != digest:
            yield f"{name} is offered with another SHA-256 than the lock has"


_ASKED: dict[Callable[[Locked, Ask], Iterable[str]], str] = {_advisories: "advisories", _withdrawn: "withdrawn files"}


def _why(fault: Exception) -> str:
    if isinstance(fault, urllib.error.HTTPError):
        return f"the registry answered {fault.code}"
    return "the registry cannot be reached" if isinstance(fault, OSError) else "the answer is none we read"


def ask_pypi(address: str, kind: str) -> Any:
    """Ask the registry itself."""
    asked = urllib.request.Request(address, headers={"Accept": kind})  # noqa: S310 - our own constant, https
    with urllib.request.urlopen(asked, timeout=WAIT_SECONDS) as answer:  # noqa: S310
        return json.load(answer)


def report(packages: list[Locked], ask: Ask) -> tuple[list[str], int]:
    """The lines to print, and the exit status."""
    with ThreadPoolExecutor(AT_ONCE) as workers:
        found = list(workers.map(lambda each: check(each, ask), packages))
    lines = [
        f"{one.name} {one.version}: {said}" for one, told in zip(packages, found, strict=True) for said in told.known
    ]
    whys: dict[str, int] = {}
    for why in (why for told in found for why in told.unasked):
        whys[why] = whys.get(why, 0) + 1
    known = len(lines)
    lines += [f"NOT ASKED, {count} of {len(packages)} packages: {why}." for why, count in whys.items()]
    lines.append(_last_line(len(packages), known, bool(whys)))
    return lines, 1 if known else 2 if whys or not packages else 0


def _last_line(count: int, known: int, unasked: bool) -> str:
    if not count:
        return "The lock names no package of a registry; nothing was checked."
    gap = " What was not asked is not known to be safe." if unasked else ""
    return f"{count} packages: {known or 'nothing'} known against them, of what was asked.{gap}"


def main(arguments: list[str]) -> int:
    """Check the lock and print what is known."""
    path = Path(arguments[0]) if arguments else ROOT / "uv.lock"
    try:
        packages = read_lock(path)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as fault:
        sys.stderr.write(f"{path.name} cannot be read as a lock: {type(fault).__name__}.\n")
        return 2
    lines, status = report(packages, ask_pypi)
    sys.stdout.write("\n".join(lines) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
