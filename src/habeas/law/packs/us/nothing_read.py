"""Where no law that was read speaks of what is asked: county counsel decides. It stands only where no other rule speaks or could speak."""

from habeas.law.model.expressions import asked, on_record, person, request
from habeas.law.model.provision import Provision, since
from habeas.law.model.searched import CUSTODY
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import A_LIST, DHS_PAPER, IMMIGRATION, OF_A_COURT

SOURCES = sources_of(__name__)

ANOTHER_MATTER = on_record(request.basis.is_("criminal_other") & ~IMMIGRATION)
"""Known to serve the investigation of a crime that is no immigration matter: not what these packs are about."""

OUTSIDE_THE_CLASS = A_LIST & on_record(~person.flag("in_requested_class"))
"""Known to be none of the people whom a list is about: nothing is asked of them."""

NOTHING_READ = (
    Provision(
        id="us.nothing-read",
        sentence="No law that was read says whether the jail may do this on a request like this one: county counsel decides.",
        acts=tuple(Act),
        outcome=Outcome.UNRESOLVED,
        when=asked & (OF_A_COURT | ~ANOTHER_MATTER) & ~OUTSIDE_THE_CLASS,
        effective=since("1900-01-01"),
        layer=Layer.NOTHING_READ,
        source=SOURCES["nothing-read"],
    ),
    Provision(
        id="us.nothing-read-custody",
        sentence="No law that was read says whether the jail may do this on such a request of the immigration authorities: county "
        "counsel decides.",
        acts=(*CUSTODY, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1900-01-01"),
        layer=Layer.NOTHING_READ,
        source=SOURCES["nothing-read"],
    ),
)
