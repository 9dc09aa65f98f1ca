"""What a session does: real services and real pages, each act noted before it is begun and only once it was acknowledged."""

import hashlib
import json
import os
import random
import secrets
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.soak import journal as said
from tools.soak.desk import PEOPLE, Desk, accounts
from tools.soak.journal import Journal

STEADY = timedelta()
OFF = threading.local()
"""How far the clock of this thread is off (`by`), for the pages that it asks."""


@dataclass(slots=True)
class Hands:
    """Who works in a session: the staff, a browser, the journal, and how far the clock is off (`clock` gives it anew each time)."""

    desk: Desk
    rng: random.Random
    journal: Journal
    clock: Callable[[], timedelta] = lambda: STEADY
    plant: str = ""
    """A fault of the harness's own tests: `early` acknowledges before the commit, `twice` sends again under another name."""
    staff: dict[str, Any] = field(default_factory=accounts)
    clients: dict[str, Any] = field(default_factory=dict)

    def now(self) -> datetime:
        """This session's moment."""
        off = self.clock()
        OFF.by = off
        return datetime.now(UTC) + off

    def doing(self, name: str) -> Any:
        """A member of staff acts now."""
        from habeas.desk.doing import by

        return by(self.staff[name], self.now(), "session" if name in {"ann", "bob"} else "totp")

    def clerk(self) -> Any:
        """One of the two clerks."""
        return self.doing(self.rng.choice(("ann", "bob")))

    def browser(self, name: str) -> Any:
        """A browser in which somebody is logged in."""
        from django.contrib.sessions.backends.base import UpdateError
        from django.test import Client

        if name not in self.clients:
            made = Client(headers={"host": "localhost"})
            try:
                made.force_login(self.staff[name])
            except UpdateError:  # Django's word for a store that broke while a session was saved
                raise UnreachedError("no log-in") from None
            self.clients[name] = made
        return self.clients[name]


class UnreachedError(Exception):
    """The desk said that it could not do it now: nothing is known of the act, and it may be tried again."""


@contextmanager
def noted(hands: Hands, token: str) -> Iterator[dict[str, Any]]:
    """Note an act: begun, and at the end what came of it. What the act puts into the mapping goes into the line."""
    from django.contrib.sessions.exceptions import SessionInterrupted
    from django.db import DatabaseError, connection, transaction

    from habeas.common.errors import BadInputError
    from habeas.desk.store_trouble import trouble_of
    from habeas.desk.workflow.errors import RefusedError

    hands.journal.write(said.BEGUN, token)
    more: dict[str, Any] = {}
    try:
        if "early" in hands.plant:
            with transaction.atomic():
                yield more
                hands.journal.write(said.DONE, token, **more)  # the planted fault: nothing is durable yet
                if hands.rng.random() < 0.3:
                    os.kill(os.getpid(), signal.SIGKILL)  # a kill that falls just there
            return
        yield more
    except (RefusedError, BadInputError) as fault:
        hands.journal.write(said.REFUSED, token, why=str(fault)[:160])
    except (DatabaseError, SessionInterrupted, UnreachedError, OSError) as fault:
        hands.journal.write(said.UNREACHED, token, why=f"{type(fault).__name__}: {str(fault)[:160]}")
        connection.close()
        _idle(hands)
    except Exception as fault:  # an error of the program is a finding, not the end of the session
        what = said.UNREACHED if trouble_of(fault) else said.BROKEN
        hands.journal.write(what, token, why=_where(fault))
        connection.close()
    else:
        hands.journal.write(said.DONE, token, **more)


def _idle(hands: Hands) -> None:
    time.sleep(hands.rng.uniform(0.02, 0.15))


def _where(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    last = next((each for each in reversed(frames) if "/habeas/" in each.filename), frames[-1])
    return f"{type(fault).__name__}: {str(fault)[:200]} at {os.path.basename(last.filename)}:{last.lineno}"


def new_token(kind: str) -> str:
    """A name for one act, which is found again in the row it makes."""
    return f"{kind}-{secrets.token_hex(8)}"


def paper(hands: Hands, token: str = "") -> None:
    """A paper comes to the page of intake; sent again after a fault, the page says that it is here already."""
    token = token or new_token("paper")
    hands.now()
    with noted(hands, token):
        given = {"text": f"Detainer, fictional. Reference {token}.", "channel": "fax", "received_by": token}
        answer = hands.browser(hands.rng.choice(("ann", "bob"))).post("/intake/", given)
        received = answer.status_code == 302 and answer.headers["Location"].startswith("/requests/")
        if not received and not (answer.status_code == 200 and b"/intake/again/" in answer.content):
            hands.clients.clear()  # a session that ended logs in again
            raise _not_done(answer)


def api(hands: Hands, token: str = "") -> None:
    """A program files a request under the name of its call; sent again it is the same request."""
    token = token or new_token("api")
    hands.now()
    with noted(hands, token):
        for _ in range(2 if "twice" in hands.plant else 1):
            answer = _post(hands, token)
            if answer.status_code != 201:
                raise _not_done(answer)


def _post(hands: Hands, token: str) -> Any:
    from django.test import Client

    name = secrets.token_hex(8) if "twice" in hands.plant else token
    return Client(headers={"host": "localhost"}).post("/api/requests", **_call(hands, token, name))


def _call(hands: Hands, token: str, name: str = "") -> dict[str, Any]:
    body = {"request": {"kind": "detainer", "issuer": "ice"}, "channel": "electronic", "received_by": token}
    body["received_at"] = datetime(2026, 3, 4, 11, tzinfo=UTC).isoformat()  # the same body whenever it is sent
    heads = {"Authorization": f"Bearer {hands.desk.secret}", "Idempotency-Key": name or token}
    return {"data": json.dumps(body), "content_type": "application/json", "headers": heads}


def _not_done(answer: Any) -> Exception:
    """What an answer other than the one wanted means for the act."""
    from habeas.desk.workflow.errors import RefusedError

    if answer.status_code == 429 or answer.status_code >= 500:
        return UnreachedError(f"status {answer.status_code}")
    if answer.status_code == 423 or (answer.status_code == 302 and "/account/" in answer.headers["Location"]):
        return UnreachedError("logged out, or locked after no work")
    if answer.status_code == 409:
        return RefusedError(answer.content[:120].decode(errors="replace"))
    return RuntimeError(f"status {answer.status_code}: {answer.content[:120]!r}")


def contact(hands: Hands, token: str = "") -> None:
    """A call is written down."""
    from habeas.desk.services.contacts import contacts

    token = token or new_token("contact")
    with noted(hands, token):
        doing = hands.clerk()
        contacts.log(contacts.Call("call_in", "Duty officer", "ICE (fictional)", doing.at, asked=token), doing)


def fact(hands: Hands, token: str = "") -> None:
    """A fact about a request that somebody works on."""
    from habeas.desk.services.decisions.facts import record_fact

    token = token or new_token("fact")
    request = some_request(hands, ("deciding", "identifying", "ready", "to_sign"))
    if request is not None:
        with noted(hands, token):
            doing = hands.clerk()
            record_fact(request, "person.victim_or_witness", None, token, doing.at, doing)


def look(hands: Hands, token: str = "") -> None:
    """A page is read; that it was is written."""
    request = some_request(hands, ())
    if request is not None:
        with noted(hands, new_token("look")):
            answer = hands.browser("cay").get(f"/requests/{request.number}/")
            if answer.status_code != 200:
                hands.clients.clear()
                raise _not_done(answer)


def some_request(hands: Hands, states: tuple[str, ...]) -> Any:
    """One of the newest requests, in one of these states (any, where none is named); None where there is none."""
    from django.db import DatabaseError, connection

    from habeas.desk.models import Request

    try:
        rows = Request.objects.filter(received_by__startswith="paper-").order_by("-id")
        rows = rows.filter(state__in=states) if states else rows
        held = list(rows[:12])
    except (DatabaseError, OSError):
        connection.close()
        _idle(hands)
        return None
    return hands.rng.choice(held) if held else None


def roster(hands: Hands, token: str = "") -> None:
    """The jail's export of this moment is taken in and applied; one that was killed halfway is taken up again."""
    from habeas.desk.models import RosterImport
    from habeas.desk.services.custody.custody import apply_roster, receive_roster

    token = token or new_token("roster")
    with noted(hands, token):
        doing = hands.clerk()
        kept = RosterImport.objects.filter(name=token).first()
        content, as_of = (bytes(kept.file.content), kept.as_of) if kept else (county_now(hands), doing.at)
        apply_roster(receive_roster(content, token, "plain", as_of, doing), doing)
        if RosterImport.objects.get(name=token).state != "applied":
            raise UnreachedError("not applied")


def county_now(hands: Hands) -> bytes:
    """The same jail a moment later: somebody's housing changed."""
    from habeas.demo.county import build_county

    county = build_county("us-ca", PEOPLE, hands.now().date())
    for row in county.rows:
        row["housing"] = f"{hands.rng.randrange(9)}{hands.rng.choice('ABCD')}"
    return county.csv().encode()


def backup(hands: Hands, token: str = "") -> None:
    """A backup beside the folder; acknowledged by its hash."""
    from habeas.desk.services.upkeep.backup import back_up

    name = new_token("file")
    with noted(hands, name) as more:
        folder = hands.desk.data.parent / "backups"
        folder.mkdir(exist_ok=True)
        made = back_up(folder / f"{name}.habeas", hands.doing("adm"))
        more["sha256"] = hashlib.sha256(made.path.read_bytes()).hexdigest()
        hands.journal.write(said.BEGUN, f"backup-{made.sha256[:24]}")
        hands.journal.write(said.DONE, f"backup-{made.sha256[:24]}")


def head(hands: Hands, token: str = "") -> None:
    """The head of the record is signed if that is due."""
    from habeas.desk.services.record.checkpoints import tick_quietly

    with noted(hands, new_token("head")):
        fault = tick_quietly(hands.now())
        if fault and "could not be used" in fault:
            raise UnreachedError(fault)
        if fault:
            raise RuntimeError(fault)
