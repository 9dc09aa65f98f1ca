"""What each act is called on pages: a court's warrant asks for its own acts, never for a detainer hold or a release to federal custody."""

from collections.abc import Mapping
from typing import Any

from habeas.desk.workflow.findings import FEDERAL_JUDGES, courts_own

ACT_SAYS: dict[str, str] = {
    "hold": "Hold past release (detainer hold)",
    "notify": "Notify ICE of release date",
    "transfer": "Transfer/release to federal custody",
    "arrest": "Arrest on a civil warrant",
    "interview": "Allow an ICE interview",
    "delay_release": "Delay the release",
    "share_status": "Disclose citizenship or immigration status",
    "share_public": "Disclose public information",
    "share_personal": "Disclose personal information",
    "share_criminal_history": "Disclose criminal history",
    "list": "Provide a list of a class of inmates",
    "ask_status": "Ask about immigration status",
    "query_ice": "Query ICE about the inmate",
    "access_facility": "Grant access to non-public areas",
    "use_as_interpreter": "Use federal officers as interpreters",
    "agree_287g": "Enter a 287(g) agreement",
    "house_federal_detainees": "House federal detainees",
}
"""By act, for an agency's request; ICE is the one that asks for a notice, an interview or a query."""
OF_COURT: dict[str, str] = {
    "hold": "Hold on the court's warrant",
    "transfer": "Deliver the inmate to the court, or to the agency that executes the warrant",
    "notify": "Notify the agency that holds the warrant of the release date",
}
"""For a court's own command, whatever court it is."""
OF_FEDERAL_COURT = OF_COURT | {
    "hold": "Hold on the federal judge's warrant",
    "transfer": "Deliver the inmate to the U.S. Marshals Service, or to the agency that the warrant names",
}
OF_STATE_COURT = OF_COURT | {
    "hold": "Hold for the court that issued the warrant",
    "transfer": "Deliver the inmate to the court that issued the warrant, or to the agency that executes it",
}
OF_NO_ICE: dict[str, str] = {
    "notify": "Notify the agency of the release date",
    "interview": "Allow an interview",
}
"""For a request of another authority than immigration's."""
OF_OTHERS = OF_NO_ICE | {
    "hold": "Hold past release at the agency's request",
    "transfer": "Transfer to the custody of the agency that asks",
}
"""For an authority that is no federal one, as far as is known."""
FEDERAL = frozenset({"doj", "fbi", "usms", "court"})
IMMIGRATION = frozenset({"ice", "cbp"})


def act_name(act: str, kind: str = "", source: Mapping[str, Any] | None = None) -> str:
    """What an act is called of a request of this kind that says this; of no request in particular where none is given."""
    return _names(kind, source or {}).get(act) or ACT_SAYS.get(act, act.replace("_", " "))


def _names(kind: str, source: Mapping[str, Any]) -> Mapping[str, str]:
    if courts_own(kind, source):
        signer = source.get("signer")
        federal = signer in FEDERAL_JUDGES or source.get("issuer") == "usms"
        return OF_FEDERAL_COURT if federal else OF_STATE_COURT if signer == "state_judge" else OF_COURT
    issuer = source.get("issuer")
    if not issuer or issuer in IMMIGRATION:
        return {}
    return OF_NO_ICE if issuer in FEDERAL else OF_OTHERS
