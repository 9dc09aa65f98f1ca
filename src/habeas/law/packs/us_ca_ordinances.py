"""California counties with an ordinance of their own, and the question that every county raises whose rules nobody has read."""

from habeas.law.expressions import agency
from habeas.law.packs.us_ca import CIVIL_WARRANT, IMMIGRATION, JUDICIAL
from habeas.law.provision import Note, Pack, Provision, secondary, since, verified
from habeas.law.words import Act, Layer, Outcome

_SAN_MATEO = secondary(
    "San Mateo County Ordinance Code 2.48.010 (adopted 25 Apr. 2023)",
    "https://sanmateocounty.legistar.com/LegislationDetail.aspx?ID=6175726&GUID=13094177-7849-451D-B1DF-CE7C768BD145",
    "Read chapter 2.48 as it is now (file 25-965 amends it) with its first day; the Board's recital of it before the vote was read.",
    "to hold, detain, house, transfer, or otherwise facilitate the arrest of any person in the custody of the San Mateo County Sheriff's "
    "Office, Probation Department, or any other County department, unless pursuant to a judicial warrant",
)
_HUMBOLDT = verified(
    "Humboldt County Code 912.1-5(a), (c) (Measure K of 2018)",
    "https://humboldt.county.codes/Code/9121-5",
    "Assisting or cooperating, in one's official capacity, with any investigation, detention, or arrest procedures, public or clandestine",
)
_HUMBOLDT_SINCE = since("2018-11-06")
"""The day of the vote: the measure's own first day was not read, and a report says that it took effect at once."""

SAN_MATEO = Pack(
    id="us-ca-san-mateo",
    title="San Mateo County",
    provisions=(
        Provision(
            id="us-ca-san-mateo.2.48.010-custody",
            acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST, Act.HOUSE_FEDERAL_DETAINEES),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="No county resources go into a request of immigration authorities to hold, house, hand over or help arrest a person, "
            "unless a judicial warrant or the law requires it.",
            source=_SAN_MATEO,
            effective=since("2023-04-25"),
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-san-mateo.2.48.010-information",
            acts=(Act.NOTIFY, Act.SHARE_PERSONAL),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="Immigration authorities are told no release time, date or place and no address or contact information.",
            source=_SAN_MATEO,
            effective=since("2023-04-25"),
            layer=Layer.COUNTY,
        ),
    ),
    notes=(
        Note(
            sentence="From November 2021 the Sheriff's own policy asked for a judicial warrant; its words and day were not read.",
            source=secondary(
                "San Mateo County Sheriff, policy of November 2021",
                "https://climaterwc.com/2023/04/12/san-mateo-county-board-expand-protections-for-undocumented-residents/",
                "Read the policy.",
            ),
        ),
    ),
)

HUMBOLDT = Pack(
    id="us-ca-humboldt",
    title="Humboldt County",
    provisions=(
        Provision(
            id="us-ca-humboldt.912.1-5-a",
            acts=(Act.HOLD, Act.ARREST, Act.TRANSFER),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & CIVIL_WARRANT,
            sentence="No county officer assists a detention or arrest on alleged violations of civil immigration law: nobody is kept, "
            "arrested or handed over for one.",
            source=_HUMBOLDT,
            effective=_HUMBOLDT_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-humboldt.912.1-5-interview",
            acts=(Act.INTERVIEW,),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & CIVIL_WARRANT,
            sentence="Whether lending the jail to an interview about civil immigration law is cooperating with an investigation is for "
            "county counsel.",
            source=_HUMBOLDT,
            effective=_HUMBOLDT_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-humboldt.912.1-5-c",
            acts=(Act.NOTIFY, Act.LIST, Act.SHARE_PERSONAL),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="No county resources go into gathering or giving release status or personal information for immigration enforcement, "
            "except as the chapter permits or a statute or a court requires.",
            source=secondary(
                "Humboldt County Code 912.1-5(c) (Measure K of 2018)",
                "https://humboldt.county.codes/Code/9121-5",
                "Read the section that says what the chapter permits.",
                "to gather or disseminate information regarding release status of individuals or any other such personal information",
            ),
            effective=_HUMBOLDT_SINCE,
            layer=Layer.COUNTY,
        ),
    ),
)

UNREAD = Pack(
    id="us-ca-county",
    title="A California county whose own rules nobody has read",
    provisions=(
        Provision(
            id="us-ca-county.gov-7282.5-local",
            acts=(Act.NOTIFY, Act.TRANSFER),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & ~JUDICIAL & agency.flag("policy.local_rule_forbids"),
            sentence="7282.5 opens only where no local law and no local policy is violated: until somebody looks, what the county's own "
            "rules say is a question.",
            source=secondary(
                "Cal. Gov. Code 7282.5(a), opening words",
                "https://leginfo.legislature.ca.gov/faces/billTextClient.xhtml?bill_id=201720180SB54",
                "The county's code, its board's resolutions and its sheriff's policy; then write them as a policy file.",
            ),
            effective=since("2018-01-01"),
            layer=Layer.COUNTY,
        ),
    ),
)
"""Stands in a county that has no pack and no policy file of its own."""
