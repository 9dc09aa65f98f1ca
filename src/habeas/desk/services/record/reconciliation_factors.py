"""Second factors held against the events that told of them: one deleted, put back or put in unseen, and used codes made good again."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator

from habeas.desk.accounts.factor_secrets import mark_of
from habeas.desk.services.record.reconciliation_base import Findings, Heard, Part

CODES = str(Authenticator.Type.RECOVERY_CODES)
SEVERAL = str(Authenticator.Type.WEBAUTHN)
"""An account may have several of this kind, and one of every other."""
SHOWN = {"totp": "authenticator app", "webauthn": "security key", "recovery_codes": "codes to get back in"}
_Row = dict[str, Any]


class FactorsTold(Part):
    """What each account has, as far as events tell: from the event that made it, or from the first after which a kind is known."""

    def __init__(self, found: Findings) -> None:
        super().__init__(found)
        self.marks: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self.used: Counter[str] = Counter()

    def hear(self, event: Heard) -> None:
        """Take in what an event says of the factors of one account."""
        of, kind = event.object.id.removeprefix("staff-"), str(event.detail.get("factor", ""))
        if event.act == "second_factor" and kind == CODES:
            self.used[of] += 1
        elif event.act == "account":
            self._step(of, str(event.detail.get("step")), kind, str(event.detail.get("mark", "")))

    def _step(self, of: str, step: str, kind: str, mark: str) -> None:
        known = self.marks[of]
        if step in {"made", "second factors taken away"}:
            known.update({each: [] for each in SHOWN})
        elif step == "added a second factor" and kind == SEVERAL:
            known.get(kind, []).append(mark)
        elif step in {"added a second factor", "made new recovery codes"} and kind in SHOWN:
            known[kind] = [mark]
        elif step == "removed a second factor" and kind in SHOWN:
            _without(known, kind, mark)
        else:
            return
        if kind in {"", CODES}:
            self.used[of] = 0

    def judge(self) -> None:
        """Name each account whose factors are not those that events tell of."""
        rows: dict[tuple[str, str], list[_Row]] = defaultdict(list)
        for row in Authenticator.objects.values("user_id", "type", "data").iterator():
            rows[str(row["user_id"]), row["type"]].append(row)
        for of, kinds in self.marks.items():
            for kind, marks in kinds.items():
                for what in _differs(marks, [mark_of(row["data"]) for row in rows.get((of, kind), [])]):
                    self.found.say("account", of, what.format(SHOWN[kind]))
        for (of, kind), (row, *_) in rows.items():
            if kind == CODES and _codes_used(row["data"]) < self.used[of]:
                self.found.say("account", of, "codes to get back in that were used are good again beside the record")


def _without(known: dict[str, list[str]], kind: str, mark: str) -> None:
    if kind != SEVERAL:
        known[kind] = []
    elif (marks := known.get(kind)) is not None:
        known[kind] = [each for each in marks if each != mark] if mark in marks else marks[1:]


def _differs(told: list[str], standing: list[str]) -> Iterator[str]:
    if len(standing) > len(told):
        yield "it has a second factor ({}) that was taken away, or put in beside the record"
    elif len(standing) < len(told):
        yield "its second factor ({}) was deleted beside the record"
    elif any(_is_another(mark, standing) for mark in told):
        yield "its second factor ({}) is not the one that was set up last"


def _is_another(mark: str, standing: list[str]) -> bool:
    """Whether no row bears this mark. One under another key, or of an event that bore none, cannot be compared."""
    key = mark.partition(":")[0]
    return bool(mark) and all(each.partition(":")[0] == key for each in standing) and mark not in standing


def _codes_used(data: Any) -> int:
    """How many codes the row says were used; all of them where it cannot say: what is no row of ours is named by its seal."""
    mask = data.get("used_mask") if isinstance(data, dict) and "migrated_codes" not in data else None
    return mask.bit_count() if isinstance(mask, int) else 2**31
