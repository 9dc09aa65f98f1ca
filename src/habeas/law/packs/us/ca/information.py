"""What may be told and asked: Government Code 7284.6, Welfare and Institutions Code 831, and the facts of an arrest that anyone may see."""

from habeas.law.expressions import any_charge, ask_counsel, charge, on_record, person, request
from habeas.law.packs.us.terms import A_LIST, IMMIGRATION, LOCAL
from habeas.law.provision import Provision, since
from habeas.law.sources import sources_of
from habeas.law.words import Act, Layer, Outcome

SOURCES = sources_of(__name__)

INFORMATION = (
    Provision(
        id="us-ca.gov-7284.6-a-1-list",
        sentence="No money or staff may go into picking people out by citizenship for immigration enforcement: a list is not "
        "a request about a person, so 7282.5 opens no door to it.",
        acts=(Act.LIST,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & A_LIST,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-list"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-D",
        sentence="Home and work addresses and other personal information that the public cannot see are not given to "
        "immigration authorities; no conviction lifts this.",
        acts=(Act.SHARE_PERSONAL,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-D"],
    ),
    Provision(
        id="us-ca.wic-831",
        sentence="Juvenile information goes to federal officers only by order of the juvenile court.",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & person.flag("minor"),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-831"],
    ),
    Provision(
        id="us-ca.wic-831-file",
        sentence="The juvenile file stays protected when the person has grown up.",
        acts=(Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The record holds a juvenile finding, which is protected whatever age the person has today: is anything of the juvenile "
            "file in what would be given?",
            when=IMMIGRATION & on_record(any_charge(charge.disposition.is_("juvenile_adjudication"))),
        ),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-831"],
    ),
    Provision(
        id="us-ca.wic-831-minor",
        sentence="Whether a minor's release or immigration status is juvenile information that needs a court's order is asked "
        "first.",
        acts=(Act.NOTIFY, Act.SHARE_STATUS),
        outcome=Outcome.MUST_NOT,
        when=ask_counsel(
            "The person is a minor: is a release date or a status, which the section names, juvenile information that only the juvenile "
            "court may open, against 8 USC 1373 and a trial as an adult?",
            when=IMMIGRATION & on_record(person.flag("minor")),
        ),
        effective=since("2016-01-01"),
        layer=Layer.STATE,
        source=SOURCES["wic-831"],
    ),
    Provision(
        id="us-ca.gov-7284.6-b-2",
        sentence="A specific person's criminal history may be given where state law otherwise permits and no local policy "
        "forbids it.",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MAY,
        when=IMMIGRATION & ~A_LIST,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="The clause speaks of the criminal history of any specific person; what the history says does not matter.",
        source=SOURCES["gov-7284.6-b-2"],
    ),
    Provision(
        id="us-ca.gov-7284.6-b-2-list",
        sentence="Criminal histories are given of a specific person, never of a class picked out for immigration enforcement.",
        acts=(Act.SHARE_CRIMINAL_HISTORY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & A_LIST,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-b-2-list"],
    ),
    Provision(
        id="us-ca.gov-7284.6-e",
        sentence="The Values Act itself does not stop the jail from sending citizenship or immigration status that it holds; "
        "nothing makes it collect any.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MAY,
        when=IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="The clause protects the exchange of status information about any individual.",
        source=SOURCES["gov-7284.6-e"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-A",
        sentence="Nobody is asked about immigration status for immigration enforcement.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-A"],
    ),
    Provision(
        id="us-ca.gov-7284.6-a-1-query",
        sentence="No money or staff may be used to find out a person's status for immigration enforcement.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        source=SOURCES["gov-7284.6-a-1-query"],
    ),
    Provision(
        id="us-ca.gov-7923.610",
        sentence="The facts of an arrest and booking are made public to anyone who asks, unless that would endanger a person "
        "or an investigation.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        effective=since("2023-01-01"),
        layer=Layer.STATE,
        reaches_everyone="Arrest facts are made public of everyone arrested; the section turns on nothing about the person.",
        source=SOURCES["gov-7923.610"],
    ),
    Provision(
        id="us-ca.gov-6254-f",
        sentence="The facts of an arrest and booking are made public to anyone who asks, unless that would endanger a person "
        "or an investigation.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MUST,
        when=request.kind.is_("public_records_request"),
        effective=since("1983-01-01", to="2023-01-01"),
        layer=Layer.STATE,
        reaches_everyone="Arrest facts are made public of everyone arrested; the section turns on nothing about the person.",
        source=SOURCES["gov-6254-f"],
    ),
    Provision(
        id="us-ca.gov-7923.610-as-anyone",
        sentence="What anyone may see may be given to a federal authority as it would be given to anyone.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=Outcome.MAY,
        when=~request.kind.is_("public_records_request"),
        effective=since("2018-01-01"),
        layer=Layer.STATE,
        reaches_everyone="Arrest facts are made public of everyone arrested; the section turns on nothing about the person.",
        source=SOURCES["gov-7923.610-as-anyone"],
    ),
)
