"""What chapter 908 of the Florida Statutes speaks of."""

from habeas.law.model.expressions import asked, request
from habeas.law.packs.us.terms import DETAINER, WITH_WARRANT

FEDERAL_AGENCY = request.issuer.is_("ice", "cbp", "doj")
"""908.102(1): the Departments of Justice and of Homeland Security."""
COMPLETE_DETAINER = DETAINER & FEDERAL_AGENCY & request.flag("probable_cause_box") & WITH_WARRANT & asked
"""908.102(2)(a), (c): the agency's official form, probable cause shown on its face, and the warrant supplied with it."""
