"""A signed head as it goes out: a printed sheet with its words as a square that can be scanned, and a file to be mailed."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

import qrcode
from django.template.loader import render_to_string
from qrcode.constants import ERROR_CORRECT_M

from habeas.answers.pdf import FONTS, render_pdf
from habeas.audit.cosign import Submission
from habeas.desk.models import Checkpoint, Office
from habeas.desk.services.record import audit_log as ledger

QUIET = 4
"""Blank squares around the code, which scanners need."""


@dataclass(frozen=True, slots=True)
class Square:
    """A QR code as a path of an SVG: `side` in its own small squares, the blank border included."""

    side: int
    path: str


def square_of(text: str) -> Square:
    """The QR code of a text, its bytes in UTF-8."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text.encode(), optimize=0)
    code.make(fit=True)
    rows = code.get_matrix()
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return Square(len(rows), "".join(dark))


def sheet_pdf(here: Office, head: Checkpoint, at: datetime) -> bytes:
    """The sheet to print: the head as text, as a square, and as figures to type; how to check it; who received it."""
    key = next(iter(ledger.known_keys(here.site)), None)
    html = render_to_string(
        "desk/record/sheet.html",
        {
            "here": here, "fonts": FONTS, "head": head, "square": square_of(head.note), "root": _in_fours(head.root),
            "printed": at, "key": key,
        },
    )  # fmt: skip
    return render_pdf(html)


def _in_fours(digits: str) -> list[str]:
    return [digits[place : place + 4] for place in range(0, len(digits), 4)]


def mail_file(here: Office, head: Checkpoint, asked: Submission, at: datetime) -> bytes:
    """A message that a mail program opens as a draft, with the head as a file; the sender and the receiver are filled in there."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"Signed checkpoint of the record {head.site}: {head.size} events"
    message["Date"] = at
    message["X-Unsent"] = "1"
    message.set_content(render_to_string("desk/record/mail.txt", {"here": here, "head": head}))
    message.add_attachment(
        asked.written.encode(), maintype="text", subtype="plain", filename=f"habeas-head-{head.size:012}.txt",
        params={"charset": "utf-8"},
    )  # fmt: skip
    return message.as_bytes()
