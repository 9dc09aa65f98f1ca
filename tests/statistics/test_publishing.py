import pytest

from habeas.statistics.attack.claims import Claim, selector
from habeas.statistics.attack.reading import months_of
from habeas.statistics.publishing import FallenError, audited_release
from tests.statistics.ledgers import ledger, order


def test_a_count_that_would_fall_is_rounded_the_other_way():
    counts = ledger(57, 4)
    free = {tuple(row[:3]): row[3] for row in audited_release(order(counts), [], []).release.data["cells"]}
    cell = next(c for c, v in free.items() if v == 5 and c[2] and not c[1] and "Q" in c[0] and true(counts, c) == 1)
    known = Claim(selector("alder", months_of(cell[0], "a list"), "", cell[2]), 0, 1, "a list")
    made = audited_release(order(counts), [], [known])
    assert made.audit.holds
    assert made.tries > 1


def true(counts, cell):
    wanted = months_of(cell[0], "a list")
    return sum(value for (month, _, outcome), value in counts.items() if month in wanted and outcome == cell[2])


def test_nothing_goes_out_that_others_numbers_contradict():
    wrong = [Claim(selector("alder", "2024-01", "", ""), 900, 900, "a list")]
    with pytest.raises(FallenError, match="Nothing was written"):
        audited_release(order(ledger(57)), [], wrong)
