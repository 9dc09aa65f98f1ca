"""What the desk is told of a request."""

from types import SimpleNamespace

from habeas.desk.server.environ import environ_of, told_by


def scope(*headers, client="10.4.0.17:4000", path="/"):
    return SimpleNamespace(
        http_version="1.1", server="127.0.0.1:8700", client=client, scheme="http", method="GET", path=path,
        query_string="q=%C3%A9", headers=SimpleNamespace(items=lambda: list(headers)),
    )  # fmt: skip


def test_the_line_of_the_request_is_told_as_wsgi_asks():
    found = environ_of(scope(path="/people/é/"))
    assert found["PATH_INFO"].encode("latin-1").decode() == "/people/é/"
    assert (found["QUERY_STRING"], found["REMOTE_ADDR"], found["SERVER_PORT"]) == ("q=%C3%A9", "10.4.0.17", "8700")


def test_an_address_of_version_six_has_no_brackets():
    assert environ_of(scope(client="[::1]:99"))["REMOTE_ADDR"] == "::1"


def test_headers_said_twice_are_joined_and_cookies_as_cookies_are():
    found = environ_of(scope(("x-a", "1"), ("x-a", "2"), ("cookie", "a=1"), ("cookie", "b=2"), ("content-type", "t")))
    assert (found["HTTP_X_A"], found["HTTP_COOKIE"], found["CONTENT_TYPE"]) == ("1,2", "a=1; b=2", "t")


def test_a_header_with_an_underscore_is_not_taken_for_the_one_the_proxy_sets():
    found = environ_of(scope(("x_forwarded_for", "10.9.9.9"), ("x_forwarded_proto", "https"), client="127.0.0.1:1"))
    seen = told_by("127.0.0.1")(found)
    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]) == ("127.0.0.1", "http")
