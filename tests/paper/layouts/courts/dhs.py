"""Officers' papers: I-200, I-205, I-247A, I-203, I-286, I-862, I-138, with a court-like caption as a trap among them."""

from datetime import date, timedelta

from tests.paper.layouts.courts.pen import Pen, Truth
from tests.paper.layouts.courts.states import person

# ruff: noqa: E501 - a paper's sentences stand on one line
OFFICERS = ("Bertrand O. Nakasone", "Wendeline M. Stroud", "Tobias Voss", "D. Pratt")
TITLES = (
    "Deportation Officer",
    "Supervisory Detention and Deportation Officer",
    "Assistant Field Office Director",
    "SDDO",
    "Acting Field Office Director",
)
OFFICES = (
    "ICE ERO Salt Lake City Field Office, 2975 S. Larkmoor Drive, West Valley City, UT 84119",
    "ERO St. Paul, 1 Federal Drive, Fort Snelling, MN 55111",
)


def _last_first(who):
    parts = who.replace(", Jr.", "").split()
    return f"{parts[-1].upper()}, {' '.join(parts[:-1])}"


def _alien(rng):
    return f"A {rng.choice(('071', '208', '219'))} {rng.randint(100, 999)} {rng.randint(100, 999)}"


def _cells(p, rows):
    """Ruled rows of (label, value, share of the width); the label small in the upper left corner."""
    for row in rows:
        x = p.left
        for label, value, share in row:
            wide = (p.right - p.left) * share
            p.board.frame(x, p.y, x + wide, p.y + 28)
            p.board.write(x + 3, p.y + 8, label, size=7)
            p.board.write(x + 5, p.y + 22, value, size=min(p.size, 9))
            x += wide
        p.y += 28
    return p.down(16)


def _beside(p, rows):
    """Labels with their values behind them, one a line."""
    for row in rows:
        for label, value, _ in row:
            p.at(p.left, label if label.endswith(":") else f"{label}:").at(p.left + 150, value).down(16)
    return p.down(6)


def _sign(p, family, name, title, made):
    if family == "develop":
        p.down(30).ink(336, -2).rule(318, 560).down(10).at(360, "(Signature of Immigration Officer)", size=7).down(22)
        p.at(330, f"{name}, {title}").rule(318, 560, 3).down(11).at(360, "(Printed Name and Title)", size=7).down(14)
    else:
        p.down(32).at(p.left, name).ink(346, -2).rule(330, 560).rule(p.left, p.left + 200, 3).down(11)
        p.at(p.left, "Name of Issuing Officer", size=7).at(380, "Signature of Issuing Officer", size=7).down(24)
        p.at(p.left, title).rule(p.left, p.left + 200, 3).down(11).at(p.left, "Title of Issuing Officer", size=7).down(
            14
        )


def _caption(p, who):
    """Parties as in a court's case: the trap."""
    p.at(p.left, "UNITED STATES OF AMERICA").at(300, ")").down().at(p.left, "v.").at(300, ")").at(
        320, "Case No. 2:26-mj-00412"
    ).down()
    p.at(p.left, who).at(300, ")").down(20)


def _head(p, title):
    p.center(p.rng.choice(("DEPARTMENT OF HOMELAND SECURITY", "U.S. DEPARTMENT OF HOMELAND SECURITY"))).center(
        "U.S. Immigration and Customs Enforcement"
    ).down(6)
    if title:
        p.center(title, bold=True, size=14).down(8)


def i200(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    named, alien, made = _last_first(who), _alien(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
    _head(p, "Warrant for Arrest of Alien")
    p.at(360, f"File No. {alien}").down().at(360, f"Date: {made.strftime('%m/%d/%Y')}").down(22)
    if rng.random() < 0.5:
        _caption(p, who)
    p.para(
        "To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act and part 287 of title 8, Code of Federal Regulations, to serve warrants of arrest for immigration violations"
    )
    p.para(
        f"I have determined that there is probable cause to believe that {named} is removable from the United States. This determination is based upon:"
    )
    for on, text in (
        (True, "the execution of a charging document to initiate removal proceedings against the subject;"),
        (False, "the pendency of ongoing removal proceedings against the subject;"),
    ):
        p.board.tick(p.left, p.y, on, text)
        p.down(15)
    p.para(
        "YOU ARE COMMANDED to arrest and take into custody for removal proceedings under the Immigration and Nationality Act, the above-named alien."
    )
    name, title = rng.choice(OFFICERS), rng.choice(TITLES)
    _sign(p, family, name, title, made)
    p.board.say(p.left, 770, "Form I-200 (Rev. 09/16)", 8)
    return p.board, Truth(
        "administrative_warrant",
        "immigration_officer",
        False,
        {
            "a_number": alien,
            "issued_on": made.isoformat(),
            "subject_name": named,
            "signer_name": name,
            "signer_title": title,
        },
        "I-200",
        "i200",
    )


def i247a(rng, family):
    p, (who, sex, born) = Pen(rng), person(rng)
    named, alien, made = _last_first(who), _alien(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
    p.center("DEPARTMENT OF HOMELAND SECURITY").center(
        "IMMIGRATION DETAINER - NOTICE OF ACTION", bold=True, size=13
    ).down(8)
    draw = rng.choice((_cells, _beside))
    to = "Alder County Jail, 310 Poplar Way, Tarn, UT 84083"
    office = rng.choice(OFFICES)
    draw(
        p,
        (
            (("Subject ID:", "412660937", 0.33), ("Event #:", "SLC2611000562", 0.33), ("File No:", alien, 0.34)),
            (("Date:", made.strftime("%m/%d/%Y"), 1.0),),
        ),
    )
    _cells(
        p,
        (
            (("TO: (Name and Title of Institution - OR Any Subsequent Law Enforcement Agency)", to, 1.0),),
            (("FROM: (DHS Office Address)", office, 1.0),),
        ),
    )
    draw(
        p,
        (
            (("Name of Alien:", named, 1.0),),
            (
                ("Date of Birth:", born.strftime("%m/%d/%Y"), 0.34),
                ("Citizenship:", "HONDURAS", 0.33),
                ("Sex:", sex, 0.33),
            ),
        ),
    )
    p.para(
        "1. DHS HAS DETERMINED THAT PROBABLE CAUSE EXISTS THAT THE SUBJECT IS A REMOVABLE ALIEN. THIS DETERMINATION IS BASED ON:"
    )
    for on, text in (
        (True, "A final order of removal against the alien;"),
        (False, "The pendency of ongoing removal proceedings against the alien;"),
    ):
        p.board.tick(p.left, p.y, on, text)
        p.down(15)
    p.para(
        "IT IS THEREFORE REQUESTED THAT YOU: Notify DHS as early as practicable (at least 48 hours, if possible) before the alien is released from your custody. Please notify DHS by calling ICE at (801) 555-0119."
    )
    name, title = rng.choice(OFFICERS), rng.choice(TITLES)
    p.down(26).at(p.left, f"{name}, {title}").ink(346, -2).rule(330, 560).rule(p.left, p.left + 240, 3).down(11)
    p.at(p.left, "(Name and title of Immigration Officer)", size=7).at(
        380, "(Signature of Immigration Officer)", size=7
    )
    p.board.say(p.left, 770, "DHS Form I-247A (3/17)", 8)
    return p.board, Truth("detainer", "immigration_officer", False, {
        "subject_id": "412660937", "event_number": "SLC2611000562", "a_number": alien, "issued_on": made.isoformat(), "recipient": to, "issuing_office": office, "subject_name": named,
        "date_of_birth": born.isoformat(), "citizenship": "HONDURAS", "sex": sex, "phone": "(801) 555-0119", "signer_name": name, "signer_title": title, "grounds": ["final_order"]}, "I-247A", "i247a")  # fmt: skip


def i203(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    named, alien, made = _last_first(who), _alien(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
    _head(p, "ORDER TO DETAIN OR RELEASE ALIEN")
    rows = (
        (
            ("TO: (Name and Title of Officer in Charge)", "Warden, Alder County Jail", 0.6),
            ("Date", made.strftime("%m/%d/%Y"), 0.4),
        ),
        (("Name of Alien", named, 0.6), ("File Number", alien, 0.4)),
    )
    (_cells if family == "develop" else _beside)(p, rows)
    p.board.tick(p.left, p.y, True, "Please detain the above-named alien.").tick(
        p.left, p.y + 16, False, "Please release the above-named alien."
    )
    p.down(40)
    name, title = rng.choice(OFFICERS), rng.choice(TITLES)
    _sign(p, family, name, title, made)
    p.board.say(p.left, 770, "Form I-203 (Rev. 08/01/07)", 8)
    return p.board, Truth(
        None,
        "immigration_officer",
        False,
        {"subject_name": named, "a_number": alien, "issued_on": made.isoformat()},
        "I-203",
        "i203",
    )


def i286(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    _head(p, "Notice of Custody Determination")
    p.at(p.left, f"Alien's Name: {_last_first(who)}").at(360, f"A-File Number: {_alien(rng)}").down(20)
    p.para(
        "Pursuant to the authority contained in section 236 of the Immigration and Nationality Act and part 236 of title 8, Code of Federal Regulations, I have determined that, pending a final administrative determination in your case, you will be detained by the Department of Homeland Security."
    )
    _sign(p, family, rng.choice(OFFICERS), rng.choice(TITLES), None)
    p.board.say(p.left, 770, "DHS Form I-286 (1/14)", 8)
    return p.board, Truth(None, "immigration_officer", False, {}, "I-286", "i286")


def i862(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    p.at(p.left, "DEPARTMENT OF HOMELAND SECURITY", bold=True).down().at(
        p.left, "NOTICE TO APPEAR", bold=True, size=14
    ).down(20)
    p.at(p.left, "In removal proceedings under section 240 of the Immigration and Nationality Act:").down(18)
    p.at(p.left, f"In the Matter of: Respondent: {who}").at(380, f"File No: {_alien(rng)}").down(20)
    p.para("The Department of Homeland Security alleges that you are not a citizen or national of the United States.")
    _sign(p, family, rng.choice(OFFICERS), rng.choice(TITLES), None)
    p.board.say(p.left, 770, "DHS Form I-862 (2/20)", 8)
    return p.board, Truth(None, ("immigration_officer", None), False, {}, "I-862", "i862")


def i138(rng, family):
    p, made = Pen(rng), date(2026, 10, 3) + timedelta(days=rng.randint(0, 50))
    _head(
        p,
        "IMMIGRATION ENFORCEMENT SUBPOENA to Appear and/or Produce Records"
        if family == "hold"
        else "IMMIGRATION ENFORCEMENT SUBPOENA",
    )
    to, number, by = (
        "Custodian of Records, Alder County Jail, 310 Poplar Way, Tarn, UT 84083",
        f"SLC-2026-{rng.randint(100, 999)}",
        made + timedelta(days=15),
    )
    office = "2975 S. Larkmoor Drive, West Valley City, UT 84119"
    _cells(
        p,
        (
            (("1. To (Name, Address, City, State, Zip Code)", to, 0.7), ("Subpoena Number", number, 0.3)),
            (("2. In Reference To", "Records of persons booked", 1.0),),
        ),
    )
    p.para(
        "By the service of this subpoena upon you, YOU ARE HEREBY SUMMONED AND REQUIRED TO: (A) APPEAR before the officer named in Block 3; (B) PRODUCE the records described in Block 4."
    )
    _cells(
        p,
        (
            (
                (
                    "3. (A) CBP, ICE or USCIS Official before whom you are required to appear: Name",
                    "Wendeline M. Stroud",
                    0.6,
                ),
                ("(B) Date", by.strftime("%m/%d/%Y"), 0.2),
                ("(C) Time", "10:00 a.m.", 0.2),
            ),
            (("Address", office, 0.7), ("Telephone Number", "(801) 555-0119", 0.3)),
        ),
    )
    p.at(p.left, "4. Records required to be produced for inspection").down(14).para(
        "Booking sheets and housing records for persons booked in October 2026"
    )
    name, title = (
        rng.choice(OFFICERS),
        "Special Agent" if family == "hold" else "Supervisory Detention and Deportation Officer",
    )
    p.at(p.left, "5. Authorized Official").down(34).ink(p.left + 12, -2).rule(p.left, 300).down(9).at(
        p.left + 90, "(Signature)", size=7
    ).down(20)
    p.at(p.left, name).rule(p.left, 300, 3).down(11).at(p.left + 90, "(Printed Name)", size=7).down(20)
    p.at(p.left, title).rule(p.left, 300, 3).down(11).at(p.left + 90, "(Title)", size=7).down(20)
    p.at(p.left, made.strftime("%m/%d/%Y")).rule(p.left, 300, 3).down(11).at(p.left + 90, "(Date)", size=7)
    p.board.say(p.left, 776, "DHS Form I-138 (6/09)", 8)
    return p.board, Truth("administrative_subpoena", "immigration_officer", False, {
        "recipient": to, "case_number": number, "comply_by": by.isoformat(), "comply_at": office, "phone": "(801) 555-0119", "issued_on": made.isoformat(),
        "in_reference_to": "Records of persons booked", "records_sought": "Booking sheets and housing records for persons booked in October 2026", "signer_name": name, "signer_title": title}, "I-138", "i138")  # fmt: skip


PAPERS = {"i200": i200, "i247a": i247a, "i203": i203, "i286": i286, "i862": i862, "i138": i138}
