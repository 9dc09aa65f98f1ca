"""Whether a port can be listened on, asked before anything else is done: a server that shares ports would join another unseen."""

import errno
import socket
from typing import Any

from habeas.common.errors import BadInputError

WHY = {
    errno.EADDRINUSE: "something else is served there already, perhaps another Habeas; stop that, or choose another port with --port.",
    errno.EACCES: "this user may not listen on that port; choose one from 1024 up with --port.",
    errno.EADDRNOTAVAIL: "the address is none of this machine's; choose one of its own with --host.",
}
"""Why a port cannot be listened on, by the fault that the system gives."""


def demand_port(host: str, port: int) -> None:
    """Do nothing where `host` and `port` can be listened on. Raises BadInputError where they cannot, in one sentence.

    It is bound as one that is shared with nobody, so that a server which would share it is found as well.
    """
    try:
        places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, UnicodeError):
        raise BadInputError(f"Nothing can be served at {host[:60]}: that is no address of this machine.") from None
    faults = [_fault_at(each) for each in places]
    held = [each for each in faults if each and each.errno != errno.EADDRNOTAVAIL]
    if held or all(faults):  # a name may stand for an address of a kind that this machine does not use
        fault = held[0] if held else faults[0]
        raise BadInputError(f"Nothing can be served at {host}, port {port}: {_why(fault)}")


def _fault_at(place: tuple[Any, ...]) -> OSError | None:
    """What the system says against listening at one place; None where it says nothing."""
    family, kind, protocol, _, address = place
    try:
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # what is left of a server that ended
            tried.bind(address)
            tried.listen(1)
    except OSError as fault:
        return fault if fault.errno != errno.EAFNOSUPPORT else OSError(errno.EADDRNOTAVAIL, fault.strerror)
    return None


def _why(fault: OSError | None) -> str:
    said = WHY.get(fault.errno or 0) if fault else None
    return said or f"the system does not allow it ({fault.strerror if fault else 'no address'})."
