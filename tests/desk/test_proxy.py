"""Behind the proxy: only it is believed about who calls and over what; and a fault is told without what a person may stand in."""

import logging
import sys

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from habeas.desk.server.environ import told_by
from habeas.desk.serving import KindOnly

CLIENT = {"HTTP_X_FORWARDED_FOR": "10.4.0.17", "HTTP_X_FORWARDED_PROTO": "https"}


def seen_by_the_desk(caller, headers, proxies=settings.PROXY):
    environ = {"REMOTE_ADDR": caller, "wsgi.url_scheme": "http", **headers}
    told_by(proxies)(environ)
    return environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]


@pytest.mark.parametrize("proxy", ["127.0.0.1", "::1"])
def test_the_proxy_on_this_machine_says_who_calls_and_that_it_is_https(proxy):
    assert seen_by_the_desk(proxy, CLIENT) == ("10.4.0.17", "https")


def test_a_caller_who_comes_past_the_proxy_cannot_say_that_it_is_https_or_be_somebody_else():
    assert seen_by_the_desk("10.4.0.17", CLIENT | {"HTTP_X_FORWARDED_FOR": "10.4.0.99"}) == ("10.4.0.17", "http")


def test_an_address_a_client_wrote_before_the_proxy_added_its_own_is_not_taken():
    assert seen_by_the_desk("127.0.0.1", CLIENT | {"HTTP_X_FORWARDED_FOR": "10.9.9.9, 10.4.0.17"})[0] == "10.4.0.17"


def test_a_proxy_on_another_machine_is_believed_once_it_is_named():
    assert seen_by_the_desk("10.4.0.2", CLIENT, "10.4.0.2") == ("10.4.0.17", "https")
    assert getattr(settings, "SECURE_PROXY_SSL_HEADER", None) is None  # Django would believe the header from anybody


def test_a_fault_is_written_by_its_kind_and_place_without_its_text_or_the_address_asked_for():
    somebody = "Núñez, Ana is in cell 4"
    try:
        raise ValueError(somebody)
    except ValueError:
        what = sys.exc_info()
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "%s: %s", ("Internal Server Error", "/people/k7/"), what
    )
    record.status_code = 500
    said = KindOnly().format(record)
    assert "ERROR django.request 500 ValueError\n" in said
    assert "test_proxy.py" in said
    assert "Ana" not in said
    assert "k7" not in said
    assert import_string(settings.LOGGING["formatters"]["plain"]["()"]) is KindOnly


def test_what_habeas_itself_writes_is_kept():
    record = logging.LogRecord("habeas.rounds", logging.ERROR, "", 0, "No head was signed: %s", ("it broke",), None)
    assert KindOnly().format(record).endswith("ERROR habeas.rounds No head was signed: it broke")
