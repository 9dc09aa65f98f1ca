"""The law a decision rested on, kept as text beside it: a later program decides it again under the words of its own day."""

from collections.abc import Mapping

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, LawText
from habeas.law.engine.jurisdictions import resolve, under
from habeas.law.model.decode import decode_pack
from habeas.law.model.encode import encode
from habeas.offenses.fingerprint import NAME, lists_sha256
from habeas.places.table import place_of

POLICY = ".policy"
"""How the id of a county's own policy ends."""

Law = dict[str, str]
"""What a decision rests on: each pack by its id, and the offence lists, with their hashes."""


def law_of(place: str) -> Law:
    """The law of a place as this program has it, the highest pack first."""
    return {**dict(resolve(place).hashes), NAME: lists_sha256()}


def same_law(stored: Mapping[str, str], now: Law) -> bool:
    """Whether a decision rests on the law as it is now. One that was made before the lists were named says nothing of them."""
    return dict(stored) == {name: digest for name, digest in now.items() if name != NAME or NAME in stored}


def keep_law(place: str, doing: Doing) -> None:
    """Keep the text of every pack of a place that is not kept yet."""
    packs = {pack.sha256(): pack for pack in resolve(place).packs}
    held = set(LawText.objects.filter(sha256__in=packs).values_list("sha256", flat=True))
    LawText.objects.bulk_create(
        (
            LawText(sha256=digest, pack=pack.id, content=encode(pack), kept_at=doing.at)
            for digest, pack in packs.items()
            if digest not in held
        ),
        ignore_conflicts=True,  # another clerk may have kept the same text a moment ago
    )


def place_then(decision: Decision, place: str) -> str:
    """The path of `place` under the law that was kept with a decision; `place` itself where the law is the same or was not kept.

    Raises BadInputError where a kept text is not what its hash says, or this program cannot read it.
    """
    wanted = {name: digest for name, digest in decision.law.items() if name != NAME}
    if wanted == dict(resolve(place).hashes):
        return place
    kept = {each.sha256: each for each in LawText.objects.filter(sha256__in=wanted.values())}
    if not wanted or not kept.keys() >= set(wanted.values()):
        return place
    packs = {digest: decode_pack(each.content) for digest, each in kept.items()}
    if any(pack.sha256() != digest for digest, pack in packs.items()):
        raise BadInputError("The text of the law that is kept is not the one its hash names.")
    return under(place.partition("@")[0], tuple(packs[wanted[name]] for name in _highest_first(wanted)))


def _highest_first(wanted: Mapping[str, str]) -> list[str]:
    """Federal law, the state's, the county's, the city's, then a policy, as the table of places has them, whatever order JSON kept."""
    return sorted(
        wanted, key=lambda name: (name.endswith(POLICY), len(place_of(name.removesuffix(POLICY)).chain), name)
    )
