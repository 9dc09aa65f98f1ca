"""E-mails, Word documents and text files: read like a paper, what is attached with them, and never taken for a court's paper."""

import io
import zipfile
from email.message import EmailMessage

import pypdf
import pytest
from docx import Document
from docx.oxml import parse_xml

from habeas.common.errors import BadInputError
from habeas.paper import assemble, page_images, read_paper
from habeas.paper.files.words import kind_of_words, rows_of_word
from tests.paper import forms
from tests.paper.makers import book

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ORDER = """AO 442 (Rev. 10/03) Warrant for Arrest
UNITED STATES DISTRICT COURT
Northern District of Ohio
UNITED STATES OF AMERICA WARRANT FOR ARREST
V.
Lionel Abadi Case Number: MJ26-4410
To: The United States Marshal
and any Authorized United States Officer
YOU ARE HEREBY COMMANDED to arrest Lionel Abadi
Name
and bring him or her forthwith to the nearest magistrate judge to answer a(n)
Indictment Information X Complaint Order of court Probation Violation Petition Violation Notice
charging him or her with (brief description of offense)
Illegal reentry after deportation
in violation of Title 8 United States Code, Section(s) 1326(a)
Maren T. Oakes /s/ Maren T. Oakes
Name of Issuing Officer Signature of Issuing Officer
United States Magistrate Judge 05/06/2026 Toledo, Ohio
Title of Issuing Officer Date and Location
"""


def mail(body="Please see what is attached.\n", subtype="plain", subject="Detainer", **attached):
    """An e-mail of an officer with `attached` files by name."""
    made = EmailMessage()
    made["From"] = "Rosa Field <rosa.field@ice.example.gov>"
    made["To"] = "records@sheriff.example.gov"
    made["Date"] = "Mon, 30 Nov 2026 22:15:00 -0800"
    made["Subject"] = subject
    made.set_content(body, subtype=subtype)
    for name, content in attached.items():
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return made.as_bytes()


def word(*lines, change=lambda made: None):
    """A Word document of these lines."""
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    change(made)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def values(found):
    return {name: each.value for name, each in found.lead.fields.items() if each.value}


def test_what_is_attached_to_an_e_mail_is_read_behind_its_words_and_what_is_not_opened_is_named():
    data = mail(I247A_pdf=book(forms.detainer()), tool_exe=b"MZ\x90 program")
    found = read_paper(data)
    assert (found.kind, found.lead.form, found.lead.pages) == ("detainer", "I-247A", (2,))
    assert {each.page for each in found.lead.fields.values() if each.value} == {2}
    assert [each.pages for each in found.papers] == [(1,), (2,)]
    assert any("tool.exe was not read: it is a program" in each for each in found.warnings)
    assert len(page_images(data, 40)) == found.page_count == 2
    alone = read_paper(book(forms.detainer()))
    assert values(found) == values(alone)


def test_pages_behind_an_e_mail_are_called_by_the_number_they_are_shown_with():
    writer = pypdf.PdfWriter(io.BytesIO(book(forms.detainer())), incremental=True)
    writer.pages[0].merge_page(pypdf.PdfReader(io.BytesIO(book(forms.invoice()))).pages[0])
    held = io.BytesIO()
    writer.write(held)
    said = read_paper(mail(paper_pdf=held.getvalue())).warnings
    assert any(each.startswith("Page 2 changed after the file was first saved") for each in said), said
    assert not any(each.startswith("Page 1 changed") for each in said)


@pytest.mark.parametrize(
    ("body", "subtype"),
    [
        (
            "Good morning,\n\nPlease notify this office of the release of the inmate below.\n\nName: OSTROVA, Milena\n"
            "DOB: 03/04/1988\nA#: A 200 300 400\n\nRosa Field\nDeportation Officer\n",
            "plain",
        ),
        (
            "<html><head><style>p{color:red}</style><title>x</title></head><body><p>Hello,</p><p>Please <b>notify</b> this "
            "office of the release of the inmate below.</p><table><tr><td>Name:</td><td>OSTROVA, Milena</td></tr><tr><td>DOB:</td>"
            "<td>03/04/1988</td></tr><tr><td>A#:</td><td>A 200 300 400</td></tr></table><script>x()</script></body></html>",
            "html",
        ),
    ],
)
def test_what_an_e_mail_asks_is_read_from_plain_text_and_from_a_page(body, subtype):
    found = read_paper(mail(body, subtype, "Request for notification of release"))
    said = values(found)
    assert found.kind == "notification_request"
    assert (said["subject_name"], said["date_of_birth"], said["issued_on"]) == (
        "OSTROVA, Milena",
        "1988-03-04",
        "2026-11-30",
    )
    assert said["a_number"] == "A 200 300 400"
    assert found.judicial is False
    assert said.get("signer_name", "Rosa Field") == "Rosa Field"


def test_a_word_document_is_read_with_its_tables_and_head_as_if_its_changes_were_accepted():
    def change(made):
        made.sections[0].header.paragraphs[0].text = "U.S. Immigration and Customs Enforcement"
        table = made.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Telephone", "(555) 010-0200"
        made.add_paragraph()._p.append(
            parse_xml(f'<w:ins xmlns:w="{W}"><w:r><w:t>Scheduled release dates are requested too.</w:t></w:r></w:ins>')
        )
        made.add_paragraph()._p.append(
            parse_xml(f'<w:del xmlns:w="{W}"><w:r><w:t>This request is withdrawn.</w:t></w:r></w:del>')
        )

    found = read_paper(
        word(
            "November 30, 2026", "To: Sheriff, Alder County", "Re: Request for a list of inmates",
            "We request a list of all inmates in your custody who are not citizens of the United States, with charges.",
            "Sincerely,", "Rosa Field", "Deportation Officer",
            change=change,
        )
    )  # fmt: skip
    said = values(found)
    assert (found.kind, said["phone"], said["class"]) == ("list_request", "(555) 010-0200", {"citizenship": "not US"})
    assert any("tracked changes" in each for each in found.warnings)
    assert "Immigration and Customs Enforcement" in said["issuing_office"]


def test_boxes_of_a_word_form_are_checked_or_empty():
    inner = '<w:ffData><w:checkBox><w:default w:val="{on}"/></w:checkBox></w:ffData>'
    box = f'<w:r xmlns:w="{{W}}"><w:fldChar w:fldCharType="begin">{inner}</w:fldChar></w:r>'

    def change(made):
        for on, line in (("1", "checked"), ("0", "empty")):
            paragraph = made.add_paragraph()
            paragraph._p.append(parse_xml(box.format(W=W, on=on)))
            paragraph.add_run(line)

    rows, _ = rows_of_word(word("Form", change=change))
    assert ("☒ checked",) in rows
    assert ("☐ empty",) in rows


@pytest.mark.parametrize("file", [ORDER.encode(), word(*ORDER.splitlines()), mail(ORDER, subject="Warrant")])
def test_the_words_of_an_order_are_never_a_courts_paper(file):
    found = read_paper(file)
    assert found.judicial is None if found.kind else not found.judicial
    assert not any(each.judicial for each in found.papers)
    if found.kind:
        assert any("typed words, not the document" in each.ask for each in found.questions)


def test_the_guard_is_what_keeps_typed_words_from_being_an_order(monkeypatch):
    assert assemble.read_bytes(ORDER.encode()).judicial is None
    monkeypatch.setattr(assemble, "not_a_courts_own", lambda read: read)
    assert assemble.read_bytes(ORDER.encode()).judicial is True


def test_an_order_that_is_attached_stays_a_courts_and_an_e_mail_that_recalls_it_is_heard():
    order = book(forms.bench_warrant())
    assert read_paper(mail("Please see the attached.\n", subject="Papers", order_pdf=order)).judicial is True
    recalled = read_paper(mail("The attached warrant has been recalled.\n", subject="Papers", order_pdf=order))
    assert recalled.judicial is None


def outcome(data):
    """Why a file is refused, or how many pages it has."""
    try:
        return "", read_paper(data).page_count
    except BadInputError as refused:
        return str(refused), 0


def nested(depth):
    inner = mail("At the bottom.\n")
    for _ in range(depth):
        outer = EmailMessage()
        outer["From"], outer["Date"], outer["Subject"] = "a@b.example", "Mon, 30 Nov 2026 22:15:00 -0800", "Fw"
        outer.set_content("See below.\n")
        outer.add_attachment(inner, maintype="application", subtype="octet-stream", filename="inner.eml")
        inner = outer.as_bytes()
    return inner


def zipped(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "'
    + b"&a;" * 50
    + b'"><!ENTITY c "'
    + b"&b;" * 50
    + b'">]>'
    b'<w:document xmlns:w="'
    + W.encode()
    + b'"><w:body><w:p><w:r><w:t>Words of it &c;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    "data",
    [
        nested(8),
        mail(**{f"file{place}_txt": b"some more words here\n" for place in range(40)}),
        mail("<div>" * 50_000 + "please notify us", "html"),
        mail("word " * 400_000),
        zipped(word__document_xml=b" " * 60_000_000),
        zipped(word__document_xml=ENTITIES),
        zipped(word__document_xml=b"<w:document"),
        word(),
        mail("", subject=""),
        b"From: x\nDate: yesterday at noon\nSubject: y\n\nNothing that is a day\n",
        b"From: =?no-such?Q?=FF=FE?= <a@b>\nDate: Mon, 30 Nov 2026 22:15:00 -0800\n"
        b"Content-Type: text/plain; charset=no-such\n\n\xff\xfewords here\n",
        "Ünïcode wörds in a letter\n".encode("utf-16"),
    ],
    ids=["nested", "many", "deep page", "long", "bomb", "entities", "cut", "empty", "bare", "no day", "no charset", "utf-16"],
)  # fmt: skip
def test_a_hostile_file_of_words_is_read_or_refused_in_one_sentence(data):
    said, pages = outcome(data)
    assert pages or any(each in said for each in ("damaged", "without a word", "more memory")), said
    assert "\n" not in said


def test_depth_number_and_length_are_bounded_and_said():
    assert any("too deep" in each for each in read_paper(nested(8)).warnings)
    many = read_paper(mail(**{f"file{place}_txt": b"some more words here\n" for place in range(14)}))
    assert any("2 more files are attached" in each for each in many.warnings)
    assert any("longer than" in each for each in read_paper(mail("word " * 30_000)).warnings)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (mail(), "an e-mail"),
        (b"Received: from x by y\r\nFrom: a@b.example\r\n\r\nSome words of it\r\n", "an e-mail"),
        (b"From: Rosa Field\nTo: Records\nSent: Monday\n\nSome words of it\n", "a text file"),
        (b"Please call me back about him\n", "a text file"),
        (b"name,booking\nDOE,1\n\x00\x01", None),
        (b"\xd0\xcf\x11\xe0 old", None),
        (zipped(xl__workbook_xml=b"<x/>"), None),
        (b"12 34", None),
    ],
)
def test_what_kind_of_file_of_words_it_is(data, kind):
    assert kind_of_words(data) == kind


def test_an_old_office_file_is_refused_with_what_to_do():
    with pytest.raises(BadInputError, match=r"save it as \.docx or \.eml, or print it to a PDF"):
        read_paper(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
