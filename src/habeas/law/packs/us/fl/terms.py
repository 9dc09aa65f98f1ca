"""What chapter 908 of the Florida Statutes speaks of."""

from habeas.law.model.expressions import ask_counsel, asked, custody, request
from habeas.law.packs.us.terms import CAUSE_SHOWN, DETAINER, JAIL_OR_PRISON, WITH_WARRANT

FEDERAL_AGENCY = request.issuer.is_("ice", "cbp", "doj")
"""908.102(1): the Departments of Justice and of Homeland Security."""
LAW_ENFORCEMENT_AGENCY = JAIL_OR_PRISON | ask_counsel(
    "Is the court or the probation office an agency charged with the enforcement of laws or with managing custody (908.102(4))?",
    when=custody.facility.is_("court", "probation"),
)
"""908.102(4): police departments, sheriffs' offices, county correctional agencies, the Department of Corrections."""
COMPLETE_DETAINER = LAW_ENFORCEMENT_AGENCY & DETAINER & FEDERAL_AGENCY & CAUSE_SHOWN & WITH_WARRANT & asked
"""908.102(2): the agency's official form, probable cause shown on its face (a) or by what supports it (b), and the warrant supplied (c)."""
UNDER_DETAINER = (
    request.kind.is_("transfer_request", "administrative_warrant")
    & FEDERAL_AGENCY
    & request.attachments.includes("I-247", "I-247A", "I-247D")
    & CAUSE_SHOWN
    & WITH_WARRANT
    & asked
)
"""The agency asks by another paper for a person who is subject to a detainer, as 908.102(2) means it, that came with it."""
