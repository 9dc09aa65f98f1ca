"""Sessions as they lie in the store: under a keyed digest of the cookie, and readable under that one name only.

Whoever reads the store learns no cookie, and a session copied to another name opens nothing. One that ended and was put back opens
nothing either: each says, signed, after which event it began and what the account's way in was then; events since then say that it ended.
"""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as StoredSessions
from django.contrib.sessions.models import Session
from django.db.models import CharField, DateTimeField, Subquery
from django.utils import timezone

from habeas.common.numbers import whole_number
from habeas.desk.built_once import BuiltOnce, Given
from habeas.desk.models import Event
from habeas.desk.models.access import as_access, ended_since, last_event
from habeas.desk.seals import seal

_LENGTH = 40
"""What the library's column holds: 160 bits."""


SINCE = "since"
"""The number of the last event before the session began, or before its owner last changed the password in it."""
ACCESS = "access"
"""The numbers of the password and of ended sessions as they were then."""


def mark(session: Any, account: Any) -> None:
    """Write into a session from when it is, and with which password."""
    session[SINCE] = last_event()
    session[ACCESS] = [account.password_turn, account.sessions_ended]


def kept_name(cookie: str | None) -> str:
    """The name under which the session of a cookie lies in the store."""
    return seal("session", cookie)[:_LENGTH]


class SessionStore(StoredSessions):
    """The library's sessions in the database, by another name than the cookie's."""

    @property
    def key_salt(self) -> str:
        """What the content is signed with: it fits one session's name and no other."""
        return f"habeas.session.{kept_name(self.session_key)}"

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing where an event says that it ended."""
        row = self._get_session_from_db()
        held: dict[str, Any] = self.decode(row.session_data) if row else {}
        if row and self._is_over(held, max(row.changed or 0, row.left or 0)):
            self._session_key = None
            return {}
        return held

    def _is_over(self, held: dict[str, Any], told: int) -> bool:
        """Whether it was made before sessions said from when they are, or ended since. One of nobody never is.

        `told` is the last event of any account: where the session began after it, nothing more is asked of the store.
        """
        account = whole_number(str(held.get(SESSION_KEY, "")))
        access, since = as_access(held.get(ACCESS)), held.get(SINCE)
        if account is None:
            return False
        if access is None or not isinstance(since, int):
            return True
        return told > since and ended_since(account, kept_name(self.session_key), access, since)

    def exists(self, session_key: str) -> bool:
        """Whether a session of this cookie is stored."""
        return super().exists(kept_name(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row of this session."""
        made = super().create_model_instance(data)
        made.session_key = kept_name(made.session_key)
        return made

    def delete(self, session_key: str | None = None) -> None:
        """Forget the session of this cookie; this one's where none is given."""
        key = session_key or self.session_key
        if key is not None:
            super().delete(kept_name(key))

    def _get_session_from_db(self) -> Any:
        """The row of this session, with the last events that could have ended it; none where it is gone or too old."""
        now = timezone.now()  # clock: the edge, as the library reads it
        found = _SESSIONS.first(key=kept_name(self.session_key), now=now)
        if found is None:
            self._session_key = None
        return found


def _last(**said: str) -> Subquery:
    """The number of the last event of such an act, as a column."""
    return Subquery(Event.objects.filter(**said).order_by("-seq").values("seq")[:1])


def _sessions() -> Any:
    """One session that is not too old, with the last events that could have ended it."""
    last = {"changed": _last(act="account", kind="account"), "left": _last(act="log_out")}
    key, now = Given("key", CharField()), Given("now", DateTimeField())
    return Session.objects.filter(session_key=key, expire_date__gt=now).annotate(**last)


_SESSIONS = BuiltOnce(_sessions)
