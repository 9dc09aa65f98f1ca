"""A disk that is full, read-only, or whose syncs fail, while sessions work: what is refused is refused whole, and work goes on after."""

import mmap
import os
import random
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.soak.checks import check_store, verify_whole
from tools.soak.desk import Desk, read_desk, start_django
from tools.soak.kills import Tally
from tools.soak.powercut import compiled
from tools.soak.sessions import Crowd, Plan, forked, preload, warm

SMALL = "40m"
GOES_ON_SECONDS = 60.0


class Control:
    """What the shim of every session reads before it writes: room left, read-only, syncs that fail."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 24)
        self.release()

    def set(self, room: int = -1, *, readonly: bool = False, unsynced: bool = False) -> None:
        """Make the disk so."""
        self._memory[:24] = struct.pack("<qqq", room, readonly, unsynced)

    def release(self) -> None:
        """A disk as it should be."""
        self.set()


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A real small disk at `folder`, where this system lets us make one; whether it did."""
    folder.mkdir(parents=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "soak", str(folder)], check=False, capture_output=True
    )
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def disks(desk: Desk, root: Path, wanted: int, seconds: float, seed: int) -> None:
    """Run the rounds in a process whose writes the shim sees."""
    control = root / "control"
    control.write_bytes(struct.pack("<qqq", -1, 0, 0))
    (root / "disk.desk").write_text(desk.written())
    environment = os.environ | {
        "LD_PRELOAD": str(compiled(root)), "SOAK_WATCH": str(desk.data), "SOAK_CONTROL": str(control), "SOAK_JOURNAL": str(desk.journal),
    }  # fmt: skip
    command = [sys.executable, "-m", "tools.soak.disks", str(root), str(wanted), f"{seconds:.0f}", str(seed)]
    subprocess.run(command, check=True, env=environment)


def rounds(desk: Desk, root: Path, wanted: int, seconds: float, seed: int) -> Tally:
    """Make the disk bad `wanted` times for a while, and after each the sessions must go on and the store must hold."""
    start_django(desk.data, "")
    preload(drawing=False)
    control, rng, tally = Control(root / "control"), random.Random(seed), Tally("disks full, read-only, failing")
    warm(desk, seed)
    crowd, until = Crowd(desk, Plan(drawn=0), seed), time.monotonic() + seconds
    kinds = [_full, _readonly, _unsynced, *([_filled] if os.path.ismount(desk.data.parent) else [])]
    crowd.fill()
    for number in range(wanted):
        if time.monotonic() > until:
            break
        kind = kinds[number % len(kinds)]
        kind(control, desk, crowd, rng)
        control.release()
        tally.figures[kind.__name__[1:]] = tally.figures.get(kind.__name__[1:], 0) + 1
        tally.fault("stands still", _goes_on(crowd, kind.__name__[1:]))
        crowd.close()
        tally.add(check_store(desk.data, "", crowd.said))
        tally.fault("chain", forked(verify_whole))
        crowd.fill()
    crowd.close()
    tally.add(check_store(desk.data, "", crowd.said, files=True))
    tally.hear(crowd)
    return tally


def _full(control: Control, desk: Desk, crowd: Crowd, rng: random.Random) -> None:
    """Room for a little more, and then for nothing."""
    control.set(room=rng.choice((0, 4_096, 40_000, 400_000)))
    _while(crowd, rng)


def _readonly(control: Control, desk: Desk, crowd: Crowd, rng: random.Random) -> None:
    """Nothing is written any more, as on a disk that was mounted read-only after an error."""
    control.set(readonly=True)
    _while(crowd, rng)


def _unsynced(control: Control, desk: Desk, crowd: Crowd, rng: random.Random) -> None:
    """Each sync fails."""
    control.set(unsynced=True)
    _while(crowd, rng)


def _filled(control: Control, desk: Desk, crowd: Crowd, rng: random.Random) -> None:
    """The real small disk is filled by somebody else's file."""
    filler = desk.data.parent / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(65_536))
    with suppress(OSError), filler.open("ab", buffering=0) as file:
        while True:
            file.write(b"x")
    _while(crowd, rng)
    filler.unlink()


def _while(crowd: Crowd, rng: random.Random) -> None:
    until = time.monotonic() + rng.uniform(0.5, 3)
    while time.monotonic() < until:
        time.sleep(0.05)
        crowd.listen()
        if rng.random() < 0.02:
            crowd.kill()
            crowd.fill()


def _goes_on(crowd: Crowd, after: str) -> list[str]:
    """Whether something is acknowledged again."""
    crowd.listen()
    done, until = crowd.said.counts.get("done", 0), time.monotonic() + GOES_ON_SECONDS
    while crowd.said.counts.get("done", 0) < done + 3:
        if time.monotonic() > until:
            return [f"nothing was acknowledged for {GOES_ON_SECONDS:.0f} seconds after the disk was {after}"]
        time.sleep(0.05)
        crowd.listen()
    return []


Kind = Callable[[Control, Desk, Crowd, random.Random], None]

if __name__ == "__main__":
    from tools.soak.part import write_tally

    place = Path(sys.argv[1])
    write_tally(
        place,
        rounds(
            read_desk((place / "disk.desk").read_text()), place, int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
        ),
    )
