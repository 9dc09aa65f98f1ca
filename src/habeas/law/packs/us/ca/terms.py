"""What the California acts speak of; the counties' rules use these terms too."""

from habeas.law.model.expressions import custody, request
from habeas.law.packs.us.terms import ATTACHED_WARRANT, ATTACHMENT_STANDS, CIVIL, WARRANT

IMMIGRATION_CRIME = request.basis.is_("criminal_immigration")
JUDICIAL = IMMIGRATION_CRIME & (WARRANT | (ATTACHED_WARRANT & ATTACHMENT_STANDS))
"""7284.4(h), (i): a federal judge or magistrate judge found probable cause of a federal immigration crime; the warrant may have come
with another paper, and then opens nothing once it is recalled."""
CIVIL_WARRANT = CIVIL | request.kind.is_("administrative_warrant")
"""7284.4(b): a warrant of the immigration authorities is civil by nature, whatever basis is written on it."""
PUBLIC_DATE = custody.flag("release_date_public")
ASKS_OF_ICE = request.asks.includes("hold", "notify", "transfer") & request.kind.is_(
    "detainer", "notification_request", "transfer_request", "administrative_warrant", "records_request"
)
"""7283(e)-(g): requests by function; a warrant handed in to take a person, or a letter that asks for a release date, is one too."""
