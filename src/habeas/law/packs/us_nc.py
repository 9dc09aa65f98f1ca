"""North Carolina: G.S. 162-62. A judicial official orders the hold, the jail asks ICE; the clock and the list moved in October 2025."""

from habeas.law.expressions import Expression, any_present_charge, asked, charge_is, person, request
from habeas.law.provision import Duty, Note, Pack, Provision, Source, secondary, since, verified
from habeas.law.until import Earliest, PlusHours, TimeExpression, at
from habeas.law.words import Act, Layer, Outcome, What

TEXT_2024 = "https://casetext.com/statute/general-statutes-of-north-carolina/chapter-162-sheriff/article-4-county-prisoners/section-162-62-legal-status-of-prisoners"
TEXT_2010 = "https://github.com/UniCourt/cic-code-nc/blob/main/transforms/nc/ocnc/r81/gov.nc.stat.title.162.html"
SCHOOL = "https://nccriminallaw.sog.unc.edu/?p=20435"

BOTH_PAPERS = (
    request.kind.is_("detainer")
    & request.issuer.is_("ice")
    & request.attachments.includes("I-200", "I-205")
    & request.flag("identity_match")
    & asked
)
NOT_SHOWN = person.proof_of_status_given.is_("none")
"""162-62(b): the jail could not find that the prisoner is a legal resident or citizen."""
_PAPERS = "The section turns on the papers and their match to the person; the order is a judicial official's."
_READ_2024 = secondary(
    "N.C.G.S. 162-62(b1) (S.L. 2024-55)",
    TEXT_2024,
    "Read (b1)(1)-(3) in the session law; the opening of (b1) was read, the rest is known from the School of Government.",
    "has issued a detainer and administrative warrant that reasonably appears to be for the person in custody",
)
_READ_2025 = secondary(
    "N.C.G.S. 162-62(b1) (S.L. 2024-55, as amended by S.L. 2025-85)",
    SCHOOL,
    "Read S.L. 2025-85; the School of Government's account and the legislature's digest were read.",
)


def _until(anchor: str) -> TimeExpression:
    return Earliest((PlusHours(at(anchor), 48),), events=("ICE takes custody", "ICE rescinds the detainer"))


def _hold(name: str, anchor: str, source: Source, start: str, end: str | None) -> Provision:
    """The hold as it stood in one interval: only the anchor of its 48 hours moved."""
    return Provision(
        id=f"us-nc.162-62-b1-{name}",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=BOTH_PAPERS,
        until=_until(anchor),
        duties=(
            Duty(
                What.JUDICIAL_OFFICIAL_FIRST,
                "a judicial official",
                "Bring the person before a judicial official with the detainer and the warrant; the official orders the hold.",
                deadline="before release",
                by="the jail, then the judicial official",
                blocks=Act.HOLD,
            ),
        ),
        sentence="On a detainer and a warrant that reasonably appear to be for the person, the person is brought before a "
        "judicial official, who orders the hold of up to 48 hours.",
        source=source,
        effective=since(start, end),
        layer=Layer.STATE,
        reaches_everyone=_PAPERS,
    )


def _query(name: str, listed: Expression, source: Source, start: str, end: str | None) -> tuple[Provision, ...]:
    """The query and the question, for the charges of one interval's list."""
    return (
        Provision(
            id=f"us-nc.162-62-b-{name}",
            acts=(Act.QUERY_ICE,),
            outcome=Outcome.MUST,
            when=listed & NOT_SHOWN,
            sentence="Where a person charged with a listed offense is not shown to be a legal resident or citizen, the jail "
            "makes a query of ICE.",
            source=source,
            effective=since(start, end),
            layer=Layer.STATE,
        ),
        Provision(
            id=f"us-nc.162-62-a-{name}",
            acts=(Act.ASK_STATUS,),
            outcome=Outcome.MAY,
            when=listed,
            sentence="For a person charged with a listed offense the jail tries to learn whether they are a legal resident: by "
            "asking, by papers, or both.",
            source=source,
            effective=since(start, end),
            layer=Layer.STATE,
        ),
    )


_LIST_2024 = verified(
    "N.C.G.S. 162-62(a)-(b) (S.L. 2024-55)",
    TEXT_2024,
    "if the person is charged with any of the following offenses",
)
_LIST_2010 = verified(
    "N.C.G.S. 162-62(a)-(b) (S.L. 2007-494, 2010-97)",
    TEXT_2010,
    "where possible, shall make a query of Immigration and Customs Enforcement",
)
_LIST_2025 = secondary(
    "N.C.G.S. 162-62(a)-(b) (as amended by S.L. 2025-85)",
    SCHOOL,
    "Read S.L. 2025-85; the School of Government's account was read.",
)

PROVISIONS = (
    _hold("2024", "request.received_at", _READ_2024, "2024-12-01", "2025-10-01"),
    _hold("2025", "custody.release_at", _READ_2025, "2025-10-01", None),
    Provision(
        id="us-nc.162-62-b1-notice",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST,
        when=BOTH_PAPERS,
        until=PlusHours(at("custody.release_at"), 2),
        sentence="Within two hours of the time the person would otherwise be released the jail tells ICE the date and time of "
        "release.",
        source=_READ_2025,
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone=_PAPERS,
    ),
    *_query("2010", any_present_charge(charge_is("nc_162_62_2010")), _LIST_2010, "2010-07-20", "2024-12-01"),
    *_query("2024", any_present_charge(charge_is("nc_162_62_2024")), _LIST_2024, "2024-12-01", "2025-10-01"),
    *_query("2025", any_present_charge(charge_is("nc_162_62_2025")), _LIST_2025, "2025-10-01", None),
)

NOTES = (
    Note(
        sentence="Before 1 December 2024 the section ordered no hold: it said that nothing in it keeps a prisoner from being released "
        "when otherwise eligible.",
        source=verified(
            "N.C.G.S. 162-62(c) before S.L. 2024-55",
            TEXT_2010,
            "to prevent a prisoner from being released from confinement when that prisoner is otherwise eligible for release",
        ),
    ),
    Note(
        sentence="Since 1 October 2025 a judicial official who sets release conditions for listed offenses also tries to learn "
        "whether the person is a legal resident, and may hold them two hours for ICE's answer.",
        source=secondary("N.C.G.S. 15A-534 (S.L. 2025-85)", SCHOOL, "Read the section."),
    ),
    Note(
        sentence="A sheriff's failure may be put to the Attorney General, who may ask a court for an order; the jail reports yearly "
        "to the legislature from October 2025.",
        source=secondary("N.C.G.S. 162-62(e), 162-63", SCHOOL, "Read both sections."),
    ),
)

PACK = Pack(id="us-nc", title="North Carolina", provisions=PROVISIONS, notes=NOTES)
