"""What the law of a place means by a word of the request, where places differ."""

from typing import Any

from habeas.places.table import place_of
from habeas.requests.purpose import serves_immigration_enforcement
from habeas.requests.request import Request

COUNTS_CRIMES: dict[str, bool] = {"us-ca": True}
"""States whose law says whether "immigration enforcement" means federal criminal immigration law too: Cal. Gov. Code 7284.4(f)."""


def facts_in(jurisdiction: str, request: Request) -> dict[str, Any]:
    """Return the facts of a request as the law of the place means them. Raises BadInputError for a place that is in no table."""
    if request.facts["basis"] != "criminal_immigration":
        return dict(request.facts)
    state = place_of(jurisdiction.partition("@")[0]).state
    crimes = COUNTS_CRIMES.get(state.id) if state is not None else None
    serves = serves_immigration_enforcement(request.source, crimes=crimes)
    return {**request.facts, "immigration_enforcement": serves}
