"""How well drawn papers are read: right, wrong and missed, by field."""

import re
import unicodedata
from collections import Counter, defaultdict

from habeas.paper.assemble import read_bytes
from tests.paper.layouts.forms import drawn
from tests.paper.makers import book, scan

_NAMES = frozenset({"subject_name"})
_LONG = frozenset({"offense", "records_sought", "comply_at", "recipient", "issuing_office", "issued_at", "entry_place"})


def _plain(value):
    text = unicodedata.normalize("NFKD", str(value))
    text = "".join(each for each in text if not unicodedata.combining(each)).lower()
    return re.sub(r"\s+", " ", text).strip(" .,;:")


def same(name, want, got):
    """Whether a value read is the one written; names by their words, numbers by their digits and letters."""
    if isinstance(want, list) or isinstance(got, list):
        return sorted(want or []) == sorted(got or [])
    if name in _NAMES:
        return sorted(re.findall(r"\w+", _plain(want))) == sorted(re.findall(r"\w+", _plain(got)))
    if name in _LONG or name in {"court", "citizenship"}:
        return _plain(want) == _plain(got)
    return re.sub(r"[^a-z0-9]", "", _plain(want)) == re.sub(r"[^a-z0-9]", "", _plain(got))


class Tally:
    """Counts by field: `right`, `wrong` (a value that is not on the paper for that field), `missed`."""

    def __init__(self):
        self.counts = defaultdict(Counter)
        self.problems = []

    def add(self, called, truth, fields):
        """Hold a reading against the truth; a field the truth does not speak of is not counted."""
        for name, want in truth.items():
            got = fields[name].value if name in fields else None
            right = bool(want) and bool(got) and same(name, want, got)
            self.counts[name]["right"] += right
            self.counts[name]["wrong"] += bool(got) and not right
            self.counts[name]["missed"] += bool(want) and not right
            if (want or got) and not right:
                self.problems.append((called, name, want, got))

    def rate(self, name=None):
        """Recall and precision of a field, or of all."""
        total = sum((self.counts[each] for each in ([name] if name else self.counts)), Counter())
        right = total["right"]
        return right / max(1, right + total["missed"]), right / max(1, right + total["wrong"])


def measured(papers, family, seeds, scanned=None):
    """Draw and read papers of a family; the tally."""
    tally = Tally()
    for paper in papers:
        for seed in seeds:
            board, style = drawn(paper, family, seed)
            data = book(board)
            found = read_bytes(scan(data, **scanned) if scanned else data)
            tally.add(f"{paper} {seed} {style}", board.truth, found.fields)
    return tally
