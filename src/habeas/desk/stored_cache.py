"""Django's cache in the database, read so that whoever writes the store runs nothing here.

Django stores pickles, and a pickle that somebody wrote there would be run as this program, with its keys. Here only plain values are read:
numbers, text, lists and the like. Anything else counts as not there.
"""

import base64
import io
import pickle
from collections.abc import Iterable
from typing import Any, NoReturn

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.utils.timezone import now

_LONGEST = 2**16
"""Characters of a value; what the log-in library counts is far shorter."""


class StoredCache(DatabaseCache):
    """The cache in the table that its name says, of plain values."""

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        """The values of these keys that are stored, whole and not over."""
        found = {}
        for key in keys:
            stored = self._stored(self.make_and_validate_key(key, version=version))
            if (value := _plain(stored)) is not None:
                found[key] = value
        return found

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> bool:
        """Store a value; a row that cannot be read is thrown away first, for it would stop the writing."""
        try:
            return bool(super()._base_set(mode, key, value, timeout))  # type: ignore[misc]
        except (ValueError, TypeError):
            self._base_delete_many([key])  # type: ignore[attr-defined]
            return bool(super()._base_set(mode, key, value, timeout))  # type: ignore[misc]

    def _stored(self, key: str) -> Any:
        table = connection.ops.quote_name(self._table)  # type: ignore[attr-defined]
        at = connection.ops.adapt_datetimefield_value(now().replace(microsecond=0))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT value FROM {table} WHERE cache_key = %s AND expires >= %s", [key, at])  # noqa: S608 - a name of the settings
            row = cursor.fetchone()
        return row[0] if row else None


def _plain(stored: Any) -> Any:
    if not isinstance(stored, str) or len(stored) > _LONGEST:
        return None
    try:
        return _Plain(io.BytesIO(base64.b64decode(stored, validate=True))).load()
    except Exception:  # a pickle that somebody wrote may raise anything
        return None


class _Plain(pickle.Unpickler):
    """Reads what needs no class and no function."""

    def find_class(self, module: str, name: str) -> NoReturn:
        """Refuse every class and function. Raises UnpicklingError."""
        raise pickle.UnpicklingError(f"{module}.{name}")
