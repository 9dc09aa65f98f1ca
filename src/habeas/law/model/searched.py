"""A state whose law was looked for and not found: what was searched, when, and the question that is left to county counsel.

Nothing is inferred from silence. Whether the jail may keep or arrest somebody stays unresolved; notice, hand-over and status are answered
by federal law alone, with a warning on each answer; lists and personal data are left silent.
"""

from datetime import date

from habeas.law.model.expressions import request
from habeas.law.model.provision import Pack, Provision, Source, Watch, since
from habeas.law.model.vocabulary import Act, Layer, Outcome

NONE_FOUND = "none-found"
"""The key of the source, in the pack's `sources.toml`, that says what was searched; and the end of the rule's id."""

CUSTODY = (Act.HOLD, Act.DELAY_RELEASE, Act.ARREST)
WARNED = (
    *CUSTODY, Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.LIST, Act.SHARE_PERSONAL, Act.SHARE_CRIMINAL_HISTORY,
    Act.ASK_STATUS, Act.QUERY_ICE, Act.ACCESS_FACILITY, Act.AGREE_287G, Act.HOUSE_FEDERAL_DETAINEES,
)  # fmt: skip
"""The acts of which a law that was not found could speak: all but status, which no state may keep from federal authorities."""

BEGINS = "1997-04-01"
"""As the federal pack: the day of the present 8 CFR 287.7."""


def custody_open(state: str, title: str, source: Source, until: str | None = None) -> Provision:
    """That no law of the state `title` was found which lets a jail keep or arrest a person on a civil paper, or forbids it: unresolved.

    `state` is the pack's id; it stands to the day `until` (ISO, not included) where something that was read begins then.
    """
    return Provision(
        id=f"{state}.{NONE_FOUND}",
        sentence=f"No law of {title} was found that lets a jail keep or arrest a person on a detainer or a civil immigration "
        "warrant, or that forbids it: county counsel decides.",
        acts=CUSTODY,
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since(BEGINS, to=until),
        layer=Layer.STATE,
        source=source,
    )


def nothing_found(
    state: str, title: str, on: str, source: Source, look_again: str, more: tuple[Provision, ...] = ()
) -> Pack:
    """The pack of a state whose law was searched on the day `on` (ISO) and not found, to be searched again by `look_again` (ISO).

    `source` says where and by whom; `more` are rules about bills whose fate is not known. Raises WrongRuleError for a wrong date or rule.
    """
    watch = Watch(
        id=NONE_FOUND,
        sentence=f"No law of {title} on immigration detainers, notice of release or agreements was found when it was searched on "
        f"{on}; where nothing else is said, federal law alone stands behind this answer.",
        citation=source.citation,
        address=source.address,
        since=date.fromisoformat(BEGINS),
        look_again=date.fromisoformat(look_again),
        acts=WARNED,
    )
    return Pack(id=state, title=title, provisions=(custody_open(state, title, source), *more), watches=(watch,))
