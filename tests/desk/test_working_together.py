"""Comments, assignments and saved views: what a clerk leaves for the next one, in the record, and never in a letter."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Account, Comment, Event, Notice, Request, SavedView
from habeas.desk.services.cases.assigning import assign, comment, hand_back, take
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.pages.board import board_for
from habeas.desk.services.pages.board_view import PAGE_SIZE
from habeas.desk.services.pages.listing import listed
from habeas.desk.services.pages.saved_views import MOST, drop, keep
from habeas.desk.workflow.errors import NotYoursError, RefusedError

from .test_core import detainer

pytestmark = pytest.mark.django_db
WORDS = "The brother says she was born in Fresno; check the birth index."


@pytest.fixture
def doing(staff, now):
    return lambda name: by(staff[name], now)


@pytest.fixture
def asked(subject, now):
    return detainer(subject, now)


def mine(account, now, here):
    return [row for _, _, rows in board_for(account, now, here, {"show": "mine"}).groups for row in rows]


def counts_at(account, at):
    return {name: count for name, _, count in listed({}, account, at).tabs}


def test_a_comment_stands_on_the_page_with_its_author_and_in_the_record_without_its_words(clerk, asked, staff):
    page = clerk.post(reverse("request_comment", args=[asked.number]), {"words": WORDS}, follow=True).content.decode()
    assert WORDS in page
    assert "<strong>Clerk Example</strong> commented on this request" in page
    event = Event.objects.get(act="comment")
    assert (event.request, event.actor) == (asked.number, f"staff-{staff['clerk'].pk}")
    assert "Fresno" not in event.body


def test_a_comment_is_in_no_letter_and_no_file_that_goes_out(asked, doing):
    comment(asked, WORDS, doing("clerk"))
    assign(asked, "counsel", f"{WORDS} Look at it.", doing("clerk"))
    made = make(asked, [], doing("clerk"))
    assert made.files.exists()
    assert not [each.path for each in made.files.all() if b"Fresno" in bytes(each.content)]
    assert "Fresno" not in str(made.inputs)


@pytest.mark.parametrize("words", ["", "  \n", "x" * 1001])
def test_an_empty_or_overlong_comment_is_refused_and_an_inspector_only_looks(asked, doing, words):
    with pytest.raises(RefusedError):
        comment(asked, words, doing("clerk"))
    with pytest.raises(NotYoursError):
        comment(asked, "Looked.", doing("inspector"))
    assert not Comment.objects.exists()


def test_a_request_goes_from_hand_to_hand_with_a_note_each_an_event(asked, doing, staff, now, here):
    take(asked, doing("clerk"))
    assign(asked, str(staff["clerk2"].pk), "Call the consulate at 0800.", doing("clerk"))
    assert mine(staff["clerk2"], now, here)
    assert not mine(staff["clerk"], now, here), "a colleague of the same role has it"
    assign(asked, "counsel", "Is this form still current?", doing("clerk2"))
    assert mine(staff["counsel"], now, here)
    hand_back(asked, "It is.", doing("counsel"))
    asked.refresh_from_db()
    assert (asked.assigned_to, asked.assigned_role) == (None, "")
    assert mine(staff["clerk"], now, here)
    steps = [each.body for each in Event.objects.filter(act="assign").order_by("seq")]
    assert [word in body for word, body in zip(("taken", "assigned", "assigned", "handed back"), steps, strict=True)]
    assert [each.step for each in Comment.objects.order_by("pk")] == ["taken", "assigned", "assigned", "handed_back"]


def test_the_board_says_in_whose_hands_a_request_is(asked, doing, staff, now, here):
    holder = lambda: next(  # noqa: E731 - a name for what is asked three times
        row.holder for _, _, rows in board_for(staff["clerk"], now, here).groups for row in rows
    )
    assert holder() == "Records clerk"
    take(asked, doing("clerk2"))
    assert holder() == "Clerk2 Example"
    assign(asked, "commander", "Please decide.", doing("clerk"))
    assert holder() == "Records clerk (request with watch commanders)"


def test_nobody_is_given_a_request_who_cannot_work_on_it(asked, doing, staff):
    closed = Account.objects.create_user("gone", password="correct horse gone", role="clerk", is_active=False)  # noqa: S106
    refused = ("inspector", "administrator", str(staff["inspector"].pk), str(closed.pk), "", "none", "9" * 400, "٣")
    for to in refused:
        with pytest.raises(RefusedError, match="from the list"):
            assign(asked, to, "Do it.", doing("clerk"))
    with pytest.raises(RefusedError, match="Write a note"):
        assign(asked, "commander", " ", doing("clerk"))
    with pytest.raises(RefusedError, match="Nobody has this request"):
        hand_back(asked, "Why not.", doing("clerk"))
    with pytest.raises(NotYoursError):
        take(asked, doing("inspector"))
    Request.objects.filter(pk=asked.pk).update(state="closed")
    with pytest.raises(RefusedError, match="closed"):
        take(asked, doing("clerk"))


def test_the_forms_of_the_page_assign_take_and_hand_back(clerk, asked, staff):
    address = reverse("request_assign", args=[asked.number])
    page = clerk.post(address, {"to": str(staff["commander"].pk), "note": "Look, please."}, follow=True)
    assert "Commander Example" in page.content.decode().split('id="hands"')[1].split("</section>")[0]
    assert "assigned it to Commander Example: Look, please." in page.content.decode()
    clerk.post(address, {"do": "take"})
    assert Request.objects.get(pk=asked.pk).assigned_to == staff["clerk"]
    clerk.post(address, {"do": "back", "note": "Shift ends."})
    assert Request.objects.get(pk=asked.pk).assigned_to is None


def test_a_view_keeps_listed_words_only_and_is_ones_own(as_role, staff, doing):
    clerk = as_role("clerk")
    query = "tab=late&kind=detainer&sort=inmate&q=NGUYEN&page=9&state=';--"
    page = clerk.post(
        reverse("view_keep"), {"of": "requests", "name": " Late  detainers ", "query": query}, follow=True
    )
    kept = SavedView.objects.get()
    assert (kept.name, kept.query) == ("Late detainers", "tab=late&kind=detainer&sort=inmate")
    assert "Late detainers" in page.content.decode()
    assert "Late detainers" not in as_role("clerk2").get("/requests/").content.decode()
    with pytest.raises(RefusedError, match="no such view"):
        drop(kept.key, doing("clerk2"))
    keep("requests", "Late detainers", "tab=mine", doing("clerk"))
    assert SavedView.objects.get().query == "tab=mine", "the same name again is the new one"
    clerk.post(reverse("view_drop", args=[SavedView.objects.get().key]), {"of": "requests"})
    assert not SavedView.objects.exists()


def test_views_of_no_list_without_a_name_or_too_many_are_refused(doing):
    for of, name in (("people", "x"), ("home", " "), ("home", "")):
        with pytest.raises(RefusedError):
            keep(of, name, "show=mine", doing("clerk"))
    for number in range(MOST):
        keep("home", f"view {number}", "show=mine&sort=inmate", doing("clerk"))
    with pytest.raises(RefusedError, match="remove one first"):
        keep("home", "one more", "show=mine", doing("clerk"))
    with pytest.raises(NotYoursError):
        keep("home", "mine", "show=mine", doing("administrator"))


def test_a_saved_view_of_the_board_filters_and_orders_it(clerk, asked, staff, now, here):
    rows = board_for(staff["clerk"], now, here, {"kind": "judicial_warrant"}).groups
    assert not [row for _, _, lines in rows for row in lines]
    page = clerk.get("/?show=all&kind=judicial_warrant").content.decode()
    assert asked.number not in page.split("<h2>Tasks</h2>")[1].split('<div class="grid">')[0]


def test_a_long_board_is_cut_into_pages_that_leave_nothing_out(clerk, subject, now):
    numbers = {detainer(subject, now).number for _ in range(PAGE_SIZE + 3)}
    pages = [clerk.get(f"/?page={page}").content.decode() for page in (1, 2)]
    lines = [page.split("<h2>Tasks</h2>")[1].split('<div class="grid">')[0] for page in pages]
    shown = [{number for number in numbers if f"/{number}/" in each} for each in lines]
    assert shown[0] | shown[1] == numbers
    assert len(shown[1]) == 3
    assert f"(40 of {PAGE_SIZE + 3})" in pages[0]
    assert "Page 1 of 2" in pages[0]


def test_late_is_late_in_every_list_alike(asked, doing, staff, now, here, as_role, later):
    """A notice that is owed after the answer went out, at the very moment it is due."""
    make(asked, [], doing("clerk"))
    notice = Notice.objects.filter(request=asked).order_by("due_at").first()
    Request.objects.filter(pk=asked.pk).update(state="answered")
    for at, late in ((notice.due_at, True), (notice.due_at - (later(seconds=1) - now), False)):
        counts = counts_at(staff["clerk"], at)
        rows = [row for _, _, lines in board_for(staff["clerk"], at, here).groups for row in lines]
        assert counts["late"] == int(late)
        assert any(row.overdue for row in rows) is late
        assert bool(board_for(staff["administrator"], at, here).overdue) is late


def test_the_reply_of_an_answered_request_is_no_longer_awaited(asked, staff, now, later):
    Request.objects.filter(pk=asked.pk).update(reply_by=later(hours=-2))
    assert counts_at(staff["clerk"], now)["late"] == 1
    Request.objects.filter(pk=asked.pk).update(state="answered")
    assert counts_at(staff["clerk"], now)["late"] == 0


def test_the_notices_of_one_person_stand_together_in_the_list(clerk, asked, doing):
    make(asked, [], doing("clerk"))
    page = clerk.get("/notices/").content.decode()
    count = Notice.objects.count()
    assert count > 1
    assert f'rowspan="{count}"' in page
    assert clerk.get("/notices/?page=99&all=yes").status_code == 200
