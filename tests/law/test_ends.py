"""Until when: the hour of every shipped provision, the earliest of the layers, in the time of the place, and unknown where one is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine import jurisdictions, standing
from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.decision_cache import Memo
from habeas.law.engine.evaluate import evaluate
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.ends import At, Earliest, EndOfDay, PlusHours, at
from habeas.law.model.facts import FACTS
from habeas.law.model.provision import Interval, Pack, Provision, secondary
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs import PACKS
from habeas.places.table import all_places, place_of

RELEASE, RECEIPT = at("custody.release_at"), at("request.received_at")
NC_EVENTS = ("ICE takes custody", "ICE rescinds the detainer")
SHIPPED = {
    "us.8cfr-287.7-d": PlusHours(RELEASE, 48),
    "us-ct.54-192h-2014": PlusHours(RELEASE, 48),
    "us-ct.54-192h-b-1-A": PlusHours(RELEASE, 48),
    "us-ct.54-192h-b-1-A-2019": PlusHours(RELEASE, 48),
    "us-dc.24-211.07-2012-b": PlusHours(RELEASE, 24),
    "us-fl.908.105-hold": PlusHours(RELEASE, 48),
    "us-fl.908.105-1-d": PlusHours(RELEASE, 48),
    "us-ga.42-1-11.5-hold": PlusHours(RELEASE, 48),
    "us-ia.27a.2-hold": PlusHours(RELEASE, 48),
    "us-id.18-9005-4-hold": PlusHours(RELEASE, 48),
    "us-in.sea-76-hold": PlusHours(RELEASE, 48),
    "us-la.33-84-hold": PlusHours(RELEASE, 48),
    "us-nh.30-B-1-III": PlusHours(RELEASE, 48),
    "us-ny-new-york-city.14-154-b": PlusHours(RELEASE, 48),
    "us-ny-new-york-city.9-131-b": PlusHours(RELEASE, 48),
    "us-nc.162-62-b1-2024": Earliest((PlusHours(RECEIPT, 48),), NC_EVENTS),
    "us-nc.162-62-b1-2025": Earliest((PlusHours(RELEASE, 48),), NC_EVENTS),
    "us-nc.162-62-b1-notice": PlusHours(RELEASE, 2),
    "us-mt.27-16-801-hold": PlusHours(RELEASE, 48),
    "us-nj.2018-6-II-B-6": EndOfDay(RELEASE),
    "us-ok.171.3-hold": PlusHours(RELEASE, 48),
    "us-tx.ccp-2.251-hold": PlusHours(RELEASE, 48),
    "us-tx.ccp-2A.060-hold": PlusHours(RELEASE, 48),
}
"""The end of each provision that sets one, as its text says it: an hour changed in a pack is changed here too, by somebody who read it."""

GOOD_PAPER = {
    "kind": "detainer", "issuer": "ice", "form": "I-247A", "signer": "immigration_officer", "basis": "civil", "in_writing": True,
    "asks": ["hold", "notify"], "attachments": ["I-200"], "immigration_enforcement": True, "names_person": True,
    "probable_cause_box": True, "identity_match": True, "served_on_person": True,
}  # fmt: skip
ROBBERY = {
    "statute": "2C:15-1",
    "grade": "felony",
    "disposition": "convicted",
    "disposed_on": "2025-01-10",
    "classes": ["violent", "indictable"],
}


def case(place: str, release_at: str | None, **more) -> Case:
    return read_case(
        {
            "id": "one", "jurisdiction": place, "as_of": (release_at or "2026-11-20")[:10], "request": GOOD_PAPER,
            "person": {"proof_of_status_given": "none"}, "custody": {"facility": "county_jail", "release_at": release_at},
            "charges": [ROBBERY],
        } | more
    )  # fmt: skip


def held(*arguments, **more):
    return decide(case(*arguments, **more)).acts[Act.HOLD]


def test_the_end_of_every_shipped_provision_is_what_its_text_says():
    assert {rule.id: rule.until for pack in PACKS.values() for rule in pack.provisions if rule.until} == SHIPPED


@pytest.mark.parametrize(
    ("place", "release_at", "ends"),
    [
        ("us-nj", "2026-11-20T22:00:00-05:00", "2026-11-20T23:59:00-05:00"),
        ("us-nj", "2026-11-21T00:30:00-05:00", "2026-11-21T23:59:00-05:00"),
        ("us-nj-essex", "2026-11-01T00:30:00", "2026-11-01T23:59:00-05:00"),
        ("us-nj-essex-newark", "2026-03-08T00:30:00", "2026-03-08T23:59:00-04:00"),
        ("us-tx", "2026-11-20T22:00:00", "2026-11-22T22:00:00-06:00"),
        ("us-tx-el-paso", "2026-11-20T22:00:00", "2026-11-22T22:00:00-07:00"),
        ("us-tx-el-paso-el-paso", "2026-11-20T22:00:00", "2026-11-22T22:00:00-07:00"),
        ("us-fl-escambia", "2026-11-20T22:00:00", "2026-11-22T22:00:00-06:00"),
        ("us-fl-miami-dade", "2026-11-20T22:00:00", "2026-11-22T22:00:00-05:00"),
        ("us-fl-escambia-pensacola", "2026-10-31T18:00:00", "2026-11-02T17:00:00-06:00"),
        ("us-fl-duval-jacksonville", "2026-03-07T18:00:00", "2026-03-09T19:00:00-04:00"),
        ("us-nc-wake", "2026-11-20T22:00:00Z", "2026-11-22T17:00:00-05:00"),
        ("us-ok-tulsa", "2026-11-20T22:00:00", "2026-11-22T22:00:00-06:00"),
    ],
)
def test_a_hold_ends_in_the_time_of_its_place(place, release_at, ends):
    made = held(place, release_at)
    assert made.until is not None
    assert made.until.isoformat() == ends
    assert made.as_data(with_trace=False)["end"]["clock"]["ends_at"] == ends


def test_the_shortest_end_of_every_layer_that_allows_governs():
    made = held("us-nj", "2026-11-20T18:00:00")
    assert "us.8cfr-287.7-d" in {reason.provision.id for reason in made.reasons if reason.outcome is Outcome.MAY}
    assert made.until.isoformat() == "2026-11-20T23:59:00-05:00"
    assert "11:59 p.m." in made.until_says
    assert "48 hours" in made.until_says


def _in_texas(monkeypatch, rule):
    monkeypatch.setattr(jurisdictions, "PACKS", {**PACKS, "us-tx": _with(PACKS["us-tx"], rule)})


def test_a_layer_that_forbids_nothing_and_does_not_apply_shortens_nothing(monkeypatch):
    _in_texas(monkeypatch, _rule(x.request.kind.is_("interview_request"), EndOfDay(RELEASE)))
    _fresh()
    assert held("us-tx", "2026-11-20T22:00:00").until.isoformat() == "2026-11-22T22:00:00-06:00"


def test_no_end_is_told_while_another_that_binds_is_unknown(monkeypatch):
    _in_texas(monkeypatch, _rule(x.request.kind.is_("detainer"), PlusHours(RECEIPT, 12)))
    _fresh()
    made = held("us-tx", "2026-11-20T22:00:00")
    assert made.until is None
    assert (
        made.until_says
        == "the earliest of: 48 hours after the time of release; 12 hours after when the request was received"
    )
    end = made.as_data(with_trace=False)["end"]
    assert (end["clock"], end["asks"]) == (None, ["request.received_at"])
    assert end["at_latest"]["ends_at"] == "2026-11-22T22:00:00-06:00"


def test_an_unknown_time_of_release_is_told_in_words_and_no_hour_is_invented():
    made = held("us-fl", None)
    assert (made.until, made.until_says) == (None, "48 hours after the time of release")


def test_a_place_of_many_zones_asks_for_the_jails_and_is_never_pacific():
    made = held("us", "2026-11-20T22:00:00")
    assert made.until is None
    assert any(ask.fact == "time_zone" for ask in made.questions)
    given = held("us", "2026-11-20T22:00:00", time_zone="America/Boise")
    assert given.until.isoformat() == "2026-11-22T22:00:00-07:00"
    with_offset = held("us", "2026-11-20T22:00:00-05:00")
    assert with_offset.until.isoformat() == "2026-11-22T22:00:00-05:00"


def test_a_zone_that_is_none_is_refused():
    with pytest.raises(BadInputError, match="no time zone"):
        case("us-tx", None, time_zone="Mars/Olympus")


def test_no_case_has_a_zone_of_its_own_making():
    bare = Case("one", "us-tx", date(2026, 1, 1))
    assert (bare.time_zone, bare.zone) == (None, "America/Chicago")
    assert Case("one", "us", date(2026, 1, 1)).zone is None


def test_the_bare_state_of_two_times_warns_and_the_county_and_a_given_zone_do_not():
    def warns(place, **more):
        return [
            each for each in decide(case(place, "2026-11-20T22:00:00", **more)).warnings if "more than one time" in each
        ]

    assert warns("us-fl")
    assert not warns("us-fl-escambia")
    assert not warns("us-fl", time_zone="America/Chicago")
    assert not warns("us-nj")


LAWS = ("us-fl", "us-nc", "us-nj", "us-ok", "us-tx")


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("release_at", ["2026-07-10T00:30:00", "2026-03-07T12:00:00", "2026-10-31T23:59:00"])
def test_moving_a_places_zone_moves_its_until_by_exactly_the_difference(law, release_at):
    """The same hands on the clock in two zones: the ends lie as far apart as the zones do when each falls due."""
    zones = sorted({place.zone for place in all_places() if place.zone})
    ends = {zone: held(law, release_at, time_zone=zone).until for zone in zones}
    home = place_of(law).zone
    assert held(law, release_at).until == ends[home]
    for end in ends.values():
        start = datetime.fromisoformat(release_at)
        shift = (end.utcoffset() - start.replace(tzinfo=end.tzinfo).utcoffset()) if law != "us-nj" else None
        wall = end.replace(tzinfo=None)
        assert wall == (start.replace(hour=23, minute=59) if shift is None else start + _two_days() + shift)


def test_one_decision_for_many_people_keeps_their_own_ends_and_their_zones():
    memo = Memo([Act.HOLD])
    for zone in ("America/Chicago", "America/Denver"):
        for release_at in ("2026-11-20T22:00:00", "2026-11-21T22:00:00"):
            given = case("us-tx", release_at, time_zone=zone)
            assert memo.decide(given).acts[Act.HOLD].until == decide(given).acts[Act.HOLD].until


def test_north_carolina_says_in_words_what_else_ends_the_hold_and_by_when_ice_is_told():
    made = decide(case("us-nc", "2026-11-20T22:00:00")).acts
    assert (
        made[Act.HOLD].until_says
        == "the earliest of: 48 hours after the time of release; ICE takes custody; ICE rescinds the detainer"
    )
    assert made[Act.NOTIFY].until.isoformat() == "2026-11-21T00:00:00-05:00"


def test_a_provision_cannot_count_from_what_is_no_time():
    with pytest.raises(x.WrongRuleError, match="is no time"):
        _rule(x.request.kind.is_("detainer"), PlusHours(At(FACTS["person.minor"]), 2))


@pytest.mark.parametrize(
    ("day", "wanted"), [("2026-11-20", True), ("2031-11-20", True), ("2031-11-21", False), ("2026-11-19", None)]
)
def test_a_look_back_holds_on_its_first_day_and_on_its_last(day, wanted):
    """On the day before it was disposed of a charge has no disposition yet."""
    charge = {"disposition": "convicted", "disposed_on": "2026-11-20"}
    given = case("us-ca", None, as_of=day, charges=[charge])
    assert evaluate(x.any_charge(x.charge.disposed_on.within(5)), given) is wanted


def _rule(when, until) -> Provision:
    return Provision(
        id="us-tx.test", acts=(Act.HOLD,), outcome=Outcome.MAY, when=when, until=until, sentence="A rule made for a test.",
        source=secondary("the test", "https://example.org", "Nothing: it is made up."), effective=Interval(date(2020, 1, 1)),
        layer=Layer.STATE, reaches_everyone="It is made up.",
    )  # fmt: skip


def _with(pack: Pack, rule: Provision) -> Pack:
    return replace(pack, provisions=(*pack.provisions, rule))


def _two_days():
    return datetime(2026, 1, 3, tzinfo=UTC) - datetime(2026, 1, 1, tzinfo=UTC)


def _fresh() -> None:
    for kept in (jurisdictions.resolve, jurisdictions._rules_on, jurisdictions._change_dates, standing._rules):
        kept.cache_clear()


@pytest.fixture(autouse=True)
def _law_as_shipped():
    yield
    _fresh()


@pytest.mark.parametrize(
    ("release_at", "word", "asks"),
    [
        ("2026-11-01T01:30:00", "comes twice", "ask which one it is"),
        ("2026-03-08T02:30:00", "does not exist", "ask what was meant"),
    ],
)
def test_a_release_at_an_hour_that_comes_twice_or_never_is_a_warning_of_the_decision(release_at, word, asks):
    said = decide(case("us-tx-lubbock", release_at, as_of=release_at[:10])).warnings
    assert len([each for each in said if word in each and asks in each]) == 1
    told = decide(case("us-tx-lubbock", f"{release_at}-06:00", as_of=release_at[:10])).warnings
    assert not [each for each in told if word in each]


def test_a_day_of_release_without_an_hour_is_no_time_and_is_asked_about():
    made = decide(case("us-tx-lubbock", "2026-11-20"))
    assert made.acts[Act.HOLD].until is None
    assert made.acts[Act.HOLD].end.asks == ("custody.release_at",)
    assert [
        each
        for each in made.warnings
        if "a day without an hour" in each and "When would the person be released?" in each
    ]
