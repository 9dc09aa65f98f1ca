"""What the value on record settles of an entry that stands on a list up to a value."""

from habeas.offenses.charge import PROP47_LIMIT, ChargeOnDay
from habeas.offenses.finding import ClassFinding, no, yes
from habeas.offenses.lists import ListedOffense, OffenseList


def by_its_value(charge: ChargeOnDay, wanted: OffenseList, entry: ListedOffense) -> ClassFinding | None:
    """An entry up to 950 dollars, where the record gives the value; one that needs more besides stays a question up to that value."""
    value = charge.facts.property_value
    if value is None or not entry.needs.startswith("950 dollars or less"):
        return None
    why = f"the value is {value:g} dollars"
    if value > PROP47_LIMIT:
        return no(why, wanted.citation, wanted.sureness)
    return yes(why, wanted.citation, wanted.sureness) if entry.needs == "950 dollars or less" else None
