"""Federal law and the process of courts, as it reaches a county jail.

Federal law asks and does not order: a detainer is a request, an immigration subpoena binds only through a court. What a
jail must do comes from a court's own process; what it may do is left to the states, save that none may forbid the
exchange of citizenship or immigration status (8 USC 1373, 1644).
"""

from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.packs.us.asks import DETAINEES, REQUESTS, STATUS
from habeas.law.packs.us.court_process import COURT_PROCESS
from habeas.law.packs.us.duties import DUTIES
from habeas.law.packs.us.floors import FLOORS
from habeas.law.packs.us.nothing_read import NOTHING_READ

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="Federal officers must take certain people into custody when a jail releases them, and since 29 January 2025 "
        "must issue detainers for people charged with theft, burglary and like crimes; none of it orders a jail to "
        "hold anyone.",
        source=SOURCES["8usc-1226-c"],
    ),
    Note(
        sentence="After a final order the federal government has ninety days to remove a person and detains them meanwhile; "
        "the section speaks to it, not to jails.",
        source=SOURCES["8usc-1231-a"],
    ),
    Note(
        sentence="A federal court's subpoena for personal or confidential information about the victim of the crime charged reaches a "
        "jail only by court order, and the victim is told first unless there are exceptional circumstances.",
        source=SOURCES["rule-17-c-3"],
    ),
    Note(
        sentence="A subpoena of the immigration authorities is served under 8 CFR 287.4; only a court can punish a refusal.",
        source=SOURCES["8cfr-287.4-d"],
    ),
)

PACK = Pack(
    id="us",
    title="Federal law and the process of courts",
    provisions=(*COURT_PROCESS, *FLOORS, *REQUESTS, *STATUS, *DETAINEES, *NOTHING_READ),
    duty_rules=DUTIES,
    notes=NOTES,
)
