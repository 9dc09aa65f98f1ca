"""How much one export may be. Past a limit the file is refused in one sentence, before it is unpacked where that can be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Sizes in bytes and counts; the defaults hold a state's whole roster."""

    max_bytes: int = 512 * 2**20
    max_rows: int = 2_000_000
    max_columns: int = 1_000
    max_cell: int = 100_000
    max_unpacked: int = 1024 * 2**20
    max_depth: int = 200
