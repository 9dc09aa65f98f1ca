"""The signature block is filled from who prepared and who approved; the signed letter goes out in place of the one that was shown."""

import pytest

from habeas.answers.letter import letter_from
from habeas.desk.doing import by
from habeas.desk.models import Event
from habeas.desk.services.decisions.act_choices import Choice
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.leaving import leaving, name_of
from habeas.desk.services.decisions.signing import sign, sign_off
from habeas.desk.services.outgoing import outgoing
from habeas.desk.services.pages.answer_files import letter_of

from .test_deciding import request_of
from .test_guarded_flow import CLASS
from .test_open_acts import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def doing(staff, now):
    """Whoever acts, each with a badge and a telephone."""

    def act(name, factor="session"):
        account = staff[name]
        account.badge, account.telephone = f"B-{account.pk}", f"(555) 010-{account.pk:04}"
        account.save()
        return by(account, now, factor)

    return act


@pytest.fixture
def a_list(roster, here, doing, now):
    """A list that Texas leaves to the office, given: counsel and a commander sign."""
    here.jurisdiction = "us-tx"
    here.letter_copies = ["Undersheriff"]
    here.save()
    asked = request_of("list_request", now, fields=["name"], **CLASS)
    chosen = [Choice(act, True, "order_of_commander") for act in ("list", "share_public")]
    return asked, make(asked, chosen, doing("clerk"))


def text(made, path):
    return bytes(made.files.get(path=path).content).decode()


def test_the_letter_that_goes_out_names_everybody_who_signed_and_is_otherwise_the_one_that_was_shown(
    a_list, doing, staff
):
    asked, made = a_list
    shown = text(made, "outgoing/letter.txt")
    assert f"{staff['clerk'].shown}\nRecords clerk\nBadge No. B-{staff['clerk'].pk}, Telephone" in shown
    assert "cc: Undersheriff" in shown
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    assert not made.files.filter(path__startswith="signed/").exists()
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    signed = text(made, "signed/letter.txt")
    for name in ("clerk", "counsel", "commander"):
        assert f"{staff[name].shown}\n" in signed
        assert f"Badge No. B-{staff[name].pk}" in signed
    assert signed.index("Approved by (County Counsel)") < signed.index("Approved by:")
    assert signed.count("Date: March 4, 2026") == 2
    assert signed.split("Prepared by")[0] == shown.split("Prepared by")[0]
    assert text(made, "outgoing/letter.txt") == shown, "what was shown stays"


def test_what_was_signed_goes_out_and_the_record_names_its_hash(a_list, doing):
    asked, made = a_list
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    seen = shown_sha256(made)
    sign(asked, doing("commander", "totp"), seen)
    assert shown_sha256(made) == seen, "what a signer was shown is the same afterwards"
    event = Event.objects.filter(act="sign").order_by("-seq").first()
    for each in made.files.filter(path__startswith="signed/"):
        assert each.sha256 in event.body
    sent = {each["path"]: each["sha256"] for each in send(asked, doing("clerk")).files}
    assert "outgoing/letter.pdf" not in sent
    assert sent["signed/letter.pdf"] == made.files.get(path="signed/letter.pdf").sha256
    assert "outgoing/disclosed.csv" in sent
    assert bytes(made.files.get(path="signed/letter.pdf").content) in outgoing.package_zip(asked, doing("clerk"))
    assert letter_of(asked).path == "signed/letter.txt"


def test_a_letter_that_nobody_approves_is_not_drawn_again(roster, here, doing, now, subject):
    from .test_core import detainer

    asked = detainer(subject, now)
    made = make(asked, [], doing("clerk"))
    assert asked.state == "ready"
    assert len(letter_from(bytes(made.files.get(path="internal/letter.json").content)).signers) == 1
    assert leaving(made.files.values_list("path", flat=True)) == {
        "outgoing/letter.docx",
        "outgoing/letter.pdf",
        "outgoing/letter.txt",
    }


def test_a_signed_letter_takes_the_place_of_its_draft_form_by_form():
    paths = ["outgoing/letter.pdf", "outgoing/letter.txt", "outgoing/disclosed.csv", "internal/a", "signed/letter.pdf"]
    assert leaving(paths) == {"signed/letter.pdf", "outgoing/letter.txt", "outgoing/disclosed.csv"}
    assert [name_of(each) for each in sorted(leaving(paths))] == ["disclosed.csv", "letter.txt", "letter.pdf"]
