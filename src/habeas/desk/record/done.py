"""What this thread has done and kept since its page was asked for, so that no page says *nothing was done* where something was."""

import threading

LOOKED = frozenset({"view", "search"})
"""Acts that change nothing."""


class _Done(threading.local):
    acts: tuple[str, ...] = ()


_done = _Done()


def forget() -> None:
    """A new page is asked for."""
    _done.acts = ()


def note(act: str) -> None:
    """An act and its event are kept: their transaction has ended."""
    _done.acts = (*_done.acts, act)[-20:]


def kept_acts() -> tuple[str, ...]:
    """What was done and kept, looking aside."""
    return tuple(act for act in _done.acts if act not in LOOKED)
