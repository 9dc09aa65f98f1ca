"""Builds the desk that is measured: an office, many people, some requests, and one clerk who is logged in."""

import json
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

from habeas.desk.configure import bring_up_to_date, configure


def stage(people: int, now: datetime) -> dict[str, Any]:
    """Build it and return the cookie of a clerk and the addresses to read, by what they are."""
    configure()
    bring_up_to_date()
    from habeas.desk.models import Person  # noqa: PLC0415 - only after Django is set up

    clerk, _ = open_bench(people, now, 60)
    person = Person.objects.order_by("id")[25]
    pages = {
        "the desk": "/",
        "the list of requests": "/requests/",
        "one request": "/requests/B-00001/",
        "one person": f"/people/{person.key}/",
    }
    return {"cookie": cookie_of(clerk, now), "pages": pages}


def cookie_of(account: Any, now: datetime) -> str:
    """The cookie of a session of this account that began at `now`."""
    from django.conf import settings  # noqa: PLC0415 - only after Django is set up
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415

    from habeas.desk.accounts.lock import BEGAN  # noqa: PLC0415
    from habeas.desk.accounts.session_store import mark  # noqa: PLC0415

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session[BEGAN] = int(now.timestamp())
    mark(session, account)
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def open_bench(people: int, now: datetime, asked: int) -> tuple[Any, list[Any]]:
    """Open an office with `people` in custody and `asked` detainers to decide; return its clerk and the requests."""
    from habeas.demo.county import build_county  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.doing import by  # noqa: PLC0415
    from habeas.desk.models import Account, Person, Request  # noqa: PLC0415
    from habeas.desk.services.custody.custody import apply_roster, receive_roster  # noqa: PLC0415
    from habeas.desk.services.office.setup import open_office  # noqa: PLC0415

    open_office(
        site="bench",
        name="Records",
        agency="Bench County",
        jurisdiction="us-ca-los-angeles",
        time_zone="America/Los_Angeles",
    )
    clerk = Account.objects.create_user("clerk", role=Account.Role.CLERK, excused_until=date.max)
    doing = by(clerk, now)
    county = build_county("us-ca", people, now.date())
    apply_roster(receive_roster(county.csv().encode(), "roster.csv", "plain", now, doing), doing)
    source = {
        "issuer": "ice",
        "form": "I-247A",
        "signer": "immigration_officer",
        "basis": "civil",
        "attachments": ["I-200"],
    }
    held = Person.objects.filter(in_custody=True).prefetch_related("bookings").order_by("id")[:asked]
    made = [
        Request.objects.create(
            number=f"B-{number:05d}",
            kind="detainer",
            state="deciding",
            source=source,
            received_at=now,
            entered_at=now,
            person=person,
            booking=person.bookings.all()[0],
        )
        for number, person in enumerate(held, start=1)
    ]
    return clerk, made


if __name__ == "__main__":
    sys.stdout.write(json.dumps(stage(int(sys.argv[1]), datetime.now(UTC))) + "\n")  # clock: the edge of a measurement
