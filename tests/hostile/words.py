"""Requests, cases, clocks, releases, registers, facts, policies and reviews: one good file of each, and what may be done to it."""

import copy
import json
import random
import re
from collections.abc import Iterator
from typing import Any

from habeas.demo.papers import REGISTERS, detainer, list_request
from tests.hostile.case import ANY, BAD, PERSON, Hostile, some_people, text_of

CASE: dict[str, Any] = {
    "id": "one", "jurisdiction": "us-ca-kern", "as_of": "2025-07-17", "time_zone": "America/Los_Angeles",
    "request": {"id": "r", "kind": "detainer", "issuer": "ice", "form": "I-247A", "signer": "immigration_officer", "basis": "civil", "attachments": ["I-200"], "asks": ["hold", "notify"], "received_at": "2025-07-17T09:00:00-07:00", "in_writing": True, "purpose": "removal", "fields": ["name"]},
    "person": {"minor": False, "history_complete": True, "proof_of_status_given": "none"}, "custody": {"facility": "county_jail", "releasable": True, "release_at": "2025-07-18T09:00:00-07:00"},
    "charges": [{"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2020-01-02", "classes": ["violent"], "sentence_years": 3, "degree": "first", "description": "ROBBERY"}],
    "agency": {"agreement_287g": False, "policy": {"honor_detainers": False}}, "expected": {"hold": "must_not"}, "duties": ["record_in_case_file"], "source": {"citation": "x", "url": "u"},
}  # fmt: skip
RELEASE: dict[str, Any] = {
    "id": "r", "jurisdiction": "us-ca", "offense_on": "2019-03-02", "custody": [["2019-03-02", "2019-06-01"]], "actual_days": None, "sentenced_on": "2019-06-01",
    "sentence": {"days": 180, "kind": "county_jail"}, "violent": False, "murder": False, "other_credits_days": 0,
}  # fmt: skip
CLOCK: dict[str, Any] = {
    "id": "c",
    "start": "2026-03-06T18:00:00-06:00",
    "hours": 48,
    "excluding": ["saturday", "sunday", "federal_holiday"],
    "time_zone": "America/Chicago",
}
POLICY = """[policy]
place = "us-ca-kern"
title = "Policy 4.12"
address = "https://example.org/p"

[[rule]]
id = "no-notice"
acts = ["notify"]
says = "must_not"
kinds = ["detainer"]
issuers = ["ice"]
only_where_open = true
sentence = "The jail gives no notice."
citation = "Policy 4.12(b)"
from = 2025-02-01
"""
STRANGE: list[Any] = [
    None, True, 0, -1, 1e308, -0.0, 10**17, "", " ", "x" * 100_000, "\ud800", "\x00", "\x1b[2J", "\u202e", "２０２５-01-01", "2025-02-30", "0001-01-01", "9999-12-31T23:59:59+14:00", "2025-07-17T25:00", "0001-01-01T00:00:00+14:00", [], {}, [[]], [None], {"a": {}}, {"": ""}, ["a"] * 1000,
    "../../etc/passwd", "America/Nowhere", "us-zz", "us-ca-KERN", "true", "None", "\n", "٣", "²", "1_000", "inf", "P1Y", "2025-W01-1", "20250717", "24:00", "2025-07-17T24:00:00-07:00", "2025-07-17T09:00:00.9999999999Z", "2025-11-02T01:30", "2026-03-08T02:30",
]  # fmt: skip


def words(draw: random.Random) -> Iterator[Hostile]:
    """Every kind of file that says something in our own words."""
    yield from _spoiled("case", CASE, ("decide", "@f.json", "--json"), draw, 45)
    yield from _spoiled("release", RELEASE, ("release", "@f.json", "--json"), draw, 25)
    yield from _spoiled("clock", CLOCK, ("clock", "@f.json", "--json"), draw, 25)
    yield from _texts(draw)
    yield from _requests(draw)
    yield from _places()
    yield from _toml(draw)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from _paths(each, (*path, key))


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """A copy of a JSON value with another value at one place."""
    if not path:
        return new
    made = copy.deepcopy(value)
    at = made
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = new
    return made


def _spoiled(
    kind: str, good: dict[str, Any], argv: tuple[str, ...], draw: random.Random, count: int
) -> Iterator[Hostile]:
    paths = list(_paths(good))
    for number in range(count):
        path, new = draw.choice(paths), draw.choice(STRANGE)
        data = json.dumps(changed(good, path, new)).encode()
        yield Hostile(
            f"{kind}-changed/{number}-{'.'.join(map(str, path))[:40]}",
            argv,
            {"f.json": data},
            BAD if b"\\ud800" in data else ANY,
        )


def _texts(draw: random.Random) -> Iterator[Hostile]:
    commands = {
        "case": (CASE, ("decide", "@f.json")),
        "release": (RELEASE, ("release", "@f.json")),
        "clock": (CLOCK, ("clock", "@f.json")),
    }
    for kind, (good, argv) in commands.items():
        text = json.dumps(good)
        key = '"id"'
        kinds: dict[str, bytes | str] = {
            "deep": "[" * 2_000_000 + "]" * 2_000_000, "deep-key": text.replace(key, '"x": ' + "[" * 100 + "]" * 100 + ", " + key), "twice": text.replace(key, '"id": "a", ' + key), "nan": text.replace(key, '"n": NaN, ' + key), "1e400": text.replace(key, '"n": 1e400, ' + key),
            "digits": text.replace(key, '"n": ' + "7" * 20_000_000 + ", " + key), "cut": text[: draw.randrange(5, len(text) - 1)], "empty": "", "bom16": text.encode("utf-16"), "nul": text.encode() + b"\x00", "latin": text.replace("one", "ö").encode("latin-1") + b"\xff", "html": "<html>", "two": text + text, "number": "7", "text": '"x"', "lists": "[[]]", "null": "null",
        }  # fmt: skip
        for name, data in kinds.items():
            yield Hostile(
                f"{kind}-text/{name}", argv, {"f.json": data if isinstance(data, bytes) else data.encode()}, BAD
            )
        large = json.dumps([good | {"id": f"c{n}", "note": "x" * 20_000} for n in range(1000)])
        yield Hostile(f"{kind}-text/20-MB", argv, {"f.json": large.encode()}, ANY)
        yield Hostile(
            f"{kind}-text/20-MB-of-brackets", argv, {"f.json": ("[" + "[]," * 6_000_000 + "[]]").encode()}, BAD
        )
        yield Hostile(
            f"{kind}-text/20-MB-in-a-text", argv, {"f.json": json.dumps(good | {"id": "x" * 20_000_000}).encode()}, ANY
        )
        yield Hostile(f"{kind}-text/empty-list", argv, {"f.json": b"[]"}, frozenset({1, 2}))


def _answer(
    id_: str, request: Any, exits: frozenset[int], draw: random.Random, more: tuple[str, ...] = (), **files: bytes
) -> Hostile:
    data = request if isinstance(request, bytes) else json.dumps(request).encode()
    held = {
        "r.json": data,
        "roster.csv": text_of(some_people(draw, 3)).encode(),
        **{name.replace("_", "."): each for name, each in files.items()},
    }
    argv = (
        "answer",
        "--request",
        "@r.json",
        "--roster",
        "@roster.csv",
        "--jurisdiction",
        "us-ca",
        "--as-of",
        "2025-07-17",
        "--out",
        "@out",
        *more,
    )
    return Hostile(id_, argv, held, exits)


def _requests(draw: random.Random) -> Iterator[Hostile]:
    subject = {"family_name": "QUILLFEATHER", "given_name": "AMOS", "date_of_birth": "1980-05-06"}
    for good in (list_request("us-ca"), detainer("us-ca", subject)):
        paths = list(_paths(good))
        for number in range(12):
            path, new = draw.choice(paths), draw.choice(STRANGE)
            data = json.dumps(changed(good, path, new)).encode()
            yield _answer(
                f"request-changed/{good['kind']}-{number}-{'.'.join(map(str, path))[:40]}",
                data,
                BAD if b"\\ud800" in data else ANY,
                draw,
            )
    for name, data in {
        "deep": b"[" * 100_000,
        "text": b'"x"',
        "list": b"[]",
        "none": b"",
        "kind": b'{"kind": "warrant"}',
        "20-MB": json.dumps(list_request("us-ca") | {"text": "x" * 20_000_000}).encode(),
    }.items():
        yield _answer(f"request-text/{name}", data, ANY if name == "20-MB" else BAD, draw)
    facts = {"P0000": {"person": {"minor": False}, "custody": {"releasable": True}}}
    for number in range(8):
        path, new = draw.choice(list(_paths(facts))), draw.choice(STRANGE)
        yield _answer(
            f"facts-changed/{number}",
            list_request("us-ca"),
            ANY,
            draw,
            ("--facts", "@facts.json"),
            facts_json=json.dumps(changed(facts, path, new)).encode(),
        )
    yield _answer(
        "facts/nobody",
        list_request("us-ca"),
        BAD,
        draw,
        ("--facts", "@facts.json"),
        facts_json=b'{"P9999": {"person": {"minor": true}}}',
    )
    yield _answer(
        "facts/strange",
        list_request("us-ca"),
        BAD,
        draw,
        ("--facts", "@facts.json"),
        facts_json=b'{"P0000": {"person": {"citizen": true}}}',
    )


def _places() -> Iterator[Hostile]:
    strange = [
        "us-zz",
        "",
        " ",
        "US-CA",
        "us-ca-nowhere",
        "us-ca@x",
        "../us-ca",
        "us-ca\n",
        "u" * 5000,
        "us_ca",
        "us-ca-",
        "\u0443s-ca",
        "de",
        "us-ca-kern@county-0",
    ]
    for number, place in enumerate(strange):
        case = json.dumps(CASE | {"jurisdiction": place}).encode()
        yield Hostile(f"place/decide-{number}", ("decide", "@f.json"), {"f.json": case}, BAD)
        yield Hostile(
            f"place/release-{number}",
            ("release", "@f.json"),
            {"f.json": json.dumps(RELEASE | {"jurisdiction": place}).encode()},
            BAD if place else PERSON,  # a case without a place is answered: no law of credits is its own
        )
        if number < 6:
            yield Hostile(f"place/show-{number}", ("law", "show", place), {}, BAD)
            yield Hostile(
                f"place/diff-{number}", ("law", "diff", place, "--from", "2024-01-01", "--to", "2025-01-01"), {}, BAD
            )
            check = ("roster", "check", "@r.csv", "--jurisdiction", place)
            yield Hostile(
                f"place/check-{number}",
                check,
                {"r.csv": text_of(some_people(random.Random(number), 3)).encode()},
                BAD if place else ANY,
            )
            batch = ("law", "batch", place, "--roster", "@r.csv", "--out", "@o.parquet", "--as-of", "2025-07-17")
            yield Hostile(
                f"place/batch-{number}", batch, {"r.csv": text_of(some_people(random.Random(number), 3)).encode()}, BAD
            )


def _toml(draw: random.Random) -> Iterator[Hostile]:
    commands = {
        "policy": (POLICY, ("law", "policy", "@f.toml")),
        "register": (REGISTERS["us-ca"], ("answer", "--register", "@f.toml")),
    }
    for kind, (good, argv) in commands.items():
        kinds: dict[str, bytes | str] = {
            "cut": good[: len(good) // 2 - 3] + '"', "nul": good + "\x00", "utf-16": good.encode("utf-16"), "binary": draw.randbytes(400), "empty": "", "deep": "a=" + "[" * 100_000, "digits": "a = " + "9" * 50_000, "twice": good + "\n" + good.split("\n", 1)[0] + "\n" + good, "strange": "colour = 1\n" + good,
            "half": good.replace('= "', '= "\\ud800', 1), "json": "{}", "large": "# x\n" * 700_000,
        }  # fmt: skip
        for name, data in kinds.items():
            yield _with_toml(
                f"{kind}/{name}", kind, argv, data if isinstance(data, bytes) else data.encode(), BAD, draw
            )
        lines = [number for number, line in enumerate(good.splitlines()) if "=" in line]
        for number in range(10):
            at, new = (
                draw.choice(lines),
                draw.choice(
                    [
                        "7",
                        "[]",
                        "{}",
                        '""',
                        "true",
                        "1979-05-27",
                        '"' + "x" * 5000 + '"',
                        "inf",
                        '["a"]',
                        '"\\u001b[2J"',
                        "1e400",
                        '"9999-99-99"',
                        "0001-01-01",
                    ]
                ),
            )
            text = "\n".join(
                re.sub("=.*", "", line) + f"= {new}" if place == at else line
                for place, line in enumerate(good.splitlines())
            )
            yield _with_toml(f"{kind}-changed/{number}", kind, argv, text.encode(), ANY, draw)


def _with_toml(
    id_: str, kind: str, argv: tuple[str, ...], data: bytes, exits: frozenset[int], draw: random.Random
) -> Hostile:
    if kind == "register":
        return _answer(id_, list_request("us-ca"), exits, draw, argv[1:], f_toml=data)
    return Hostile(id_, argv, {"f.toml": data}, exits)
