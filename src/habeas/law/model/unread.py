"""The law of a state before the first day for which its pack's text was read: unresolved, never federal law's leave alone.

A pack that begins in 2019 says nothing of 2018, and on silence the federal layer would answer that the jail may.
"""

from datetime import date

from habeas.law.model.expressions import request
from habeas.law.model.provision import Provision, Source, since
from habeas.law.model.searched import BEGINS, CUSTODY
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome

NOT_READ = "not-read-before"
"""The key of the source, in the pack's `sources.toml`, that says what would settle it; and the end of the rule's id."""

PAPERS = ("detainer", "administrative_warrant", "notification_request", "transfer_request")
"""The immigration authorities' own papers, of which federal law alone says that a jail may follow them."""


def not_read_before(state: str, title: str, first: str, source: Source) -> Provision:
    """That the law of `title` before the day `first` (ISO) was not read: holds, arrests, notice and hand-overs are unresolved till then.

    `state` is the pack's id. What a county or city below it forbids on such a day stays forbidden. Raises ValueError for a wrong date.
    """
    day = date.fromisoformat(first)
    return Provision(
        id=f"{state}.{NOT_READ}",
        sentence=f"What the law of {title} said before {day:%B} {day.day}, {day.year} of holds, arrests, notice and transfers on the "
        "immigration authorities' papers was not read: county counsel decides.",
        acts=(*CUSTODY, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_(*PAPERS),
        effective=since(BEGINS, to=first),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=source,
    )
