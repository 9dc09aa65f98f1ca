"""The desk that odd input is tried on: a filled one inside one transaction, everybody logged in, and each call taken back."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)
ROLES = ("clerk", "commander", "counsel", "notices", "inspector", "admin")
NOBODY = "nobody"
WRITES_OF_A_REFUSAL = frozenset({"view", "refuse", "log_in_refused", "search"})
"""The events that a call may leave that did nothing."""
BESIDE = frozenset(
    {"desk_event", "desk_eventname", "desk_chainhead", "desk_chainnode", "django_session", "desk_cache", "desk_tries"}
)
"""The tables that such events, the session and the counts of tries are kept in."""
MESSAGE = 'usa-alert--error usa-alert--slim" role="alert"'
"""How a page says that it refused: the message at its head (desk/base.html)."""


class Clock:
    """What pages take for now."""

    @staticmethod
    def now(zone):
        return NOW


def fill():
    """The demonstration with a request in each state; no letter is drawn."""
    from habeas.demo import desk
    from habeas.desk.services.decisions import deciding

    told = {(each.kind, each.upto): replace(each, paper="") for each in desk.STORIES if each.kind}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deciding, "package_of", lambda *given: {"outgoing/letter.txt": b"not drawn in this test"})
        patch.setattr(desk, "STORIES", tuple(told.values()))
        desk.fill_desk(120, NOW)


@dataclass
class Told:
    """What came back from one call, and what it wrote."""

    status: int
    where: str
    body: str
    acts: Counter
    error: bool
    fault: str = ""
    injected: bool = False
    written: set = field(default_factory=set)

    @property
    def refused(self):
        return self.status >= 400 or self.error


class FuzzDesk:
    """The filled desk with a client for each role."""

    def __init__(self):
        from habeas.desk.models import Account

        self.clients = {NOBODY: Client(raise_request_exception=False)}
        for name in ROLES:
            self.clients[name] = Client(raise_request_exception=False)
            self.clients[name].force_login(Account.objects.get(username=name))
        self.last = last_event()
        self.rows = counts()

    def call(self, who, method, path, *, query="", body=b"", kind="application/x-www-form-urlencoded", **headers):
        """Make one call and take back what it wrote."""
        client, faults = self.clients[who], []
        cookies = client.cookies.copy()
        if "cookie" in headers:
            name, value = headers.pop("cookie")
            headers["HTTP_COOKIE"] = "; ".join(
                [f"{each}={kept.value}" for each, kept in cookies.items()] + [f"{name}={value}"]
            )
        catch = faults_into(faults)
        got_request_exception.connect(catch)
        try:
            with transaction.atomic():
                answer = client.generic(method, path, body, kind, QUERY_STRING=query, **headers)
                told = self._told(answer, client, faults)
                transaction.set_rollback(True)
        finally:
            got_request_exception.disconnect(catch)
            client.cookies.clear()
            client.cookies.update(cookies)
        return told

    def _told(self, answer, client, faults):
        from habeas.desk.models import Event

        acts = Counter(Event.objects.filter(seq__gt=self.last).values_list("act", flat=True))
        body = b"".join(answer) if answer.streaming else answer.content
        text = body.decode("utf-8", "replace") if "text/html" in answer.headers.get("Content-Type", "") else ""
        error = MESSAGE in text or has_error(client)
        told = Told(
            answer.status_code,
            answer.headers.get("Location", ""),
            text,
            acts,
            error,
            "; ".join(faults),
            "X-Injected" in answer.headers,
        )
        if told.refused:
            now = counts()
            told.written = {name for name in now if now[name] != self.rows[name]} - BESIDE
        return told


def faults_into(faults):
    """A receiver that keeps what went wrong inside a view."""
    import sys
    import traceback

    def keep(**given):
        kind, fault, trace = sys.exc_info()
        last = traceback.extract_tb(trace)[-1]
        ours = [each for each in traceback.extract_tb(trace) if "habeas" in each.filename]
        at = ours[-1] if ours else last
        faults.append(f"{kind.__name__}: {str(fault)[:90]!r} at {at.filename.rpartition('habeas/')[2]}:{at.lineno}")

    return keep


def has_error(client):
    """Whether the next page would show a sentence that refuses."""
    kept = client.session.get("_messages", "") if "sessionid" in client.cookies else ""
    return ",40," in str(kept)


def last_event():
    from habeas.desk.models import Event

    return Event.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def counts():
    """How many rows each table has."""
    names = [name for name in connection.introspection.table_names() if name.startswith("desk_")]
    with connection.cursor() as cursor:
        each = [f"SELECT '{name}', count(*) FROM {name}" for name in names]  # noqa: S608 - names of our own tables
        cursor.execute(" UNION ALL ".join(each))
        return dict(cursor.fetchall())


@contextmanager
def opened():
    """The filled desk, in a transaction that leaves nothing behind."""
    from habeas.desk import middleware

    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(middleware, "datetime", Clock)
        fill()
        yield FuzzDesk()
        transaction.set_rollback(True)


@contextmanager
def drawn_once():
    """Each text is drawn as a PDF once: a form that is sent a thousand times draws the same sheet, and drawing is most of its time."""
    import weasyprint

    real, kept = weasyprint.HTML, {}

    class Drawn:
        def __init__(self, string, **given):
            self.string, self.given = string, given

        def render(self):
            return self

        def write_pdf(self, **asked):
            if self.string not in kept:
                kept[self.string] = real(string=self.string, **self.given).render().write_pdf(**asked)
            return kept[self.string]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weasyprint, "HTML", Drawn)
        yield
