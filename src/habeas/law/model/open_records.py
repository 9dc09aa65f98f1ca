"""A law that opens the facts of an arrest to anyone: what must be shown on a records request, and what may be given as to anyone."""

from habeas.law.model.expressions import request
from habeas.law.model.provision import Provision, Source, since
from habeas.law.model.vocabulary import Act, Layer, Outcome

EVERYONE = "The facts of an arrest are open to anyone about everyone arrested."


def open_arrest_records(rule: str, what: str, first: str, source: Source) -> tuple[Provision, Provision]:
    """The two rules of a section that makes `what` public from the day `first` (ISO); `rule` is the id of the first.

    Raises ValueError for a wrong date.
    """
    asked = request.kind.is_("public_records_request")
    return (
        Provision(
            id=rule,
            sentence=f"{what} are open to anyone who asks.",
            acts=(Act.SHARE_PUBLIC,),
            outcome=Outcome.MUST,
            when=asked,
            effective=since(first),
            layer=Layer.STATE,
            reaches_everyone=EVERYONE,
            source=source,
        ),
        Provision(
            id=f"{rule}-as-anyone",
            sentence="What anyone may see of an arrest may be given to a federal authority as it would be given to anyone.",
            acts=(Act.SHARE_PUBLIC,),
            outcome=Outcome.MAY,
            when=~asked,
            effective=since(first),
            layer=Layer.STATE,
            reaches_everyone=EVERYONE,
            source=source,
        ),
    )
