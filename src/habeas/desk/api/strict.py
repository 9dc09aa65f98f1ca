"""What every body of the API is made of: one that refuses unknown keys, and text of a bounded length."""

from typing import Annotated

from ninja import Field, Schema
from pydantic import ConfigDict

Words = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f]*$")]


class Strict(Schema):
    """A body whose unknown keys are refused by name."""

    model_config = ConfigDict(extra="forbid")
