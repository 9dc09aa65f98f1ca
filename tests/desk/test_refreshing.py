"""A page that looks by itself whether it is still right: 304 where nothing was done, no view logged for that, the idle lock untouched."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Event
from habeas.desk.services.cases.assigning import comment

from .test_core import detainer

pytestmark = pytest.mark.django_db
ASKS = {"X-Refresh": "1"}


@pytest.fixture
def pages(clerk, subject, now):
    return ["/", reverse("request", args=[detainer(subject, now).number])]


def test_an_unchanged_page_is_not_sent_again_and_no_view_is_logged_for_it(clerk, pages):
    for address in pages:
        mark = clerk.get(address, headers=ASKS)["ETag"]
        views = Event.objects.filter(act="view").count()
        again = clerk.get(address, headers=ASKS | {"If-None-Match": mark})
        assert (again.status_code, again.content) == (304, b"")
        assert Event.objects.filter(act="view").count() == views


def test_anybodys_act_is_seen_and_the_view_of_it_logged(clerk, pages, staff, now):
    from habeas.desk.models import Request

    for address in pages:
        mark = clerk.get(address, headers=ASKS)["ETag"]
        comment(Request.objects.get(), "Somebody else looked.", by(staff["clerk2"], now))
        views = Event.objects.filter(act="view").count()
        again = clerk.get(address, headers=ASKS | {"If-None-Match": mark})
        assert again.status_code == 200
        assert again["ETag"] != mark
        assert Event.objects.filter(act="view").count() == views + 1
        assert '"refreshed"' in Event.objects.filter(act="view").latest("seq").body, "nobody need have sat there"


def test_a_mark_is_ones_own_and_of_one_address(as_role, pages):
    marks = {
        as_role(name).get(address, headers=ASKS)["ETag"]
        for name in ("clerk", "clerk2")
        for address in [*pages, "/?show=mine"]
    }
    assert len(marks) == 6


def test_a_page_that_is_opened_by_somebody_is_always_sent(clerk, pages):
    mark = clerk.get(pages[0], headers=ASKS)["ETag"]
    assert clerk.get(pages[0], headers={"If-None-Match": mark}).status_code == 200


def test_looking_by_itself_is_no_sign_of_anybody_and_the_lock_comes_all_the_same(clerk, pages, monkeypatch, now):
    from habeas.desk import middleware

    class Clock:
        at = None

        @classmethod
        def now(cls, zone):
            return cls.at

    Clock.at = now
    monkeypatch.setattr(middleware, "datetime", Clock)
    clerk.get(pages[0])
    seen = clerk.cookies["seen"].value
    step = timedelta(seconds=settings.IDLE_LOCK_SECONDS // 3)
    for _ in range(2):
        Clock.at += step
        assert clerk.get(pages[0], headers=ASKS).status_code == 200
        assert clerk.cookies["seen"].value == seen
    Clock.at += step + timedelta(seconds=1)
    assert clerk.get(pages[0], headers=ASKS).status_code == 423
    assert clerk.get(pages[0]).status_code == 423


def test_without_javascript_a_link_does_the_same(clerk, pages):
    for address in pages:
        page = clerk.get(address).content.decode()
        assert f'href="{address}">Refresh</a>' in page
