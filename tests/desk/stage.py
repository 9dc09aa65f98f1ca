"""A desk of its own for tests that need real processes: a database on disk, an office, clerks, and requests to work on."""

import atexit
import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)


def prepare(requests=0, people=40, url=None):
    """A desk in a folder of its own (on SQLite a copy of one built before), and what a worker needs to open it."""
    if url:
        return _built(requests, people, url)
    folder = _folder()
    shutil.copytree(_built(requests, people, "")["data"], folder, dirs_exist_ok=True)
    return {"data": str(folder), "url": ""}


def _folder():
    """A new folder, taken away when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="habeas-stage-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _built(requests, people, url):
    folder = _folder()
    (folder / "static").mkdir()
    place = {"data": str(folder), "url": url}
    built = run(place, _build, requests, people)
    assert built == "built", built
    return place


def open_stage(place):
    """Start Django on the desk of `place`; only in a process of its own."""
    os.environ["HABEAS_DATA"], os.environ["HABEAS_TLS"] = place["data"], "0"
    os.environ["DATABASE_URL"] = place["url"]
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.desk.settings"
    import django

    django.setup()
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def run(place, work, *args):
    """Do `work(*args)` in a process of its own and return what it returns; an exit by a signal is returned as the signal."""
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        box = manager.dict()
        process = context.Process(target=_enter, args=(place, box, work, args))
        process.start()
        process.join()
        if process.exitcode not in {0, None}:
            return {"exit": process.exitcode}
        return box.get("result")


def _enter(place, box, work, args):
    open_stage(place)
    box["result"] = work(*args)


def _build(requests, people):
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    from habeas.demo.county import build_county
    from habeas.desk.doing import by
    from habeas.desk.models import Account, Person
    from habeas.desk.services.custody.custody import apply_roster, receive_roster
    from habeas.desk.services.office.setup import open_office

    open_office(
        site="stage",
        name="Records",
        agency="Alder County (fictional)",
        jurisdiction="us-ca-los-angeles",
        time_zone="America/Los_Angeles",
    )
    for name, role in (("ann", "clerk"), ("bob", "clerk"), ("cay", "commander"), ("dan", "commander")):
        Account.objects.create_user(
            name, role=role, first_name=name.title(), last_name="Example", excused_until=date.max
        )
    doing = by(Account.objects.get(username="ann"), NOW)
    county = build_county("us-ca", people, date(2026, 3, 4))
    apply_roster(receive_roster(county.csv().encode(), "roster.csv", "plain", NOW, doing), doing)
    subject = Person.objects.get(bookings__booking_id=county.subject["booking_id"])
    for _ in range(requests):
        file_detainer(subject)
    connection.close()
    return "built"


def file_detainer(person):
    """A detainer that is ready to be decided."""
    from habeas.desk.models import Request

    source = {
        "issuer": "ice", "form": "I-247A", "signer": "immigration_officer", "basis": "civil", "in_writing": True,
        "names_person": True, "probable_cause_box": True, "attachments": ["I-200"], "identity_match": True,
        "subject": {"family_name": person.family_name, "date_of_birth": person.date_of_birth.isoformat()},
    }  # fmt: skip
    return Request.objects.create(
        number=f"R-{Request.objects.count() + 1:05d}", kind="detainer", state="deciding", source=source,
        received_at=NOW, entered_at=NOW, person=person, booking=person.bookings.first(),
    )  # fmt: skip


def without_drawing():
    """Let a decision keep one small file instead of drawing letters: what is tested is the record, not the paper."""
    from habeas.desk.services.decisions import deciding

    deciding.package_of = lambda *given: {"outgoing/letter.txt": b"not drawn in this test"}


def chain_fault():
    """The first fault of the chain, or None; and how many events there are."""
    from habeas.audit.chain import check_chain, read_rows
    from habeas.desk.models import Event

    report = check_chain(read_rows(Event.objects.order_by("seq").values_list("hash", "body")))
    return (report.fault.sentence if report.fault else None), Event.objects.count()
