"""What the Maryland sections speak of."""

from habeas.law.model.expressions import custody
from habeas.law.model.terms import Term

POLICE_LOCKUP = custody.facility.is_("city_lockup")
"""5-104(a)(5): a law enforcement agent is a certified police officer and no employee of a State or local correctional facility."""

TERMS = (
    Term(
        "the police hold the person, and no correctional facility", POLICE_LOCKUP, "Md. Code, Crim. Proc. 5-104(a)(5)"
    ),
)
