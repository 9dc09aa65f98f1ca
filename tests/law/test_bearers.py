"""A duty falls on whom the text binds: every rule that requires, forbids or lays a duty says who that is, and nobody else is bound."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.evaluate import Evaluator
from habeas.law.model.case import Case
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs import PACKS, UNREAD_LOCAL, folder_of

BINDS = {Outcome.MUST, Outcome.MUST_NOT}
WHO = {"custody.facility", "agency.local"}
FACILITIES = ("county_jail", "city_lockup", "state_prison", "court", "probation")
EVERY = (*PACKS.values(), *UNREAD_LOCAL.values())
RULES = [
    rule
    for pack in EVERY
    for rule in pack.rules
    if not isinstance(rule, Provision) or rule.outcome in BINDS or rule.otherwise in BINDS
]
ANYBODY = "anybody"
ALONE = {
    "us-fl.908.11": {"county_jail"},
    "us-fl.908.106": {"county_jail"},
    "us-fl.908.104-6": {"county_jail"},
    "us-tx.gov-753.051": {"county_jail"},
    "us-tx.gov-511.0101": {"county_jail"},
    "us-la.33-84-housing": {"county_jail"},
    "us-ar.act-654": {"county_jail"},
    "us-nc.162-62-b1-2025": {"county_jail", "city_lockup"},
    "us-nc.162-62-b-2025": {"county_jail", "city_lockup"},
    "us-nc.162-62-a-duty-2025": {"county_jail", "city_lockup"},
    "us-ia.27a.2-hold": {"county_jail", "city_lockup"},
    "us-id.18-9005-4-hold": {"county_jail", "city_lockup", "state_prison"},
    "us-ca.gov-7284.6-a-3": {"county_jail", "city_lockup", "court", "probation"},
    "us-ca.gov-7283.1-b": {"county_jail", "city_lockup", "court", "probation"},
}
"""Whom the words bind that name somebody: "each parish correctional facility", "the sheriff of each county that operates a jail"."""
SURE = {
    "us-tx.ccp-2A.060-hold": {"county_jail", "city_lockup"},
    "us-ok.171.3-hold": {"county_jail", "city_lockup"},
    "us-la.33-84-hold": {"county_jail", "city_lockup"},
    "us-fl.908.105-hold": {"county_jail", "city_lockup", "state_prison"},
    "us-ga.42-1-11.5-hold": {"county_jail"},
    "us-wv.15-16-4": {"county_jail", "state_prison"},
}
"""Whom the words bind for certain, where counsel says of the others."""


def names_who(rule):
    conditions = (rule.when, *((rule.unless,) if isinstance(rule, Provision) else ()))
    facts = {part.fact.key for each in conditions for part in each.walk() if hasattr(part, "fact")}
    return bool(facts & WHO)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_that_binds_says_whom(rule):
    assert names_who(rule) or rule.source.binds, f"{rule.id}: whom does {rule.source.citation} bind?"


@pytest.mark.parametrize("rule", [each for each in RULES if each.source.binds and each.source.text], ids=lambda r: r.id)
def test_whom_a_text_binds_stands_in_the_text(rule):
    folder = next(folder_of(pack.id) for pack in EVERY if any(each is rule for each in pack.rules))
    text = (folder / "text" / f"{rule.source.text}.txt").read_text(encoding="utf-8")
    assert rule.source.binds.startswith(ANYBODY) or rule.source.binds.lower() in text.lower()


def stands_for(rule, facility):
    """Whether the condition could hold where nothing is known but the facility: false is nobody's."""
    act = rule.acts[0].value if isinstance(rule, Provision) else "hold"
    case = Case("c", "us", rule.effective.start or date(2020, 1, 1), custody={"facility": facility} if facility else {})
    local = {"county_jail": True, "city_lockup": True, "state_prison": False}.get(facility)
    return Evaluator(replace(case, agency={"local": local}), act)(rule.when) is not False


@pytest.mark.parametrize("name", [*ALONE])
def test_the_words_bind_these_and_nobody_else(name):
    rule = next(each for each in RULES if each.id == name)
    assert {each for each in FACILITIES if stands_for(rule, each)} == ALONE[name]
    assert stands_for(rule, None), "left out is asked, never nobody"


def test_no_rule_of_a_county_or_city_binds_a_prison_of_the_state():
    """Its own agencies alone: what a county's or city's rule forbids or requires could hold of no prison."""
    own = [each for each in RULES if each.layer in {Layer.COUNTY, Layer.CITY} and not names_who(each)]
    assert all(each.source.binds for each in own)
    asks = ("gov-7284.6-b-local", "gov-7282.5-local")  # say nothing before a county's own rule is known to forbid
    assert not [each.id for each in own if stands_for(each, "state_prison") and not each.id.endswith(asks)]


def paper(place, day, kind, facility, **more):
    asks = {
        "agreement_proposal": ["agree_287g", "house_federal_detainees"],
        "detainer": ["hold", "notify", "transfer"],
    }[kind]
    request = {
        "kind": kind, "asks": asks, "issuer": "ice", "signer": "immigration_officer", "basis": "civil", "in_writing": True,
        "identity_match": True, "names_person": kind == "detainer", "attachments": ["I-200"], "form": "I-247A",
        "attached_signer": "immigration_officer", "probable_cause_box": True, "immigration_enforcement": True, "cancelled": False,
        "attached_cancelled": False, "served_on_person": True,
    }  # fmt: skip
    return read_case(
        {
            "id": "c", "jurisdiction": place, "as_of": day, "request": request,
            "person": {"proof_of_status_given": "none", "minor": False, "history_complete": True},
            "custody": {"releasable": True} | ({"facility": facility} if facility else {}),
            "charges": [{"statute": "theft", "grade": "misdemeanor", "disposition": "pending"}], "agency": {"agreement_287g": False},
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "act", "kind"),
    [
        ("us-fl", Act.AGREE_287G, "agreement_proposal"),
        ("us-fl", Act.HOUSE_FEDERAL_DETAINEES, "agreement_proposal"),
        ("us-tx", Act.AGREE_287G, "agreement_proposal"),
        ("us-la", Act.HOUSE_FEDERAL_DETAINEES, "agreement_proposal"),
        ("us-ar", Act.AGREE_287G, "agreement_proposal"),
        ("us-nc", Act.HOLD, "detainer"),
        ("us-tx", Act.HOLD, "detainer"),
        ("us-ok", Act.HOLD, "detainer"),
    ],
)
def test_a_duty_is_the_jails_and_no_prisons_courts_or_probation_departments(place, act, kind):
    day = "2026-11-30"
    said = {each: decide(paper(place, day, kind, each), [act]).acts[act].outcome for each in (*FACILITIES, None)}
    assert said["county_jail"] is Outcome.MUST
    assert all(said[each] is not Outcome.MUST for each in ("state_prison", "court", "probation"))
    if kind == "agreement_proposal":
        assert said["city_lockup"] is not Outcome.MUST
    left_out = decide(paper(place, day, kind, None), [act]).acts[act]
    assert left_out.outcome is Outcome.UNKNOWN
    assert "custody.facility" in {ask.fact for ask in left_out.questions}


@pytest.mark.parametrize("name", [*SURE])
def test_of_whom_the_words_do_not_say_counsel_is_asked(name):
    """Settled by counsel or not, a duty is firm for those alone whom the words name."""
    rule = next(each for each in RULES if each.id == name)
    for facility in FACILITIES:
        act = rule.acts[0].value
        case = Case("c", "us", rule.effective.start, custody={"facility": facility}, agency={"local": None})
        named = [
            part for part in rule.when.walk() if getattr(getattr(part, "fact", None), "key", "") == "custody.facility"
        ]
        firm = [part for part in named if Evaluator(case, act)(part) is True and part is named[0]]
        assert bool(firm) == (facility in SURE[name]), facility
