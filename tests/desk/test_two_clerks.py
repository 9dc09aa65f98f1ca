"""Two clerks at once: one decision, and the loser is told who was first and when. HABEAS_RACES=10000 runs it at length."""

import multiprocessing
import os

import pytest

from tests.desk import stage

pytestmark = pytest.mark.xdist_group("stage")

RACES = int(os.environ.get("HABEAS_RACES", "150"))


def race(place, barrier, name, results):
    stage.open_stage(place)
    stage.without_drawing()
    from habeas.desk.doing import by
    from habeas.desk.models import Account, Request
    from habeas.desk.services.decisions.deciding import make
    from habeas.desk.workflow.errors import RefusedError, TooLateError

    account = Account.objects.get(username=name)
    told = []
    for number in Request.objects.order_by("id").values_list("number", flat=True):
        request = Request.objects.get(number=number)
        barrier.wait(60)
        try:
            make(request, [], by(account, stage.NOW), 0)
            told.append("made")
        except TooLateError as late:
            told.append(f"late: {late.who}")
        except RefusedError as refused:
            told.append(f"refused: {refused}")
        barrier.wait(60)
    results[name] = told


def outcome():
    from habeas.desk.models import Decision, Event

    fault, _ = stage.chain_fault()
    return {
        "decisions": Decision.objects.count(),
        "decided": Event.objects.filter(act="decide").count(),
        "fault": fault,
    }


def run_races(url=None):
    place = stage.prepare(requests=RACES, url=url)
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    with context.Manager() as manager:
        results = manager.dict()
        workers = [context.Process(target=race, args=(place, barrier, name, results)) for name in ("ann", "bob")]
        for each in workers:
            each.start()
        for each in workers:
            each.join()
        found = dict(results)
    return found, stage.run(place, outcome)


def check(found, after):
    assert after == {"decisions": RACES, "decided": RACES, "fault": None}
    names = {"ann": "Bob Example", "bob": "Ann Example"}
    for mine, theirs in zip(found["ann"], found["bob"], strict=True):
        assert sorted([mine == "made", theirs == "made"]) == [False, True], (mine, theirs)
    for name, told in found.items():
        assert {each for each in told if each != "made"} <= {f"late: {names[name]}"}


def test_two_clerks_decide_the_same_request_and_only_one_does():
    check(*run_races())


def test_two_clerks_on_postgresql(postgres_url):
    check(*run_races(postgres_url))


@pytest.fixture(scope="module")
def postgres_url():
    from tests.postgres import NoServerError, fresh_database, start

    try:
        return fresh_database(start())
    except NoServerError as why:
        pytest.skip(f"No PostgreSQL here: {why}")
