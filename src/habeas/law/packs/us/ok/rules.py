"""Oklahoma: 22 O.S. 171.2 and 171.3. The jail honors ICE's detainer; only proof of citizenship excuses it."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import asked
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Duty, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.terms import (
    AGENTS,
    AN_AGENCY,
    CITIZENSHIP_SHOWN,
    DETAINER,
    ICE,
    ICE_DETAINER,
    LOCAL_JAIL,
    WARRANT_CAME,
    WARRANT_FALLS,
    WITH_WARRANT,
)

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ok.171.3-hold",
        sentence="The jail holds the person as ICE's detainer, with its warrant, asks, unless the person has given proof of "
        "United States citizenship; proof of lawful status alone does not excuse it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & WITH_WARRANT & asked,
        unless=CITIZENSHIP_SHOWN | WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.INFORM_OF_DETAINER,
                "the person",
                "Tell the person that they are held on an immigration detainer request of ICE.",
                on=Act.HOLD,
            ),
        ),
        effective=since("2021-11-01"),
        layer=Layer.STATE,
        source=SOURCES["171.3"],
    ),
    Provision(
        id="us-ok.171.3-bare-detainer",
        sentence="Whether the jail must hold on a detainer that comes without a warrant is not settled: the one court that "
        "read the same words, in the law of Texas, said that they do not require detention on every detainer.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & ~WARRANT_CAME & asked,
        unless=CITIZENSHIP_SHOWN,
        effective=since("2021-11-01"),
        layer=Layer.STATE,
        source=SOURCES["171.3-bare-detainer"],
    ),
    Provision(
        id="us-ok.171.3-other",
        sentence="The section speaks of ICE's detainers; whether a jail may keep anybody on another authority's detainer is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2021-11-01"),
        layer=Layer.STATE,
        source=SOURCES["171.3-other"],
    ),
    Provision(
        id="us-ok.171.3-requests",
        sentence="Whatever else the detainer asks, notice and transfer among it, the jail does too, with the same excuse.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=AN_AGENCY & ICE_DETAINER & asked,
        unless=CITIZENSHIP_SHOWN,
        effective=since("2021-11-01"),
        layer=Layer.STATE,
        source=SOURCES["171.3"],
    ),
)

STATUS = (
    Provision(
        id="us-ok.171.2",
        sentence="The citizenship of a person charged with certain crimes is determined, and a foreign national's status is "
        "verified within a set time; of whom, how and when is for counsel until the section is read.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.UNRESOLVED,
        when=LOCAL_JAIL,
        # the bill went to the Governor on 1 May 2007; its first day was not read, and nothing is firm before it either
        effective=since("2007-05-01"),
        layer=Layer.STATE,
        source=SOURCES["171.2"],
    ),
)

FEDERAL_PRISONERS = (
    Provision(
        id="us-ok.57-16a-A",
        sentence="A jail receives and keeps whoever is committed to it by legal process issued under the authority of the "
        "United States; whether an order of the immigration authorities' own is such process is for counsel.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        # it stood in the code of 2011 already
        effective=since("2012-01-01"),
        layer=Layer.STATE,
        source=SOURCES["57-16a-A"],
    ),
)

NOTES = (
    Note(
        sentence="57 O.S. 16a(B) lays the same duties as 22 O.S. 171.3 upon sheriffs, jailers and prison keepers by name.",
        source=SOURCES["57-16a-B"],
    ),
)

EARLIER = (not_read_before("us-ok", "Oklahoma", "2021-11-01", SOURCES[NOT_READ]),)

OPEN_RECORDS = open_arrest_records(
    "us-ok.24A.8-A",
    "Jail registers, where they are kept, an arrestee's description and the facts of the arrest",
    "2025-01-01",
    SOURCES["24A.8-A"],
)

PACK = Pack(
    id="us-ok", title="Oklahoma", provisions=(*OPEN_RECORDS, *EARLIER, *STATUS, *RULES, *FEDERAL_PRISONERS), notes=NOTES
)
