"""The options of a county's policy and of counsel's reviews, which several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from habeas.common.errors import BadInputError
from habeas.law.review.policy import load_policy

PolicyOption = Annotated[Path | None, typer.Option("--policy", help="The county's own policy (TOML).")]
ReviewsOption = Annotated[Path | None, typer.Option("--reviews", help="Counsel's reviews of packs (TOML).")]


def with_policy_of(place: str, policy: Path | None) -> str:
    """The place, with the policy in `policy` in force there; BadInputError where the policy is another county's."""
    if policy is None:
        return place
    found = load_policy(policy)
    if found.partition("@")[0] != place:
        raise BadInputError(f"{policy.name} is the policy of {found.partition('@')[0]}, not of {place}.")
    return found
