"""The seal of the public site and the last change of the office's settings: checked, shown, taken back."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from habeas.common.errors import BadInputError
from habeas.desk.doing import by
from habeas.desk.models import Event, Office, OfficeSeal
from habeas.desk.services.office import managing
from habeas.desk.services.office.seal_image import keep_seal, seal_picture, take_back_seal
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db


def picture(kind="PNG", size=(80, 60), color="navy"):
    made = io.BytesIO()
    Image.new("RGB", size, color).save(made, kind)
    return made.getvalue()


@pytest.fixture
def admin(staff, now):
    return by(staff["administrator"], now)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_drawn_anew_and_nothing_of_the_upload_is_kept(admin, kind):
    hidden = picture(kind) + b"<script>alert(1)</script>"
    made = keep_seal(hidden, admin)
    shown = seal_picture()
    assert shown.startswith(b"\x89PNG")
    assert b"<script>" not in shown
    drawn = Image.open(io.BytesIO(shown))
    assert (made.wide, made.high) == drawn.size
    assert drawn.convert("RGB").getpixel((40, 30))[2] > 100, "the seal has lost its colors"


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
HOLLOW = b"\x89PNG\r\n\x1a\n" + b"\0" * 99


@pytest.mark.parametrize("content", [b"", SVG, b"GIF89a...", b"%PDF-1.7\n", picture()[:60], HOLLOW])
def test_what_is_no_picture_is_refused_in_a_sentence(admin, content):
    with pytest.raises(BadInputError):
        keep_seal(content, admin)
    assert not OfficeSeal.objects.exists()


def test_a_picture_that_is_too_large_is_refused(admin):
    with pytest.raises(BadInputError, match="larger than 2 MB"):
        keep_seal(b"\x89PNG\r\n\x1a\n" + b"\0" * (2 * 2**20), admin)
    assert keep_seal(picture(size=(3000, 1500)), admin).wide == 400


def test_the_upload_is_taken_back_to_the_one_before_and_the_record_says_so(admin):
    first = keep_seal(picture(color="navy"), admin)
    keep_seal(picture(color="red"), admin)
    take_back_seal(admin)
    assert OfficeSeal.objects.get(in_use=True).pk == first.pk
    take_back_seal(admin)
    assert seal_picture() is None
    with pytest.raises(RefusedError):
        take_back_seal(admin)
    assert Event.objects.filter(act="configure", kind="seal").count() == 4


@pytest.mark.parametrize("role", ["clerk", "commander", "counsel", "inspector"])
def test_nobody_but_an_administrator_changes_the_seal(staff, now, role):
    with pytest.raises(RefusedError):
        keep_seal(picture(), by(staff[role], now))


def test_the_page_takes_a_picture_shows_it_and_takes_it_back(client, staff):
    client.force_login(staff["administrator"])
    file = SimpleUploadedFile("seal.png", picture(), content_type="image/png")
    assert "Seal saved." in client.post("/manage/office/seal/", {"file": file}, follow=True).content.decode()
    assert client.get("/manage/office/seal.png")["Content-Type"] == "image/png"
    client.post("/manage/office/seal/", {"do": "undo"})
    assert client.get("/manage/office/seal.png").status_code == 404
    assert "Choose a picture first" in client.post("/manage/office/seal/", follow=True).content.decode()


def test_the_last_change_of_the_settings_is_taken_back(client, staff, here, admin):
    before = here.telephone
    managing.set_office(here, {"telephone": "213-555-0100", "notice_hours": 12}, admin)
    client.force_login(staff["administrator"])
    assert "213-555-0100" in client.get("/manage/office/").content.decode()
    assert "Undone." in client.post("/manage/office/undo/", follow=True).content.decode()
    again = Office.objects.get()
    assert (again.telephone, again.notice_hours) == (before, here.notice_hours if before is None else 24)


def test_nothing_is_taken_back_where_something_changed_since(here, admin):
    with pytest.raises(RefusedError):
        managing.undo_office(here, admin)
    managing.set_office(here, {"telephone": "213-555-0100"}, admin)
    Office.objects.update(telephone="213-555-0199")
    with pytest.raises(RefusedError):
        managing.undo_office(Office.objects.get(), admin)
