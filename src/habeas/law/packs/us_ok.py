"""Oklahoma: 22 O.S. 171.3. The jail fulfils what ICE's detainer asks; only proof of citizenship excuses it."""

from habeas.law.expressions import asked, person, request
from habeas.law.provision import Duty, Pack, Provision, since, verified
from habeas.law.until import PlusHours, at
from habeas.law.words import Act, Layer, Outcome, What

_SECTION = verified(
    "22 O.S. 171.3(A)-(C)",
    "https://getpocketlaw.com/law/state_oklahoma/section-22-171-3-custody-of-persons-subject-to-immigration-detainer-request_e263a473bbee",
    "Comply with, honor and fulfill any request made in the immigration detainer request",
)
_INFORM = Duty(
    What.INFORM_OF_DETAINER,
    "the person",
    "Tell the person that they are held on an immigration detainer request of ICE.",
    on=Act.HOLD,
)
ICE_DETAINER = request.kind.is_("detainer") & request.issuer.is_("ice")
CITIZEN = person.proof_of_status_given.is_("us_citizen")
_SINCE = since("2021-11-01")

PACK = Pack(
    id="us-ok",
    title="Oklahoma",
    provisions=(
        Provision(
            id="us-ok.171.3-hold",
            acts=(Act.HOLD,),
            outcome=Outcome.MUST,
            when=ICE_DETAINER & asked,
            unless=CITIZEN,
            until=PlusHours(at("custody.release_at"), 48),
            duties=(_INFORM,),
            sentence="The jail holds the person as ICE's detainer asks, unless the person has given proof of United States "
            "citizenship; proof of lawful status alone does not excuse it.",
            source=_SECTION,
            effective=_SINCE,
            layer=Layer.STATE,
        ),
        Provision(
            id="us-ok.171.3-requests",
            acts=(Act.NOTIFY, Act.TRANSFER),
            outcome=Outcome.MUST,
            when=ICE_DETAINER & asked,
            unless=CITIZEN,
            sentence="Whatever else the detainer asks, notice and hand-over among it, the jail does too, with the same excuse.",
            source=_SECTION,
            effective=_SINCE,
            layer=Layer.STATE,
        ),
    ),
)
