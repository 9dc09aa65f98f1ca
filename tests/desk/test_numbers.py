"""Numbers under a race: eight fax machines at once, no gap and no double, on both databases."""

import threading

import pytest

from tests.desk import stage
from tests.postgres import postgres_url  # noqa: F401 - a fixture


def eight_fax_machines():
    from django.db import connections

    from habeas.desk.doing import by
    from habeas.desk.models import Account, Numbering, Request
    from habeas.desk.services.intake.intake import receive_paper

    clerk = Account.objects.get(username="ann")

    def arrive():
        try:
            for _ in range(5):
                receive_paper(None, "", "fax", stage.NOW, None, "desk", by(clerk, stage.NOW))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=arrive) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    given = sorted(Request.objects.values_list("number", flat=True))
    return given, Numbering.objects.get().last, stage.chain_fault()[0]


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_forty_papers_at_once_get_forty_numbers_without_a_gap(store, request):
    url = request.getfixturevalue("postgres_url") if store == "postgres" else None
    given, last, fault = stage.run(stage.prepare(url=url), eight_fax_machines)
    assert given == [f"R-2026-{number:05d}" for number in range(1, 41)]
    assert (last, fault) == (40, None)
