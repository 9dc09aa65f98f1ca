"""What the Georgia sections speak of."""

from habeas.law.model.expressions import custody
from habeas.law.model.terms import Term

IN_JAIL = custody.facility.is_("county_jail", "city_lockup")
"""42-4-14(b): the jail of a county, a city's detention facility, a regional jail."""

TERMS = (Term("the person is confined in a jail of a county or city", IN_JAIL, "O.C.G.A. 42-4-14(b)"),)
