"""On a desk for practice each page, each letter in each form, each notice and each mail says PRACTICE; on a real one none does."""

import io
import zipfile

import pypdf
import pytest
from django.urls import reverse

from habeas.answers.practice import LETTER
from habeas.desk.doing import by
from habeas.desk.models import MailSetting, Notice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.mail.sending import message
from habeas.desk.services.pages import shifts

from .test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[True, False], ids=["practice", "real"])
def practice(request, here):
    here.demonstration = request.param
    here.save()
    return request.param


def marked(pdf):
    return all("PRACTICE" in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_each_form_of_a_letter_and_the_file_it_leaves_in_say_so(practice, subject, staff, now, as_role):
    asked = detainer(subject, now)
    made = make(asked, [], by(staff["clerk"], now))
    files = {
        each.path.rpartition("/")[2]: bytes(each.content)
        for each in made.files.filter(path__startswith="outgoing/letter")
    }
    assert (LETTER in " ".join(files["letter.txt"].decode().split())) is practice
    assert marked(files["letter.pdf"]) is practice
    document = zipfile.ZipFile(io.BytesIO(files["letter.docx"])).read("word/document.xml").decode()
    assert (LETTER in document) is practice
    for address in (reverse("package", args=[asked.number]), reverse("list_csv", args=["requests"])):
        assert ("PRACTICE-" in as_role("clerk").get(address)["Content-Disposition"]) is practice


def test_notices_sheets_and_mails_say_so(practice, subject, staff, now, as_role):
    make(detainer(subject, now), [], by(staff["clerk"], now))
    clerk, notice = as_role("clerk"), Notice.objects.first()
    made = shifts.prepare(by(staff["clerk"], now))
    for address in (reverse("notice_paper", args=[notice.key, "es"]), reverse("shift_paper", args=[made.key])):
        assert marked(clerk.get(address).content) is practice, address
    held = MailSetting(sender="a@b.example", desk_address="https://desk.example/")
    assert message(held, "test", 0, ["c@d.example"], now)["Subject"].startswith("PRACTICE: ") is practice


def test_every_page_says_so(practice, subject, now, as_role):
    asked = detainer(subject, now)
    clerk = as_role("clerk")
    for address in ("/", f"/requests/{asked.number}/", "/lists/requests/print/", "/notices/", "/me/"):
        assert ("<strong>PRACTICE.</strong>" in clerk.get(address).content.decode()) is practice, address


def test_who_gave_the_password_is_shown_the_code_on_a_practice_desk_alone(practice, staff, client, code_of, moment):
    code_of(staff["commander"])
    words = {"login": "commander", "password": "correct horse commander"}
    page = client.post(reverse("account_login"), words, follow=True)
    assert page.redirect_chain[-1][0].startswith(reverse("mfa_authenticate"))
    assert ("Your second factor shows" in page.content.decode()) is practice
