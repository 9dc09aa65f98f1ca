"""Odd values, and the odd ways in which a form, an address or a header can bring them."""

import json
import re
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes

from .fuzz_parameters import addresses

MARKUP = "<img src=x onerror=alert(1)>"
ODD = (
    "²", "٣", "9" * 5_000, "9" * 19, "-1", "1e999", "NaN", "\0", "a\0b", "\ud800", b"\xff\xfe", b"%c3%28", "", " ", "\u202eabc\u200b",
    "9999-12-31", "9999-12-31T23:59", "0000-01-01", "10000-01-01", "0001-01-01", "0001-01-01T00:00", "0001-01-01T00:00+14:00",
    "9999-12-31T23:59-14:00", "2026-03-03T02:00+23:59", "2026-02-30", "24:00", "2026-W10-3", MARKUP, "{{ 7*7 }}{% load x %}",
    "[" * 3_000, '{"a": 1e999}', '{"a": ' + "9" * 5_000 + "}", "null", "' OR 1=1 --", "%", "../../etc/passwd", "\r\nX-Injected: 1",
    "staff-²",
    "=1+1", "|", "--help", "\\", "R-2026-99999", "all", "x" * 300,
)  # fmt: skip
"""What is tried in every place, as text; bytes go as they are."""
LONG = "m" * 2**20
FORM = "application/x-www-form-urlencoded"
HEADERS = (
    "HTTP_ACCEPT_LANGUAGE", "HTTP_REFERER", "HTTP_HX_REQUEST", "HTTP_HX_CURRENT_URL", "HTTP_HX_TARGET", "HTTP_HX_TRIGGER",
    "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO",
    "HTTP_USER_AGENT", "HTTP_ORIGIN", "HTTP_HOST", "HTTP_AUTHORIZATION", "HTTP_IDEMPOTENCY_KEY", "HTTP_ACCEPT", "CONTENT_LENGTH",
    "CONTENT_TYPE",
)  # fmt: skip
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
COOKIES = ("sessionid", "csrftoken", "seen", "messages")
KINDS = (
    "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
    f"{FORM}; charset=utf-7", f"{FORM}; charset=nonsense", f"{FORM}; charset=utf-16", "", "²", "application/xml",
    "multipart/mixed; boundary=x",
)  # fmt: skip
"""Content types that are not what the form sends."""
FILES = ("", "a.pdf", "../../a.csv", "²" * 300, "\u202egpj.exe", "a\0.csv", '"; filename="b', "CON", ".")


@dataclass(frozen=True)
class Attack:
    """One call that is tried, and what it is called when it goes wrong."""

    who: str
    method: str
    path: str
    said: str
    query: tuple = ()
    body: tuple | bytes = b""
    """Pairs are written out when the call is made: a million of them would fill the memory."""
    kind: str = FORM
    headers: dict = field(default_factory=dict, hash=False)

    def run(self, desk):
        """Make the call."""
        body = self.body if isinstance(self.body, bytes) else encoded(self.body).encode()
        query = encoded(self.query)
        return desk.call(self.who, self.method, self.path, query=query, body=body, kind=self.kind, **self.headers)


def quoted(value):
    """A value as it stands in an address or a form."""
    return quote_from_bytes(value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"), safe="")


def encoded(pairs):
    """Pairs as a form sends them."""
    return "&".join(f"{quoted(name)}={quoted(value)}" for name, value in pairs)


def one_field_odd(crawl):
    """Each field of each form in turn holds each odd value, while the others hold what they should.

    The token against forged forms is left out: the client is let through without one, so nothing reads it.
    """
    for form in once(crawl.forms):
        for place, (name, _) in enumerate(form.fields):
            if name == TOKEN:
                continue
            for value in (*ODD, LONG):
                pairs = [*form.fields[:place], (name, value), *form.fields[place + 1 :]]
                yield _sent(form, pairs, f"{name}={value[:20]!r}")


def all_fields_odd(crawl, names):
    """Every name that any code of the desk reads holds the same odd value, in forms and in the addresses of pages."""
    known = sorted(set().union(*names.values()))
    for value in ODD:
        pairs = [(name, value[:400]) for name in known]
        for form in once(crawl.forms):
            told = {name: kept for name, kept in form.fields if name == "version"}
            yield _sent(form, [*pairs, *told.items()], f"all names {value[:20]!r}")
        for who, path in once(pages_of(crawl)):
            yield Attack(who, "GET", path, f"all queries {value[:20]!r}", query=tuple(pairs))


def once(found):
    """Each page or form once, by the first role that came to it."""
    return {key[1:]: each for key, each in reversed(found.items())}.values()


def pages_of(crawl):
    """A page of each address by each role that was let in."""
    return {
        key: (key[0], path.partition("?")[0])
        for key, found in crawl.pages.items()
        for path, told in found.items()
        if told.status < 400
    }


def odd_shapes(crawl):
    """Keys twice, keys as arrays, a key missing, nothing at all, too many, other content types, odd files."""
    for form in once(crawl.forms):
        pairs = list(form.fields)
        yield _sent(form, pairs + pairs, "keys twice")
        yield _sent(form, [(f"{name}[]", value) for name, value in pairs], "arrays")
        yield _sent(form, [], "nothing")
        yield _sent(form, [(f"k{place}", "1") for place in range(3_000)], "3,000 fields")
        for place, (name, _) in enumerate(pairs):
            yield _sent(form, pairs[:place] + pairs[place + 1 :], f"without {name}")
        if form.method == "POST":
            yield from _odd_bodies(form, pairs)


def _odd_bodies(form, pairs):
    for kind in KINDS:
        for body in (encoded(pairs).encode(), json.dumps(dict(pairs)).encode(), b"\xff\0--x\r\n", b""):
            yield Attack(form.who, "POST", form.path, f"as {kind!r}", body=body, kind=kind)
    for name in FILES:
        for content in (b"", b"%PDF-1.4 no pages", b"\0\xff" * 50, "a,b\n²,\n".encode()):
            body = multipart([*pairs, ("x", "y")], name, content)
            yield Attack(
                form.who, "POST", form.path, f"file {name[:12]!r}", body=body, kind="multipart/form-data; boundary=xyz"
            )


def multipart(pairs, name, content):
    """A form with the same odd file in each field that takes one."""
    parts = [f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}'.encode() for key, value in pairs]
    for key in ("file", "paper", "files", "scan"):
        told = f'Content-Disposition: form-data; name="{key}"; filename="{name}"\r\nContent-Type: ²\r\n\r\n'
        parts.append(told.encode() + content)
    return b"".join(b"--xyz\r\n" + part + b"\r\n" for part in parts) + b"--xyz--\r\n"


def odd_paths(crawl):
    """Each part of each address holds each odd value, read and sent to by every role."""
    for route in addresses().values():
        for place, part in enumerate(re.findall(r"<[^>]+>|\(\?P<[^)]*\)", route)):
            for value in (*ODD, "1"):
                path = _with_part(route, part, place, value)
                for who in ("clerk", "commander", "inspector", "admin", "nobody"):
                    yield Attack(who, "GET", path, f"path {value[:20]!r}")
                yield Attack("commander", "POST", path, f"path {value[:20]!r}")


def _with_part(route, part, place, value):
    path = route.replace(part, quoted(value[:300]), 1)
    return "/" + re.sub(r"<[^>]+>|\(\?P<[^)]*\)", "1", path).strip("^$").replace("\\Z", "").replace("\\", "")


def odd_headers(crawl):
    """All headers at once on every page, and each header and cookie alone on a few, with each odd value that a server hands on."""
    pages = list(once(pages_of(crawl)))
    for value in ODD:
        text = value if isinstance(value, str) else value.decode("latin-1")
        kept = text.replace("\r\n", " ").replace("\0", "")[:5_000].encode("utf-8", "surrogatepass").decode("latin-1")
        for who, path in pages:
            together = dict.fromkeys(HEADERS[:-7], kept)
            yield Attack(who, "GET", path, f"headers {text[:20]!r}", headers=together)
        for who, path in pages[::25]:
            for name in HEADERS[-7:]:
                yield Attack(who, "GET", path, f"{name} {text[:20]!r}", headers={name: kept})
            for name in COOKIES:
                yield Attack(who, "GET", path, f"cookie {name} {text[:20]!r}", headers={"cookie": (name, kept)})


def every_role_everywhere(crawl, names):
    """What one role's pages offer, sent by every other role and by nobody."""
    for form in crawl.forms.values():
        for who in crawl.desk.clients:
            if who != form.who:
                yield Attack(who, form.method, form.path, f"the form of {form.who}", body=form.fields)


def _sent(form, pairs, said):
    if form.method == "GET":
        return Attack(form.who, "GET", form.path.partition("?")[0], said, query=tuple(pairs))
    return Attack(form.who, "POST", form.path, said, body=tuple(pairs))
