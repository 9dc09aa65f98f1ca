"""Whoever sent what did not arrive is told so on a page, or as JSON; nothing of it is done."""

import pytest
from django.test import Client

from habeas.desk.server.not_whole import SAYS
from habeas.desk.server.threads import NOT_WHOLE


@pytest.mark.parametrize("status", SAYS)
def test_each_has_a_page_that_says_what_became_of_it_and_asks_the_store_nothing(status):
    page = Client().post("/account/login/", **{NOT_WHOLE: status})
    assert page.status_code == status
    assert SAYS[status][1] in page.content.decode()
    assert "Nothing was done" in page.content.decode()
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("status", SAYS)
def test_a_program_is_told_in_one_sentence(status):
    told = Client().post("/api/requests", **{NOT_WHOLE: status})
    assert told.status_code == status
    assert list(told.json()) == ["detail"]
    assert told.json()["detail"] != "The call could not be read."
