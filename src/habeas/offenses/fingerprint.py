"""The hash of the lists that say what a charge is: a decision names it beside the packs, as another list can give another answer."""

from functools import cache
from importlib.resources import files

from habeas.common.canonical import sha256_of

NAME = "offense lists"
"""What the lists are called among the packs of a decision."""


@cache
def lists_sha256() -> str:
    """The SHA-256 of the offense lists and the punishments as this program has them."""
    folder = files("habeas.offenses") / "lists"
    texts = {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir() if each.name.endswith(".toml")}
    return sha256_of(texts)
