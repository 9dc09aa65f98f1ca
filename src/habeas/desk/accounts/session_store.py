"""Sessions as they lie in the store: under a keyed digest of the cookie, and readable under that one name only.

Whoever reads the store learns no cookie, and a session copied to another name opens nothing.
"""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as StoredSessions

from habeas.desk.seals import seal

_LENGTH = 40
"""What the library's column holds: 160 bits."""


class SessionStore(StoredSessions):
    """The library's sessions in the database, by another name than the cookie's."""

    @property
    def key_salt(self) -> str:
        """What the content is signed with: it fits one session's name and no other."""
        return f"habeas.session.{_kept(self.session_key)}"

    def exists(self, session_key: str) -> bool:
        """Whether a session of this cookie is stored."""
        return super().exists(_kept(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row of this session."""
        made = super().create_model_instance(data)
        made.session_key = _kept(made.session_key)
        return made

    def delete(self, session_key: str | None = None) -> None:
        """Forget the session of this cookie; this one's where none is given."""
        key = session_key or self.session_key
        if key is not None:
            super().delete(_kept(key))

    def _get_session_from_db(self) -> Any:
        stored: Any = StoredSessions(_kept(self.session_key))
        found = stored._get_session_from_db()
        if found is None:
            self._session_key = None
        return found


def _kept(cookie: str | None) -> str:
    return seal("session", cookie)[:_LENGTH]
