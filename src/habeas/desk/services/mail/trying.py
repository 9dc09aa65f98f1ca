"""A test message: sent at once with what is saved, and in the record as sent or not."""

from habeas.desk.doing import Doing
from habeas.desk.record.writing import acting
from habeas.desk.services.mail.sending import NotSentError, send
from habeas.desk.services.mail.settings import checked_address, mail_setting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed


def send_test(to: str, doing: Doing) -> None:
    """Send a test message. Raises RefusedError where no server is set, for no address, and with why the server did not take it."""
    check_right(needed("manage_office"), doing.role)
    held, address = mail_setting(), checked_address(to)
    if not held.host:
        raise RefusedError("Save the mail server first.")
    fault = ""
    try:
        send(held, "test", 0, [address], doing.at)
    except NotSentError as why:
        fault = str(why)
    with acting(doing, "configure", "mail", "mail") as entry:
        entry.detail |= {"step": "mail tried", "sent": not fault}
        entry.sealed["to"] = address
    if fault:
        raise RefusedError(f"Not sent: {fault}.")
