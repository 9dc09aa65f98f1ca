"""A state that forbids agreements under 8 USC 1357(g): one that is still on record gives nobody a firm power to arrest."""

from habeas.law.model.expressions import agency, request
from habeas.law.model.provision import Provision, Source, since
from habeas.law.model.vocabulary import Act, Layer, Outcome

FORBIDDEN_AGREEMENT = "agreement-on-record"
"""The end of the rule's id."""


def agreement_on_record(state: str, title: str, first: str, source: Source) -> Provision:
    """That `title` forbids such agreements from the day `first` (ISO): whether one on record still gives power is for counsel.

    `state` is the pack's id, `source` the law that forbids them. Raises ValueError for a wrong date.
    """
    return Provision(
        id=f"{state}.{FORBIDDEN_AGREEMENT}",
        sentence=f"{title} forbids agreements under 8 USC 1357(g): whether one that is still on record gives its officers power to arrest "
        "on a civil paper is for counsel.",
        acts=(Act.ARREST,),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("administrative_warrant", "detainer") & agency.flag("agreement_287g"),
        effective=since(first),
        layer=Layer.STATE,
        source=source,
    )
