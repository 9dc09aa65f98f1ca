"""Odd values in every parameter of every address, by every role: never a fault inside, and a call that was refused did nothing.

A sample runs in the suite; `make fuzz` runs it whole. What is tried is found by itself: pages by following links, fields from the
forms on them, further names from the code that reads them. A new page needs no line here.
"""

import os
import random
from collections import Counter

import pytest

from habeas.common.numbers import whole_number

from . import fuzz_values
from .fuzz_desk import NOBODY, ROLES, WRITES_OF_A_REFUSAL, opened
from .fuzz_parameters import Crawl, names_read

ASKED = os.environ.get("HABEAS_FUZZ_DESK", "")
"""`whole`, or how many calls of each kind are tried; a few where it is not set."""
SAMPLE = whole_number(ASKED) or 80
SAMPLED_ROLES = ("clerk", "commander")


@pytest.fixture
def crawl(db):
    """The filled desk, walked by every role; a sample walks for three of them."""
    with opened() as desk:
        yield Crawl(desk, (*ROLES, NOBODY) if ASKED else SAMPLED_ROLES)


def attacks(crawl):
    """Every kind of call by name."""
    names = names_read()
    return {
        "one field": fuzz_values.one_field_odd(crawl),
        "all fields": fuzz_values.all_fields_odd(crawl, names),
        "shapes": fuzz_values.odd_shapes(crawl),
        "paths": fuzz_values.odd_paths(crawl),
        "headers": fuzz_values.odd_headers(crawl),
        "roles": fuzz_values.every_role_everywhere(crawl, names),
    }


def chosen(found):
    """All of them, or the same sample in every run."""
    if ASKED == "whole":
        return found
    found = list(found)
    return random.Random(20261129).sample(found, min(SAMPLE, len(found)))  # noqa: S311 - no secret


def wrong_with(told):
    """What is wrong with an answer, in words; empty where nothing is."""
    if told.status >= 500:
        return f"{told.status} {told.fault}"
    if told.refused and set(told.acts) - WRITES_OF_A_REFUSAL:
        return f"refused with {told.status}, and wrote {dict(told.acts)}"
    if told.refused and told.written:
        return f"refused with {told.status}, and changed {sorted(told.written)}"
    if fuzz_values.MARKUP in told.body:
        return "markup that was typed stands in the page as markup"
    return "a header that was typed" if told.injected else ""


def test_no_odd_value_ends_in_a_fault_or_writes_where_it_is_refused(crawl):
    faults, tried = Counter(), Counter()
    for kind, found in attacks(crawl).items():
        for attack in chosen(found):
            told = attack.run(crawl.desk)
            tried[kind, told.status] += 1
            tried["refused by a sentence"] += told.error
            if wrong := wrong_with(told):
                faults[f"{wrong} | {attack.method} {attack.path[:60]} by {attack.who}: {attack.said}"] += 1
    if ASKED:
        print(*sorted(tried.items(), key=str), len(crawl.pages), len(crawl.forms), sep="\n")  # noqa: T201 - figures of a long run
    assert tried["refused by a sentence"] > 5, "what is refused on a page is no longer told apart"
    assert not faults, "\n".join(sorted(faults)[:200])
