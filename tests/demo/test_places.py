"""The demonstration opens under the law of any of five places, and nowhere else."""

from datetime import UTC, datetime

import pytest

from habeas.common.errors import BadInputError
from habeas.demo.papers import AGENCIES, REGISTERS, facts
from habeas.demo.run import PLACES, run_demo

NOW = datetime(2026, 11, 30, 18, tzinfo=UTC)


def test_a_place_of_the_five_is_answered_under_its_own_law(tmp_path):
    said = "\n".join(run_demo(tmp_path / "demo", 50, ("us-or-multnomah",)))
    assert "A fictional county of 50 people; nobody in it is real." in said
    assert "hold the person past release: must not 1 [ORS 181A.826(1), (2)(b)]" in said
    assert (tmp_path / "demo" / "us-or" / "detainer-package" / "outgoing" / "letter.pdf").is_file()


def test_another_place_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(BadInputError, match="us-or-multnomah"):
        run_demo(tmp_path / "demo", 50, ("us-oh",))
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("place", PLACES)
def test_each_place_has_its_office_its_register_and_its_own_time(place):
    state = PLACES[place][0]
    assert "(fictional)" in str(AGENCIES[state]["agency"])
    assert "(fictional)" in REGISTERS[state]
    [person] = facts(state, "P1").values()
    assert person["custody"]["release_at"].startswith("2025-07-18T10:00:00-0")


def test_texas_keeps_the_hour_it_had():
    assert facts("us-tx", "P1")["P1"]["custody"]["release_at"] == "2025-07-18T10:00:00-05:00"


@pytest.mark.django_db
@pytest.mark.parametrize("at_home", [True, False])
def test_a_step_that_the_law_elsewhere_leaves_open_ends_the_story_and_at_home_it_is_a_fault(at_home):
    from habeas.demo.desk import Stage, _done
    from habeas.desk.workflow.errors import RefusedError

    class Asked:
        read_again = False

        def refresh_from_db(self):
            self.read_again = True

    def refused(*_):
        raise RefusedError("A question is open.")

    request, stage = Asked(), Stage(None, {}, NOW, at_home=at_home)
    if at_home:
        with pytest.raises(RefusedError):
            _done(refused, request, None, None, stage)
    else:
        assert _done(refused, request, None, None, stage) is False
    assert request.read_again is not at_home
    assert _done(lambda *_: None, request, None, None, stage) is True


def test_the_office_of_a_place_keeps_its_time():
    from habeas.demo.desk import office_in

    assert office_in("us-fl")["time_zone"] == "America/New_York"
    assert office_in("us-ca-los-angeles")["agency"] == "Office of the Sheriff, Alder County (fictional)"
