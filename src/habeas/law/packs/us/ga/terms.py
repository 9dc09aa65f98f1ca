"""What the Georgia sections speak of."""

from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import LOCAL_JAIL

TERMS = (Term("the person is confined in a jail of a county or city", LOCAL_JAIL, "O.C.G.A. 42-4-14(b)"),)
