"""A finding of county counsel settles what the law leaves open, and nothing else: not a firm rule, not a missing fact, not a floor."""

from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.law.engine.case_files import read_case
from habeas.law.engine.columns.outcomes import decide_frame
from habeas.law.engine.decide import decide
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.decode import decode_pack
from habeas.law.model.encode import encode
from habeas.law.model.vocabulary import Act
from habeas.law.review.policy import load_policy
from tests.law.crowds import REQUESTS, Crowd

FILE = """[policy]
place = "{place}"
title = "Findings of county counsel"

[[finding]]
id = "{id}"
acts = {acts}
says = "{says}"
settles = {settles}
sentence = "The jail does as counsel found."
reasons = "{reasons}"
by = "{by}"
on = {on}
review_by = {review_by}
{more}
"""
BARE = {"place": "us-tx-travis", "id": "bare", "acts": ["hold"], "says": "must_not", "settles": ["us-tx.el-cenizo-bare-detainer"],
        "reasons": "Without its warrant the paper is not ICE's usual one.", "by": "A. Lee, County Counsel", "on": "2026-10-01",
        "review_by": "2027-10-01", "more": ""}  # fmt: skip
SAMOA = BARE | {"place": "us-as-eastern", "id": "no-hold", "settles": ["us-as"]}

SEARCHED = BARE | {"place": "us-oh-franklin", "id": "no-hold", "settles": ["us-oh.none-found"]}


@pytest.fixture
def found(tmp_path):
    def load(settings=BARE, **more):
        path = tmp_path / "findings.toml"
        path.write_text(FILE.format(**settings | more), encoding="utf-8")
        return load_policy(path)

    return load


def detainer(place, day="2026-11-24", **person):
    row = {
        "id": "c", "jurisdiction": place.partition("@")[0], "as_of": day,
        "request": {"kind": "detainer", "issuer": "ice", "basis": "civil", "asks": ["hold", "notify"], "signer": "immigration_officer",
                    "attachments": [], "probable_cause_box": True, "identity_match": True, "served_on_person": True},
        "person": {"proof_of_status_given": "none"} | person, "custody": {}, "charges": [],
    }  # fmt: skip
    return replace(read_case(row), jurisdiction=place)


def outcome(place, act=Act.HOLD, **more):
    return decide(detainer(place, **more)).acts[act].outcome


def test_what_the_law_leaves_open_is_settled_and_the_finding_is_shown(found):
    assert outcome("us-tx-travis") == "unresolved"
    made = decide(detainer(found())).acts[Act.HOLD]
    assert made.outcome == "must_not"
    first = made.reasons[0].as_data(with_trace=False)
    assert first["citation"] == "Finding of A. Lee, County Counsel, October 1, 2026"
    assert first["settles"] == ["us-tx.el-cenizo-bare-detainer"]
    assert not made.questions


@pytest.mark.parametrize("says", ["must", "may", "must_not"])
def test_a_finding_stands_in_the_place_of_the_rule_it_settles(found, says):
    assert outcome(found(says=says)) == says


@pytest.mark.parametrize("says", ["must", "may"])
def test_a_finding_never_contradicts_what_stands_above(found, says):
    assert outcome(found(says=says), proof_of_status_given="us_citizen") == outcome(
        "us-tx-travis", proof_of_status_given="us_citizen"
    )
    assert outcome(found(says=says), proof_of_status_given="us_citizen") not in {"must", "may"}


def test_where_the_law_is_firm_a_finding_says_nothing(found):
    case = detainer(found(says="must_not"))
    with_warrant = replace(
        case, request={**case.request, "attachments": frozenset({"I-200"})}, custody={"facility": "county_jail"}
    )
    made = decide(with_warrant).acts[Act.HOLD]
    assert made.outcome == "must"
    assert all(not reason.provision.answers for reason in made.reasons)


def test_a_missing_fact_is_asked_for_and_not_settled(found):
    case = detainer(found(), proof_of_status_given=None)
    made = decide(case).acts[Act.HOLD]
    assert made.outcome == "unknown"
    assert "person.proof_of_status_given" in {ask.fact for ask in made.questions}


def test_a_finding_counts_from_the_day_it_was_signed_to_its_review_day(found):
    place = found()
    days = ("2026-09-30", "2026-10-01", "2027-10-01", "2027-10-02")
    assert [outcome(place, day=day) for day in days] == ["unresolved", "must_not", "must_not", "unresolved"]
    assert (date(2027, 10, 2), Act.HOLD, "unresolved") in decide(detainer(place)).changes_on


def test_a_finding_that_ran_out_is_said_on_each_answer_it_would_touch(found):
    place = found()
    assert not [each for each in decide(detainer(place)).warnings if "finding" in each.lower()]
    (said,) = [each for each in decide(detainer(place, day="2027-12-01")).warnings if "finding" in each.lower()]
    assert "A. Lee, County Counsel" in said
    assert "2027-10-01" in said


def test_a_state_without_a_pack_is_filled_for_the_acts_named_and_no_others(found):
    place = found(SAMOA)
    assert (outcome("us-as-eastern"), outcome(place)) == ("unknown", "must_not")
    assert outcome(place, Act.NOTIFY) == "unknown"
    assert outcome(found(SAMOA, says="may"), proof_of_status_given="us_citizen") not in {"may", "must"}


@pytest.mark.parametrize(("says", "comes_to"), [("must_not", "must_not"), ("may", "may")])
def test_counsel_fills_a_state_whose_law_was_searched_and_not_found(found, says, comes_to):
    place = found(SEARCHED, says=says)
    assert (outcome("us-oh-franklin"), outcome(place)) == ("unresolved", comes_to)
    assert outcome(place, Act.NOTIFY) == outcome("us-oh-franklin", Act.NOTIFY)
    assert outcome(place, proof_of_status_given="us_citizen") == "must_not"


def test_what_a_countys_own_rules_say_is_answered_once(found):
    local = BARE | {"place": "us-ca-kern", "id": "none", "acts": ["notify"], "says": "may"}
    place = found(local, settles=["us-ca-county.gov-7282.5-local"])
    strike = [{"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2020-01-01"}]
    row = {
        "id": "c", "jurisdiction": "us-ca-kern", "as_of": "2026-11-24",
        "request": {"kind": "detainer", "issuer": "ice", "basis": "civil", "identity_match": True, "signer": "immigration_officer"},
        "person": {"history_complete": True, "proof_of_status_given": "none", "sex_or_arson_registrant": False,
                   "federal_felony_arrest_warrant": False},
        "custody": {"facility": "county_jail", "release_date_public": False}, "charges": strike,
    }  # fmt: skip
    case = read_case(row)
    assert decide(case).acts[Act.NOTIFY].outcome == "unknown"
    assert decide(replace(case, jurisdiction=place)).acts[Act.NOTIFY].outcome == "may"
    petty = read_case(
        row
        | {
            "charges": [
                {"statute": "PC 488", "grade": "misdemeanor", "disposition": "convicted", "disposed_on": "2020-01-01"}
            ]
        }
    )
    barred = decide(petty).acts[Act.NOTIFY].outcome
    assert decide(replace(petty, jurisdiction=place)).acts[Act.NOTIFY].outcome == barred == "must_not", (
        "the state's own bar stands"
    )


def test_a_finding_reaches_no_further_than_it_says(found):
    place = found(more='where = ["not person.minor"]')
    assert outcome(place, minor=False) == "must_not"
    assert outcome(place, minor=True) == "unresolved"
    made = decide(detainer(place, minor=None)).acts[Act.HOLD]
    assert made.outcome == "unresolved"
    assert "person.minor" in {ask.fact for ask in made.questions}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"settles": []}, "it settles nothing"),
        ({"settles": ["us-tx.nothing"]}, '"us-tx.nothing" is no rule of us-tx-travis'),
        ({"settles": ["us-tx"]}, '"us-tx" is no rule'),
        ({"settles": ["us-tx.gov-753.051"], "acts": ["agree_287g"]}, "leaves nothing open"),
        ({"acts": ["list"]}, "speaks of list"),
        ({"acts": ["lift"]}, '"lift" is no act'),
        ({"says": "unresolved"}, "write must, may or must_not"),
        ({"by": " "}, "names nobody who signed it"),
        ({"reasons": " "}, "no reasons"),
        ({"review_by": "2026-10-01"}, "review day"),
        ({"review_by": "2029-10-01"}, "review day"),
        ({"review_by": "2028-10-02"}, "review day"),
        ({"place": "us-ca-kern", "settles": ["us-ca.gov-7284.6-a-1-B"], "says": "may"}, "leaves nothing open"),
        (
            {"place": "us-ca-kern", "acts": ["notify"], "settles": ["us-ca-county.gov-7282.5-local"]},
            "says may, of every request",
        ),
        (SAMOA | {"acts": ["share_status"]}, "8 USC 1373"),
        ({"id": "A b"}, "small letters"),
        ({"more": 'where = ["person.minor is yes"]'}, "person.minor"),
    ],
)
def test_a_finding_that_is_none_is_refused_in_a_sentence_that_names_it(found, change, says):
    with pytest.raises(BadInputError) as refused:
        found(**change)
    assert says in str(refused.value)
    assert "findings.toml" in str(refused.value)


@pytest.mark.parametrize("says", ["must", "may"])
def test_no_finding_opens_a_floor_of_federal_law(found, says):
    rules = {rule.id for pack in resolve("us-tx-travis").packs for rule in pack.provisions}
    assert "us.wrong-signer" in rules or any(each.startswith("us.") for each in rules)
    from habeas.law.packs.us.floors import FLOORS

    floor = next(each for each in FLOORS if Act.HOLD in each.acts)
    with pytest.raises(BadInputError, match="floor of federal law"):
        found(settles=[floor.id], says=says)


def test_a_finding_that_alone_opened_an_act_is_shown_as_what_carries_it(found):
    case = detainer(found(SAMOA, says="may"))
    made = decide(replace(case, request={**case.request, "attachments": frozenset({"I-200"})})).acts[Act.HOLD]
    assert made.outcome == "may"
    assert "us-as-eastern.finding.no-hold" in {each.provision.id for each in made.reasons if each.controls}


def test_the_shell_names_the_hash_of_the_file_that_counsel_signs_for(tmp_path):
    path = tmp_path / "findings.toml"
    path.write_text(FILE.format(**BARE | {"place": "us-ca-kern", "id": "none", "acts": ["notify"], "says": "may",
                                          "settles": ["us-ca-county.gov-7282.5-local"]}), encoding="utf-8")  # fmt: skip
    place = load_policy(path)
    shown = CliRunner().invoke(app, ["law", "policy", str(path)])
    (digest,) = [sha for name, sha in resolve(place).hashes if name.endswith(".policy")]
    assert digest in shown.output
    assert "Findings of county counsel" in shown.output


def test_a_file_without_a_rule_or_a_finding_is_refused(tmp_path):
    path = tmp_path / "empty.toml"
    path.write_text('[policy]\nplace = "us-tx-travis"\ntitle = "Nothing"\n', encoding="utf-8")
    with pytest.raises(BadInputError, match="neither a rule nor a finding"):
        load_policy(path)


def test_a_finding_is_kept_with_the_law_and_read_back_as_it_stood(found):
    pack = resolve(found(more='any_charge = ["serious", "disposition is convicted"]')).packs[-1]
    again = decode_pack(encode(pack))
    assert again == pack
    assert again.sha256() == pack.sha256()
    assert "answers" not in encode(resolve("us-tx").packs[-1].provisions[0]), "a rule of law hashes as it always did"


@pytest.mark.parametrize("number", range(len(REQUESTS)))
@pytest.mark.parametrize("settings", [BARE, SAMOA], ids=["texas", "samoa"])
def test_columns_settle_as_cases_do(found, settings, number):
    place = found(settings, more='where = ["not person.minor"]', acts=["hold"])
    crowd = Crowd(settings["place"], REQUESTS[number], 40, seed=number)
    cases = [replace(case, jurisdiction=place) for case in crowd.cases()]
    frame = decide_frame(*crowd.frames(), cases[0], [Act.HOLD])
    assert frame.get_column("hold.outcome").to_list() == [decide(case).acts[Act.HOLD].outcome.value for case in cases]


@pytest.mark.parametrize(("says", "comes_to"), [("must_not", "must_not"), ("may", "unknown")])
def test_a_finding_on_a_federal_point_leaves_a_missing_state_missing(found, says, comes_to):
    subpoena = {"acts": ["share_personal"], "settles": ["us.8usc-1225-d-4"], "says": says}
    case = read_case({"id": "c", "jurisdiction": "us-as-eastern", "as_of": "2026-11-24",
                      "request": {"kind": "administrative_subpoena", "issuer": "ice", "asks": ["share_personal"]}})  # fmt: skip
    made = decide(replace(case, jurisdiction=found(SAMOA, **subpoena)))
    assert made.acts[Act.SHARE_PERSONAL].outcome == comes_to
