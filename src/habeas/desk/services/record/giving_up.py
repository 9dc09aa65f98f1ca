"""Going on from an older copy on purpose: the signed head that is given up is named, and stays named until somebody says so."""

import os

from habeas.audit.last_signed import LAST_FILE, signing_alone
from habeas.common.errors import BadInputError
from habeas.common.outfiles import sync_folder
from habeas.desk.doing import Doing
from habeas.desk.record.writing import acting
from habeas.desk.services.record import audit_log as ledger


def give_up(reason: str, doing: Doing) -> str:
    """Lay the file of the head signed last aside, so that heads are signed from the record as it stands; the name it has now.

    The head and the reason stand in an event. Raises BadInputError without a reason, or where there is no such file.
    """
    if not reason.strip():
        raise BadInputError("Enter why the record continues from an older copy; the reason is logged.")
    path = ledger.beside_key(LAST_FILE)
    with signing_alone(ledger.beside_key(ledger.LOCK_FILE), wait=True):
        gone = ledger.head_without_file()
        if not path.exists() and gone is None:
            raise BadInputError(f"There is no {path.name} beside the key; no signed checkpoint is abandoned.")
        aside = path.with_name(f"{path.name}.given-up-{doing.at:%Y%m%dT%H%M%S}")
        with acting(doing, "restore", "log", ledger.site()) as entry:
            named = {"size": gone.size, "root": gone.root} if gone else _given_up()
            entry.detail |= {"gives_up": named, "reason": reason.strip()[:200]}
        if gone is None:
            os.rename(path, aside)
            sync_folder(path.parent)
    return f"no file: {path.name} was gone" if gone else aside.name


def _given_up() -> dict[str, object]:
    try:
        last = ledger.last_signed()
    except BadInputError:
        last = None
    return {"size": last.size, "root": last.root, "seen": last.seen} if last else {}


def acknowledge(seq: int, by: str, doing: Doing) -> None:
    """Write down that `by` knows of the older copy that event `seq` went on from. Raises BadInputError where it is no such event."""
    told = ledger.verify().restores
    if seq not in {each.seq for each in told}:
        raise BadInputError(f"Event {seq} goes on from no older copy that waits to be acknowledged.")
    if not by.strip():
        raise BadInputError("Enter who acknowledges it.")
    with acting(doing, "restore", "log", ledger.site()) as entry:
        entry.detail |= {"acknowledged": seq, "by": by.strip()[:80]}
