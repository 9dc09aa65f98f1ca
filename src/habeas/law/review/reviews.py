"""Counsel's reviews of packs (TOML): who read which text of a pack, and when. A review is of one hash; a changed pack is not reviewed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.outfiles import check_replaceable, write_whole
from habeas.common.tomlfiles import load_toml
from habeas.law.engine.jurisdictions import resolve


class Review(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One review: `pack` in the text whose SHA-256 is `sha256` was read by `by` on the day `on`."""

    pack: str
    sha256: str
    by: str
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reviews:
    """Every review on file."""

    rows: tuple[Review, ...] = ()

    def words(self, pack: str, sha256: str) -> str:
        """What a decision says of the review of a pack, or nothing where nobody reviewed it."""
        of_pack = [row for row in self.rows if row.pack == pack]
        same = [row for row in of_pack if row.sha256 == sha256]
        if same:
            last = max(same, key=lambda row: row.on)
            return f"{pack} was reviewed by {last.by} on {last.on.isoformat()}{': ' + last.note if last.note else ''}."
        if of_pack:
            last = max(of_pack, key=lambda row: row.on)
            return f"{pack} has changed since {last.by} reviewed it on {last.on.isoformat()}."
        return ""

    def of(self, law: Mapping[str, str]) -> list[str]:
        """The words for each pack a decision rests on (`pack` -> hash), those without a review left out."""
        return [words for pack, sha256 in law.items() if (words := self.words(pack, sha256))]


def load_reviews(path: Path | None) -> Reviews:
    """Read the reviews in `path`; none where no file is given. Raises BadInputError for what is not written as reviews."""
    if path is None:
        return Reviews()
    try:
        rows = msgspec.convert(load_toml(path).get("review", []), list[Review], strict=False)
    except msgspec.ValidationError as error:
        raise BadInputError(f"{path.name} is not written as reviews: {error}.") from None
    return Reviews(tuple(rows))


def record_review(path: Path, place: str, by: str, on: date, note: str = "") -> list[str]:
    """Add to `path` a review of every pack `place` stands on, in its present text; returns the packs. What stands in the file is kept."""
    if not by.strip():
        raise BadInputError("A review names who made it: give --by a name.")
    check_replaceable(path)
    load_reviews(path if path.exists() else None)
    packs = resolve(place).packs
    lines = [_row(pack.id, pack.sha256(), by, on, note) for pack in packs]
    before = (
        read_text(path)
        if path.exists()
        else "# Reviews of law packs by counsel. Each is of one text, named by its SHA-256.\n"
    )
    write_whole(path, before + "".join(lines), rights=0o644, replace=True)
    return [pack.id for pack in packs]


def _row(pack: str, sha256: str, by: str, on: date, note: str) -> str:
    rows = {"pack": _text(pack), "sha256": _text(sha256), "by": _text(by), "on": on.isoformat(), "note": _text(note)}
    return "\n[[review]]\n" + "".join(f"{key} = {value}\n" for key, value in rows.items())


def _text(value: str) -> str:
    return msgspec.json.encode(value).decode()  # a JSON string is a TOML basic string
