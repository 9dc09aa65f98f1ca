"""A state's law that opens something only where no local law is violated: the question each county is asked after its own rules."""

from habeas.law.model.expressions import Expression, agency
from habeas.law.model.provision import Provision, Source, since
from habeas.law.model.vocabulary import Act, Layer, Outcome


def asks_local_law(pack: str, when: Expression, source: Source, *acts: Act) -> Provision:
    """The question after the rules of the county whose pack is `pack`, on the acts of which its own rules, as read, say nothing.

    `when` and `source` are of Gov. Code 7284.6(b), whose head leaves (b)(1) to (5) open only where no local law or policy is violated.
    """
    return Provision(
        id=f"{pack}.gov-7284.6-b-local",
        sentence="7284.6(b) leaves an interview and a person's criminal history open only where no policy of the agency and no local "
        "law or policy is violated: until somebody looks, what the county's own rules say of it is a question.",
        acts=acts,
        outcome=Outcome.MUST_NOT,
        when=when & agency.flag("policy.local_rule_forbids"),
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=source,
    )
