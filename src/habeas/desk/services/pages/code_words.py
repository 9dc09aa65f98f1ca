"""Stored codes in people's words: one table; what is in none is spelled without its underscores."""

import re
from typing import Any

from habeas.desk.services.papers.entries import BASES, SIGNER_WORDS
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.requests.vocabulary import ISSUER_WORDS

OWN: dict[str, str] = {
    "us_citizen": "proof of U.S. citizenship",
    "lawful_status": "proof of lawful status",
    "none": "none",
    "county_jail_1170h": "county jail term (Pen. Code 1170(h))",
    "held_to_answer": "held to answer",
    "not_guilty_insanity": "not guilty by reason of insanity",
    "email": "e-mail",
    "bail_posted": "bail posted",
    "own_recognizance": "own recognizance",
    "sentence_served": "sentence served",
    "true": "yes",
    "false": "no",
}
"""Codes whose own letters are no words of a records room."""
CODE_WORDS: dict[str, str] = {**KINDS_SAID, **ISSUER_WORDS, **SIGNER_WORDS, **BASES, **OWN}
_CODE = re.compile(r"[a-z][a-z0-9_.]*")


def code_words(value: Any) -> str:
    """A stored value as pages say it: a code in words, a date or a sentence as it stands."""
    text = str(value)
    if text in CODE_WORDS:
        return CODE_WORDS[text]
    return text.replace("_", " ").replace(".", ": ") if _CODE.fullmatch(text) else text
