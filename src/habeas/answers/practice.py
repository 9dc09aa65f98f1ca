"""Whether papers are made for practice: then every page of a PDF, and every letter as text or DOCX, says so.

Whoever opens the program for an office says how that is known (`mark_with`); nothing is marked where nobody did.
"""

from collections.abc import Callable
from dataclasses import dataclass

LETTER = "PRACTICE. Not a real letter: nobody named in it is real."
PAPER = "PRACTICE – NOT A REAL PAPER"


def _nowhere() -> bool:
    return False


@dataclass(slots=True)
class _Asked:
    """How the program finds out; one for the process."""

    answer: Callable[[], bool] = _nowhere


_asked = _Asked()


def mark_with(answer: Callable[[], bool]) -> None:
    """Ask `answer` before each paper whether it is made for practice."""
    _asked.answer = answer


def for_practice() -> bool:
    """Whether a paper that is made now is made for practice."""
    return _asked.answer()


def marked_html(html: str) -> str:
    """The page of a PDF with the mark across each of its pages and at its head; as it is outside practice."""
    if not for_practice():
        return html
    style = f"<style>@page {{ @top-right-corner {{ {_ACROSS} }} @top-center {{ {_HEAD} }} }}</style>"
    before, found, after = html.partition("</head>")
    return f"{before}{style}{found}{after}" if found else style + html


_HEAD = f"content: '{PAPER}'; font: bold 10pt sans-serif; color: #b50909; white-space: nowrap; vertical-align: middle"
_ACROSS = (
    "content: 'PRACTICE'; direction: ltr; text-align: left; font: bold 96pt sans-serif; color: rgba(181, 9, 9, 0.13); "
    "width: 0; overflow: visible; white-space: nowrap; transform: translate(-165mm, 150mm) rotate(-50deg); transform-origin: left center"
)
