"""A desk in which every table has a row: the demonstration, and what nobody in it does, done through services and pages."""

from datetime import date, timedelta

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from habeas.demo.desk import PASSWORD, fill_desk
from habeas.desk.doing import by, by_program, by_system
from habeas.desk.models import Account, Booking, Paper, Person, Request, RosterImport

from .receiver import receiver
from .samples import export
from .sink import sink
from .test_letter_templates import RESERVED
from .test_seal import picture

PEOPLE = 120


class Filling:
    """The demonstration, its staff, and now."""

    def __init__(self, now, folder):
        fill_desk(PEOPLE, now)
        cache.clear()
        self.now, self.folder = now, folder
        self.staff = {each.username: each for each in Account.objects.all()}

    def doing(self, name, factor="session"):
        return by(self.staff[name], self.now, factor)

    def request(self, kind, state):
        return Request.objects.filter(kind=kind, state=state).first()


def fill_every_table(now, folder):
    """Fill a desk; `folder` is one outside its own, where heads may go."""
    desk = Filling(now, folder)
    for step in STEPS:
        step(desk)


def _log_ins(desk):
    client = Client()
    client.post("/account/login/", {"login": "clerk2", "password": "not the words"})
    client.post("/account/login/", {"login": "clerk2", "password": PASSWORD})
    assert client.get("/me/").status_code == 200


def _programs(desk):
    from habeas.desk.services.office.programs import keep_answer, make_key, shown, vouch_for_key
    from habeas.desk.services.releases.release_watch import report_release

    scopes = ["releases", "rosters"]
    key, _ = make_key("jail system", scopes, desk.now + timedelta(days=30), desk.doing("admin"))
    vouch_for_key(key, shown(key), desk.doing("commander"))
    keep_answer(key, "a-call", "0" * 64, desk.now, lambda: (200, {"ended": []}))
    watched = desk.request("detainer", "watching")
    report_release(watched.booking, desk.now, "released", by_program(key, desk.now))


def _webhooks(desk):
    from habeas.desk.services.decisions.closing import withdrawn_by_sender
    from habeas.desk.services.webhooks.hooks import approve_hook, make_hook
    from habeas.desk.services.webhooks.hooks import shown as shown_hook
    from habeas.desk.services.webhooks.rounds import webhook_round

    with receiver() as server:
        hook, _ = make_hook("jail system", server.address, ["request.ended"], desk.doing("admin"))
        approve_hook(hook, shown_hook(hook), desk.doing("commander"))
        withdrawn_by_sender(desk.request("detainer", "deciding"), "Letter of the field office.", desk.doing("clerk"))
        webhook_round(desk.now)


def _mail(desk):
    from habeas.desk.services.mail.rounds import mail_round
    from habeas.desk.services.mail.settings import set_mail

    with sink() as server:
        given = {
            "on": "yes", "host": "127.0.0.1", "port": str(server.port), "security": "none", "username": "desk",
            "password": "correct horse mail", "sender": "desk@alder.example", "hours_before": "12",
            "desk_address": "https://habeas.alder.example/", "to_commander": "watch@alder.example",
        }  # fmt: skip
        set_mail(given, desk.doing("admin"))
        mail_round(desk.now)


def _contacts(desk):
    from habeas.desk.services.contacts import contacts, external_accounts

    script = contacts.make_script("The inmate is here.", ["name"], desk.doing("commander"))
    contacts.confirm_script(script, contacts.shown_script(script), desk.doing("commander2"))
    about = Booking.objects.filter(released_at=None).first()
    call = contacts.Call(
        "call_in",
        "Officer Lane",
        "ICE ERO",
        desk.now - timedelta(minutes=9),
        "Is the inmate here?",
        told=("name",),
        about=about,
    )
    contacts.log(call, desk.doing("clerk"))
    given = external_accounts.GivenAccount("login", "Officer Lane", "jail roster", "look-ups", date(2025, 3, 1))
    external_accounts.record(given, desk.doing("commander"))


def _people(desk):
    from habeas.desk.services.custody.checking import Looked, check_identity
    from habeas.desk.services.identity.identification import never_these
    from habeas.desk.services.outgoing.notices import name_designee

    asked = desk.request("judicial_warrant", "to_sign")
    born = f"{asked.person.date_of_birth:%m/%d/%Y}"
    check_identity(asked, Looked(desk.now, "date_of_birth", born), desk.doing("clerk"))
    other = Person.objects.exclude(pk=asked.person_id).first()
    never_these(desk.request("detainer", "identifying"), other, "another birth date", desk.doing("clerk"))
    name_designee(asked.person, "Dana Reed", "attorney", "1 Main Street, Alder Point", desk.doing("notices"))


def _decisions(desk):
    from habeas.desk.services.cases.assigning import assign
    from habeas.desk.services.decisions.opinions import give_opinion
    from habeas.desk.services.office.letter_templates import propose

    asked = desk.request("records_request", "deciding")
    give_opinion(asked, "share_public", "may", "It is a public record.", desk.doing("counsel"))
    assign(asked, str(desk.staff["clerk2"].pk), "Please look at this.", desk.doing("clerk"))
    propose("detainer", RESERVED, desk.doing("counsel"))
    client = Client()
    client.force_login(desk.staff["clerk"])
    listed = desk.request("list_request", "deciding")
    assert client.get(f"/requests/{listed.number}/decide/").status_code in {200, 302}


def _office(desk):
    from habeas.desk.services.clocks.calendar import make_key
    from habeas.desk.services.office.drafts import save_draft
    from habeas.desk.services.office.seal_image import keep_seal
    from habeas.desk.services.outage.outage import make_kit
    from habeas.desk.services.pages.saved_views import keep
    from habeas.desk.services.pages.shifts import prepare

    make_key(desk.doing("clerk"))
    keep_seal(picture(), desk.doing("admin"))
    make_kit(desk.doing("commander"), 1)
    keep("requests", "mine", "state=to_sign", desk.doing("clerk"))
    prepare(desk.doing("commander"))
    save_draft(desk.staff["clerk"], reverse("manage_office") + "#office", {"name": ["Custody"]}, desk.now)


def _rosters(desk):
    from habeas.desk.services.releases.release_watch import work_out

    client = Client()
    client.force_login(desk.staff["commander"])
    file = SimpleUploadedFile("jail.csv", export())
    client.post("/rosters/profiles/new/", {"title": "Alder export", "file": file})
    work_out(RosterImport.objects.last(), by_system(desk.now))


def _papers(desk):
    from habeas.desk.services.papers.papers import draw_now

    for paper in Paper.objects.exclude(reading=None)[:1]:
        assert draw_now(paper)


def _record(desk):
    from habeas.desk.services.record.checkpoints import hand_out, sign_head
    from habeas.desk.services.record.record_checks import KIND, ask_check
    from habeas.desk.services.record.witness_routes import add_route
    from habeas.desk.services.upkeep.jobs import queue

    add_route("folder", "County clerk", str(desk.folder), "", desk.doing("admin"))
    head = sign_head(by_system(desk.now))
    hand_out(head, "County clerk", "paper", "receipt 4", desk.now, desk.doing("admin"))
    asked = ask_check("", desk.doing("commander"))
    queue(KIND, asked.key, desk.doing("commander"))


def _figures(desk):
    from habeas.desk.services.publication.figures import publish

    later = desk.now + timedelta(days=140)
    publish(None, later.date().replace(day=1) - timedelta(days=1), [], by_system(later))


STEPS = (
    _log_ins,
    _programs,
    _webhooks,
    _mail,
    _contacts,
    _people,
    _decisions,
    _office,
    _rosters,
    _papers,
    _record,
    _figures,
)
