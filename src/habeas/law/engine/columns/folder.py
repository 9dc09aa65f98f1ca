"""A folder of partitioned Parquet decided part by part into a folder of the same shape; what stopped halfway is taken up there.

Beside each part stands what it was made from (`_habeas/…json`): where part, request and law are still the same, it is skipped.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import polars as pl

from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.outfiles import whole_file, write_whole
from habeas.law.engine.columns.mixed import Doubt, Wanted, check_columns, decide_mixed
from habeas.law.engine.columns.stream import STEP, write_parquet

KEPT = "_habeas"
"""The folder of what each part was made from; a name that readers of partitioned folders pass over."""


@dataclass(slots=True)
class FolderRun:
    """What was done: parts made and skipped, people decided anew, and what could not be decided, by part."""

    made: int = 0
    skipped: int = 0
    people: int = 0
    doubts: list[tuple[str, Doubt]] = field(default_factory=list)


def batch_folder(source: Path, target: Path, wanted: Wanted, settings: Mapping[str, Any]) -> FolderRun:
    """Decide every part of `source` into `target`. `settings` is all that the answers depend on besides the parts.

    Every part is looked at before any is decided. Raises BadInputError, with the part's name, and then that part is not written.
    """
    parts = list(_parts(source, target))
    for part in parts:
        _named(part, source, lambda held: check_columns(held.collect_schema(), wanted))
    run = FolderRun()
    for part in parts:
        _one(part, source, target, wanted, settings, run)
    return run


def _parts(source: Path, target: Path) -> Iterator[Path]:
    inside = target.resolve().is_relative_to(source.resolve()) or source.resolve().is_relative_to(target.resolve())
    if inside:
        raise BadInputError(
            "--out lies within the folder of people, or the other way round; give --out another folder."
        )
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / KEPT).is_dir())):
        raise BadInputError(f"{target.name} holds something that this command did not write; give --out a new folder.")
    found = sorted(each for each in source.rglob("*.parquet") if not _hidden(each.relative_to(source)))
    if not found:
        raise BadInputError(f"{source.name} holds no Parquet file.")
    yield from found


def _hidden(path: Path) -> bool:
    return any(each.startswith(("_", ".")) for each in path.parts)


def _named(part: Path, source: Path, work: Any) -> Any:
    """Do `work` with a part; a fault names the part."""
    try:
        return work(_read(part, source))
    except BadInputError as fault:
        raise BadInputError(f"{part.relative_to(source)}: {fault}") from None
    except (OSError, pl.exceptions.PolarsError) as fault:
        first = (str(fault).strip().splitlines() or ["no reason given"])[0][:200].rstrip(".")
        raise BadInputError(f"{part.relative_to(source)} cannot be read as Parquet: {first}.") from None


def _read(part: Path, source: Path) -> pl.LazyFrame:
    """A part with the columns that its folders' names say, such as `state=us-ca`, where the file does not hold them itself."""
    frame = pl.scan_parquet(part, glob=False, hive_partitioning=False)
    held = set(frame.collect_schema())
    said = dict(each.split("=", 1) for each in part.relative_to(source).parts[:-1] if "=" in each)
    return frame.with_columns(pl.lit(value).alias(name) for name, value in said.items() if name not in held)


def _one(part: Path, source: Path, target: Path, wanted: Wanted, settings: Mapping[str, Any], run: FolderRun) -> None:
    name = part.relative_to(source)
    out, note = target / name, target / KEPT / f"{name}.json"
    asked = {"part": _sha256(part), **settings}
    held = _held(note)
    if held.get("asked") == asked and out.is_file() and held.get("written") == _sha256(out):
        run.skipped += 1
        run.doubts += [(str(name), Doubt(**each)) for each in held["doubts"]]
        return
    people, doubts = _named(part, source, lambda frame: _written(frame, out, wanted))
    note.parent.mkdir(parents=True, exist_ok=True)
    kept = {"asked": asked, "written": _sha256(out), "doubts": [_data(each) for each in doubts]}
    write_whole(note, readable_json(kept), replace=True)
    run.made, run.people = run.made + 1, run.people + people
    run.doubts += [(str(name), each) for each in doubts]


def _held(note: Path) -> dict[str, Any]:
    """What stands beside a part; nothing where nothing whole does, and then the part is made again."""
    try:
        found = json.loads(note.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _data(doubt: Doubt) -> dict[str, Any]:
    return {"row": doubt.row, "rows": doubt.rows, "why": doubt.why}


def _written(frame: pl.LazyFrame, out: Path, wanted: Wanted) -> tuple[int, list[Doubt]]:
    """Decide a part in slices and write it whole or not at all."""
    total = int(frame.select(pl.len()).collect().item())
    made: list[pl.DataFrame] = []
    doubts: list[Doubt] = []
    for first in range(0, max(total, 1), STEP):
        answers, found = decide_mixed(frame.slice(first, STEP).collect(), wanted)
        made.append(answers)
        doubts += [replace(each, row=each.row + first) for each in found]
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(out, replace=True) as whole:
        write_parquet(pl.concat(made).lazy(), whole, out)
    return total, doubts


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
