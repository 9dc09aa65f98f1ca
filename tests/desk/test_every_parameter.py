"""Odd values in every parameter of every address, by every role: never a fault inside, and a call that was refused did nothing.

A sample runs in the suite; `make fuzz` runs it whole, in parts that two processes share. What is tried is found by itself: pages by
following links, fields from the forms on them, further names from the code that reads them. A new page needs no line here.
"""

import os
import random
from collections import Counter
from itertools import islice

import pytest

from habeas.common.numbers import whole_number

from . import fuzz_values
from .fuzz_desk import NOBODY, ROLES, WRITES_OF_A_REFUSAL, drawn_once, opened
from .fuzz_parameters import Crawl, names_read

ASKED = os.environ.get("HABEAS_FUZZ_DESK", "")
"""`whole`, or how many calls of each kind are tried; a few where it is not set."""
SAMPLE = whole_number(ASKED) or 80
SAMPLED_ROLES = ("clerk", "commander")
KINDS = {"one field": 8, "all fields": 2, "shapes": 2, "paths": 3, "headers": 1, "roles": 1}
"""The kinds of call, each with how many parts it has where all are tried."""
REFUSES = frozenset({"one field", "shapes"})
"""Kinds of which many calls are refused by a sentence on a page."""


@pytest.fixture(scope="module")
def crawl(django_db_setup, django_db_blocker):
    """The filled desk, walked by every role; a sample walks for two of them. Every call is taken back, so one desk is enough."""
    with django_db_blocker.unblock(), drawn_once(), opened() as desk:
        yield Crawl(desk, (*ROLES, NOBODY) if ASKED else SAMPLED_ROLES)


def attacks(crawl, kind):
    """Every call of a kind."""
    names = names_read()
    return {
        "one field": lambda: fuzz_values.one_field_odd(crawl),
        "all fields": lambda: fuzz_values.all_fields_odd(crawl, names),
        "shapes": lambda: fuzz_values.odd_shapes(crawl),
        "paths": lambda: fuzz_values.odd_paths(crawl),
        "headers": lambda: fuzz_values.odd_headers(crawl),
        "roles": lambda: fuzz_values.every_role_everywhere(crawl, names),
    }[kind]()


def chosen(found, part, parts):
    """Each call of a part, or the same sample in every run."""
    if ASKED == "whole":
        return islice(found, part, None, parts)
    found = list(found)
    return random.Random(20261129).sample(found, min(SAMPLE, len(found)))  # noqa: S311 - no secret


def parts():
    """Kind, part and how many parts it has, a test each."""
    for kind, count in KINDS.items():
        wanted = count if ASKED == "whole" else 1
        yield from (pytest.param(kind, part, wanted, id=f"{kind} {part + 1} of {wanted}") for part in range(wanted))


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


@pytest.mark.django_db
@pytest.mark.xdist_group("one desk for all odd values")
@pytest.mark.parametrize(("kind", "part", "count"), [*parts()])
def test_no_odd_value_ends_in_a_fault_or_writes_where_it_is_refused(crawl, kind, part, count):
    faults, tried = Counter(), Counter()
    for attack in chosen(attacks(crawl, kind), part, count):
        told = attack.run(crawl.desk)
        tried[told.status] += 1
        tried["refused by a sentence"] += told.error
        if wrong := wrong_with(told):
            faults[f"{wrong} | {attack.method} {attack.path[:60]} by {attack.who}: {attack.said}"] += 1
    if ASKED:
        print(kind, f"{part + 1}/{count}", dict(tried), len(crawl.pages), len(crawl.forms))  # noqa: T201 - figures of a long run
    assert kind not in REFUSES or tried["refused by a sentence"] > 5, (
        "what is refused on a page is no longer told apart"
    )
    assert not faults, "\n".join(sorted(faults)[:200])
