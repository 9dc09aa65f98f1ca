"""The keys of a request that Habeas knows, and what is said of the others: none is dropped in silence.

A key or a value that speaks of cancelling leaves it unknown whether the paper was taken back, whatever it says besides.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

KNOWN = frozenset(
    {
        *("id", "kind", "asks", "fields", "form", "attachments", "issuer", "signer", "attached_signer", "channel", "basis"),
        *("attached_subject",),
        *("in_writing", "probable_cause_box", "final_order_of_removal", "identity_match", "served_on_person", "names_person"),
        *("received_at", "touched_at", "received_by", "duplicate_of", "reply_by", "from", "to", "subject", "class", "text"),
        *("purpose", "cancelled", "immigration_enforcement", "judicial", "court", "case_number", "offense", "paper_form"),
        *("offense_statutes", "records_sought", "issued_on", "subject_id", "executing_agency", "event_number", "phone"),
        *("comply_by", "comply_at", "served_by", "attached_cancelled", "attached_probable_cause", "cancels_detainer_of"),
    }
)  # fmt: skip
"""What a request may say (`FORMATS.md`, the case files) and what the desk reads from a paper besides."""

_RECALL = re.compile(
    r"\b(?:un)?(?:cancel|recall|withdr[ae]w|lift|rescind|resciss|revok|revoc|quash|void|expir|vacat|supersed|set aside)",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[_\-.]+|(?<=[a-z])(?=[A-Z])")
_NAMES = ("form", "attachments", "paper_form")
"""Known keys that hold the names of papers: a name that speaks of a recall is one more paper to read."""


def said_of_unknown(data: Mapping[str, Any], known: frozenset[str], name: str, what: str = "") -> Iterator[str]:
    """A sentence for each key of `data` that is not in `known`; `what` stands before the key (`agency.`)."""
    for key in data:
        if key not in known:
            yield f'{name}: "{what}{str(key)[:60]}" is nothing Habeas knows, and no fact was read from it: a person must read it.'


def speaks_of_recall(data: Mapping[str, Any], known: frozenset[str]) -> bool:
    """Whether a key that is not in `known`, what it holds, or the name of a paper speaks of cancelling, recalling or the like."""
    others = {key: value for key, value in data.items() if key not in known}
    papers = [data[key] for key in _NAMES if data.get(key)]
    return any(_RECALL.search(_spaced(each)) for each in (*others, *others.values(), *papers))


def _spaced(value: Any) -> str:
    """A key or value as words: `detainerRecalled` and `date_lifted` are two words each."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return _JOINTS.sub(" ", text)
