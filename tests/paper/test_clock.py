"""A reading is measured by its work: on a busy machine a paper is read late, and not refused."""

import resource
from types import SimpleNamespace

import pytest

from habeas.paper.files import clock, limits


def at(monkeypatch, own, others, wall):
    spent = {resource.RUSAGE_SELF: own, resource.RUSAGE_CHILDREN: others}
    monkeypatch.setattr(
        clock.resource, "getrusage", lambda who: SimpleNamespace(ru_utime=spent[who] * 0.75, ru_stime=spent[who] * 0.25)
    )
    monkeypatch.setattr(clock.time, "monotonic", lambda: clock._BEGAN + wall)


@pytest.mark.parametrize(
    ("own", "others", "wall", "told"),
    [
        (1.0, 5.0, 6.0, 6.0),  # alone on the machine
        (1.0, 5.0, 24.0, 6.0),  # a fourth of the machine: the same work
        (0.0, 0.0, 100.0, 25.0),  # stands still: the wall's clock ends it in the end
        (40.0, 20.0, 61.0, 60.0),
    ],
)
def test_what_counts_is_the_work_and_at_last_the_wall(monkeypatch, own, others, wall, told):
    at(monkeypatch, own, others, wall)
    assert clock.worked() == pytest.approx(told)


def test_the_parent_waits_as_long_as_a_busy_machine_may_need():
    assert limits.WALL_SECONDS >= clock.BUSY * (limits.SOFT_SECONDS + 5)
