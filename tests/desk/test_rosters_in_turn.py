"""Two rosters at the same moment are applied one after the other: nobody who stands on both is flagged as absent."""

import multiprocessing
from datetime import date, timedelta

import pytest

from tests.desk import stage

pytestmark = pytest.mark.xdist_group("stage")


def apply_one(place, barrier, hours, results):
    stage.open_stage(place)
    from habeas.demo.county import build_county
    from habeas.desk.doing import by
    from habeas.desk.models import Account
    from habeas.desk.services.custody import custody
    from habeas.desk.workflow.errors import RefusedError

    custody.STEP, custody.BREATH_SECONDS = 4, 0.02
    doing = by(Account.objects.get(username="ann"), stage.NOW + timedelta(hours=hours))
    county = build_county("us-ca", 40, date(2026, 3, 4))
    kept = custody.receive_roster(county.csv().encode(), f"{hours}.csv", "plain", doing.at, doing)
    barrier.wait(120)
    try:
        results[hours] = str(custody.apply_roster(kept, doing).state)
    except RefusedError:  # the earlier one came second: two people must confirm it
        results[hours] = "held"


def who_is_absent():
    from habeas.desk.models import Person

    return Person.objects.exclude(absent_since=None).count(), Person.objects.filter(absent_since=None).count()


def apply_two(url=None):
    place = stage.prepare(url=url)
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    with context.Manager() as manager:
        results = manager.dict()
        both = [context.Process(target=apply_one, args=(place, barrier, hours, results)) for hours in (1, 2)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        found = dict(results)
    return found, stage.run(place, who_is_absent)


def check(found, absent):
    assert found[2] == "applied"
    assert found[1] in {"applied", "held"}
    assert absent[0] == 0
    assert absent[1] >= 40


def test_two_rosters_at_once_flag_nobody_who_stands_on_both():
    check(*apply_two())


def test_two_rosters_at_once_on_postgresql(postgres_url):
    check(*apply_two(postgres_url))


@pytest.fixture(scope="module")
def postgres_url():
    from tests.postgres import NoServerError, fresh_database, start

    try:
        return fresh_database(start())
    except NoServerError as why:
        pytest.skip(f"No PostgreSQL here: {why}")
