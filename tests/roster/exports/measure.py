"""How many drafts read a drawn export whole as printed: `python -m tests.roster.exports.measure [dev|held] [SEEDS]`, a line a layout."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.roster.exports.layouts import LAYOUTS
from tests.roster.exports.score import Score, drawn
from tests.roster.exports.words import DEVELOPED, HELD_OUT, Family


def measure(families: list[Family], seeds: int) -> list[Score]:
    """A score for each family, layout and seed."""
    made = []
    for of in families:
        for layout in LAYOUTS:
            for seed in range(seeds):
                with tempfile.TemporaryDirectory() as folder:
                    made.append(drawn(of, layout, seed, Path(folder)))
    return made


def _told(scores: list[Score], closed: bool) -> list[str]:
    lines = []
    for layout in LAYOUTS:
        own = [each for each in scores if each.layout == layout]
        whole, silent = sum(each.complete for each in own), sum(each.silent for each in own)
        lines.append(f"{layout:16}{whole:4} of {len(own)}" + (f"  silently wrong {silent}" if silent else ""))
        for each in own if not closed else ():
            if not each.complete:
                asks = "asks" if each.asks else "SILENT"
                lines.append(
                    f"    {each.family:20}{asks} wrong {dict(each.wrong)} missing {dict(each.missing)} {each.fault[:150]}"
                )
    return lines


def main() -> None:
    """Measure and print; of held-out families the counts alone, and what was wrong silently."""
    which, seeds = [*sys.argv[1:3], *("dev", "1")[len(sys.argv) - 1 :]]
    scores = measure(HELD_OUT if which == "held" else DEVELOPED, int(seeds))
    lines = _told(scores, which == "held")
    whole = Counter(each.complete for each in scores)[True]
    silent = sum(each.silent for each in scores)
    sys.stdout.write(
        "\n".join([*lines, f"{which}: {whole} of {len(scores)} whole as printed, {silent} silently wrong", ""])
    )


if __name__ == "__main__":
    main()
