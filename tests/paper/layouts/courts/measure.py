"""Rates over drawn papers: kind, signer, judicial, fields; `python -m tests.paper.layouts.courts.measure develop 3 --list`."""

import random
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict

from rapidfuzz.fuzz import ratio

from habeas.paper.assemble import read_bytes
from tests.paper.layouts.courts import dhs, federal, letters, places, states
from tests.paper.makers import book, scan

LONG = frozenset(
    {
        "offense",
        "court",
        "recipient",
        "comply_at",
        "issuing_office",
        "issued_at",
        "records_sought",
        "signer_title",
        "class_words",
    }
)
NAMES = frozenset({"subject_name", "signer_name", "attorney_name"})


def families(family):
    """Every family of papers by name: a state's code or a kind."""
    table = places.DEVELOP if family == "develop" else places.HOLD
    found = {code: lambda rng, code=code: states.draw(rng, family, code) for code in table}
    for module in (federal, dhs, letters):
        found |= {name: lambda rng, draw=draw: draw(rng, family) for name, draw in module.PAPERS.items()}
    return found


def _plain(value):
    text = unicodedata.normalize("NFKD", str(value))
    return re.sub(r"\s+", " ", "".join(each for each in text if not unicodedata.combining(each)).lower()).strip(" .,;:")


def _sections(value):
    cites = value if isinstance(value, list) else [value]
    parts = [re.sub(r"\(.*|subd.*|2025 supp\.", "", _plain(each)) for each in cites]
    return {"".join(re.findall(r"\d+[a-z]?(?=[\d.:/ -]|$|\b)", each)) for each in parts}


def same(name, want, got):
    """Whether a value read is the one written."""
    if name in NAMES:
        return sorted(re.findall(r"\w+", _plain(want))) == sorted(re.findall(r"\w+", _plain(got)))
    if name in LONG - {"court"}:
        return _alike(name, _plain(want), _plain(got))
    others = {
        "offense_statutes": lambda: _sections(want) == _sections(got),
        "a_number": lambda: re.sub(r"\D", "", want) == re.sub(r"\D", "", got),
        "bail": lambda: float(want) == float(got),
        "court": lambda: _court(want, got),
    }
    exact = re.sub(r"[^a-z0-9]", "", _plain(want)) == re.sub(r"[^a-z0-9]", "", _plain(got))
    return others[name]() if name in others else exact


def _alike(name, one, two):
    if name == "offense" and two.startswith(one):
        return True
    return ratio(one, two) >= 90 or (name == "signer_title" and one.split(",")[0] == two.split(",")[0])


def _court(want, got):
    """Whether all words of a court's own lines were read and no other; the state alone and a division may be missing."""
    parts = [
        each
        for each in want.split(", ")
        if not re.match(r"(?:state|commonwealth) of|.*(?:division|department)", each, re.IGNORECASE)
    ]
    need, may, has = (set(re.findall(r"\w+", _plain(each))) for each in (" ".join(parts), want, got))
    return need - {"in", "the", "and", "for", "at"} <= has <= may


def signer_right(truth, got):
    if truth.signer == "nobody of weight":
        return got not in {"state_judge", "federal_magistrate_judge", "federal_district_judge"}
    if isinstance(truth.signer, tuple):
        return got in truth.signer
    return got == truth.signer


def measured(family, seeds, only=(), scanned=None, skip=()):
    """Read `seeds` papers of each family; counts, counts of fields, and what was wrong."""
    count, fields, wrong, by = Counter(), defaultdict(Counter), [], defaultdict(Counter)
    for name, draw in families(family).items():
        if (only and name not in only) or name in skip:
            continue
        for seed in seeds:
            board, truth = draw(random.Random(f"{name}-{seed}-{family}"))  # noqa: S311 - a drawing
            data = book(board)
            began = time.process_time()
            found = read_bytes(scan(data, **scanned) if scanned else data)
            count["cpu"] += time.process_time() - began
            right = {
                "kind": found.kind == truth.kind and (not truth.form or found.form == truth.form),
                "signer": signer_right(truth, found.signer),
                "judicial": found.judicial is truth.judicial,
            }
            count.update(["papers", *(each for each, yes in right.items() if yes)])
            count["wrong judicial"] += found.judicial is True and truth.judicial is not True
            by[name].update(["papers", *(each for each, yes in right.items() if yes)])
            got = {
                "kind": (found.kind, found.form),
                "signer": found.signer,
                "judicial": (found.judicial, found.lead.missing, [q.ask + q.why[:90] for q in found.questions]),
            }
            wrong += [f"{name} {seed} {each} got {got[each]}: {truth.what}" for each, yes in right.items() if not yes]
            for each, want in truth.fields.items():
                value = found.fields[each].value if each in found.fields else None
                fine = bool(want) and bool(value) and same(each, want, value)
                fields[each].update(
                    {"right": fine, "wrong": bool(value) and not fine, "missed": bool(want) and not fine}
                )
                by[name].update({"f": fine, "fn": bool(want) and not fine, "fp": bool(value) and not fine})
                if not fine and (want or value):
                    wrong.append(f"{name} {seed} field {each}: {value!r}, truth {want!r}: {truth.what}")
    return count, fields, wrong, by


def main(argv):
    """Print rates; `--list` prints what was wrong (only for the family that is developed on)."""
    family, many = argv[0], int(argv[1])
    only = [each for each in argv[2:] if not each.startswith("-")]
    scanned = {"dpi": 200, "skew": 0.4} if "--scan" in argv else None
    count, fields, wrong, by = measured(family, range(many), only, scanned)
    if "--list" in argv and family == "develop":
        print("\n".join(wrong))  # noqa: T201 - a tool
    if "--by" in argv:
        for name, each in by.items():
            print(name, dict(each))  # noqa: T201
    total = sum(fields.values(), Counter())
    for name, each in sorted(fields.items()):
        print(f"{name:20} recall {each['right']}/{each['right'] + each['missed']} wrong {each['wrong']}")  # noqa: T201
    n = count["papers"]
    rates = {each: round(count[each] / n, 3) for each in ("kind", "signer", "judicial")} | {
        "recall": round(total["right"] / max(1, total["right"] + total["missed"]), 3),
        "precision": round(total["right"] / max(1, total["right"] + total["wrong"]), 3),
        "cpu": round(count["cpu"] / n, 2),
    }
    print(f"{family}: papers {n} wrong-judicial {count['wrong judicial']} {rates}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
