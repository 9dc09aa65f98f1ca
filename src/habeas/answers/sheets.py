"""The templates of papers, filled by Jinja2 with every value escaped; and the one sheet of style they share."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from habeas.answers.languages import language


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("habeas.answers", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(template: str, **values: Any) -> str:
    """Fill a template; a value that is missing is an error, never an empty place."""
    of = values.pop("of", None) or language("en")
    return _environment().get_template(template).render(fonts=of.fonts, of=of, **values)
