"""By which routes signed heads leave the building: the office chooses them, each choice is an event, and each hand-out is one."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError

from habeas.audit.notes import COSIGNATURE, VerifierKey, read_key
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.doing import Doing
from habeas.desk.models import Anchor, Checkpoint, HeadRoute, Office
from habeas.desk.record.writing import acting
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.workflow.errors import RefusedError

KINDS = HeadRoute.Kind
WAY_OF = {KINDS.PAPER: "paper", KINDS.MAIL: "mail", KINDS.FOLDER: "folder", KINDS.WITNESS: "witness"}
"""The word that a hand-out by a route of this kind is recorded with."""
MOST_DAYS = 366


def open_routes(kind: str = "") -> list[HeadRoute]:
    """The routes that are in use, the oldest first; of one kind where it is named."""
    rows = HeadRoute.objects.filter(ended_at=None).order_by("id")
    return list(rows.filter(kind=kind) if kind else rows)


def route_called(key: str) -> HeadRoute | None:
    """A route in use by its key."""
    return HeadRoute.objects.filter(key=key, ended_at=None).first()


def add_route(kind: str, sent_to: str, folder: str, line: str, doing: Doing) -> HeadRoute:
    """Choose one more route. Raises RefusedError where it would not lead outside or cannot work."""
    if kind not in KINDS.values or not sent_to.strip():
        raise RefusedError("Choose the kind of route, and enter the office that receives the checkpoints.")
    made = HeadRoute(kind=kind, sent_to=sent_to.strip()[:160], opened_at=doing.at)
    if kind == KINDS.FOLDER:
        made.folder = _folder(folder)
    if kind == KINDS.WITNESS:
        made.line = _line(line).text
    with acting(doing, "configure", "office", ledger.site()) as entry:
        made.save()
        entry.detail |= {"head_route": made.key, "kind": kind, "to": made.sent_to}
        entry.detail |= {"folder": made.folder} if made.folder else {}
        entry.detail |= {"witness": made.line} if made.line else {}
    return made


def end_route(route: HeadRoute, doing: Doing) -> None:
    """Use a route no longer. What went out by it stays written down."""
    with acting(doing, "configure", "office", ledger.site()) as entry:
        route.ended_at, route.trouble = doing.at, ""
        route.save(update_fields=["ended_at", "trouble"])
        entry.detail |= {"head_route": route.key, "ended": True}


def set_days(here: Office, text: str, doing: Doing) -> None:
    """Maximum age of the last filed checkpoint before the desk warns. Raises RefusedError for what is no number of days."""
    days = whole_number(text, least=1, most=MOST_DAYS)
    if days is None:
        raise RefusedError(f"Enter a number of days from 1 to {MOST_DAYS}.")
    if days == here.head_days:
        return
    with acting(doing, "configure", "office", here.site) as entry:
        entry.detail |= {"changed": ["head_days"], "from": {"head_days": here.head_days}, "to": {"head_days": days}}
        here.head_days = days
        here.save(update_fields=["head_days"])


def witnesses() -> dict[str, tuple[HeadRoute, VerifierKey]]:
    """The witnesses in use by their public line."""
    return {each.line: (each, read_key(each.line)) for each in open_routes(KINDS.WITNESS)}


def last_by(route: HeadRoute) -> Checkpoint | None:
    """The largest head that went out by a route."""
    found = Anchor.objects.filter(route=route).select_related("checkpoint").order_by("-checkpoint__size").first()
    return found.checkpoint if found else None


def sent_by(route: HeadRoute, head: Checkpoint, receipt: str, doing: Doing, cosignature: str | None = None) -> bool:
    """Write down that a head went out by a route; whether it is new. The same head by the same route is written once."""
    way = WAY_OF[KINDS(route.kind)]
    try:
        with acting(doing, "anchor", "log", head.site) as entry:
            Anchor.objects.create(
                checkpoint=head, sent_to=route.sent_to, way=way, at=doing.at, proof=receipt[:200], route=route,
                cosignature=cosignature,
            )  # fmt: skip
            entry.detail |= {"size": head.size, "to": route.sent_to, "way": way, "head_route": route.key}
            entry.detail |= {"cosignature": cosignature} if cosignature else {}
    except IntegrityError:
        return False
    return True


def set_trouble(route: HeadRoute, trouble: str, at: datetime) -> None:
    """Show on the page and in `doctor` what is wrong with a route; the empty text where nothing is any more."""
    if trouble[:300] != route.trouble:
        route.trouble_at = (route.trouble_at if route.trouble else at) if trouble else None
        route.trouble = trouble[:300]
        route.save(update_fields=["trouble", "trouble_at"])


def _folder(text: str) -> str:
    """A folder that lies outside the desk's own. Raises RefusedError."""
    path = Path(text.strip())
    try:
        usable = path.is_absolute() and path.is_dir() and "\n" not in text.strip()
        inside = usable and path.resolve().is_relative_to(Path(settings.DATA).resolve())
    except (OSError, ValueError):
        usable = inside = False
    if not usable or len(str(path)) > 300:
        raise RefusedError("The folder must exist; enter its full path, such as /mnt/auditor/heads.")
    if inside:
        raise RefusedError(
            "This folder is inside the desk's own data: whoever can change the record could change it too."
        )
    if any(Path(each.folder) == path for each in open_routes(KINDS.FOLDER)):
        raise RefusedError("Checkpoints are filed in this folder already.")
    return str(path)


def _line(text: str) -> VerifierKey:
    """A witness's public line. Raises RefusedError for one that is none, or is the desk's own key."""
    try:
        key = read_key(text)
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    if key.kind != COSIGNATURE or len(key.text) > 300:
        raise RefusedError("This is not a witness's public line: `habeas audit witness-key` prints one.")
    if any(key.public == own.public for own in ledger.known_keys(ledger.site())):
        raise RefusedError("This key signs the checkpoints here; a witness has its own key.")
    if any(read_key(each.line).public == key.public for each in open_routes(KINDS.WITNESS)):
        raise RefusedError("This witness is known already.")
    return key
