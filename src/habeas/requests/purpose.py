"""Whether a request serves immigration enforcement: a test of function, not of letterhead.

Civil immigration law is meant everywhere. Whether federal criminal immigration law is meant too is for the law of the place to say
(Cal. Gov. Code 7284.4(f) counts it): where it is silent, a matter of that law is unknown. So is one where neither the basis, the kind
of paper nor the sender's own words tell.
"""

import re
from collections.abc import Mapping
from typing import Any

from habeas.requests.vocabulary import DHS_FORMS

CIVIL_FORMS = DHS_FORMS - {"transfer_request"}
"""Forms of the immigration authorities: civil by nature, whatever is written on them. A request to hand over may be in any matter."""
CIVIL_PAPERS = CIVIL_FORMS | {"judicial_probable_cause"}
"""Papers that only immigration authorities send, about immigration law."""

COURT_PAPERS = frozenset({"judicial_warrant", "court_order", "judicial_subpoena", "grand_jury_subpoena"})
"""Papers that a court stands behind: who brings them does not tell what they are about."""

IMMIGRATION_ISSUERS = frozenset({"ice", "cbp"})

_WORDS = re.compile(
    r"\b(immigration|deport\w*|removals?|removable|noncitizens?|non-citizens?|aliens?)\b", re.IGNORECASE
)


def serves_immigration_enforcement(request: Mapping[str, Any], *, crimes: bool | None = None) -> bool | None:
    """Return whether the request serves immigration enforcement, None where nothing on it tells.

    `request` is the request object of a case file; `crimes` says whether the place's law counts federal criminal immigration law, None
    where it does not say. An immigration judge is an officer of the Department of Justice: what one signs stays civil whoever is named
    as its issuer. Then the basis speaks, then the kind of paper, then the issuer, then the purpose in the sender's own words, then a
    class picked by citizenship. A judge's warrant that immigration agents bring may be for any federal crime: the agents alone do not
    tell.
    """
    if request.get("signer") == "immigration_judge":
        return True
    basis, kind, issuer = (request.get(each) for each in ("basis", "kind", "issuer"))
    if basis == "criminal_other" or issuer in {"court", "public"}:
        return False
    if basis == "criminal_immigration" and kind not in CIVIL_FORMS:
        return crimes
    if basis == "civil" or kind in CIVIL_PAPERS:
        return True
    if issuer in IMMIGRATION_ISSUERS and kind not in COURT_PAPERS:
        return True
    return True if _purpose_tells(request) else None


def _purpose_tells(request: Mapping[str, Any]) -> bool:
    words = " ".join(str(request.get(key) or "") for key in ("purpose", "text"))
    wanted = request.get("class")
    by_status = isinstance(wanted, Mapping) and "citizenship" in (wanted.get("filter") or wanted)
    return bool(_WORDS.search(words)) or by_status
