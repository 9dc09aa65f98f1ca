"""One signed call: the event's name, the request's number, the time, and nothing else."""

import hashlib
import hmac
import http.client
import json
import ssl
from datetime import datetime
from urllib.parse import urlsplit

from habeas.desk.models import WebhookCall
from habeas.desk.services.mail.tries import NotGoneError
from habeas.desk.services.webhooks.hooks import secret_of
from habeas.desk.workflow.errors import RefusedError

SECONDS = 10
"""How long the other system may take."""
SIGNATURE = "Habeas-Signature"
TROUBLE: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLError, "its certificate does not hold, or it speaks no TLS there"),
    (TimeoutError, "it did not answer in time"),
    (OSError, "it cannot be reached"),
    (http.client.HTTPException, "it does not speak HTTP"),
    (RefusedError, "the stored secret cannot be used; register the address again"),
)
"""What can keep a call from being taken, in fixed words: what the other system said may hold anything."""


class NotTakenError(NotGoneError):
    """A call was not taken; the sentence is one of TROUBLE or says the status."""


def body_of(row: WebhookCall) -> bytes:
    """What is sent: which call it is, the event's name, the request's number and when it happened. No name or fact of anybody."""
    said = {
        "id": f"{row.hook.key}-{row.seq}",
        "event": row.event,
        "request": row.request,
        "at": row.happened_at.isoformat(),
    }
    return json.dumps(said, separators=(",", ":")).encode()


def signature(secret: bytes, body: bytes, at: datetime) -> str:
    """The header's value: the second of the call, and the HMAC-SHA-256 of that second, a dot and the body, in hexadecimal digits."""
    second = int(at.timestamp())
    made = hmac.new(secret, f"{second}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={second},v1={made}"


def call(row: WebhookCall, at: datetime) -> None:
    """Make the call. Raises NotTakenError where the answer is not one of 200 to 299; no other address is ever followed."""
    try:
        body = body_of(row)
        status = _posted(row.hook.address, body, signature(secret_of(row.hook), body, at))
    except Exception as fault:
        words = next((words for family, words in TROUBLE if isinstance(fault, family)), "")
        raise NotTakenError(words or "it could not be called") from fault
    if not 200 <= status < 300:
        raise NotTakenError(f"it answered with status {status}")


def _posted(address: str, body: bytes, signed: str) -> int:
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port
    way = (
        http.client.HTTPSConnection(host, port, timeout=SECONDS, context=ssl.create_default_context())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, port, timeout=SECONDS)
    )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        way.request("POST", path, body, {"Content-Type": "application/json", SIGNATURE: signed, "User-Agent": "habeas"})
        return way.getresponse().status
    finally:
        way.close()
