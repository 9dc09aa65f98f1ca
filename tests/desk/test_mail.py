"""Mail through the office's own server: counts and the address of the desk alone, tried again, and its trouble in sight."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Event, Mail, MailSetting, Notice, Person, Request
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.mail.rounds import APART, mail_round
from habeas.desk.services.mail.sending import SUBJECTS, message
from habeas.desk.services.mail.settings import password_of, set_mail
from habeas.desk.services.mail.tries import PAUSES
from habeas.desk.services.mail.trying import send_test
from habeas.desk.services.upkeep.health import health_at
from habeas.desk.workflow.errors import NotYoursError, RefusedError

from .sink import sink
from .test_core import detainer

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse mail"  # noqa: S105 - of a test


@pytest.fixture
def server():
    with sink() as found:
        yield found


@pytest.fixture
def admin(staff, now):
    return by(staff["administrator"], now)


@pytest.fixture
def given(server):
    return {
        "on": "yes", "host": "127.0.0.1", "port": str(server.port), "security": "none", "username": "desk", "password": PASSWORD,
        "sender": "desk@alder.example", "desk_address": "https://habeas.alder.example/", "hours_before": "2",
        "to_notice_server": "notices@alder.example\nsecond@alder.example", "to_commander": "watch@alder.example",
    }  # fmt: skip


@pytest.fixture
def owed(subject, staff, now):
    """A request of a person whose notices are due soon."""
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    return Notice.objects.filter(request=asked).order_by("due_at").first().due_at - timedelta(hours=1)


def waits_for_a_signature(subject, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    Request.objects.filter(pk=asked.pk).update(state="to_sign")
    asked.decisions.update(state="to_sign")
    return asked


def test_a_deadline_that_comes_is_a_mail_that_names_nobody(server, given, admin, owed, subject):
    set_mail(given, admin)
    assert mail_round(owed) == 1
    (text,) = server.mails
    assert "To: notices@alder.example, second@alder.example" in text
    assert "https://habeas.alder.example/" in text
    assert "due within 2 hours or overdue." in text
    numbers = {each.number for each in Request.objects.all()} | set(
        subject.bookings.values_list("booking_id", flat=True)
    )
    names = {subject.family_name, subject.given_name, subject.person_id}
    assert not [each for each in names | numbers if each.lower() in text.lower()]
    assert not [
        kind for kind in ("detainer", "immigration", "notice", "hold") if kind in text.partition("\r\n\r\n")[2].lower()
    ]


def test_nothing_of_any_person_can_stand_in_a_mail(given, server, admin, roster, now):
    """Whatever the office holds, a mail is made of a kind and a count."""
    held = set_mail(given, admin)
    texts = [message(held, kind, 7, ["a@b.example"], now).as_string() for kind in SUBJECTS]
    words = {each.family_name for each in Person.objects.all()} | {each.person_id for each in Person.objects.all()}
    assert not [word for word in words for text in texts if word and word.lower() in text.lower()]


def test_the_same_deadlines_are_told_once_and_new_ones_after_a_while(server, given, admin, owed, subject, staff):
    set_mail(given, admin)
    for minutes in (0, 1, 20, 40):
        mail_round(owed + timedelta(minutes=minutes))
    assert len(server.mails) == 1
    make(detainer(subject, owed), [], by(staff["clerk"], owed))
    for minutes in (0, 2, APART.seconds // 60 + 1):
        mail_round(owed + timedelta(hours=23, minutes=minutes))
    assert len([each for each in server.mails if "notices@alder.example" in each]) == 2


def test_a_signature_that_waits_goes_to_the_commander(server, given, admin, subject, staff, now, here):
    waits_for_a_signature(subject, staff, now, here)
    set_mail(given, admin)
    mail_round(now + timedelta(minutes=1))
    found = [each for each in server.mails if "watch@alder.example" in each]
    assert "Subject: Request desk: approval is waiting" in found[0]
    assert "1 request awaiting approval." in found[0]


def test_what_does_not_leave_is_tried_again_then_given_up_and_stands_in_system_health(
    server, given, admin, owed, as_role
):
    set_mail(given, admin)
    server.refuse, at = "MAIL", owed
    for pause in (*PAUSES, timedelta()):
        assert mail_round(at) == 0
        at += pause + timedelta(seconds=1)
    mail = Mail.objects.order_by("pk").first()
    assert (mail.state, mail.tries) == ("given_up", len(PAUSES) + 1)
    assert mail.trouble == "the mail server refuses the sender"
    line = next(each for each in health_at(at) if each.about == "Mail to staff")
    assert "given up: the mail server refuses the sender" in line.says
    assert line.mend
    assert "the mail server refuses the sender" in as_role("administrator").get(reverse("health")).content.decode()
    assert "VELIZ" not in json.dumps([each.body for each in Event.objects.filter(kind="mail")])
    server.refuse = ""
    Mail.objects.all().delete()
    assert mail_round(at) >= 1
    assert not next(each for each in health_at(at) if each.about == "Mail to staff").mend


def test_mail_that_is_off_or_has_nobody_to_go_to_does_nothing(server, given, admin, owed):
    assert mail_round(owed) == 0
    set_mail(given | {"on": ""}, admin)
    assert mail_round(owed) == 0
    set_mail(given | {"to_notice_server": ""}, admin)
    assert mail_round(owed) == 0
    assert not Mail.objects.exists()


def test_the_password_lies_sealed_and_only_for_the_server_it_was_given_for(given, admin):
    held = set_mail(given, admin)
    assert PASSWORD not in held.password
    assert held.password.startswith("v1:")
    assert password_of(held) == PASSWORD
    assert password_of(set_mail(given | {"password": ""}, admin)) == PASSWORD, "an empty one leaves it"
    MailSetting.objects.update(host="thief.example")
    with pytest.raises(RefusedError, match="another mail server"):
        password_of(MailSetting.objects.get())
    events = " ".join(each.body for each in Event.objects.filter(kind="mail"))
    assert PASSWORD not in events
    assert "alder.example" not in events


@pytest.mark.forges
def test_a_server_put_in_beside_the_record_gets_no_password_and_is_named(server, given, admin, owed):
    from habeas.desk.services.record.reconciliation import reconcile

    from .test_reconciliation import forge

    held = set_mail(given | {"port": "1025"}, admin)
    forge(("UPDATE desk_mailsetting SET port = %s WHERE id = %s", server.port, held.pk))
    mail_round(owed)
    assert not server.logins
    assert Mail.objects.get().trouble == "the stored password cannot be used; enter it again"
    assert {each.table for each in reconcile()} == {"mailsetting"}


def test_another_server_asks_for_its_own_password(given, admin):
    set_mail(given, admin)
    assert set_mail(given | {"password": "", "port": "2525"}, admin).password == ""


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"port": "0"}, "Port"),
        ({"port": "99999999999"}, "Port"),
        ({"hours_before": "x"}, "Hours before"),
        ({"security": "ssl2"}, "how the connection"),
        ({"host": "mail.county.gov\r\nX"}, "Mail server"),
        ({"host": ""}, "Mail server"),
        ({"host": "mail.county.gov"}, "Without TLS"),
        ({"sender": "desk@alder.example\nBcc: all@world.example"}, "is no e-mail address"),
        ({"to_commander": "one@alder.example, nobody"}, "is no e-mail address"),
        ({"to_commander": "", "to_notice_server": ""}, "at least one address"),
        ({"desk_address": "javascript:alert(1)"}, "Address of the desk"),
        ({"desk_address": "https://desk.example/?person=VELIZ"}, "Address of the desk"),
        ({"desk_address": "https://x@desk.example/"}, "Address of the desk"),
        ({"desk_address": "https://[::bad"}, "Address of the desk"),
        ({"username": "a\nb"}, "User name"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(given, admin, wrong, sentence):
    with pytest.raises(RefusedError, match=sentence):
        set_mail(given | wrong, admin)
    assert not MailSetting.objects.exists()


def test_only_an_administrator_sets_it_and_tries_it(given, staff, now, as_role):
    with pytest.raises(NotYoursError):
        set_mail(given, by(staff["commander"], now))
    with pytest.raises(NotYoursError):
        send_test("a@alder.example", by(staff["clerk"], now))
    assert as_role("commander").get(reverse("manage_mail")).status_code == 403


def test_a_test_message_says_at_once_whether_it_left(server, given, as_role):
    admin = as_role("administrator")
    wrong = admin.post(reverse("manage_mail"), given | {"port": "x"}).content.decode()
    assert "Port: enter a whole number" in wrong
    assert "watch@alder.example" in wrong, "what was typed is still there"
    admin.post(reverse("manage_mail"), given)
    page = admin.post(reverse("manage_mail"), {"do": "test", "test_to": "admin@alder.example"}, follow=True)
    assert "took the test message" in page.content.decode()
    assert "Subject: Request desk: test message" in server.mails[0]
    assert server.logins
    server.refuse = "RCPT"
    page = admin.post(reverse("manage_mail"), {"do": "test", "test_to": "admin@alder.example"}, follow=True)
    assert "Not sent: the mail server refuses the recipients." in page.content.decode()
    assert PASSWORD not in page.content.decode()


def test_a_server_that_is_not_there_or_speaks_no_tls_is_said_in_fixed_words(given, admin, owed, server):
    for wrong, sentence in (
        ({"port": "1"}, "cannot be reached"),
        ({"security": "starttls"}, "does not offer what is set"),
    ):
        set_mail(given | wrong, admin)
        Mail.objects.all().delete()
        mail_round(owed)
        assert sentence in Mail.objects.get().trouble


def test_the_password_is_sealed_anew_under_a_newer_key(given, admin, settings, tmp_path):
    from habeas.desk.accounts.factor_secrets import seal_all
    from habeas.desk.seals import BEFORE

    settings.DATA = tmp_path
    held = set_mail(given, admin)
    older, settings.SECRET_KEY = settings.SECRET_KEY, "another key of this desk, long enough for anybody"
    (tmp_path / BEFORE).write_text(older + "\n", encoding="utf-8")
    (tmp_path / BEFORE).chmod(0o600)
    assert seal_all() >= 1
    fresh = MailSetting.objects.get()
    assert fresh.password != held.password
    (tmp_path / BEFORE).unlink()
    assert password_of(fresh) == PASSWORD
