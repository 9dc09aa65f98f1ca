"""Federal courts' and marshals' papers: AO 442, AO 93, AO 110, USM-17, USM-41, writs, PROB 12C, AO 98."""

from datetime import date, timedelta

from tests.paper.layouts.courts.pen import Pen, Truth
from tests.paper.layouts.courts.states import JUDGES, person

# ruff: noqa: E501 - a paper's sentences stand on one line
DISTRICTS = (
    "Eastern District of Oklahoma",
    "District of Nebraska",
    "Southern District of West Virginia",
    "Middle District of Pennsylvania",
    "Western District of Texas",
    "District of Puerto Rico",
)
DOCKETS = ("26-CR-118-RAW", "2:26-mj-00412", "4:26-cr-00077-JMG", "3:26CR214", "26-mj-5113-DUTY", "1:26-CR-00145-1")
CHARGES = (
    ("Interference with commerce by robbery, in violation of 18 U.S.C. § 1951(a)", ("18 USC 1951",)),
    (
        "Possession with intent to distribute methamphetamine, 21 U.S.C. §§ 841(a)(1) and 846",
        ("21 USC 841", "21 USC 846"),
    ),
    ("Bank fraud, in violation of Title 18, United States Code, Section 1344", ("18 USC 1344",)),
    ("Felon in possession of a firearm, 18 U.S.C. 922(g)(1)", ("18 USC 922",)),
)
CITIES = ("Muskogee, Oklahoma", "Lincoln, Nebraska", "Charleston, West Virginia", "Scranton, Pennsylvania")


def _made(rng):
    return date(2026, 10, 1) + timedelta(days=rng.randint(0, 55))


def _day(rng, day):
    return day.strftime(rng.choice(("%m/%d/%Y", "%B %-d, %Y", "%-m/%-d/%Y", "%d %b %Y")))


def _court(p, district):
    p.center("UNITED STATES DISTRICT COURT", bold=True, size=14)
    p.center(p.rng.choice(("for the", "FOR THE")), size=9)
    p.center(district if p.rng.random() < 0.6 else district.upper(), size=12).down(8)


def _ao_block(p, family, name, title, city, made):
    """The issuing judge's block: captions on two rules, or a block of another shape in the family held out."""
    if family == "develop" or p.rng.random() < 0.5:
        p.down(20).at(p.left, f"Date:   {made}").ink(345, -2).rule(330, 560).down(10).at(
            390, "Issuing officer's signature", size=7
        )
        p.down(24).at(p.left, f"City and state:   {city}").at(336, f"{name}, {title}").rule(330, 560, 3).down(11)
        p.at(390, "Printed name and title", size=7).down(16)
    else:
        p.down(20).at(p.left, f"City and state: {city}").at(p.left, f"Date: {made}", down=16)
        p.down(24).ink(345, -2).rule(330, 560).down(12).at(330, name).down().at(330, title).down(18)


def _return(p):
    p.board.frame(p.left, p.y, p.right, p.y + 70)
    p.down(12).center("Return", bold=True)
    p.para(
        "This warrant was received on (date) ____________, and the person was arrested on (date) ____________ at (city and state) ______________________.",
        x=p.left + 4,
    )
    p.at(p.left + 4, "Date: ____________").at(330, "Arresting officer's signature", size=7)


BOXES = (
    "Indictment",
    "Superseding Indictment",
    "Information",
    "Superseding Information",
    "Complaint",
    "Probation Violation Petition",
    "Supervised Release Violation Petition",
    "Violation Notice",
    "Order of the Court",
)


def ao442(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    p.at(p.left, "AO 442 (Rev. 11/11)  Arrest Warrant", size=8).down(24)
    district, number, made, city = rng.choice(DISTRICTS), rng.choice(DOCKETS), _made(rng), rng.choice(CITIES)
    _court(p, district)
    for place, (left, right) in enumerate(
        (("United States of America", ""), ("v.", f"Case No.   {number}"), (who, ""), ("Defendant", ""))
    ):
        p.at(p.left + 30 * (place % 2), left).at(300, ")").at(320, right).down()
    p.down(6).center("ARREST WARRANT", bold=True, size=14).at(
        p.left, "To:    Any authorized law enforcement officer"
    ).down(18)
    p.para(
        f"YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without unnecessary delay (name of person to be arrested) {who}, who is accused of an offense or violation based on the following document filed with the court:"
    )
    boxes = (
        BOXES
        if rng.random() < 0.6
        else tuple(each for each in BOXES if "Notice" not in each and "Superseding Info" not in each)
    )
    on = rng.choice(("Indictment", "Complaint", "Information"))
    for place, text in enumerate(boxes):
        p.board.tick(p.left + (place % 3) * 165, p.y, text == on, text)
        if place % 3 == 2:
            p.down(15)
    offense, statutes = rng.choice(CHARGES)
    p.down(18).para("This offense is briefly described as follows:").para(offense, x=p.left + 12)
    name, title = rng.choice(JUDGES), rng.choice(("U.S. Magistrate Judge", "United States Magistrate Judge"))
    _ao_block(p, family, name, title, city, _day(rng, made))
    _return(p)
    return p.board, Truth("judicial_warrant", "federal_magistrate_judge", True, {
        "court": f"United States District Court, {district}", "case_number": number, "subject_name": who, "offense": offense, "offense_statutes": list(statutes),
        "issued_on": made.isoformat(), "issued_at": city, "signer_name": name, "signer_title": title, "charging_document": on.lower()}, "AO 442", "ao442")  # fmt: skip


def ao93(rng, family):
    p = Pen(rng)
    p.at(p.left, "AO 93 (Rev. 11/13)  Search and Seizure Warrant", size=8).down(24)
    district, number, made, city = rng.choice(DISTRICTS), rng.choice(DOCKETS), _made(rng), rng.choice(CITIES)
    _court(p, district)
    p.at(p.left, "In the Matter of the Search of").at(300, ")").down().at(p.left, "Cell 14, Alder County Jail").at(
        300, ")"
    ).at(320, f"Case No. {number}").down(28)
    p.center("SEARCH AND SEIZURE WARRANT", bold=True, size=14).at(
        p.left, "To:    Any authorized law enforcement officer"
    ).down(18)
    p.para(
        "An application by a federal law enforcement officer or an attorney for the government requests the search of the following person or property (identify the person or describe the property to be searched and give its location): Cell 14 of the Alder County Jail, 9 Millrace Road"
    )
    by = made + timedelta(days=14)
    p.para(
        f"YOU ARE COMMANDED to execute this warrant on or before {by.strftime('%B %-d, %Y')} (not to exceed 14 days)"
    )
    name, title = rng.choice(JUDGES), "United States Magistrate Judge"
    p.down(12).at(p.left, f"Date and time issued:   {_day(rng, made)} 10:40 a.m.").ink(345, -2).rule(330, 560).down(
        10
    ).at(390, "Judge's signature", size=7)
    p.down(24).at(p.left, f"City and state:   {city}").at(336, f"{name}, {title}").rule(330, 560, 3).down(11).at(
        390, "Printed name and title", size=7
    )
    return p.board, Truth("judicial_warrant", "federal_magistrate_judge", None, {
        "court": f"United States District Court, {district}", "case_number": number, "comply_by": by.isoformat(), "issued_on": made.isoformat(), "issued_at": city,
        "signer_name": name, "signer_title": title}, "AO 93", "ao93")  # fmt: skip


def ao110(rng, family):
    p = Pen(rng)
    p.at(p.left, "AO 110 (Rev. 06/09)  Subpoena to Testify Before a Grand Jury", size=8).down(24)
    district, made = rng.choice(DISTRICTS), _made(rng)
    _court(p, district)
    p.center("SUBPOENA TO TESTIFY BEFORE A GRAND JURY", bold=True, size=13).down(6)
    lines = ("Custodian of Records", "Gauley Fork Regional Jail", "9 Millrace Road, Summerfold, WV 26600")
    p.at(p.left, "To:").stack(p.left + 30, lines if family == "develop" else (f"{lines[0]}, {lines[1]}", lines[2]))
    p.down(50).para(
        "YOU ARE COMMANDED to appear in this United States district court at the time, date, and place shown below to testify before the court's grand jury. When you arrive, you must remain at the court until the judge or a court officer allows you to leave."
    )
    by = made + timedelta(days=20)
    place = ("Robert C. Byrd U.S. Courthouse, Room 5110", "300 Vireo Street East, Charleston, West Virginia")
    p.at(p.left, "Place:").stack(p.left + 40, place)
    p.at(370, f"Date and Time:  {by.strftime('%B %-d, %Y')} 9:00 a.m.").down(44)
    p.para(
        "You must also bring with you the following documents, electronically stored information, or objects (blank if not applicable):"
    )
    p.para(
        "Booking photographs and telephone logs of the inmate Dorsey Whitcomb, January 1 to March 31, 2026",
        x=p.left + 10,
    )
    p.down(8).at(p.left, f"Date:   {_day(rng, made)}").at(330, "CLERK OF COURT").down(28).ink(345, -2).rule(
        330, 560
    ).down(10)
    p.at(370, "Signature of Clerk or Deputy Clerk", size=7).down(24)
    p.para("The name, address, e-mail, and telephone number of the attorney who requests this subpoena, are:")
    p.para("Leigh Okonkwo-Hart, Assistant United States Attorney, 12 Larch Street, Charleston")
    return p.board, Truth("grand_jury_subpoena", ("clerk_of_court", None), None, {
        "recipient": ", ".join(lines), "comply_at": ", ".join(place), "comply_by": by.isoformat(), "issued_on": made.isoformat(), "attorney_name": "Leigh Okonkwo-Hart"}, "AO 110", "ao110")  # fmt: skip


def usm17(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    made = _made(rng)
    p.at(p.left, "U.S. Department of Justice").down().at(p.left, "United States Marshals Service").down(24)
    p.center(
        rng.choice(("DETAINER AGAINST UNSENTENCED STATE PRISONER", "DETAINER AGAINST SENTENCED STATE PRISONER")),
        bold=True,
        size=13,
    ).down(8)
    for label, value in (
        ("TO:", "Chief Jailer, Alder County Jail"),
        ("DATE:", _day(rng, made)),
        ("SUBJECT:", who),
        ("AKA:", "none"),
    ):
        p.at(p.left, label).at(p.left + 70, value).down(18)
    p.para(
        "Please accept this Detainer against the above-named subject who is currently in your custody. The United States District Court has issued an arrest warrant charging the subject with Felon in possession of a firearm, 18 U.S.C. 922(g)(1)."
    )
    p.down(16).at(p.left, "Very truly yours,").down(34).ink(p.left + 12, -2).rule(p.left, p.left + 220).down(11).at(
        p.left, "Deputy United States Marshal"
    ).down(24)
    p.at(p.left, "Form USM-17", size=8)
    return p.board, Truth(
        None, ("marshal", None), False, {"subject_name": who, "issued_on": made.isoformat()}, "USM-17", "usm17"
    )


def usm41(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    p.at(p.left, "U.S. Department of Justice").down().at(p.left, "United States Marshals Service").down(24)
    p.center("PRISONER REMAND OR ORDER TO DELIVER AND RECEIPT FOR UNITED STATES PRISONERS", bold=True, size=11).down(8)
    p.at(p.left, f"Name of prisoner: {who}").down(18).at(
        p.left, "To the officer in charge: deliver the prisoner named to the bearer."
    ).down(30)
    p.ink(p.left + 12, -2).rule(p.left, p.left + 220).down(11).at(p.left, "Deputy United States Marshal").down(24).at(
        p.left, "Form USM-41", size=8
    )
    return p.board, Truth(None, ("marshal", None), False, {}, None, "usm41")


def prosequendum(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    district, number, made = rng.choice(DISTRICTS), rng.choice(DOCKETS), _made(rng)
    p.center("UNITED STATES DISTRICT COURT", bold=True).center(district.upper()).down(8)
    for left, right in (("UNITED STATES OF AMERICA", f"No. {number}"), ("v.", ""), (who.upper(), "")):
        p.at(p.left, left).at(300, ":").at(325, right).down()
    p.down(8).center("WRIT OF HABEAS CORPUS AD PROSEQUENDUM", bold=True, size=12).down(4)
    p.para("TO: The Warden of the Alder County Jail and the United States Marshal:")
    by = made + timedelta(days=25)
    offense, statutes = rng.choice(CHARGES)
    at = "235 North Wainscot Avenue, Courtroom 4, Scranton, Pennsylvania"
    when = by.strftime("%B %-d, %Y")
    text = (
        f"YOU ARE COMMANDED to produce the body of {who}, now detained in your custody, before this Court at {at}, on {when}, at 10:00 a.m., to answer charges of {offense}, and thereafter to return the said prisoner."
        if family == "develop"
        else f"We command that you have the body of {who}, by you imprisoned, before the United States District Court, {at}, on the {by.strftime('%-d')}th day of {by.strftime('%B, %Y')} at 10:00 a.m., there to be prosecuted on a charge of {offense}."
    )
    p.para(text, lead=1.5)
    p.para(f"Dated: {made.strftime('%B %-d, %Y')}")
    name = rng.choice(JUDGES)
    p.down(34).ink(336, -2).rule(318, 560).down(11).at(318, name).down().at(318, "United States District Judge")
    fields = {"case_number": number, "subject_name": who, "comply_by": by.isoformat(), "comply_at": at, "offense_statutes": list(statutes), "issued_on": made.isoformat(),
              "signer_name": name, "signer_title": "United States District Judge", "court": f"United States District Court, {district}"}  # fmt: skip
    return p.board, Truth("court_order", "federal_district_judge", True, fields, None, "prosequendum")


def prob12c(rng, family):
    p, (who, _, _) = Pen(rng), person(rng)
    p.at(p.left, "PROB 12C (Rev. 2011)", size=8).down(20)
    district, number = rng.choice(DISTRICTS), rng.choice(DOCKETS)
    _court(p, district)
    p.center("Petition for Warrant or Summons for Offender Under Supervision", bold=True, size=12).down(8)
    p.at(p.left, f"Name of Offender: {who}").at(370, f"Case Number: {number}").down(18)
    p.at(p.left, f"Name of Sentencing Judicial Officer: The Honorable {rng.choice(JUDGES)}").down(18)
    p.at(p.left, "Original Offense: Bank Fraud, 18 U.S.C. § 1344").down(24)
    p.center("PETITIONING THE COURT", bold=True)
    p.board.tick(p.left, p.y, True, "To issue a warrant")
    p.down(24).para(
        "The probation officer believes that the offender has violated the following condition of supervision: failure to report."
    )
    p.at(330, "Respectfully submitted,").down(30).ink(340).at(330, "R. de Souza", down=14).at(
        330, "U.S. Probation Officer", down=26
    ).down(50)
    p.at(p.left, "THE COURT ORDERS:").down(14)
    for text, on in (("No Action", False), ("The Issuance of a Warrant", True), ("The Issuance of a Summons", False)):
        p.board.tick(p.left, p.y, on, text)
        p.down(15)
    p.down(24).ink(340, -2).rule(318, 560).down(10).at(340, "Signature of Judicial Officer", size=8).down(22)
    p.at(330, f"{rng.choice(JUDGES)}, U.S. District Judge")
    return p.board, Truth(
        "court_order",
        "federal_district_judge",
        None,
        {"subject_name": who, "case_number": number},
        "PROB 12C",
        "prob12c",
    )


def ao98(rng, family):
    """A bond: no process against anybody in a jail, and no kind that is known."""
    p, (who, _, _) = Pen(rng), person(rng)
    p.at(p.left, "AO 98 (Rev. 12/11)  Appearance Bond", size=8).down(24)
    _court(p, rng.choice(DISTRICTS))
    p.at(p.left, "United States of America v.").down().at(p.left, who).at(320, f"Case No. {rng.choice(DOCKETS)}").down(
        24
    )
    p.center("APPEARANCE BOND", bold=True, size=14).center("Defendant's Agreement").down(4)
    p.para(
        f"I, {who}, agree to follow every order of this court, or any court that considers this case, and I further agree that this bond may be forfeited if I fail to appear."
    )
    p.down(40).ink(336, -2).rule(318, 560).down(11).at(318, "Defendant's signature", size=8)
    return p.board, Truth(None, None, None, {}, None, "ao98")


PAPERS = {
    "ao442": ao442,
    "ao93": ao93,
    "ao110": ao110,
    "usm17": usm17,
    "usm41": usm41,
    "prosequendum": prosequendum,
    "prob12c": prob12c,
    "ao98": ao98,
}
