"""The manual's page on dates holds what the room has: every rule as a row, every refusal, verdict and key."""

import inspect
from pathlib import Path

import pytest

from habeas.custody_time import case, clock_case, states
from habeas.custody_time.compare import DateVerdict
from habeas.custody_time.us_ca import checks, terms
from habeas.custody_time.us_ca.rules import all_sources

PAGE = Path(__file__).parents[2] / "docs" / "release.md"
TEXT = PAGE.read_text(encoding="utf-8")


def rule_rows():
    """The table of rules as the page must have it."""
    rows = ["| rule | from, to | what it says | section | sureness |", "|---|---|---|---|---|"]
    for name, source in all_sources():
        span = f"{source.since or ''} – {source.until or ''}" if source.since or source.until else ""
        read = f" {source.read.isoformat()}" if source.read else ""
        unread = f"; not read: {source.unread}" if source.unread else ""
        settled = f"; to be settled by {source.settled_by}" if source.settled_by else ""
        sure = f"{source.sureness}{read}{unread}{settled}"
        rows.append(f"| {name} | {span} | {source.says} | [{source.citation}]({source.address}) | {sure} |")
    return "\n".join(rows)


def test_the_page_lists_every_rule_as_the_program_has_it():
    table = TEXT.split("<!-- rules -->\n")[1].split("\n<!-- end of rules -->")[0].strip()
    assert table == rule_rows(), "write rule_rows() between the marks of docs/release.md"


def codes():
    yield from (check.code for tier in (checks.UNSUPPORTED, checks.INVALID) for check in tier)
    source = inspect.getsource(terms) + inspect.getsource(states)
    yield from (part.split('"')[0] for part in source.split('"') if part.startswith(("unsupported.", "invalid.")))


@pytest.mark.parametrize("code", sorted(set(codes())))
def test_every_refusal_is_explained(code):
    assert f"`{code}`" in TEXT


@pytest.mark.parametrize("verdict", list(DateVerdict))
def test_every_verdict_is_explained(verdict):
    assert f"`{verdict.value}`" in TEXT


@pytest.mark.parametrize("key", sorted(case.KEYS - {"note", "source", "citation", "url", "title", "expected", "why"}))
def test_every_key_of_a_case_is_explained(key):
    assert f"`{key}`" in TEXT


@pytest.mark.parametrize("key", sorted(clock_case.KEYS - {"note", "source", "url", "title", "expected", "why"}))
def test_every_key_of_a_clock_is_explained(key):
    assert f"`{key}`" in TEXT
