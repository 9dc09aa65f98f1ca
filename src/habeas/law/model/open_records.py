"""A law that opens the facts of an arrest to anyone: what must be shown on a records request, and what may be given as to anyone."""

from habeas.law.model.expressions import ALWAYS, NEVER, Expression, custody, on_record, person, request
from habeas.law.model.provision import Provision, Source, since
from habeas.law.model.vocabulary import Act, Layer, Outcome

EVERYONE = "The facts of an arrest are open to anyone about everyone arrested."
OF_A_MINOR = on_record(person.flag("minor"))
"""For a section that speaks of adults: what it does not open of somebody whom the record makes a minor is for counsel."""

KEPT_ELSEWHERE = on_record(custody.facility.is_("state_prison", "court", "probation"))
"""For a section that speaks of an arrest or a jail: whether it reaches a prison, a court or a probation department is for counsel."""


def open_to_anyone(
    rule: str,
    what: str,
    first: str,
    source: Source,
    *,
    where: Expression = ALWAYS,
    unless: Expression = NEVER,
    not_of: Expression = KEPT_ELSEWHERE,
    outcome: Outcome = Outcome.MUST,
) -> Provision:
    """The rule called `rule` of a section that makes `what` public from the day `first` (ISO), on a public records request.

    `where` and `unless` narrow it, and `not_of` says whose records it is known not to name (of both counsel decides); a section that
    lets, and does not make, has another `outcome`. Raises ValueError for a wrong date.
    """
    verb = "are open to anyone who asks" if outcome is Outcome.MUST else "may be given to anyone who asks"
    return Provision(
        id=rule,
        sentence=f"{what} {verb}.",
        acts=(Act.SHARE_PUBLIC,),
        outcome=outcome,
        when=request.kind.is_("public_records_request") & where,
        unless=_closed(unless, not_of),
        otherwise=Outcome.UNRESOLVED,
        effective=since(first),
        layer=Layer.STATE,
        reaches_everyone=EVERYONE,
        source=source,
    )


def open_arrest_records(
    rule: str,
    what: str,
    first: str,
    source: Source,
    *,
    where: Expression = ALWAYS,
    unless: Expression = NEVER,
    not_of: Expression = KEPT_ELSEWHERE,
) -> tuple[Provision, Provision]:
    """The rule of `open_to_anyone`, and with it that a federal authority may be given what anyone is given.

    Only for a state whose law on immigration authorities, as far as it was read, leaves what is public alone.
    Raises ValueError for a wrong date.
    """
    return (
        open_to_anyone(rule, what, first, source, where=where, unless=unless, not_of=not_of),
        Provision(
            id=f"{rule}-as-anyone",
            sentence="What anyone may see of an arrest may be given to a federal authority as it would be given to anyone.",
            acts=(Act.SHARE_PUBLIC,),
            outcome=Outcome.MAY,
            when=~request.kind.is_("public_records_request") & where,
            unless=_closed(unless, not_of),
            otherwise=Outcome.UNRESOLVED,
            effective=since(first),
            layer=Layer.STATE,
            reaches_everyone=EVERYONE,
            source=source,
        ),
    )


def _closed(unless: Expression, not_of: Expression) -> Expression:
    return not_of if unless is NEVER else unless | not_of
