"""How long a reading has worked. A machine with other work to do gives its turn late: that wait is not the paper's fault."""

import resource
import time

BUSY = 4
"""How many times longer than its work a reading may take on the wall's clock."""
_BEGAN = time.monotonic()


def worked() -> float:
    """Seconds of work so far: the processor time of this process and of programs it ended; a fourth of the wall's where that is more."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(sum(each.ru_utime + each.ru_stime for each in spent), (time.monotonic() - _BEGAN) / BUSY)
