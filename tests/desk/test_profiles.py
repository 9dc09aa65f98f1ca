"""The jail's own export is described at the desk: a sample, shape, cards, codes, ten people on paper, a second person; then it is used."""

import pytest

from habeas.common.errors import BadInputError
from habeas.desk.doing import by
from habeas.desk.models import Event, RosterImport, RosterProfile, RosterSample
from habeas.desk.services.custody import custody, profile_making, profile_words, profiles
from habeas.desk.services.custody.profile_words import CardAnswer
from habeas.desk.services.upkeep import jobs
from habeas.desk.workflow.errors import NotYoursError, RefusedError

from . import samples

pytestmark = pytest.mark.django_db

CARDS = {
    "Book #": CardAnswer("booking_id"),
    "Inmate": CardAnswer("full_name", ("{family}, {given} {middle} {suffix}",)),
    "DOB": CardAnswer("date_of_birth", ("mm/dd/yyyy",)),
    "Booked": CardAnswer("booked_at", ("mm/dd/yyyy",)),
    "Charge": CardAnswer("statute"),
    "Status": CardAnswer("charge_disposition"),
    "Notes": CardAnswer("leave out"),
}
CODES = {"charge_disposition": {"PEND": "pending", "CONV": "convicted", "DISM": "dismissed"}}


@pytest.fixture
def clerk(staff, now):
    return by(staff["clerk"], now)


@pytest.fixture
def commander(staff, now):
    return by(staff["commander"], now)


def described(clerk, content=None):
    made = profile_making.begin(content or samples.export(), "jail.csv", "Alder export", clerk)
    profile_making.reshape(made, {"shape": "table", "separator": ",", "header": [2]}, clerk)
    tables = profile_words.with_answers(RosterSample.objects.get(profile=made).tables, CARDS)
    profile_making.rewrite(made, "columns", profile_words.with_codes(tables, CODES), clerk)
    made.refresh_from_db()
    assert not profile_making.fault_of(made)
    return made


def compared(made, clerk, wrong=""):
    read = profile_making.try_it(made, clerk)
    said = {each["person_id"]: "" for each in read["asked"]}
    profile_making.confirm(made, said | ({next(iter(said)): wrong} if wrong else {}), clerk)
    return read


def in_use(clerk, commander):
    made = described(clerk)
    compared(made, clerk)
    profile_making.propose(made, clerk)
    made.refresh_from_db()
    profile_making.vouch(made, made.sha256, commander)
    made.refresh_from_db()
    return made


def test_a_layout_that_two_people_made_and_vouched_for_reads_a_roster(clerk, commander, now):
    made = in_use(clerk, commander)
    assert (made.called, made.state) == ("alder_export.1", "in_use")
    kept = custody.keep_roster(samples.export(), "jail.csv", "alder_export.1", now, clerk)
    jobs.queue("preview_roster", kept.key, clerk)
    jobs.queue("apply_roster", kept.key, clerk)
    kept.refresh_from_db()
    assert (kept.state, kept.report["people"]) == ("applied", 12)
    roster = custody.read_import(kept)
    assert [each.family_name for each in roster.people[:2]] == ["MARLOWE", "OKAFOR"]
    told = [charge.disposition for each in roster.people[:5] for booking in each.bookings for charge in booking.charges]
    assert told == ["pending", "convicted", "dismissed", "pending", None], "what was not chosen stays unknown"
    assert "secret" not in str(roster), "a column left out is never stored"


def test_what_is_read_is_shown_beside_what_stands_in_the_file(clerk):
    read = profile_making.try_it(described(clerk), clerk)
    assert read["counts"] == {"people": 12, "bookings": 12, "charges": 12, "rows": 12, "in_custody": 12}
    assert read["left_out"] == ["Notes"]
    assert read["births"] == {"years": [[1970 + number, 1] for number in range(12)], "unknown": 0}
    assert len(read["shown"]) == 12
    assert len(read["asked"]) == 10
    first = read["shown"][0]
    assert first["findings"], "those with findings come first"
    assert "secret" not in str(read)


# ---- guards


def test_only_a_layout_in_use_is_offered_and_taken(clerk, commander, now):
    made = described(clerk)
    for step in (lambda: None, lambda: (compared(made, clerk), profile_making.propose(made, clerk))):
        step()
        assert "alder_export.1" not in dict(profiles.offered())
        with pytest.raises(BadInputError, match="No profile"):
            custody.keep_roster(samples.export(), "jail.csv", "alder_export.1", now, clerk)
        with pytest.raises(BadInputError, match="No profile"):
            profiles.text_of("alder_export.1")
    assert not RosterImport.objects.exists()
    made.refresh_from_db()
    profile_making.vouch(made, made.sha256, commander)
    assert "alder_export.1" in dict(profiles.offered())


@pytest.mark.parametrize(
    "called",
    ["/etc/passwd", "../plain.toml", "plain.toml", "plain.1", "./plain", "", "alder_export.1\n", "alder_export.٣"],
)
def test_a_path_or_any_other_word_is_no_layout(called, clerk, commander, now):
    in_use(clerk, commander)
    with pytest.raises(BadInputError, match="No profile"):
        custody.keep_roster(samples.export(), "jail.csv", called, now, clerk)


def test_nobody_who_had_a_hand_in_a_layout_vouches_for_it(clerk, commander, staff, now):
    made = described(clerk)
    profile_making.rewrite(made, "codes", RosterSample.objects.get(profile=made).tables, commander)
    compared(made, clerk)
    profile_making.propose(made, clerk)
    made.refresh_from_db()
    with pytest.raises(RefusedError, match="worked on this layout"):
        profile_making.vouch(made, made.sha256, commander)
    profile_making.vouch(made, made.sha256, by(staff["counsel"], now))


def test_a_clerk_vouches_for_nothing_and_an_administrator_sees_no_sample(clerk, staff, now):
    made = described(clerk)
    compared(made, clerk)
    profile_making.propose(made, clerk)
    with pytest.raises(NotYoursError):
        profile_making.vouch(made, made.sha256, by(staff["clerk2"], now))
    with pytest.raises(NotYoursError):
        profile_making.begin(samples.export(), "x.csv", "x", by(staff["administrator"], now))


def test_what_is_vouched_for_is_what_was_seen(clerk, commander):
    made = described(clerk)
    compared(made, clerk)
    profile_making.propose(made, clerk)
    with pytest.raises(RefusedError, match="changed while"):
        profile_making.vouch(made, "0" * 64, commander)


def test_before_the_first_roster_the_rarest_half_is_compared_and_afterwards_everybody(clerk, staff, now):
    made = described(clerk)
    asked = [each["person_id"] for each in profile_making.try_it(made, clerk)["asked"]]
    profile_making.confirm(made, dict.fromkeys(asked[5:], ""), clerk)
    with pytest.raises(RefusedError, match="Compare 5 more of the first 5"):
        profile_making.propose(made, clerk)
    profile_making.confirm(made, dict.fromkeys(asked[:5], ""), clerk)
    profile_making.propose(made, clerk)


def test_a_layout_is_proposed_only_once_ten_people_agree_with_the_jails_record(roster, clerk):
    made = described(clerk)
    with pytest.raises(RefusedError, match="Read the sample first"):
        profile_making.propose(made, clerk)
    profile_making.try_it(made, clerk)
    with pytest.raises(RefusedError, match="Compare 10 more"):
        profile_making.propose(made, clerk)
    compared(made, clerk, wrong="born 1971")
    with pytest.raises(RefusedError, match="differently"):
        profile_making.propose(made, clerk)


def test_a_change_after_the_comparison_asks_for_it_again(clerk):
    made = described(clerk)
    compared(made, clerk)
    profile_making.rewrite(made, "codes", RosterSample.objects.get(profile=made).tables, clerk)
    with pytest.raises(RefusedError, match="Read the sample first"):
        profile_making.propose(made, clerk)


def test_a_changed_header_stops_the_import_and_names_the_column_that_seems_renamed(clerk, commander, now):
    in_use(clerk, commander)
    renamed = samples.export("Book #,Inmate,Birth Date,Booked,Charge,Case Status,Notes")
    kept = custody.keep_roster(renamed, "jail.csv", "alder_export.1", now, clerk)
    job = jobs.queue("preview_roster", kept.key, clerk)
    kept.refresh_from_db()
    assert (job.state, kept.state) == ("failed", "dropped")
    assert '"Status" seems to be "Case Status" now' in job.said


def test_the_sample_is_deleted_once_the_layout_is_vouched_for_or_given_up(clerk, commander):
    in_use(clerk, commander)
    made = described(clerk)
    assert made.called == "alder_export.2"
    profile_making.give_up(made, clerk)
    assert not RosterSample.objects.exists()


def test_a_newer_version_takes_the_place_of_the_older_and_what_was_read_reads_again(clerk, commander, now):
    old = in_use(clerk, commander)
    kept = custody.keep_roster(samples.export(), "jail.csv", old.called, now, clerk)
    new = in_use(clerk, commander)
    old.refresh_from_db()
    assert (old.state, new.called) == ("ended", "alder_export.2")
    assert old.called not in dict(profiles.offered())
    assert len(custody.read_import(kept).people) == 12


@pytest.mark.forges
def test_a_text_altered_beside_the_program_reads_nothing(clerk, commander):
    made = in_use(clerk, commander)
    RosterProfile.objects.filter(pk=made.pk).update(text=made.text.replace("pending", "dismissed"))
    with pytest.raises(BadInputError, match="not the text that was approved"):
        profiles.text_of(made.called)


def test_every_step_is_an_event_and_no_event_names_anybody(clerk, commander):
    in_use(clerk, commander)
    events = Event.objects.filter(kind="profile")
    told = [each.body for each in events]
    steps = ["sample taken in", "shape", "columns", "tried", "compared with paper", "proposed", "vouched for"]
    assert [step for step in steps if not any(f'"{step}"' in body for body in told)] == []
    assert not [name for name in samples.NAMES for body in told if name.split(",")[0] in body]
