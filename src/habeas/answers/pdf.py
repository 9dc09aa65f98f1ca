"""HTML into a tagged PDF (PDF/UA): nothing loaded from elsewhere, the same bytes for the same input."""

import hashlib
import warnings

from habeas.answers.practice import marked_html
from habeas.common.errors import HabeasError
from habeas.common.uncollected import uncollected

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation fonts-noto-cjk fonts-hosny-amiri"
"""The Debian packages that drawing a PDF needs, the faces of every language among them."""

FONTS = '"Liberation Serif", "DejaVu Serif", serif'
"""The fonts of letters and notices, by name; they are the system's."""


class MissingLibraryError(HabeasError):
    """The system libraries that draw a PDF are not installed (exit status 2)."""

    exit_status = 2


def render_pdf(html: str) -> bytes:
    """Draw `html` as a tagged PDF/UA document.

    The identifier comes from the content, no clock is written; made for practice, each page says so. A picture may stand in the text
    itself (`data:`), nothing else is loaded.
    Raises MissingLibraryError, in one sentence that names the Debian packages, where the libraries are missing.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - loads system libraries, and is slow
        from weasyprint.urls import URLFetcher  # noqa: PLC0415 - the same
    except OSError:
        raise MissingLibraryError(f"Drawing a PDF needs these Debian packages: apt-get install {PACKAGES}.") from None
    html = marked_html(html)
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    fetcher = URLFetcher(allowed_protocols=("data",))
    with warnings.catch_warnings(), uncollected():
        warnings.simplefilter("ignore")
        document = HTML(string=html, url_fetcher=fetcher).render()
        found: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return found
