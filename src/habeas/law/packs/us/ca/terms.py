"""What the California acts speak of; the counties' rules use these terms too."""

from habeas.law.model.expressions import custody, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.ca.doors import CONVICTED, ITEMS, SERIOUS_OR_VIOLENT
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

TERMS = (
    Term("a judge has found probable cause of a federal immigration crime", JUDICIAL, "Gov. Code 7284.4(h), (i)"),
    Term(
        "the request is a civil immigration warrant or rests on civil immigration law",
        CIVIL_WARRANT,
        "Gov. Code 7284.4(b)",
    ),
    Term("the request asks of the jail what Gov. Code 7283 names", ASKS_OF_ICE, "Gov. Code 7283(e)-(g)"),
    Term("the charge counts as a conviction", CONVICTED, "Gov. Code 7282(a); Pen. Code 667(d)"),
    Term("the charge is a serious or violent felony", SERIOUS_OR_VIOLENT, "Pen. Code 1192.7(c), 667.5(c)"),
    Term("the record meets an item of 7282.5(a)(1) to (5)", ITEMS, "Gov. Code 7282.5(a)(1)-(5)"),
)
"""The terms as the rule page names and defines them."""
