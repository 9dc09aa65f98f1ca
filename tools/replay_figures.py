"""Give printed figures again from generated records: `python tools/replay_figures.py 20 244` tries every figure on seeds 244 to 263.

Each seed draws other days, people and numbers, with duplicates, views, late entries and papers that do not count mixed in
(`tests/statistics/replay.py`); the figures are those of `tests/statistics/printed.py`. Prints a line a seed, and every difference.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.statistics.printed import TCJS, YEARS
from tests.statistics.replay import texan_figures, year_figures


def differences(seed: int) -> tuple[int, list[str]]:
    """How many figures were tried with a seed, and those that came out otherwise."""
    tried, wrong = 0, []
    for row in TCJS:
        found = texan_figures(row, seed)
        tried += 3
        wrong += [f"{row[0]} {row[1]}: {found}"] if len(set(found)) > 1 else []
    for row in YEARS:
        for name, pair in year_figures(row, seed).items():
            tried += 1
            wrong += [f"{row[2]} {row[1][0]} {name}: {pair}"] if pair[0] != pair[1] else []
    return tried, wrong


def main(seeds: int, first: int = 0) -> None:
    """Try so many seeds from the first on; exit status 1 where a figure came out otherwise."""
    all_tried, all_wrong = 0, 0
    for seed in range(first, first + seeds):
        start = time.process_time()
        tried, wrong = differences(seed)
        all_tried, all_wrong = all_tried + tried, all_wrong + len(wrong)
        took = time.process_time() - start
        sys.stdout.write(f"seed {seed}: {tried} figures, {len(wrong)} differences, {took:.0f} s\n")
        sys.stdout.write("".join(f"  {each}\n" for each in wrong))
        sys.stdout.flush()
    sys.stdout.write(f"{seeds} seeds: {all_tried:,} figures, {all_wrong} differences\n")
    raise SystemExit(1 if all_wrong else 0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
