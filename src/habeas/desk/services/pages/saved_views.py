"""A person's own saved views: a filter and an order of a list, under a name. A view holds listed words only, never what was searched."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlencode

from django.db import IntegrityError, transaction
from django.db.models import CharField, QuerySet

from habeas.desk.built_once import BuiltOnce, Given, given_key
from habeas.desk.doing import Doing
from habeas.desk.models import Account, SavedView
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.pages.board_view import known_of_board
from habeas.desk.services.pages.listing import known_of_list
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

MOST = 20
Known = Callable[[Mapping[str, str]], Mapping[str, str]]
KNOWN: Mapping[str, Known] = {SavedView.Of.BOARD: known_of_board, SavedView.Of.REQUESTS: known_of_list}
"""Of each list, what of an address is known to it."""


def views_of(account: Account, of: str) -> list[SavedView]:
    """One person's views of one list, by name."""
    return _VIEWS(account=account.pk, of=of)


def _views() -> QuerySet[SavedView]:
    own = SavedView.objects.filter(account=given_key("account", Account), of=Given("of", CharField()))
    return own.order_by("name")


_VIEWS = BuiltOnce(_views)


def keep(of: str, name: str, query: str, doing: Doing) -> SavedView:
    """Keep the filter and order of an address under a name; the same name again is the new one.

    Raises RefusedError without a name, for a list that has no views, and for more than MOST.
    """
    check_right(needed("keep_views"), doing.role)
    name, account = " ".join(name.split())[:60], doing.needed_account
    if of not in KNOWN or not name:
        raise RefusedError("Give the view a name.")
    try:
        with transaction.atomic():
            return _kept(account, of, name, urlencode(KNOWN[of](dict(parse_qsl(query)))), doing)
    except IntegrityError:
        raise RefusedError("A view with this name was saved a moment ago; look again.") from None


def _kept(account: Account, of: str, name: str, query: str, doing: Doing) -> SavedView:
    older = SavedView.objects.filter(account=account, of=of)
    with acting(doing, "configure", "view", key := new_key()) as entry:
        older.filter(name=name).delete()
        if older.count() >= MOST:
            raise RefusedError(f"You have {MOST} views of this list; remove one first.")
        entry.detail |= {"step": "view saved", "of": of, "query": query}
        return SavedView.objects.create(key=key, account=account, of=of, name=name, query=query, made_at=doing.at)


def drop(key: str, doing: Doing) -> SavedView:
    """Remove one of one's own views. Raises RefusedError where there is none with this key."""
    check_right(needed("keep_views"), doing.role)
    with acting(doing, "configure", "view", key) as entry:
        found = SavedView.objects.filter(account=doing.needed_account, key=key).first()
        if found is None:
            raise RefusedError("You have no such view.")
        found.delete()
        entry.detail |= {"step": "view removed", "of": found.of}
        return found
