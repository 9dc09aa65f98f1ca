"""One mail through the office's server. What it says is made here from a kind and a count, and from nothing else."""

import smtplib
import ssl
from collections.abc import Callable, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from habeas.answers.practice import for_practice
from habeas.desk.models import MailSetting
from habeas.desk.services.mail.settings import password_of
from habeas.desk.services.mail.tries import NotGoneError
from habeas.desk.workflow.errors import RefusedError

SECONDS = 15
"""How long the server may take."""
SUBJECTS: dict[str, str] = {
    "deadline": "Request desk: deadlines are coming",
    "signature": "Request desk: approval is waiting",
    "test": "Request desk: test message",
}
_SAYS: dict[str, Callable[[int, int], str]] = {
    "deadline": lambda count, hours: f"{_things(count, 'deadline')} due within {_things(hours, 'hour')} or overdue.",
    "signature": lambda count, hours: f"{_things(count, 'request')} awaiting approval.",
    "test": lambda count, hours: "Mail from the request desk reaches this address.",
}
TROUBLE: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPAuthenticationError, "the mail server does not accept the user name or password"),
    (smtplib.SMTPRecipientsRefused, "the mail server refuses the recipients"),
    (smtplib.SMTPSenderRefused, "the mail server refuses the sender"),
    (smtplib.SMTPNotSupportedError, "the mail server does not offer what is set (TLS or log-in)"),
    (ssl.SSLError, "the mail server’s certificate does not hold, or it speaks no TLS there"),
    (smtplib.SMTPException, "the mail server did not take it"),
    (TimeoutError, "the mail server did not answer in time"),
    (OSError, "the mail server cannot be reached"),
    (RefusedError, "the stored password cannot be used; enter it again"),
)
"""What can keep a mail from leaving, in fixed words: what the server said may hold anything."""


class NotSentError(NotGoneError):
    """A mail was not taken by the server; the sentence is one of TROUBLE."""


def _things(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def message(held: MailSetting, kind: str, count: int, to: Sequence[str], at: datetime) -> EmailMessage:
    """The mail: a fixed subject, one sentence with a count, the address of the desk. No name, number or fact of anybody."""
    made, practice = EmailMessage(), "PRACTICE: " if for_practice() else ""
    made["From"], made["To"], made["Subject"] = held.sender, ", ".join(to), practice + SUBJECTS[kind]
    made["Date"], made["Message-ID"] = format_datetime(at), make_msgid(domain=held.sender.partition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    said = _SAYS[kind](count, held.hours_before)
    made.set_content(
        f"{said}\n\nOpen the desk: {held.desk_address}\n\nThis message names no one. Please do not reply.\n"
    )
    return made


def send(held: MailSetting, kind: str, count: int, to: Sequence[str], at: datetime) -> None:
    """Hand one mail to the server. Raises NotSentError with why it did not take it."""
    try:
        with _connected(held) as server:
            if held.username:
                server.login(held.username, password_of(held))
            server.send_message(message(held, kind, count, to, at))
    except Exception as fault:
        words = next((words for family, words in TROUBLE if isinstance(fault, family)), "")
        raise NotSentError(words or "it could not be sent") from fault


def _connected(held: MailSetting) -> smtplib.SMTP:
    name = (
        held.sender.partition("@")[2] or "localhost"
    )  # the machine's own name is looked up nowhere, and told to nobody
    if held.security == MailSetting.Security.TLS:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(held.host, held.port, local_hostname=name, timeout=SECONDS, context=context)
    server = smtplib.SMTP(held.host, held.port, local_hostname=name, timeout=SECONDS)
    if held.security == MailSetting.Security.STARTTLS:
        server.starttls(context=ssl.create_default_context())
    return server
