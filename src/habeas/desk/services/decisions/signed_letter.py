"""The letter once it is signed: the letter that was shown, with whoever approved it printed under the signature, and nothing else changed.

It stands beside the letter that was shown, under `signed/`, and goes out in its place.
"""

from collections.abc import Iterator
from dataclasses import replace

from habeas.answers.letter import LetterSigner, letter_from
from habeas.answers.package import letter_files
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Signature
from habeas.desk.services.decisions.leaving import PARTS, SIGNED
from habeas.desk.services.decisions.package_drawing import signer
from habeas.desk.services.office.office import local_day, office

APPROVED = {Signature.Door.COUNSEL: "Approved by (County Counsel)", Signature.Door.SECOND: "Approved by"}


def signed_files(decision: Decision, door: int, doing: Doing) -> dict[str, bytes]:
    """The letter as `doing` signs it now, after whoever signed before; nothing where the letter names nobody who approves it."""
    kept = decision.files.filter(path=PARTS).first()
    facts = letter_from(bytes(kept.content)) if kept else None
    if facts is None or len(facts.signers) < 2:
        return {}
    drawn = replace(facts, signers=(facts.signers[0], *_approved(decision, door, doing)))
    return {f"{SIGNED}{name}": content for name, content in letter_files(drawn).items()}


def _approved(decision: Decision, door: int, doing: Doing) -> Iterator[LetterSigner]:
    """Counsel first where counsel signed off, then the commander, each with the office's day of the signature."""
    here = office()
    before = decision.signatures.exclude(door=Signature.Door.FIRST).select_related("by").order_by("-door")
    yield from (signer(APPROVED[Signature.Door(each.door)], each.by, local_day(here, each.at)) for each in before)
    yield signer(APPROVED[Signature.Door(door)], doing.needed_account, local_day(here, doing.at))
