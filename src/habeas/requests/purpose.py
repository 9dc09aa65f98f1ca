"""Whether a request serves immigration enforcement: a test of function, not of letterhead (Cal. Gov. Code 7284.4(c), (f)).

Federal criminal immigration law that penalises presence, entry, reentry or employment is immigration enforcement too.
Where neither the basis, the kind of paper nor the sender's own words tell, it is unknown.
"""

import re
from collections.abc import Mapping
from typing import Any

CIVIL_PAPERS = frozenset(
    {
        "detainer",
        "detainer_cancellation",
        "notification_request",
        "administrative_warrant",
        "administrative_subpoena",
        "judicial_probable_cause",
    }
)
"""Papers that only immigration authorities send, about immigration law."""

COURT_PAPERS = frozenset({"judicial_warrant", "court_order", "judicial_subpoena", "grand_jury_subpoena"})
"""Papers that a court stands behind: who brings them does not tell what they are about."""

IMMIGRATION_ISSUERS = frozenset({"ice", "cbp"})

BASES: dict[str, bool] = {"civil": True, "criminal_immigration": True, "criminal_other": False}
"""What the stated basis says."""

_WORDS = re.compile(
    r"\b(immigration|deport\w*|removals?|removable|noncitizens?|non-citizens?|aliens?)\b", re.IGNORECASE
)


def serves_immigration_enforcement(request: Mapping[str, Any]) -> bool | None:
    """Return whether the request serves immigration enforcement, None where nothing on it tells.

    `request` is the request object of a case file. An immigration judge is an officer of the Department of Justice: what one
    signs stays civil whoever is named as its issuer. Then the basis speaks, then the kind of paper, then the issuer, then the
    purpose in the sender's own words, then a class picked by citizenship. A judge's warrant that immigration agents bring may be
    for any federal crime: the agents alone do not tell.
    """
    if request.get("signer") == "immigration_judge":
        return True
    basis = BASES.get(request.get("basis") or "")
    if basis is not None and not (basis and request.get("issuer") in {"court", "public"}):
        return basis
    if request.get("issuer") in {"court", "public"}:
        return False
    if request.get("kind") in CIVIL_PAPERS:
        return True
    if request.get("issuer") in IMMIGRATION_ISSUERS and request.get("kind") not in COURT_PAPERS:
        return True
    return True if _purpose_tells(request) else None


def _purpose_tells(request: Mapping[str, Any]) -> bool:
    words = " ".join(str(request.get(key) or "") for key in ("purpose", "text"))
    wanted = request.get("class")
    by_status = isinstance(wanted, Mapping) and "citizenship" in (wanted.get("filter") or wanted)
    return bool(_WORDS.search(words)) or by_status
