"""Letters and printed e-mails that ask about a person: when he is released, an interview, a list; in many words."""

from datetime import date, timedelta

from tests.paper.layouts.courts.dhs import OFFICERS, TITLES, _alien, _last_first
from tests.paper.layouts.courts.pen import Pen, Truth
from tests.paper.layouts.courts.states import person

# ruff: noqa: E501 - a paper's sentences stand on one line
# fmt: off
RELEASE = {
    "develop": (
        "We kindly ask that you inform this office of the date and time on which {he} is expected to be released.",
        "Please notify this office of the release date.",
        "We request that your facility advise us when {who} will be leaving your custody.",
        "This office would appreciate being told at least 48 hours before {his} anticipated release.",
        "Please provide the projected release date and time of the above-named inmate.",
    ),
    "hold": (
        "Kindly let us know as soon as a date for {his} discharge from your jail has been set.",
        "It is requested that ERO be contacted before {he} leaves your facility.",
        "Could you please tell us when {who} is scheduled to be let go?",
        "We ask that your staff call this office prior to {who}'s release from custody.",
        "Please alert the undersigned in advance of the day and hour of {his} release.",
    ),
}
INTERVIEW = {
    "develop": ("We request permission to interview {who} at your facility on a day convenient to you.", "ICE officers would like to interview the above-named person while {he} is in your custody."),
    "hold": ("Please make {who} available to speak with our officers at your jail.", "This office seeks an opportunity to interview {him} about {his} immigration status."),
}
LISTS = {
    "develop": ("Please provide a list of all inmates in your custody who are not citizens of the United States, with their names, dates of birth and release dates.", "We request a roster of every person presently held who was born outside the United States, including name, date of birth and booking number."),
    "hold": ("This office asks for the names and dates of birth of all foreign-born individuals booked since October 1, 2026.", "Kindly furnish a current listing of noncitizen detainees together with their scheduled release dates."),
}
REF = {"develop": ("RE: {name}, {a}, DOB {dob}", "Re: {name}|A-Number: {a}|Date of Birth: {dob}", "SUBJECT: {name} | {a} | {dob}"),
       "hold": ("Re: {name} (A# {an}; DOB: {dob})", "In re: {name}|Alien No. {an}|DOB: {dob}", "RE:  {name}  /  {a}  /  born {dob}")}
# fmt: on


def _open(p, family, made):
    p.at(p.left, "U.S. Department of Homeland Security", bold=True).down().at(
        p.left, "U.S. Immigration and Customs Enforcement"
    ).down()
    p.at(p.left, "Enforcement and Removal Operations").down().at(p.left, "1250 Vista Way, Boise, ID 83702").down(24)
    p.at(p.left, made.strftime("%B %-d, %Y")).down(22)
    for line in ("Records Unit", "Teton Ridge County Jail", "44 Spruce Street, Tarn, ID 83699"):
        p.at(p.left, line).down()
    return p.down(10)


def _close(p, family, name, title, phone):
    p.para(
        f"You may reach me at {phone}."
        if family == "develop"
        else f"Should you have questions, my direct line is {phone}."
    )
    p.at(p.left, p.rng.choice(("Sincerely,", "Respectfully,", "Very truly yours,"))).down(36).ink(p.left + 10, -4)
    p.at(p.left, name).down().at(p.left, title).down()


def _reference(p, family, named, alien, born):
    parts = (
        p.rng.choice(REF[family])
        .format(name=named, a=alien, an=alien[2:].replace(" ", "-"), dob=born.strftime("%m/%d/%Y"))
        .split("|")
    )
    if len(parts) == 3 and parts[0].startswith("SUBJECT"):
        parts = ["|".join(parts)]
    for place, part in enumerate(parts):
        p.at(p.left + (28 if place else 0), part).down()
    p.down(8)


def _about(texts, kind):
    def draw(rng, family):
        p, (who, sex, born) = Pen(rng), person(rng)
        named, alien, made = _last_first(who), _alien(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
        _open(p, family, made)
        _reference(p, family, named, alien, born)
        p.at(
            p.left,
            rng.choice(("Dear Sheriff:", "Dear Sir or Madam:", "To Whom It May Concern:", "Dear Records Supervisor:")),
        ).down(20)
        p.para(
            f"The above-named individual is currently held at your facility. {rng.choice(texts[family]).format(who=named, he='he' if sex == 'M' else 'she', his='his' if sex == 'M' else 'her', him='him' if sex == 'M' else 'her')}"
        )
        name, title, phone = rng.choice(OFFICERS), rng.choice(TITLES), "(208) 555-0119"
        _close(p, family, name, title, phone)
        fields = {"subject_name": named, "a_number": alien, "date_of_birth": born.isoformat(), "issued_on": made.isoformat(), "phone": phone, "signer_name": name, "signer_title": title,
                  "recipient": "Records Unit, Teton Ridge County Jail"}  # fmt: skip
        return p.board, Truth(kind, "immigration_officer", False, fields, None, f"letter {kind}")

    return draw


def list_letter(rng, family):
    p, made = Pen(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
    _open(p, family, made)
    p.at(p.left, "Dear Sheriff:").down(20)
    p.para(rng.choice(LISTS[family]))
    name, title, phone = rng.choice(OFFICERS), rng.choice(TITLES), "(208) 555-0119"
    _close(p, family, name, title, phone)
    return p.board, Truth(
        "list_request",
        "immigration_officer",
        False,
        {"issued_on": made.isoformat(), "signer_name": name, "signer_title": title},
        None,
        "list",
    )


def mail(rng, family):
    """A printed e-mail: nobody signed it by hand."""
    p, (who, sex, born) = Pen(rng), person(rng)
    named, alien, made = _last_first(who), _alien(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
    name, title, phone = rng.choice(OFFICERS), rng.choice(TITLES), "(208) 555-0119"
    sent = made.strftime("%A, %B %-d, %Y 9:14 AM")
    for label, value in (
        ("From:", f"{name} <{name.split()[-1].lower()}@ice.example>"),
        ("Sent:" if family == "develop" else "Date:", sent),
        ("To:", "Teton Ridge County Jail Records <records@tetonridge.example>"),
        ("Subject:", f"{named} {alien} - release date"),
    ):
        p.at(p.left, label, bold=True).at(p.left + 60, value).down()
    p.rule(p.left, p.right).down(20).at(p.left, "Good morning,").down(20)
    he, his = ("he", "his") if sex == "M" else ("she", "her")
    p.para(f"{rng.choice(RELEASE[family]).format(who=named, he=he, his=his)} DOB {born.strftime('%m/%d/%Y')}.")
    p.at(p.left, rng.choice(("Thank you,", "Regards,", "Thanks,"))).down(20)
    p.at(p.left, name).down().at(p.left, title).down().at(p.left, "ICE Enforcement and Removal Operations").down().at(
        p.left, phone
    )
    fields = {
        "subject_name": named,
        "a_number": alien,
        "date_of_birth": born.isoformat(),
        "issued_on": made.isoformat(),
        "phone": phone,
        "signer_name": name,
        "signer_title": title,
    }
    return p.board, Truth("notification_request", (None, "immigration_officer"), False, fields, None, "mail")


PAPERS = {
    "release letter": _about(RELEASE, "notification_request"),
    "interview letter": _about(INTERVIEW, "interview_request"),
    "list letter": list_letter,
    "mail": mail,
}
