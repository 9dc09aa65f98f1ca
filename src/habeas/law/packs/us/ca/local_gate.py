"""7284.6(b) opens what it names only where no local law and no policy of the agency is violated: the question each county is asked."""

from habeas.law.model.expressions import agency
from habeas.law.model.provision import Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION

SOURCES = sources_of(__name__)


def asks_local_law(pack: str, *acts: Act) -> Provision:
    """The question after the rules of the county whose pack is `pack`, on the acts of which its own rules, as read, say nothing."""
    return Provision(
        id=f"{pack}.gov-7284.6-b-local",
        sentence="7284.6(b) leaves an interview and a person's criminal history open only where no policy of the agency and no local "
        "law or policy is violated: until somebody looks, what the county's own rules say of it is a question.",
        acts=acts,
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & ~JUDICIAL & agency.flag("policy.local_rule_forbids"),
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["gov-7284.6-b-local"],
    )
