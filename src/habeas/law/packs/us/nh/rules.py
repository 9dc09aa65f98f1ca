"""New Hampshire: a county may hold for 48 hours (RSA 30-B:1, III, 2025), and nobody may impede agreements or federal law."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import on_record, person
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.terms import AGENTS, AN_AGENCY, DETAINER, ICE, ICE_DETAINER

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-nh.30-B-1-III",
        sentence="A county may hold a person on ICE's detainer after the state charges are resolved, for 48 hours, weekends and "
        "holidays left out, of which the form asks for 48 plain ones; of a victim or witness, whom a sister act excepts, counsel says.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MAY,
        when=ICE_DETAINER,
        unless=on_record(person.flag("victim_or_witness")),
        otherwise=Outcome.UNRESOLVED,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The paragraph speaks of anyone on whom ICE has lodged a detainer; the federal floors stand above it.",
        source=SOURCES["30-B-1-III"],
    ),
    Provision(
        id="us-nh.30-B-1-III-other",
        sentence="The paragraph is known to speak of ICE's detainers; whether a county may keep anybody on another authority's detainer is "
        "for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~ICE,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["30-B-1-III"],
    ),
    Provision(
        id="us-nh.287g",
        sentence="Nobody may impede an agency that applies for or makes an agreement under 8 USC 1357(g); none is ordered.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        source=SOURCES["sb-62"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-nh.30-B-1-III-report",
        sentence="An agency that refuses to honor a detainer reports each refusal to the Attorney General.",
        when=AN_AGENCY & ICE_DETAINER,
        duties=(
            Duty(
                What.REPORT_REFUSAL,
                "New Hampshire Attorney General",
                "Where the detainer is not honored, report the refusal in the form that the Attorney General sets.",
            ),
        ),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["30-B-1-III"],
    ),
)

NOTES = (
    Note(
        sentence="Chapter 39 of 2025 (HB 511) requires compliance with detainers of inmates where it is safe, forbids blanket policies "
        "against it, and excepts certain victims and witnesses: whether a hold is a duty is for counsel.",
        source=SOURCES["hb-511"],
    ),
)

EARLIER = (not_read_before("us-nh", "New Hampshire", "2026-01-01", SOURCES[NOT_READ]),)

PACK = Pack(id="us-nh", title="New Hampshire", provisions=(*EARLIER, *RULES), duty_rules=DUTIES, notes=NOTES)
