"""What chapter 908 of the Florida Statutes speaks of."""

from habeas.law.model.expressions import asked, request
from habeas.law.packs.us.terms import CAUSE_SHOWN, DETAINER, WITH_WARRANT

FEDERAL_AGENCY = request.issuer.is_("ice", "cbp", "doj")
"""908.102(1): the Departments of Justice and of Homeland Security."""
COMPLETE_DETAINER = DETAINER & FEDERAL_AGENCY & CAUSE_SHOWN & WITH_WARRANT & asked
"""908.102(2): the agency's official form, probable cause shown on its face (a) or by what supports it (b), and the warrant supplied (c)."""
