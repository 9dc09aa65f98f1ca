"""California counties whose own rule is short: what binds there besides state law, and what was found of their practice."""

from habeas.law.expressions import any_charge, on_record
from habeas.law.packs.us_ca import IMMIGRATION, JUDICIAL
from habeas.law.packs.us_ca_doors import CONVICTED, SERIOUS_OR_VIOLENT
from habeas.law.provision import Note, Pack, Provision, secondary, since, unverified
from habeas.law.words import Act, Layer, Outcome

SANTA_CLARA = Pack(
    id="us-ca-santa-clara",
    title="Santa Clara County",
    provisions=(
        Provision(
            id="us-ca-santa-clara.policy-3.54",
            acts=(Act.NOTIFY, Act.HOLD),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION,
            unless=JUDICIAL,
            sentence="The county honours no civil detainer and gives no notice of release without a judicial warrant.",
            source=secondary(
                "Santa Clara County Board Policy 3.54 (upheld 4 June 2019)",
                "https://news.sccgov.org/news-release/board-votes-uphold-its-policies-civil-detainers-notification",
                "Read the policy; the county's own release was read.",
            ),
            effective=since("2019-06-04"),
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-santa-clara.policy-3.54-access",
            acts=(Act.TRANSFER, Act.INTERVIEW, Act.ACCESS_FACILITY),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="The Sheriff does not help with civil enforcement; whether the policy bars a hand-over or an interview on the state's "
            "grounds is for county counsel until its text is read.",
            source=secondary(
                "Santa Clara County Board Policy 3.54; Sheriff's answers on immigration enforcement",
                "https://sheriff.santaclaracounty.gov/community/immigration-enforcement-faqs",
                "Read the policy; the Sheriff's answers were read in part.",
                "The Sheriff's Office does not help with or join in ICE civil enforcement actions",
            ),
            effective=since("2019-06-04"),
            layer=Layer.COUNTY,
        ),
    ),
    notes=(
        Note(
            sentence="The county keeps a public inmate locator and answers agents at the desk as it answers anyone.",
            source=secondary(
                "Los Gatan, report on releases in Santa Clara County",
                "https://losgatan.com/ice-has-arrested-4-in-santa-clara-county-upon-release-from-custory",
                "Ask the Sheriff's Office.",
            ),
        ),
    ),
)

SAN_DIEGO = Pack(
    id="us-ca-san-diego",
    title="San Diego County",
    provisions=(
        Provision(
            id="us-ca-san-diego.policy-L-2",
            acts=(Act.NOTIFY, Act.TRANSFER),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="The Board asks for a judicial warrant; the elected Sheriff says the Board does not set her policy and follows "
            "state law. Which of them binds the jail is not settled.",
            source=secondary(
                "San Diego County Board Policy L-2 (10 Dec. 2024)",
                "https://nbcsandiego.com/news/local/san-diego-county-board-sheriff-battle-over-new-policy-ending-ice-transfers/3700954/",
                "A ruling, or county counsel's word, on whether L-2 reaches the Sheriff's Office.",
            ),
            effective=since("2024-12-10"),
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-san-diego.clear",
            acts=(Act.ACCESS_FACILITY,),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="The county's ordinance keeps federal agents out of non-public areas without a judicial warrant or a court's order; "
            "whether it binds the Sheriff's jails is for county counsel until its text is read.",
            source=secondary(
                "San Diego County, CLEAR Ordinance (28 Jan. 2026)",
                "https://coronadotimes.com/?p=251319",
                "Read the ordinance; a report of it was read, which has it in force thirty days later.",
                "prohibits federal law enforcement agents from accessing non-public areas of county facilities without a judicial warrant "
                "or court order",
            ),
            effective=since("2026-02-27"),
            layer=Layer.COUNTY,
        ),
    ),
)


def _state_law_alone(name: str, title: str, *notes: Note) -> Pack:
    """A county whose jail stands on state law: the pack says so, and what else was found."""
    return Pack(id=f"us-ca-{name}", title=title, notes=notes)


def _found(sentence: str, citation: str, address: str, settle: str) -> Note:
    return Note(sentence=sentence, source=secondary(citation, address, settle))


ORANGE = _state_law_alone(
    "orange",
    "Orange County",
    _found(
        "The Sheriff notifies and hands over where 7282.5 leaves the choice, and has published everyone's release date and time "
        "since 26 March 2018: put that into the publication register.",
        "Orange County Sheriff, practice since 2018",
        "https://newsantaana.com/the-oc-sheriff-transfered-717-inmates-to-ice-during-the-first-year-of-sb-54/",
        "Read the department's policy.",
    ),
)
SONOMA = Pack(
    id="us-ca-sonoma",
    title="Sonoma County",
    provisions=(
        Provision(
            id="us-ca-sonoma.criteria-2025",
            acts=(Act.NOTIFY, Act.TRANSFER),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & ~JUDICIAL & ~on_record(any_charge(CONVICTED & SERIOUS_OR_VIOLENT)),
            sentence="The Sheriff's own criteria are said to be stricter than the state's: a conviction is asked for and most wobblers no "
            "longer count. What they leave besides serious and violent convictions is for county counsel until they are read.",
            source=secondary(
                "Sonoma County Sheriff, criteria reported in 2025",
                "https://sonomasun.com/2025/07/28/county-reports-annual-ice-requests/",
                "Read the criteria on the Sheriff's site, with their day: a report has them from a February, 2025 by its context.",
            ),
            effective=since("2025-02-01"),
            layer=Layer.AGENCY,
        ),
    ),
)
SACRAMENTO = _state_law_alone(
    "sacramento",
    "Sacramento County",
    _found(
        "A settlement of 2022 asks the Sheriff for strict verification, for written notice of interviews, and forbids putting off a "
        "release while a record is checked.",
        "Settlement with the Sacramento County Sheriff, 2022",
        "https://aclunc.org/news/sacramento-county-sheriff-must-comply-pro-immigrant-state-laws-under-lawsuit-settlement",
        "Read the settlement, with its day.",
    ),
)
ALAMEDA = Pack(
    id="us-ca-alameda",
    title="Alameda County",
    provisions=(
        Provision(
            id="us-ca-alameda.ice-free-2026",
            acts=(Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.ACCESS_FACILITY),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="The Board lets no county property be used for ICE's work, and the Sheriff is said to have no contact with it: what "
            "binds the jail is for county counsel until both texts are read.",
            source=secondary(
                "Alameda County Board of Supervisors, resolution of 27 Jan. 2026",
                "https://www.kalw.org/bay-area-news/2026-01-28/alameda-county-approves-ice-free-zones",
                "Read the resolution and the Sheriff's policy, with its date; then write it as a policy file.",
                "no property owned or controlled by Alameda County can be used for ICE activity",
            ),
            effective=since("2026-01-27"),
            layer=Layer.COUNTY,
        ),
    ),
    notes=(
        _found(
            "The present Sheriff is reported to have no contact with ICE and to act on no administrative warrant; under the former "
            "Sheriff 44 notices were given in 2019.",
            "Alameda County Sheriff, practice",
            "https://www.headline.club/oakland-ca/article/106710/",
            "Read the policy, with its date; then write it as a policy file.",
        ),
    ),
)
FRESNO = _state_law_alone(
    "fresno",
    "Fresno County",
    _found(
        "Policy C-185 cooperates only as the law allows and treats what is said to ICE as public record.",
        "Fresno County Sheriff, Policy C-185",
        "https://publicinfo.fresnosheriff.org/docs/DocView.aspx?dbid=0&id=6671&repo=SheriffPublic",
        "Read the policy's date.",
    ),
)
CONTRA_COSTA = _state_law_alone(
    "contra-costa",
    "Contra Costa County",
    Note(
        sentence="The county houses nobody for ICE since July 2018 and holds its yearly forum; a list of 2021 counts it among the "
        "counties that ended hand-overs, which no paper of the county was found to say.",
        source=unverified(
            "Contra Costa County, forum papers",
            "https://contra-costa.legistar.com/LegislationDetail.aspx?FullText=1&GUID=679F50E0-9C78-4510-96A5-D69FE2555356&ID=7490667",
            "Read the Sheriff's policy.",
        ),
    ),
)

COUNTIES = (SANTA_CLARA, SAN_DIEGO, ORANGE, SONOMA, SACRAMENTO, ALAMEDA, FRESNO, CONTRA_COSTA)
