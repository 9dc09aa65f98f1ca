"""Ten stories walked in a real browser, each step pictured; HABEAS_WALK=folder walks all of them and keeps the pictures as one PDF."""

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.browser import stories, stories_more
from tests.desk import stage
from tests.desk.sheets import sheet

whole = pytest.mark.skipif(
    not os.environ.get("HABEAS_WALK"), reason="walked with HABEAS_WALK: its pages have tests of their own"
)
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]  # one served desk, one process


@pytest.fixture(scope="module")
def walk():
    """The pictures of this run, written as one PDF at the end where a folder is named."""
    made = stories.Walk()
    yield made
    if os.environ.get("HABEAS_WALK"):
        folder = Path(os.environ["HABEAS_WALK"])
        (folder / "walk.pdf").write_bytes(made.pdf())
        (folder / "images").mkdir(exist_ok=True)
        Image.open(io.BytesIO(made.shots[0][2])).save(folder / "images" / "desk-home.png")


def _rows(start, count):
    from django.db import connection

    from habeas.desk.models import Person

    found = Person.objects.filter(in_custody=True).exclude(date_of_birth=None).order_by("id")[start : start + count]
    rows = [
        {
            "family_name": each.family_name,
            "given_name": each.given_name,
            "date_of_birth": each.date_of_birth.isoformat(),
            "key": each.key,
            "sex": each.record.get("sex") or "",
        }
        for each in found
    ]
    connection.close()
    return rows


def _place(jurisdiction, zone):
    from django.db import connection

    from habeas.desk.models import Office

    Office.objects.update(jurisdiction=jurisdiction, time_zone=zone)
    connection.close()
    return jurisdiction


def _sent_open():
    """What the demonstration recorded as sent though it is a draft or leaves an act open; and how much it sent."""
    from django.db import connection

    from habeas.desk.models import Dispatch

    sent = list(Dispatch.objects.select_related("decision", "request"))
    faults = [
        each.request.number
        for each in sent
        if each.decision.choices.filter(does="waits").exists()
        or any(b"DRAFT" in bytes(file.content) for file in each.decision.files.filter(path="outgoing/letter.txt"))
    ]
    connection.close()
    return len(sent), faults


def test_nothing_that_the_demonstration_sent_is_a_draft_or_leaves_an_act_open(site):
    count, faults = stage.run({"data": site.data, "url": ""}, _sent_open)
    assert count > 10
    assert not faults


@pytest.fixture(scope="module")
def people(site):
    """People of the roster whom no request names yet."""
    return stage.run({"data": site.data, "url": ""}, _rows, 5, 12)


def test_1_a_california_detainer_is_refused_and_the_person_is_told(site, log_in, walk, people, tmp_path):
    story = "A California detainer refused, and its notices served"
    page = log_in("clerk")
    walk.show(page, story, "The desk of the clerk: what must be done now, and the board by the clock.")
    number = stories.take_in(page, site, tmp_path, "i247a", people[0])
    walk.show(page, story, "The paper is in, known by its content; the page proposes what it is.")
    stories.go(page, "Create request")
    page.goto(f"{site.url}/requests/{number}/read/")
    walk.show(page, story, "What was read, beside the picture of the paper; a person confirms each value.")
    stories.confirm_all(page)
    page.goto(f"{site.url}/requests/{number}/who/")
    walk.show(page, story, "Who is meant: what agrees and what does not.")
    stories.go(page, "Confirm identity")
    page.goto(f"{site.url}/requests/{number}/")
    assert "Must not" in page.inner_text("main")
    walk.show(page, story, "One card an act: the law says must not, in one sentence, with the section.")
    stories.determine(page, site, number)
    walk.show(page, story, "Response preview. Refusing needs no second person.")
    stories.go(page, "Generate response")
    stories.send(page, site, number)
    page.goto(f"{site.url}/requests/{number}/")
    walk.show(page, story, "Sent, with the proof. What is left is to tell the person.")
    server = log_in("notices")
    server.goto(f"{site.url}/notices/")
    walk.show(server, story, "The notice server's list: what is due, to whom, until when.")
    server.goto(f"{site.url}/requests/{number}/")
    links = server.eval_on_selector_all("main a", "all => all.map(each => each.getAttribute('href'))")
    server.goto(site.url + next(each for each in links if re.fullmatch(r"/notices/[^/]+/", each or "")))
    stories.tick(server, "res-served")
    stories.tick(server, "ans-no")
    for box in server.locator("input[name=also]").all():
        stories.tick(server, box.get_attribute("id"))
    walk.show(server, story, "Service: how, when, in which language; one visit may serve several notices.")
    stories.go(server, "Record")
    server.goto(f"{site.url}/requests/{number}/")
    assert "Monitoring" in server.inner_text("main")
    walk.show(server, story, "Told. Nothing is left but to watch until the person leaves.")


def test_2_a_judicial_warrant_is_obeyed(site, log_in, walk, people, tmp_path):
    story = "A judicial warrant obeyed"
    page = log_in("clerk")
    number = stories.take_in(page, site, tmp_path, "ao442", people[1])
    stories.go(page, "Create request")
    page.goto(f"{site.url}/requests/{number}/read/")
    walk.show(page, story, "A court's warrant: the five signs of a court's process, each found.")
    stories.confirm_all(page)
    page.goto(f"{site.url}/requests/{number}/who/")
    stories.go(page, "Possible match: send for second review")
    walk.show(page, story, "The warrant gives a name alone: a second person must look.")
    stories.second_looks(log_in("clerk2"), site, number)
    page.goto(f"{site.url}/requests/{number}/")
    walk.show(page, story, "A judge's warrant is a command: must.")
    stories.determine(page, site, number)
    stories.go(page, "Submit for approval")
    page.goto(f"{site.url}/requests/{number}/")
    walk.show(page, story, "A transfer needs a second person; until then nobody is transferred.")
    signer = log_in("commander")
    signer.goto(f"{site.url}/requests/{number}/sign/")
    assert "Match on name only" in signer.inner_text("main")
    walk.show(
        signer,
        story,
        "Nobody is transferred on a name alone: the signer sees what is missing, the paper and the booking.",
    )
    stories.call_back(page, site, number)
    signer.goto(f"{site.url}/requests/{number}/sign/")
    walk.show(signer, story, "The sender was called back: only what the signer must check, and the second factor.")
    signer.fill("#code", site.code("commander"))
    stories.why_no_call(signer)
    stories.go(signer, "Sign", exact=True)
    signer.goto(f"{site.url}/requests/{number}/")
    assert "sign" in signer.inner_text("main").lower()
    stories.carry_out(page, signer, site, number, walk, story)
    page.goto(f"{site.url}/requests/{number}/")
    assert "badge 4411" in page.inner_text("main")
    walk.show(page, story, "Signed by two people, lodged, transferred, and recorded.")


def test_5_a_list_is_refused_only_once_counsel_has_signed_off(site, log_in, walk, tmp_path):
    story = "A list of inmates refused, with counsel's signature"
    page = log_in("clerk")
    number = stories.take_in_paper(page, site, tmp_path, "list.pdf", sheet("list"))
    page.select_option("#kind", "list_request")
    stories.go(page, "Create request")
    page.goto(f"{site.url}/requests/{number}/read/")
    stories.go(page, "Confirm all and continue")
    assert "no more and no less?" in page.inner_text(".again")
    walk.show(page, story, "Nothing is prepared while nobody has read the letter's words against the group.")
    stories.one_by_one(page)
    stories.go(page, "Confirm all and continue")
    stories.determine(page, site, number)
    stories.go(page, "Preview response")
    stories.determine(page, site, number)
    stories.go(page, "Submit to counsel")
    stories.determine(page, site, number)
    page.goto(f"{site.url}/requests/{number}/")
    assert "Awaiting counsel" in page.inner_text("main")
    counsel = log_in("counsel")
    counsel.goto(f"{site.url}/counsel/")
    walk.show(counsel, story, "What waits for counsel's signature.")
    stories.go(counsel, number)
    walk.show(counsel, story, "Counsel checks the acts, the paper and the letter, and signs off with a second factor.")
    counsel.fill("#code", site.code("counsel"))
    stories.go(counsel, "Sign off as counsel")
    assert "Ready to send" in counsel.inner_text("main")


def test_3_a_person_says_not_me(site, log_in, walk, people, tmp_path):
    story = "A person who says: not me"
    page = log_in("clerk")
    number = stories.take_in(page, site, tmp_path, "i247a", people[2])
    stories.read_and_choose(page, site, number)
    stories.go(page, "Confirm identity")
    server = log_in("notices")
    server.goto(f"{site.url}/disputes/new/?request={number}")
    stories.tick(server, "says-not_me")
    stories.tick(server, "word-1")
    walk.show(server, story, "Anybody may raise it, on the person's own word.")
    stories.go(server, "Submit claim")
    walk.show(server, story, "Holding, telling and handing over stop at once; the commander's clock runs.")
    signer = log_in("commander2")
    walk.show(signer, story, "The commander's desk: the dispute stands before everything.")
    assert "This is not me" in signer.inner_text("main")
    page.goto(f"{site.url}/requests/{number}/")
    assert "Disputed" in page.inner_text("main")
    walk.show(page, story, "The request itself is blocked until two people have resolved it.")


def test_4_a_texas_detainer_is_honored_and_proof_of_citizenship_is_asked_for(site, log_in, walk, people, tmp_path):
    story = "A Texas detainer honored, proof of citizenship asked for first"
    assert stage.run({"data": site.data, "url": ""}, _place, "us-tx", "America/Chicago") == "us-tx"
    page = log_in("clerk")
    number = stories.take_in(page, site, tmp_path, "i247a", people[3])
    stories.read_and_choose(page, site, number)
    stories.go(page, "Confirm identity")
    page.goto(f"{site.url}/requests/{number}/")
    assert "proof of citizenship" in page.inner_text("main")
    walk.show(
        page, story, "Has the person given proof of citizenship or lawful status? Until that is known, nothing is held."
    )
    question = page.locator("article.question", has_text="proof of citizenship")
    question.locator("[name=source]").fill("asked the person at the counter")
    question.locator("select[name=value]").select_option("none")
    with page.expect_navigation():
        question.get_by_role("button", name="Record", exact=True).click()
    page.goto(f"{site.url}/requests/{number}/")
    walk.show(page, story, "The answer is recorded with its source and time; now the law says must.")
    stories.determine(page, site, number)
    stories.go(page, "Submit for approval")
    signer = log_in("commander")
    signer.goto(f"{site.url}/requests/{number}/sign/")
    signer.fill("#code", site.code("commander"))
    stories.why_no_call(signer)
    stories.go(signer, "Sign", exact=True)
    signer.goto(f"{site.url}/requests/{number}/")
    walk.show(signer, story, "Signed by a second person. The hold has an end, and the end is ours.")
    assert stage.run({"data": site.data, "url": ""}, _place, "us-ca-los-angeles", "America/Los_Angeles")


@whole
def test_6_a_call_is_logged_while_it_lasts(site, log_in, walk, people):
    stories_more.a_call(site, log_in("clerk"), walk, people[4])


@whole
def test_7_a_citizen_is_found_by_two_people(site, log_in, walk, people, tmp_path):
    page = log_in("clerk")
    number = stories.take_in(page, site, tmp_path, "i247a", people[5])
    stories.read_and_choose(page, site, number)
    stories.go(page, "Confirm identity")
    stories_more.a_citizen(site, page, log_in("commander"), walk, people[5], number)


@whole
def test_8_a_judges_warrant_behind_a_detainer_is_seen_at_once(site, log_in, walk, people, tmp_path):
    stories_more.a_packet(site, log_in("clerk"), walk, people[6], tmp_path)


@whole
def test_9_a_release_is_reported_and_never_delayed(site, log_in, walk, people):
    stories_more.a_release(site, log_in("clerk"), walk, people[7])


@whole
def test_10_a_wrong_entry_is_corrected(site, log_in, walk, people, tmp_path):
    stories_more.a_correction(site, log_in("clerk"), walk, people[8], tmp_path)
