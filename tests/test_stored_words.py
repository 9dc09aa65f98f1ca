"""Words that are stored, sent or printed are added to and never renamed: a decision of years ago must still read.

Run as a program (`python -m tests.test_stored_words`) it adds the new words to the pinned list; it never takes one out.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

PINNED = Path(__file__).parent / "pins" / "stored_words.json"


def words_now() -> dict[str, list[str]]:
    """Every stored word the program knows today, by kind."""
    from django.apps import apps

    from habeas.audit.acts import ACTS as EVENTS
    from habeas.desk.workflow.table import table
    from habeas.law.model.facts import FACTS
    from habeas.law.model.vocabulary import Act, Outcome, Sureness, What
    from habeas.law.packs import PACKS
    from habeas.requests.vocabulary import EVENTS as HAPPENINGS
    from habeas.requests.vocabulary import FIELD_ACTS, ISSUERS, KINDS, SIGNERS

    columns = (
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_app_config("desk").get_models()
        for field in model._meta.concrete_fields
    )
    found: dict[str, Iterable[str]] = {
        "rules": (rule.id for pack in PACKS.values() for rule in pack.rules),
        "packs": PACKS,
        "acts": Act,
        "outcomes": Outcome,
        "sureness": Sureness,
        "duties": What,
        "facts": FACTS,
        "kinds": {**KINDS, **HAPPENINGS},
        "issuers": ISSUERS,
        "signers": SIGNERS,
        "fields": FIELD_ACTS,
        "events": EVENTS,
        "capabilities": table().capabilities,
        "states": table().states,
        "columns": columns,
    }
    return {kind: sorted(str(word) for word in words) for kind, words in found.items()}


@pytest.mark.parametrize("kind", sorted(json.loads(PINNED.read_text(encoding="utf-8"))))
def test_no_stored_word_is_lost(kind):
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))[kind]
    lost = sorted(set(pinned) - set(words_now()[kind]))
    assert pinned, f"no {kind} are pinned"
    assert not lost, f"these {kind} stand in records, letters or files already and may not go: {lost}"


def test_every_kind_of_word_is_pinned():
    assert sorted(json.loads(PINNED.read_text(encoding="utf-8"))) == sorted(words_now())


def _pin() -> None:
    before = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.exists() else {}
    now = words_now()
    both = {kind: sorted({*before.get(kind, ()), *words}) for kind, words in now.items()}
    PINNED.write_text(json.dumps(both, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    _pin()
