"""The District's emergency and temporary acts on cooperation with immigration agencies, from October 2019 to March 2021, read whole."""

from habeas.law.model.expressions import person, request
from habeas.law.model.provision import Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.dc.terms import CUSTODY_ORDER, FEDERAL_CASE
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, JAIL_OR_PRISON

SOURCES = sources_of(__name__)

ACT_OF_2019 = (
    Provision(
        id="us-dc.values-2019-keep",
        sentence="Nobody is kept past release, and no office, facility or access is given, without a federal judge's warrant or "
        "order that gives the person into the immigration agency's custody.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.ACCESS_FACILITY,
        ),
        outcome=Outcome.MUST_NOT,
        when=AGENTS | CIVIL_PAPER,
        unless=CUSTODY_ORDER,
        effective=since("2019-10-23", to="2020-01-21"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-131"],
    ),
    Provision(
        id="us-dc.values-2019-tell",
        sentence="An immigration agency is not told a person's release date, place, address or criminal case, except of somebody "
        "held in a federal criminal case.",
        acts=(
            Act.NOTIFY,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.LIST,
        ),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | FEDERAL_CASE,
        effective=since("2019-10-23", to="2020-01-21"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-131"],
    ),
    Provision(
        id="us-dc.values-2019-talk",
        sentence="An immigration agency interviews nobody who has had no opportunity to have counsel present.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | (request.kind.is_("interview_request") & person.flag("counsel_present")),
        effective=since("2019-10-23", to="2020-01-21"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-131"],
    ),
    Provision(
        id="us-dc.values-2019-ask",
        sentence="The District does not ask into the immigration status of a person in its custody.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=JAIL_OR_PRISON,
        effective=since("2019-10-23", to="2020-01-21"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-131"],
    ),
    Provision(
        id="us-dc.values-2019-transfer",
        sentence="The act forbade access to a jail for a release into federal custody; whether a transfer elsewhere was forbidden"
        " is for counsel.",
        acts=(
            Act.TRANSFER,
            Act.ARREST,
        ),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        unless=CUSTODY_ORDER,
        effective=since("2019-10-23", to="2020-01-21"),
        layer=Layer.STATE,
        source=SOURCES["act-23-131"],
    ),
)

LAW_OF_2020 = (
    Provision(
        id="us-dc.values-2020-keep",
        sentence="Nobody is kept past release, and no office, facility or access is given, without a federal judge's warrant or "
        "order that gives the person into the immigration agency's custody.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.ACCESS_FACILITY,
        ),
        outcome=Outcome.MUST_NOT,
        when=AGENTS | CIVIL_PAPER,
        unless=CUSTODY_ORDER,
        effective=since("2020-01-27", to="2020-10-09"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["law-23-56"],
    ),
    Provision(
        id="us-dc.values-2020-tell",
        sentence="An immigration agency is not told a person's release date, place, address or criminal case, except of somebody "
        "held in a federal criminal case.",
        acts=(
            Act.NOTIFY,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.LIST,
        ),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | FEDERAL_CASE,
        effective=since("2020-01-27", to="2020-10-09"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["law-23-56"],
    ),
    Provision(
        id="us-dc.values-2020-talk",
        sentence="An immigration agency interviews nobody who has had no opportunity to have counsel present.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | (request.kind.is_("interview_request") & person.flag("counsel_present")),
        effective=since("2020-01-27", to="2020-10-09"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["law-23-56"],
    ),
    Provision(
        id="us-dc.values-2020-ask",
        sentence="The District does not ask into the immigration status of a person in its custody.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=JAIL_OR_PRISON,
        effective=since("2020-01-27", to="2020-10-09"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["law-23-56"],
    ),
    Provision(
        id="us-dc.values-2020-transfer",
        sentence="The act forbade access to a jail for a release into federal custody; whether a transfer elsewhere was forbidden"
        " is for counsel.",
        acts=(
            Act.TRANSFER,
            Act.ARREST,
        ),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        unless=CUSTODY_ORDER,
        effective=since("2020-01-27", to="2020-10-09"),
        layer=Layer.STATE,
        source=SOURCES["law-23-56"],
    ),
)

ACTS_OF_2020 = (
    Provision(
        id="us-dc.values-2020-fall-keep",
        sentence="Nobody is kept past release, and no office, facility or access is given, without a federal judge's warrant or "
        "order that gives the person into the immigration agency's custody.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.ACCESS_FACILITY,
        ),
        outcome=Outcome.MUST_NOT,
        when=AGENTS | CIVIL_PAPER,
        unless=CUSTODY_ORDER,
        effective=since("2020-10-09", to="2021-03-22"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-414"],
    ),
    Provision(
        id="us-dc.values-2020-fall-tell",
        sentence="An immigration agency is not told a person's release date, place, address or criminal case, and nobody is "
        "released so as to be handed to it, except of somebody held in a federal criminal case.",
        acts=(
            Act.NOTIFY,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.LIST,
            Act.TRANSFER,
            Act.ARREST,
        ),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | FEDERAL_CASE,
        effective=since("2020-10-09", to="2021-03-22"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-414"],
    ),
    Provision(
        id="us-dc.values-2020-fall-talk",
        sentence="An immigration agency interviews nobody who has had no opportunity to have counsel present.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        unless=CUSTODY_ORDER | (request.kind.is_("interview_request") & person.flag("counsel_present")),
        effective=since("2020-10-09", to="2021-03-22"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-414"],
    ),
    Provision(
        id="us-dc.values-2020-fall-ask",
        sentence="The District does not ask into the immigration status of a person in its custody.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=JAIL_OR_PRISON,
        effective=since("2020-10-09", to="2021-03-22"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["act-23-414"],
    ),
)
