"""Each pack is what it was: its hash stands in decisions, its rules' ids in letters. Moving or rewriting a pack changes neither.

Run as a program (`python -m tests.law.test_pins`) it pins anew. That is for a change of law, never for a change of its writing.
"""

import json
from pathlib import Path

import pytest

from habeas.law.packs import PACKS, UNREAD_LOCAL

PINNED = Path(__file__).parents[1] / "pins" / "packs.json"
PINS = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.exists() else {}


def packs_now() -> dict[str, dict[str, object]]:
    """Each pack's hash and the ids of its rules, in their order."""
    packs = (*PACKS.values(), *UNREAD_LOCAL.values())
    return {pack.id: {"sha256": pack.sha256(), "rules": [rule.id for rule in pack.rules]} for pack in packs}


def test_every_pack_is_pinned():
    assert sorted(packs_now()) == sorted(PINS)


@pytest.mark.parametrize("pack", sorted(PINS))
def test_a_pack_has_the_rules_and_the_hash_that_are_pinned(pack):
    now = packs_now()[pack]
    assert now["rules"] == PINS[pack]["rules"]
    assert now["sha256"] == PINS[pack]["sha256"], f"the law of {pack} reads otherwise than pinned: did the law change?"


if __name__ == "__main__":
    PINNED.write_text(json.dumps(packs_now(), indent=1) + "\n", encoding="utf-8")
