"""The desk's pages with a long record beside the same with a short one: two servers in one run, asked in turn."""

import http.client
import statistics
import tempfile
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.bench.desk import Server, run_stage

_TOKEN = "b" * 32  # what a form carries is held against a cookie; a measurement brings both
PEOPLE = 1_000
"""How many are in custody on both desks."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One of the two desks: a kept line to its server, the pages to ask for, the cookie of each role, and its server's work."""

    line: http.client.HTTPConnection
    pages: list[dict[str, Any]]
    cookies: dict[str, str]
    cpu: Callable[[], float]
    """How long its server was on a processor so far, in seconds."""


def long_record(events: int, few: int, each: int) -> Iterator[dict[str, Any]]:
    """Yield one row a page: the slow end with `few` events and with `events`, in milliseconds, and how many times the one is the other.

    Each page is asked for `each` times on both desks, in turn, by one reader.
    """
    with ExitStack() as stack:
        short, long = (_opened(stack, count) for count in (few, events))
        for place, page in enumerate(short.pages):
            times = _in_turn((short, page), (long, long.pages[place]), each)
            yield _row(page["what"], times, (few, events))


def _opened(stack: ExitStack, events: int) -> Desk:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    told = run_stage("habeas.bench.long_record_stage", folder, PEOPLE, events)
    server = stack.enter_context(Server(folder, "habeas.desk.serving:application"))
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    return Desk(line, told["pages"], told["cookies"], server.cpu_seconds)


@dataclass(frozen=True, slots=True)
class Times:
    """What each answer of one desk took: by the clock, and of its server's work on a processor, in seconds."""

    clock: list[float]
    cpu: list[float]


def _in_turn(short: tuple[Desk, dict[str, Any]], long: tuple[Desk, dict[str, Any]], each: int) -> tuple[Times, Times]:
    times = (Times([], []), Times([], []))
    for turn in range(-2, each):
        for place, (desk, page) in enumerate((short, long)):
            worked, begun = desk.cpu(), time.perf_counter()
            _ask(desk, page)
            if turn >= 0:  # the first two warm what is kept
                times[place].clock.append(time.perf_counter() - begun)
                times[place].cpu.append(desk.cpu() - worked)
    return times


def _ask(desk: Desk, page: dict[str, Any]) -> None:
    method = "POST" if page["form"] else "GET"
    headers = {
        "Cookie": f"{desk.cookies[page['role']]}; csrftoken={_TOKEN}",
        "X-CSRFToken": _TOKEN,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    desk.line.request(method, page["path"], urllib.parse.urlencode(page["form"]), headers)
    answer = desk.line.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{page['what']} was answered with {answer.status}")


def _row(what: str, times: tuple[Times, Times], counts: tuple[int, int]) -> dict[str, Any]:
    short, long = (_ms(each.clock) for each in times)
    middle = [round(statistics.median(each.clock) * 1000, 1) for each in times]
    cpu_short, cpu_long = (_ms(each.cpu) for each in times)
    return {
        "page": what, "few": counts[0], "events": counts[1], "p95_few_ms": short, "p95_ms": long,
        "times": round(long / short, 2), "p50_few_ms": middle[0], "p50_ms": middle[1],
        "cpu_p95_few_ms": cpu_short, "cpu_p95_ms": cpu_long, "cpu_times": round(cpu_long / cpu_short, 2),
    }  # fmt: skip


def _ms(seconds: list[float]) -> float:
    return round(sorted(seconds)[max(0, int(len(seconds) * 0.95) - 1)] * 1000, 1)
