"""The paper beside every step: the same pages and boxes, what is withheld from whom, the booking; and what Confirm all asks again."""

import re

import pytest

from habeas.desk.doing import by
from habeas.desk.models import ReadField, Request
from habeas.desk.services.custody.booking_card import booking_card
from habeas.desk.services.intake import intake, reading
from habeas.desk.services.intake.asked_again import ask_again
from habeas.desk.services.papers.beside import fields_of, paper_beside
from tests.desk.sheets import sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


@pytest.fixture
def arrived(clerk, now):
    return intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", clerk)


def shows_the_paper(client, address):
    page = client.get(address)
    assert page.status_code == 200, address
    said = page.content.decode()
    assert "data-paper-pages" in said, address
    assert re.search(r'<rect class="paper-box" id="box-\d+"', said), f"no box on {address}"
    return said


def test_the_paper_with_its_boxes_stands_beside_every_step(client, staff, arrived, clerk, subject, now):
    client.force_login(staff["clerk"])
    number = arrived.number
    shows_the_paper(client, f"/requests/{number}/intake/")
    intake.register(arrived, {"kind": "detainer"}, clerk)
    shows_the_paper(client, f"/requests/{number}/read/")
    Request.objects.filter(pk=arrived.pk).update(state="identifying")
    arrived.refresh_from_db()
    shows_the_paper(client, f"/requests/{number}/who/")
    Request.objects.filter(pk=arrived.pk).update(state="deciding", person=subject, booking=subject.bookings.first())
    said = shows_the_paper(client, f"/requests/{number}/decide/")
    for words in ("Charges", "Holds", "Scheduled release (per the jail)", "Photograph"):
        assert f"<dt>{words}</dt>" in said


def test_a_private_page_is_withheld_from_all_but_a_commander(arrived):
    arrived.paper.reading = arrived.paper.reading | {"private_pages": [1]}
    rows = [{"number": 1, "width": 612.0, "height": 792.0}]
    field = {
        "name": "form",
        "value_read": "I-247A",
        "given": "",
        "unreadable": False,
        "confirmed_at": None,
        "page": 1,
        "box": [1, 2, 3, 4],
    }
    for role in ("clerk", "counsel", "notice_server", "inspector", "administrator"):
        (page,) = paper_beside(arrived, role, [field], rows).sheets
        assert page.withheld, role
        assert not page.boxes, "a box tells where on a private page something stands"
    assert not paper_beside(arrived, "commander", [field], rows).sheets[0].withheld


def test_a_box_is_drawn_from_the_upper_left_corner(arrived):
    rows = [{"number": 1, "width": 612.0, "height": 792.0}]
    field = {
        "name": "form",
        "value_read": "I-247A",
        "given": "",
        "unreadable": False,
        "confirmed_at": None,
        "page": 1,
        "box": [10, 700, 110, 712],
    }
    (box,) = paper_beside(arrived, "clerk", [field], rows).sheets[0].boxes
    assert (box.x, box.y, box.width, box.height) == (8, 78, 104, 16)


def test_a_field_has_the_same_number_on_every_step(arrived, clerk):
    intake.register(arrived, {"kind": "detainer"}, clerk)
    review = {row.name: number for number, row in enumerate(reading.rows_to_show(arrived), 1)}
    rows = arrived.read_fields.values("name", "value_read", "unreadable", "confirmed_at", "page", "box")
    beside = fields_of(arrived.kind, [row | {"given": ""} for row in rows])
    assert beside
    assert all(review[each.name] == each.number for each in beside)


def test_the_booking_card_says_what_the_roster_does_not(subject):
    subject.record = {
        "bookings": [
            {"booking_id": "1", "charges": []},
            {"booking_id": "2", "holds": ["USMS"], "charges": [{"statute": "211 PC"}, {}]},
        ]
    }
    card = booking_card(subject)
    assert card.charges == ("211 PC", "a charge without words")
    assert card.holds == ("USMS",)
    assert booking_card(None) is None
    subject.record = {"bookings": [{"booking_id": "1"}]}
    assert booking_card(subject).holds is None, "a roster that says nothing of holds does not say that there are none"


# ---- what Confirm all asks again


def row(name, read="", **given):
    return ReadField(name=name, value_read=read, **given)


ROWS = [
    row("subject.full_name", "VELIZ, Christian"),
    row("subject.date_of_birth", "1988-02-20"),
    row("form", "I-247A"),
    row("from.name"),
    row("judicial"),
]
TEXTS = {
    "subject.full_name": "VELIZ, Christian",
    "subject.date_of_birth": "02/20/1988",
    "form": "I-247A",
    "from.name": "",
    "judicial": "",
}


def asked_names(texts=TEXTS, unreadable=(), given=None, rows=ROWS):
    return [each.name for each in ask_again(rows, texts, unreadable, given or {}).asked]


def test_identifiers_and_blanks_are_asked_again_and_the_rest_is_not():
    assert asked_names() == ["subject.full_name", "subject.date_of_birth", "from.name"]


def test_what_somebody_changed_confirmed_or_marked_illegible_is_not_asked_again(now):
    assert "subject.date_of_birth" not in asked_names(TEXTS | {"subject.date_of_birth": "02/21/1988"})
    assert "from.name" not in asked_names(TEXTS | {"from.name": "R. Castellan"})
    assert "subject.full_name" not in asked_names(unreadable=["subject.full_name"])
    assert "subject.full_name" not in asked_names(rows=[row("subject.full_name", "VELIZ, Christian", confirmed_at=now)])


def test_each_answer_is_stored_as_it_was_given():
    given = {"again": "1", "again:subject.full_name": "typed", "typed:subject.full_name": "VÉLIZ, Christian",
             "again:subject.date_of_birth": "read", "again:from.name": "illegible"}  # fmt: skip
    found = ask_again(ROWS, TEXTS, (), given)
    assert not found.open
    assert found.texts == {"subject.full_name": "VÉLIZ, Christian", "subject.date_of_birth": "1988-02-20"}
    assert found.illegible == ["from.name"]


@pytest.mark.parametrize("answer", [{}, {"again:from.name": "read"}, {"again:from.name": "yes"}, {"again:from.name": "typed"},
                                    {"again:from.name": "typed", "typed:from.name": "  "}])  # fmt: skip
def test_an_answer_that_says_nothing_leaves_the_field_open(answer):
    given = {"again": "1", "again:subject.full_name": "read", "again:subject.date_of_birth": "read"} | answer
    found = ask_again(ROWS, TEXTS, (), given)
    assert found.open
    assert "from.name" not in found.texts
    assert next(each.fault for each in found.asked if each.name == "from.name")


def test_what_is_typed_without_choosing_counts_as_typed():
    given = {
        "again": "1",
        "again:subject.full_name": "read",
        "again:subject.date_of_birth": "read",
        "typed:from.name": "R. Ito",
    }
    assert ask_again(ROWS, TEXTS, (), given).texts["from.name"] == "R. Ito"


def test_confirm_all_confirms_nothing_before_each_is_answered(client, staff, arrived, clerk):
    client.force_login(staff["clerk"])
    intake.register(arrived, {"kind": "detainer"}, clerk)
    given = {f"f:{each.name}": each.value_read for each in arrived.read_fields.all() if each.name != "asks"}
    page = client.post(f"/requests/{arrived.number}/read/confirm/", given | {"version": arrived.version, "all": "1"})
    assert page.status_code == 422
    assert "Check these one by one" in page.content.decode()
    assert not arrived.read_fields.exclude(confirmed_at=None).exclude(name="kind").exists()
