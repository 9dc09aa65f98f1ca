"""The seal that the public site shows: uploaded by the office, drawn anew in the limited child, taken back by one press."""

import hashlib
import struct

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import OfficeSeal
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.paper import picture_in_color
from habeas.paper.files.kinds import what_it_is

PICTURES = frozenset({"a PNG picture", "a JPEG picture"})
MAX_UPLOAD = 2 * 2**20
MAX_SIDE = 400
"""Bytes that are read, pixels that are shown: a page for everybody stays small."""
_SIZE = struct.Struct(">II")


def keep_seal(content: bytes, doing: Doing) -> OfficeSeal:
    """Put a picture in use as the seal. The earlier one stays on file.

    Raises BadInputError in one sentence for what is no picture, is too large, or cannot be drawn.
    """
    check_right(needed("manage_office"), doing.role)
    png = _drawn(content)
    wide, high = _SIZE.unpack_from(png, 16)
    with acting(doing, "configure", "seal", "") as entry:
        _end_of_use()
        made = OfficeSeal.objects.create(
            png=png, sha256=hashlib.sha256(png).hexdigest(), wide=wide, high=high, by=doing.needed_account, at=doing.at
        )
        entry.object = made.key
        entry.detail |= {"step": "seal put in use", "sha256": made.sha256}
    return made


def _drawn(content: bytes) -> bytes:
    """The picture as a PNG of our own making: of the file nothing else is kept."""
    if len(content) > MAX_UPLOAD:
        raise BadInputError(f"The picture is larger than {MAX_UPLOAD // 2**20} MB: make it smaller.")
    if what_it_is(content) not in PICTURES:
        raise BadInputError("The seal must be a PNG or JPEG picture.")
    return picture_in_color(content, MAX_SIDE, name="The picture")


def take_back_seal(doing: Doing) -> None:
    """Undo the last upload: the seal before it is in use again, or none. Raises RefusedError where none is in use."""
    check_right(needed("manage_office"), doing.role)
    last = OfficeSeal.objects.filter(in_use=True).first()
    if last is None:
        raise RefusedError("No seal is in use.")
    with acting(doing, "configure", "seal", last.key) as entry:
        _end_of_use()
        earlier = OfficeSeal.objects.filter(pk__lt=last.pk).order_by("-pk").first()
        if earlier is not None:
            earlier.in_use = True
            earlier.save(update_fields=["in_use"])
        entry.detail |= {"step": "seal taken back", "to": earlier.sha256 if earlier else ""}


def _end_of_use() -> None:
    for each in OfficeSeal.objects.filter(in_use=True):
        each.in_use = False
        each.save(update_fields=["in_use"])


def seal_in_use() -> OfficeSeal | None:
    """The seal in use without its picture; None where the office has none."""
    return OfficeSeal.objects.filter(in_use=True).defer("png").first()


def seal_picture() -> bytes | None:
    """The picture of the seal in use."""
    found = OfficeSeal.objects.filter(in_use=True).values_list("png", flat=True).first()
    return bytes(found) if found is not None else None
