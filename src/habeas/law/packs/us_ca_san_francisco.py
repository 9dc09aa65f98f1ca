"""San Francisco: Administrative Code chapters 12H and 12I, narrower than the state's doors."""

from habeas.law.expressions import any_charge, any_present_charge, ask_counsel, charge, charge_is
from habeas.law.packs.us_ca import CIVIL_WARRANT, IMMIGRATION, JUDICIAL
from habeas.law.packs.us_ca_doors import CONVICTED
from habeas.law.provision import Pack, Provision, secondary, since, verified
from habeas.law.words import Act, Layer, Outcome

CODE = "https://codelibrary.amlegal.com/codes/san_francisco/latest/sf_admin/0-0-0-7743"
_USED_SINCE = since("2018-01-01")
"""Both chapters are older; the days of their amendments were not found, so the pack begins with the Values Act."""

RECENT_RECORD = (
    any_charge(CONVICTED & charge_is("violent") & charge.disposed_on.within(7))
    | any_charge(CONVICTED & charge_is("serious") & charge.disposed_on.within(5))
    | ask_counsel(
        "Are there three listed felonies from separate events within five years (12I.3)?",
        when=any_charge(CONVICTED & charge_is("grade_felony") & charge.disposed_on.within(5)),
    )
)
HELD = charge.disposition.is_("held_to_answer")
HELD_TO_ANSWER = any_present_charge(HELD & (charge_is("serious") | charge_is("violent"))) | ask_counsel(
    "Is the felony on which the person is held to answer one that 12I.3 lists, and no domestic violence?",
    when=any_present_charge(HELD & charge_is("grade_felony")),
)

_ASSISTING = verified(
    "S.F. Admin. Code 12H.2(a)",
    CODE,
    "Assisting or cooperating, in one's official capacity, with any investigation, detention, or arrest procedures",
)

PACK = Pack(
    id="us-ca-san-francisco",
    title="San Francisco",
    provisions=(
        Provision(
            id="us-ca-san-francisco.12I.3-notify",
            acts=(Act.NOTIFY,),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION,
            unless=(RECENT_RECORD & HELD_TO_ANSWER) | JUDICIAL,
            sentence="Notice of a release is given only of a person held to answer on a felony now who was convicted of a violent "
            "felony within seven years, a serious one within five, or three within five; even then the sheriff need not.",
            source=secondary(
                "S.F. Admin. Code 12I.3",
                "https://www.whenitson.com/san-francisco-lawmakers-vote-to-uphold-sanctuary-city-policy/",
                "Read 12I.2 and 12I.3: the press's account of May 2016 was read, and the ordinance lists its own felonies.",
            ),
            effective=_USED_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-san-francisco.12H.2",
            acts=(Act.LIST, Act.SHARE_PERSONAL),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & ~JUDICIAL,
            sentence="No city funds or staff go into gathering or giving release status or personal information for immigration "
            "enforcement, unless federal or state law or a court requires it.",
            source=verified(
                "S.F. Admin. Code 12H.2",
                CODE,
                "to gather or disseminate information regarding release status of individuals or any other such personal information",
            ),
            effective=_USED_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-san-francisco.12H.2-hold",
            acts=(Act.HOLD, Act.ARREST, Act.TRANSFER),
            outcome=Outcome.MUST_NOT,
            when=IMMIGRATION & CIVIL_WARRANT,
            sentence="No city officer assists a detention or arrest on alleged violations of civil immigration law: nobody is kept, "
            "arrested or handed over for one.",
            source=_ASSISTING,
            effective=_USED_SINCE,
            layer=Layer.COUNTY,
        ),
        Provision(
            id="us-ca-san-francisco.12H.2-interview",
            acts=(Act.INTERVIEW,),
            outcome=Outcome.UNRESOLVED,
            when=IMMIGRATION & CIVIL_WARRANT,
            sentence="Whether lending the jail to an interview about civil immigration law is cooperating with an investigation is for the "
            "City Attorney.",
            source=_ASSISTING,
            effective=_USED_SINCE,
            layer=Layer.COUNTY,
        ),
    ),
)
