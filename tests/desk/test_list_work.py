"""A list of thousands is worked out beside the pages: shown with counts, made once, and never as anybody else wrote it into the store."""

import pytest

from habeas.desk.models import Decision, Job, ListWork, Request
from habeas.desk.services.decisions import list_work
from habeas.desk.services.upkeep import jobs
from habeas.desk.workflow.errors import RefusedError

from .test_deciding import request_of
from .test_guarded_flow import CLASS

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(roster, now):
    return request_of("list_request", now, fields=["name"], **CLASS)


@pytest.fixture
def waiting(monkeypatch):
    """Workers run elsewhere: what is queued waits."""
    monkeypatch.setattr(jobs, "_running", [object()])


def finish(now):
    """What a worker does: take up the oldest and do it."""
    job = jobs.claim("lists", now)
    assert job is not None
    jobs.do(job, now)
    job.refresh_from_db()
    return job


def page_of(client, asked):
    return client.get(f"/requests/{asked.number}/decide/")


def form(page, asked, **given):
    return {"do": "make", "shown": page.context["shown"], "version": asked.version} | given


def test_the_page_shows_how_far_the_list_is_and_then_what_came_of_it(clerk, asked, now, waiting):
    page = page_of(clerk, asked)
    assert "The list is being prepared" in page.content.decode()
    job = Job.objects.get(kind="list_determination")
    Job.objects.filter(pk=job.pk).update(done=500, of=13000)
    assert "500 of 13000 inmates done" in page_of(clerk, asked).content.decode()
    assert clerk.get(f"/requests/{asked.number}/decide/progress/").content == b"running 500 13000"
    assert "500 of 13000 inmates done" in clerk.get(f"/requests/{asked.number}/").content.decode()
    assert Job.objects.filter(kind="list_determination").count() == 1, "each look begins another"
    assert finish(now).state == "done"
    page = page_of(clerk, asked)
    assert "Response preview" in page.content.decode()
    assert clerk.get(f"/requests/{asked.number}/decide/progress/").content == b"ended"


def test_the_counts_are_those_of_everybody_in_custody(clerk, asked, now, waiting):
    page_of(clerk, asked)
    job = finish(now)
    assert job.of > 0
    result = ListWork.objects.get().result
    assert sum(result["answer"]["counts"]["list"].values()) == job.of


def test_the_response_is_made_once_though_its_worker_dies(clerk, asked, now, waiting):
    page_of(clerk, asked)
    finish(now)
    page = page_of(clerk, asked)
    clerk.post(f"/requests/{asked.number}/decide/", form(page, asked))
    assert "The response is being generated" in page_of(clerk, asked).content.decode()
    job = jobs.claim("lists", now)
    jobs._in_hand.discard(job.pk)  # the worker died after it had taken the work up
    assert finish(now).state == "done"
    made = ListWork.objects.get(step="make")
    list_work.work_on(made.key, list_work_doing(made, now), lambda done, of: None)
    assert Decision.objects.filter(request=asked).count() == 1
    asked.refresh_from_db()
    assert asked.state == "to_counsel"


def list_work_doing(row, now):
    from habeas.desk.doing import by

    return by(row.by, now)


def test_where_no_worker_runs_the_page_answers_at_once(clerk, asked):
    page = page_of(clerk, asked)
    assert "Response preview" in page.content.decode()
    done = clerk.post(f"/requests/{asked.number}/decide/", form(page, asked), follow=True)
    assert "Submitted to counsel" in done.content.decode()
    assert Decision.objects.filter(request=asked).count() == 1


def test_a_response_that_was_not_shown_is_not_made(clerk, asked):
    page_of(clerk, asked)
    page = clerk.post(f"/requests/{asked.number}/decide/", {"do": "make", "shown": "0" * 64, "version": asked.version})
    assert "review it below" in page.content.decode()
    page = page_of(clerk, asked)
    clerk.post(f"/requests/{asked.number}/decide/", form(page, asked, added="One more paragraph."))
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [{"added": "We agree."}, {"choices": [["list", True, "court_order", ""]]}, {"shown": "0" * 64}, {"seal": ""}],
)
def test_what_somebody_wrote_into_the_store_is_not_carried_out(clerk, asked, now, waiting, changed):
    page_of(clerk, asked)
    finish(now)
    clerk.post(f"/requests/{asked.number}/decide/", form(page_of(clerk, asked), asked))
    row = ListWork.objects.get(step="make")
    ListWork.objects.filter(pk=row.pk).update(**changed)
    assert finish(now).state == "failed"
    assert not Decision.objects.exists()
    with pytest.raises(RefusedError):
        list_work.work_on(row.key, list_work_doing(row, now), lambda done, of: None)


def test_what_was_worked_out_on_other_facts_is_not_made(clerk, asked, now, waiting):
    page_of(clerk, asked)
    finish(now)
    clerk.post(f"/requests/{asked.number}/decide/", form(page_of(clerk, asked), asked))
    Request.objects.filter(pk=asked.pk).update(source=asked.source | {"fields": ["name", "charges"]})
    job = finish(now)
    assert (job.state, job.said) == ("failed", list_work.CHANGED)
    assert "The list is being prepared" in page_of(clerk, asked).content.decode(), "the page does not begin anew"


def test_one_prepares_it_and_another_sees_their_own(clerk, as_role, asked, now):
    mine = page_of(clerk, asked).context["shown"]
    theirs = page_of(as_role("commander"), asked).context["shown"]
    assert mine != theirs, "the letter names who prepares it"


def test_the_page_of_a_list_stays_within_twelve_queries(clerk, asked, django_assert_max_num_queries):
    page_of(clerk, asked)
    with django_assert_max_num_queries(12):
        page_of(clerk, asked)
    with django_assert_max_num_queries(12):
        clerk.get(f"/requests/{asked.number}/")
