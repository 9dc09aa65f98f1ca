"""Heads into the folder that another office reads, and cosigned heads out of it; what is wrong with it is shown, and tried again."""

import re
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError

from habeas.audit.checkpoint import Checkpoint as SignedHead
from habeas.audit.checkpoint import read_checkpoint
from habeas.audit.cosign import read_submission
from habeas.audit.cosign_reading import FOLDER_NAMES
from habeas.audit.notes import signers
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.numbers import whole_number
from habeas.common.outfiles import write_whole
from habeas.desk.doing import by_system
from habeas.desk.models import Anchor, ChainHead, Checkpoint, HeadRoute
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import witness_routes as routes
from habeas.desk.services.record.witness_cosigned import submission_of, take_in
from habeas.desk.workflow.errors import RefusedError

READABLE = 0o644
"""Another office reads it, and it says nothing about anybody."""
MOST_BYTES = 1 << 16
_HEAD = re.compile(r"habeas-head-[0-9]{1,18}\.txt")
_COSIGNED = re.compile(r"habeas-cosigned-[0-9]{1,18}-[0-9a-f]{8}\.txt")
MOST_COSIGNED = 50
"""Files of cosigned heads that are looked at in a round, the newest first."""


def folders_quietly(at: datetime) -> str | None:
    """One round over all folders, for the ticking thread. What is wrong is kept with the route, and given as one sentence."""
    said = []
    for route in routes.open_routes(HeadRoute.Kind.FOLDER):
        try:
            trouble = _round(route, at)
        except (BadInputError, RefusedError) as fault:
            trouble = str(fault)
        except (OSError, DatabaseError) as fault:
            trouble = f"The folder or the store could not be used ({type(fault).__name__})."
        routes.set_trouble(route, trouble, at)
        said += [trouble] if trouble else []
    return " ".join(said) or None


def _round(route: HeadRoute, at: datetime) -> str:
    """Look at what the folder holds, write the newest head, take in what was cosigned; what is wrong, or the empty text."""
    folder = Path(route.folder)
    if not folder.is_dir():
        return "The folder is not there."
    wrong = _newest_is_ours(folder)
    if wrong:
        return wrong
    gone = _last_is_gone(route, folder)
    _write_newest(route, folder, at)
    return gone or _take_cosigned(folder, at)


def _last_is_gone(route: HeadRoute, folder: Path) -> str:
    """Whether the head that went into the folder last lies there no more: what another office cannot lay down proves nothing."""
    last = routes.last_by(route)
    if last is None or (folder / name_of(last.size)).exists():
        return ""
    return f"{name_of(last.size)}, filed there last, is gone: ask {route.sent_to} who took it away, and what of the folder is left."


def name_of(size: int) -> str:
    """The name of the file that holds the checkpoint over so many events."""
    return f"habeas-head-{size:012}.txt"


def _newest_is_ours(folder: Path) -> str:
    """Whether the largest head of the folder is one of this record: another one shows a record that was cut or written anew."""
    files = [each for each in folder.glob(FOLDER_NAMES[0]) if _HEAD.fullmatch(each.name)]
    if not files:
        return ""
    path = max(files, key=lambda each: whole_number(each.name[12:-4]) or 0)
    try:
        note = read_submission(read_text(path, max_bytes=MOST_BYTES)).note
        signed, found = read_checkpoint(note), signers(note, ledger.known_keys(ledger.site()))
    except BadInputError:
        return f"{path.name} was changed: it is no longer a signed checkpoint."
    if not found:
        return f"{path.name} is not signed by the key of this record."
    return _against(signed, path.name)


def _against(signed: SignedHead, name: str) -> str:
    head, ours = ChainHead.objects.get(), Checkpoint.objects.filter(size=signed.size).first()
    if signed.size > head.seq:
        return (
            f"{name} is a checkpoint signed here over {signed.size:,} events, and the record has {head.seq:,}: its "
            "end was cut off, or an older copy was restored. Keep the folder as it is and verify the record."
        )
    if ours is None or ours.root != signed.root.hex():
        return (
            f"{name} is a checkpoint signed here that this record does not have: the record was rewritten. Verify it."
        )
    return ""


def _write_newest(route: HeadRoute, folder: Path, at: datetime) -> None:
    """Write the newest head where this folder does not have it: with the proof from the one before, as a file of its own."""
    head = Checkpoint.objects.order_by("-size").first()
    last = routes.last_by(route)
    if head is None or (last is not None and last.size >= head.size):
        return
    path = folder / name_of(head.size)
    if not path.exists():  # there already: a round was cut off between the file and its event
        write_whole(path, submission_of(head, last.size if last else 0).written, rights=READABLE)
    routes.sent_by(route, head, path.name, by_system(at))


def _take_cosigned(folder: Path, at: datetime) -> str:
    """Take in the cosigned heads that are new. One that is refused is named; one that is kept already or old is passed over."""
    said = ""
    newest = sorted((each for each in folder.glob(FOLDER_NAMES[1]) if _COSIGNED.fullmatch(each.name)), reverse=True)
    for path in reversed(newest[:MOST_COSIGNED]):
        try:
            text = read_text(path, max_bytes=MOST_BYTES)
            if not _is_old(text):
                take_in(text, None, by_system(at))
        except (BadInputError, RefusedError) as fault:
            said = f"{path.name}: {fault}"
    return said


def _is_old(text: str) -> bool:
    """Whether every cosignature in the text by a known witness is kept, or stands on a head before one that is."""
    note = read_submission(text).note
    size = read_checkpoint(note).size
    known = {(key.name, key.id): route for route, key in routes.witnesses().values()}
    whose = {known[each.name, each.key_id] for each in note.signatures if (each.name, each.key_id) in known}
    kept = Anchor.objects.filter(checkpoint__size__gte=size, route__in=whose).values_list("route", flat=True)
    return bool(whose) and {each.pk for each in whose} <= set(kept)
