"""Messages quoted in messages: whose name stands in an older one is nobody the newer one asks about."""

from email.message import EmailMessage

import pytest

from habeas.paper import assemble, read_paper
from tests.paper import forms
from tests.paper.makers import Sheet, book
from tests.paper.test_files_of_words import mail, values

NEW = "Please notify us before you release Wanda Ferrini-Cho, DOB 7/30/1994.\n\nBrent Halloran\nDeportation Officer\n\n"
OLD = "Luis Tamayo, DOB 01/09/1990, A 201 555 310 was released Friday. Please call before you release him.\n\nSgt. Opal Renfrow\n"
HEAD = "From: Records <records@sheriff.example>\nSent: Monday, April 27, 2026 4:11 PM\nTo: Halloran, Brent\nSubject: Luis Tamayo\n\n"
QUOTED = {
    "outlook": f"-----Original Message-----\n{HEAD}{OLD}",
    "a rule": f"________________________________\n{HEAD}{OLD}",
    "head alone": HEAD + OLD,
    "wrote": f"On Mon, Apr 27, 2026 at 4:11 PM Records <records@sheriff.example> wrote:\n\n{OLD}",
    "wrote in two lines": f"On Mon, Apr 27, 2026 at 4:11 PM Records <records@sheriff.example>\nwrote:\n{OLD}",
    "marked": "".join(f"> {line}\n" for line in OLD.splitlines()),
    "spanish": f"El lun, 27 abr 2026, Records escribió:\n{OLD}",
}


@pytest.mark.parametrize("how", QUOTED)
def test_of_a_reply_the_newest_message_alone_is_read_and_the_older_one_is_asked_about(how):
    found = read_paper(mail(NEW + QUOTED[how], subject="RE: releases"))
    said = values(found)
    assert (found.kind, said["subject_name"], said["date_of_birth"]) == (
        "notification_request",
        "Wanda Ferrini-Cho",
        "1994-07-30",
    )
    assert "a_number" not in said
    assert any("older message that is quoted" in each.ask for each in found.questions)


@pytest.mark.parametrize("how", QUOTED)
def test_a_newer_message_that_names_nobody_gets_nobody_from_the_older_one(how):
    found = read_paper(
        mail("Please let us know before you release him.\n\nBrent Halloran\n\n" + QUOTED[how], subject="RE: releases")
    )
    said = values(found)
    assert not {"subject_name", "date_of_birth", "a_number"} & set(said), said
    assert any("Whom is it about?" in each.ask for each in found.questions)


def test_a_reply_printed_to_a_pdf_is_read_the_same_way():
    sheet = Sheet()
    text = (
        "From: Halloran, Brent\nTo: Jail Records\nSent: Wednesday, May 6, 2026 8:02 AM\nSubject: RE: releases\n\n" + NEW
    )
    for place, line in enumerate((text + QUOTED["outlook"]).splitlines()):
        sheet.say(72, 60 + 16 * place, line, 10.5) if line else None
    found = read_paper(book(sheet))
    said = values(found)
    assert said["subject_name"] == "Wanda Ferrini-Cho"
    assert "a_number" not in said


@pytest.mark.parametrize(
    "quoted",
    ["---------- Forwarded message ---------\n" + HEAD + OLD, "Begin forwarded message:\n\n" + HEAD + OLD, HEAD + OLD],
)
def test_a_message_that_only_passes_another_on_is_read_as_the_other_and_it_is_asked_who_asks(quoted):
    found = read_paper(mail("Opal, passing this on.\n\n" + quoted, subject="FW: Luis Tamayo"))
    said = values(found)
    assert (said["subject_name"], said["date_of_birth"]) == ("Luis Tamayo", "1990-01-09")
    assert any("Who asks" in each.ask for each in found.questions)


def test_what_recalls_an_order_in_a_quoted_message_is_heard():
    order = book(forms.bench_warrant())
    text = "See attached.\n\n-----Original Message-----\n" + HEAD + "The attached warrant has been recalled.\n"
    assert read_paper(mail(text, subject="RE: papers", order_pdf=order)).judicial is None


def test_a_message_attached_to_another_is_a_paper_of_its_own():
    found = read_paper(mail("FYI\n", subject="FW: Pickup", inner_eml=mail(NEW, subject="Pickup")))
    assert [each.pages for each in found.papers] == [(1,), (2,)]
    assert values(found)["subject_name"] == "Wanda Ferrini-Cho"


def test_a_table_of_a_page_is_read_by_its_heads():
    page = (
        "<p>We would like to interview the following inmate:</p><table><tr><th>Name</th><th>DOB</th><th>A-Number</th></tr>"
        "<tr><td>Thuy Lan Doan</td><td>11/02/1979</td><td>A 074 318 226</td></tr></table><p>Respectfully,</p><p>Marcia Ellenwood</p>"
    )
    said = values(read_paper(mail(page, "html", "interview")))
    assert (said["subject_name"], said["date_of_birth"]) == ("Thuy Lan Doan", "1979-11-02")


def test_letters_no_page_may_hold_do_not_end_the_drawing():
    made = EmailMessage()
    made["From"], made["Date"], made["Subject"] = "a@b.example", "Mon, 30 Nov 2026 22:15:00 -0800", "Release"
    made.set_content(
        "Please notify us before you release\x0b\x1f\ufffe Wanda Ferrini-Cho, DOB 7/30/1994\n", cte="base64"
    )
    assert values(read_paper(made.as_bytes()))["date_of_birth"] == "1994-07-30"
    assert assemble.read_bytes("Please call us about him\uffff today\n".encode()).page_count == 1
