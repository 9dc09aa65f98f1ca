"""A library that greets on standard output as it starts: what a program prints there is read by other programs."""

import os
import sys
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


def quietly(make: Callable[[], Made]) -> Made:
    """What `make` makes, with nothing that it writes to standard output from below Python coming through."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        return make()
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
