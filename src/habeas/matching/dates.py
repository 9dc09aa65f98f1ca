"""Birth dates as people in a jail and the papers write them: one reader for requests, queries and every search."""

from datetime import date, datetime

FORMS = (
    "%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d%b%Y", "%b %d %Y", "%B %d %Y",
)  # fmt: skip
"""Month first where only digits are written, as every paper and wrist band in the United States has it."""


def parse_date(text: str) -> date:
    """Read 02/20/1988, 2/20/1988, 1988-02-20, 20 Feb 1988 or Feb 20, 1988. Raises ValueError for anything else, two-digit years too."""
    plain = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form in FORMS:
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError("no date that can be read")
