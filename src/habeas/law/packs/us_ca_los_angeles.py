"""Los Angeles County: the Board's motion of 1 September 2020 and the Sheriff's word of 17 July 2025.

Neither was read in its own words; both are known from reports, and every provision says so.
"""

from habeas.law.expressions import request
from habeas.law.packs.us_ca import IMMIGRATION, JUDICIAL
from habeas.law.provision import Pack, Provision, secondary, since
from habeas.law.words import Act, Layer, Outcome

_PRESS = (
    "https://witnessla.com/la-county-supes-poised-to-make-permanent-sheriffs-ban-on-transferring-people-jails-to-ice-absent-"
    "a-judicial-warrant"
)
_MOTION = secondary(
    "Los Angeles County Board of Supervisors, motion of 1 Sept. 2020",
    _PRESS,
    "Read the adopted motion; the words here are the press's quotation of it before the vote.",
    "to hold, detain, house, transfer or otherwise facilitate the arrest of any person in the Sheriff's Department custody, "
    "unless pursuant to a judicial warrant or judicial probable cause determination",
)
_MOTION_REPORTED = secondary(
    "Los Angeles County Board of Supervisors, motion of 1 Sept. 2020",
    _PRESS,
    "Read the adopted motion: that it speaks of release dates and status is known from reports only.",
)
_SHERIFF = secondary(
    "Sheriff of Los Angeles County, statement of 17 July 2025",
    "https://www.smartcitiesdive.com/news/doj-threatens-to-subpoena-california-sheriffs-in-seeking-county-jail-data/753453",
    "Read the department's written policy.",
    "We do not allow immigration officials to operate within our facilities",
)
_WHY = "A federal judge's own finding stands in place of the record."

MOTION = (
    Provision(
        id="us-ca-los-angeles.motion-2020-transfer",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION,
        unless=JUDICIAL,
        otherwise=Outcome.MAY,
        sentence="The county hands nobody over to immigration authorities without a federal judge's warrant or finding of "
        "probable cause.",
        source=_MOTION,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
        reaches_everyone=_WHY,
    ),
    Provision(
        id="us-ca-los-angeles.motion-2020-notify",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION,
        unless=JUDICIAL,
        otherwise=Outcome.MAY,
        sentence="The county tells immigration authorities no release dates or times without a federal judge's warrant or "
        "finding of probable cause.",
        source=_MOTION_REPORTED,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
        reaches_everyone=_WHY,
    ),
    Provision(
        id="us-ca-los-angeles.motion-2020-hold",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.HOUSE_FEDERAL_DETAINEES),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & ~JUDICIAL,
        sentence="Without a federal judge's warrant or finding the county honors no request to hold, detain, house or help arrest a "
        "person for immigration authorities.",
        source=_MOTION,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
    ),
    Provision(
        id="us-ca-los-angeles.motion-2020-status",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & ~JUDICIAL,
        sentence="The county tells immigration authorities nothing of a person's status; this part meets 8 USC 1373.",
        source=_MOTION_REPORTED,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
    ),
)

SHERIFF = (
    Provision(
        id="us-ca-los-angeles.sheriff-2025-agents",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MUST_NOT,
        when=request.issuer.is_("ice", "cbp") & IMMIGRATION,
        sentence="The Sheriff does not allow immigration officials to work inside the jails.",
        source=_SHERIFF,
        effective=since("2025-07-17"),
        layer=Layer.AGENCY,
    ),
)

PACK = Pack(id="us-ca-los-angeles", title="Los Angeles County", provisions=(*MOTION, *SHERIFF))
