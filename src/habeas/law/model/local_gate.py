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


def asks_local_hold_law(pack: str, when: Expression, source: Source) -> Provision:
    """The same question of a hold under the TRUST Act, whose 7282.5(a) opened one only where no local law or policy was violated.

    `when` is the paper of which the section spoke, and `source` the words at its head.
    """
    return Provision(
        id=f"{pack}.gov-7282.5-trust-local",
        sentence="The TRUST Act opened a hold only where it violated no local law and no local policy: until somebody looks, what the "
        "county's own rules of that day said of it is a question.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST_NOT,
        when=when & agency.flag("policy.local_rule_forbids"),
        effective=since("2014-01-01", to="2018-01-01"),
        layer=Layer.COUNTY,
        source=source,
    )
