"""The months before tonight under every law the demonstration can stand under: what a law leaves open is over too."""

from datetime import UTC, datetime

import pytest

from habeas.cli.demo import LEAST_SERVED, demo
from habeas.common.errors import BadInputError
from habeas.demo.run import PLACES

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("place", sorted(set(PLACES) - {"us-ca-los-angeles"}))
def test_every_place_of_the_demonstration_has_a_past_that_is_over(place, monkeypatch):
    from habeas.demo import desk
    from habeas.desk.models import Request
    from habeas.desk.services.publication.figures import releases
    from habeas.desk.services.record.reconciliation import reconcile

    monkeypatch.setattr(desk, "STORIES", ())
    desk.fill_desk(90, NOW, 5, place)
    assert set(Request.objects.values_list("state", flat=True)) == {"closed"}
    assert Request.objects.count() > 15
    assert [each.data["periods"] for each in releases()] == [["2025-Q4"]]
    assert list(reconcile()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("people", [LEAST_SERVED, 90])
def test_a_small_county_has_its_stories_too(people):
    from habeas.demo import desk
    from habeas.demo.stories import STORIES
    from habeas.desk.models import Request

    assert desk.fill_desk(people, NOW) == Request.objects.count() >= len(STORIES)


def test_a_county_too_small_for_its_desk_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(BadInputError, match=r"--people 60 is too few for the desk.*give 70 or more, or --no-serve"):
        demo(tmp_path / "demo", people=LEAST_SERVED - 10)
    assert not (tmp_path / "demo").exists()
