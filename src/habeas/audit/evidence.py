"""What a log is held against: heads kept with it or held outside, keys, anchors, names beside it, and what stands beside the key."""

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.audit.chain import Head
from habeas.audit.checkpoint import Anchor
from habeas.audit.cosign_reading import HeldHead
from habeas.audit.last_signed import LastSigned
from habeas.audit.notes import SignedNote, VerifierKey
from habeas.audit.sealed import Sealed


@dataclass(frozen=True)
class KeptHead:
    """A signed head as a row keeps it: its columns `size` and `root` (hexadecimal), and the note as `written`, believed by nobody yet."""

    size: int
    root: str
    written: str


@dataclass(frozen=True)
class LogEvidence:
    """What a log is held against: signed heads kept with it, heads that outsiders hold, keys, anchors, names beside the log.

    `every`: these are all heads and anchors the log ever had, so each that an event names must be there. Of a desk: `end` is where its
    own count says the log ends, `last` what stands beside the key; then every name beside the log must be there too, or ordered erased.
    `keeps_last`: it is one that keeps the head signed last beside the key, so where any was signed, it must be there.
    `wrong` is what was found wrong before, a sentence each.
    """

    checkpoints: tuple[SignedNote | KeptHead, ...] = ()
    anchored: tuple[HeldHead, ...] = ()
    keys: tuple[VerifierKey, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    beside: Iterable[Sealed] | None = None
    every: bool = False
    end: Head | None = None
    last: LastSigned | None = None
    keeps_last: bool = False
    wrong: tuple[str, ...] = ()
