"""Who acts, when, and how they proved to be there: handed to every service, so that no service reads a clock or a session."""

from dataclasses import dataclass
from datetime import datetime

from habeas.common.numbers import whole_number
from habeas.desk.models import Account, ApiKey


@dataclass(frozen=True, slots=True)
class Doing:
    """One actor at one moment. `factor` is how the person proved to be there (`session`, `totp`, `webauthn`), empty for a program."""

    actor: str
    role: str
    at: datetime
    account: Account | None = None
    factor: str = ""

    @property
    def needed_account(self) -> Account:
        """The member of staff; LookupError where a program or the desk itself acts."""
        if self.account is None:
            raise LookupError("this act needs a member of staff")
        return self.account


def by(account: Account, at: datetime, factor: str = "session") -> Doing:
    """A member of staff acts."""
    return Doing(f"staff-{account.pk}", account.role, at, account, factor)


def staff_number(actor: str) -> int | None:
    """The number of the account behind an actor of the record, None where no member of staff acted."""
    kind, _, number = actor.partition("-")
    return whole_number(number) if kind == "staff" else None


def by_program(key: ApiKey, at: datetime, account: Account | None = None) -> Doing:
    """A program with a key acts."""
    return Doing(f"program-{key.key}", "program", at, account)


def by_system(at: datetime) -> Doing:
    """The desk itself acts: a clock, a stale draft."""
    return Doing("system", "system", at)
