"""What the Maryland sections speak of."""

from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import CITY_LOCKUP

TERMS = (
    Term("the police hold the person, and no correctional facility", CITY_LOCKUP, "Md. Code, Crim. Proc. 5-104(a)(5)"),
)
