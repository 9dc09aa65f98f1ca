"""The forms as their parts: what is printed, what is filled in, and the truth. Every family of layouts words the parts its own way."""

import random
import re
from datetime import timedelta

from tests.paper.layouts.board import FACES, Board
from tests.paper.layouts.invented import (
    CHARGES,
    CITIES,
    COUNTIES,
    COUNTRIES,
    INSTITUTIONS,
    JUDGES,
    OFFENSES,
    OFFICERS,
    OFFICES,
    TITLES,
    Invented,
)
from tests.paper.layouts.styles import LEFT, STYLES, Entry
from tests.paper.layouts.wordings import LABELS, MARKED_DATES


class Drawing:
    """One paper being drawn: its board, its family, its person."""

    def __init__(self, family, seed):
        self.rng = random.Random(f"{family}{seed}")  # noqa: S311 - drawings, no secrets
        self.family, self.labels = family, LABELS[family]
        self.who = Invented(self.rng)
        self.board = Board(
            face=self.rng.choice(FACES[: 2 + (family == "hold")]), size=self.rng.choice((8.5, 9.0, 9.5, 10.0))
        )
        self.style = self.rng.choice(STYLES[family])
        self.date_form = self.rng.choice(MARKED_DATES[family])
        self.y = 40.0

    def label(self, name):
        return self.rng.choice(self.labels[name])

    def day(self, when):
        form = self.date_form.replace("%-dth", f"{when.day}{_th(when.day)}")
        text = when.strftime(form.replace("%-d", str(when.day)).replace("%-m", str(when.month)))
        return text.upper() if self.rng.random() < 0.15 else text

    def entry(self, name, value, *, truth=None, field=None, blank=0.08):
        """An entry; now and then nobody filled it in."""
        field = field or name
        if blank and self.rng.random() < blank:
            value, truth = "", None
        else:
            truth = value if truth is None else truth
        self.board.truth[field] = truth
        return Entry(field, self.label(name), value)

    def draw(self, entries, style=None):
        self.y = (style or self.style)(self.board, self.y, entries, self.rng)

    def head(self, *lines):
        for line in lines:
            self.board.write(self.rng.choice((120, 150, 180)), self.y, line, bold=True, size=12)
            self.y += 16
        self.y += 12

    def text(self, text, *, bold=False):
        self.y = self.board.lines(LEFT, self.y, text, 520, bold=bold) + 5

    def ticks(self, name, options):
        """Boxes with their words; one or two are ticked."""
        on = {self.rng.randrange(len(options)) for _ in range(self.rng.choice((1, 1, 2)))}
        for place, (words, _) in enumerate(options):
            self.board.tick(LEFT + 12, self.y, place in on, words)
            self.y += 14
        self.board.truth[name] = [code for place, (_, code) in enumerate(options) if place in on]
        self.y += 6

    def sign(
        self, name, title, under="(Signature of Immigration Officer)", beside="(Name and title of Immigration Officer)"
    ):
        self.y = max(self.y + 34, 560)
        self.board.write(LEFT + 4, self.y, f"{name}, {title}")
        self.board.rule(LEFT, self.y + 3, 290)
        self.board.rule(320, self.y + 3, 570)
        self.board.ink(350, self.y)
        self.board.write(LEFT + 20, self.y + 12, beside, size=7)
        self.board.write(345, self.y + 12, under, size=7)
        self.y += 40

    def foot(self, text):
        self.board.write(LEFT, 772, text, size=8)


def _th(day):
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


_GROUNDS = {
    "develop": (
        ("A final order of removal against the alien;", "final_order"),
        ("The pendency of ongoing removal proceedings against the alien;", "pending_proceedings"),
        ("Biometric confirmation of the alien's identity and a records check of federal databases", "biometric_match"),
        ("Statements made by the alien to an immigration officer and/or other reliable evidence", "statements"),
    ),
    "hold": (
        ("there is a final removal order against the subject", "final_order"),
        ("removal proceedings against the subject are ongoing", "pending_proceedings"),
        ("the subject's identity was confirmed by biometrics and a check of federal databases", "biometric_match"),
        ("voluntary statements of the subject to an officer, or other reliable evidence", "statements"),
    ),
    "later": (
        ("final order of removal", "final_order"),
        ("pending removal proceedings", "pending_proceedings"),
        ("biometric match and records check", "biometric_match"),
        ("statements by the alien or other reliable evidence", "statements"),
    ),
}
_ASKS = (
    (
        "- Notify DHS as early as practicable (at least 48 hours, if possible) before the "
        "alien is released from your custody."
    ),
    ("- Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the date and time of release."),
    ("- Notify this office in the event of the alien's death, hospitalization or transfer to another institution."),
)
_FOOT_247 = "TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY CURRENTLY HOLDING THE ALIEN:"


def detainer(drawing, form="I-247A", titles=("IMMIGRATION DETAINER - NOTICE OF ACTION",)):
    """A detainer or a request of the I-247 family."""
    d, who = drawing, drawing.who
    d.head("U.S. DEPARTMENT OF HOMELAND SECURITY", *titles)
    born, issued = who.born(), who.issued()
    head = [
        d.entry("subject_id", str(d.rng.randrange(300_000_000, 420_000_000))),
        d.entry("event_number", f"SND{d.rng.randrange(2406000000, 2612000000)}"),
        d.entry("a_number", who.alien_number()),
        d.entry("issued_on", d.day(issued), truth=issued.isoformat()),
        d.entry("recipient", d.rng.choice(INSTITUTIONS).format(d.rng.choice(COUNTIES))),
        d.entry("issuing_office", d.rng.choice(OFFICES).format(d.rng.choice(CITIES))),
    ]
    country, sex = d.rng.choice(COUNTRIES), d.rng.choice(("M", "F", "Male", "Female", "MALE"))
    person = [
        d.entry("subject_name", who.name("last")),
        d.entry("date_of_birth", d.day(born), truth=born.isoformat()),
        d.entry("citizenship", country),
        d.entry("sex", sex, truth=sex[0].upper()),
    ]
    d.draw(head)
    d.draw(person)
    d.text(
        "DHS HAS DETERMINED THAT PROBABLE CAUSE EXISTS THAT THE SUBJECT IS A REMOVABLE ALIEN. "
        "THIS DETERMINATION IS BASED ON:"
    )
    if form in {"I-247A", "I-247D"}:
        d.ticks("grounds", _GROUNDS[d.family])
    d.text("IT IS THEREFORE REQUESTED THAT YOU:", bold=True)
    for line in _ASKS:
        d.text(line)
    d.draw([d.entry("phone", who.phone())])
    d.sign(d.rng.choice(OFFICERS), d.rng.choice(TITLES))
    d.board.write(LEFT, d.y, _FOOT_247, bold=True, size=8)
    d.board.write(
        LEFT,
        d.y + 16,
        ("Local booking or inmate # ____________ Date of latest criminal charge/conviction: ____________"),
        size=8,
    )
    d.foot(f"DHS Form {form} (3/17)")


_RELEASE = "I-247G", ("REQUEST FOR ADVANCE NOTIFICATION OF RELEASE",)
_TRANSFER = "I-247X", ("REQUEST FOR VOLUNTARY TRANSFER",)
_VOLUNTARY = "I-247D", ("IMMIGRATION DETAINER - REQUEST FOR VOLUNTARY ACTION",)


def notification(drawing):
    """I-247G."""
    detainer(drawing, *_RELEASE)


def transfer(drawing):
    """I-247X."""
    detainer(drawing, *_TRANSFER)


def voluntary(drawing):
    """I-247D."""
    detainer(drawing, *_VOLUNTARY)


_BELIEVE = {
    "develop": (
        (
            "I have determined that there is probable cause to believe that {0} is removable from "
            "the United States. This determination is based upon:"
        ),
        (
            "From evidence submitted to me there is probable cause to believe that {0} is "
            "removable from the United States, on these grounds:"
        ),
    ),
    "hold": (
        (
            "I find probable cause to believe that {0} is subject to removal from the United "
            "States. My finding rests upon:"
        ),
        ("There is probable cause to believe {0} is an alien who is removable from the United States, because of:"),
    ),
    "later": (
        "On evidence before me I have reason to believe that {0} is in the United States in violation of law and removable, upon:",
        "I have found probable cause to believe that {0}, an alien, is removable from the United States. The grounds are:",
    ),
}
_GROUNDS_200 = {
    "develop": (
        (
            "the execution of a charging document to initiate removal proceedings against the subject;",
            "charging_document",
        ),
        ("the pendency of ongoing removal proceedings against the subject;", "pending_proceedings"),
        (
            "the failure to establish admissibility subsequent to deferred inspection;",
            "failed_to_establish_admissibility",
        ),
        (
            "biometric confirmation of the subject's identity and a records check of federal databases",
            "biometric_match",
        ),
        ("statements made voluntarily by the subject to an immigration officer", "statements"),
    ),
    "hold": (
        ("a charging document that begins removal proceedings", "charging_document"),
        ("removal proceedings that are now pending", "pending_proceedings"),
        ("failure to show admissibility after deferred inspection", "failed_to_establish_admissibility"),
        ("biometrics that confirm identity, and a check of federal databases", "biometric_match"),
        ("the subject's own voluntary statements to an officer", "statements"),
    ),
    "later": (
        ("a charging document initiating removal proceedings has been issued", "charging_document"),
        ("removal proceedings are pending against the alien", "pending_proceedings"),
        ("the alien failed to establish admissibility", "failed_to_establish_admissibility"),
        ("a biometric match with records of federal agencies", "biometric_match"),
        ("the alien made statements to an officer", "statements"),
    ),
}


def arrest_of_alien(drawing):
    """I-200, the name in the sentence or in an entry of its own."""
    d, who = drawing, drawing.who
    d.head("U.S. DEPARTMENT OF HOMELAND SECURITY", "Warrant for Arrest of Alien")
    issued = who.issued()
    d.draw([d.entry("a_number", who.alien_number()), d.entry("issued_on", d.day(issued), truth=issued.isoformat())])
    d.text(
        "To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act"
    )
    if d.rng.random() < 0.5:
        name = who.name("first")
        d.board.truth["subject_name"] = name
        d.text(d.rng.choice(_BELIEVE[d.family]).format(name))
    else:
        d.draw([d.entry("subject_name", who.name("last"))])
        d.text(
            "There is probable cause to believe that the person named above is removable from the "
            "United States, based upon:"
        )
    d.ticks("grounds", _GROUNDS_200[d.family])
    d.text(
        ("YOU ARE COMMANDED to arrest and take into custody for removal proceedings the above-named alien."), bold=True
    )
    d.sign(
        d.rng.choice(OFFICERS),
        d.rng.choice(TITLES),
        "(Signature of Authorized Immigration Officer)",
        "(Printed Name and Title of Authorized Immigration Officer)",
    )
    d.text("Certificate of Service")
    d.text(
        "The Warrant for Arrest of Alien was served by me at ____________ (Location) on "
        "____________ (Name of Alien) on ____________ (Date of Service)"
    )
    d.foot("Form I-200 (Rev. 09/16)")


def removal(drawing):
    """I-205."""
    d, who = drawing, drawing.who
    d.head("U.S. DEPARTMENT OF HOMELAND SECURITY", "WARRANT OF REMOVAL/DEPORTATION")
    issued, entered = who.issued(), who.born() + timedelta(days=7000)
    d.draw([d.entry("a_number", who.alien_number()), d.entry("issued_on", d.day(issued), truth=issued.isoformat())])
    d.text("To any immigration officer of the United States Department of Homeland Security:")
    city = who.city()
    d.draw(
        [
            d.entry("subject_name", who.name("last")),
            d.entry("entry_place", city),
            d.entry("entry_on", d.day(entered), truth=entered.isoformat()),
        ]
    )
    d.text("is subject to removal/deportation from the United States, based upon a final order by:")
    d.text(
        "I, the undersigned officer of the United States, by virtue of the power and authority "
        "vested in the Secretary of Homeland Security, command you to take into custody and "
        "remove from the United States the above-named alien, pursuant to law."
    )
    d.sign(
        d.rng.choice(OFFICERS),
        d.rng.choice(TITLES),
        "(Signature of immigration officer)",
        "(Title of immigration officer)",
    )
    d.foot("ICE Form I-205 (8/07)")


_COMMAND = {
    "develop": (
        (
            "YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without "
            "unnecessary delay (name of person to be arrested) {0}, who is accused of an offense "
            "or violation based on the following document filed with the court:"
        ),
        (
            "YOU ARE HEREBY COMMANDED to arrest {0} and bring him or her forthwith to the nearest "
            "magistrate judge to answer a(n)"
        ),
    ),
    "hold": (
        (
            "You are commanded to arrest {0} and to bring that person before the nearest available "
            "magistrate judge without delay."
        ),
        (
            "YOU ARE DIRECTED to arrest and bring before a judge of this court the person named "
            "{0}, who is charged as follows:"
        ),
    ),
    "later": (
        "You are hereby ordered to arrest {0}, and to bring the person before the court to answer the charge stated below.",
        "WE COMMAND YOU to take {0} into custody and to bring the defendant before a United States Magistrate Judge.",
    ),
}
_DOCUMENTS = (("Indictment", "indictment"), ("Information", "information"), ("Complaint", "complaint"))


def federal_warrant(drawing):
    """AO 442."""
    d, who = drawing, drawing.who
    court = who.court()
    d.head("UNITED STATES DISTRICT COURT", f"for the {court}")
    d.board.truth["court"] = f"United States District Court, {court}"
    name = who.name("first")
    _caption(d, name, "United States of America")
    d.head("ARREST WARRANT")
    d.text("To: Any authorized law enforcement officer")
    d.board.truth["subject_name"] = name
    d.text(d.rng.choice(_COMMAND[d.family]).format(name))
    on = d.rng.randrange(3)
    for place, (words, _) in enumerate(_DOCUMENTS):
        d.board.tick(LEFT + place * 120, d.y, place == on, words)
    d.board.truth["charging_document"] = _DOCUMENTS[on][1]
    d.y += 20
    d.text("This offense is briefly described as follows:")
    _offense(d)
    issued = who.issued()
    city = who.city()
    d.y += 10
    d.draw([d.entry("issued_on", d.day(issued), truth=issued.isoformat()), d.entry("issued_at", city)])
    d.sign(
        d.rng.choice(JUDGES), "United States Magistrate Judge", "Issuing officer's signature", "Printed name and title"
    )
    d.foot("AO 442 (Rev. 11/11) Arrest Warrant")


def _caption(d, name, party, versus="v."):
    """The caption of a case: parties left, the number right."""
    top = d.y
    d.board.write(LEFT, top, party)
    d.board.write(LEFT + 60, top + 14, versus)
    d.board.write(LEFT, top + 28, name)
    d.board.write(LEFT + 90, top + 42, "Defendant" if d.rng.random() < 0.7 else "")
    if d.rng.random() < 0.5:
        for place in range(4):
            d.board.write(LEFT + 250, top + place * 13, ")")
    number = d.who.docket()
    d.board.truth["case_number"] = number
    end = d.board.write(LEFT + 280, top + 14, d.label("case_number"))
    d.board.value(end + 5, top + 14, "case_number", number)
    d.y = top + 66


def _offense(d):
    words, statutes = d.rng.choice(OFFENSES)
    d.y = d.board.value(LEFT + 6, d.y, "offense", words, wide=430)
    d.board.truth["offense"], d.board.truth["offense_statutes"] = _words_alone(words), statutes


def _words_alone(offense):
    """An offense without the sections behind it, which are a field of their own."""
    return re.sub(r",? (?:in violation of )?\d+ U\.S\.C\..*", "", offense)


_PRODUCE = {
    "develop": (
        (
            "YOU ARE HEREBY COMMANDED to produce the body of {0}, now confined in the {1} County "
            "Jail, before the Honorable {2}, United States Magistrate Judge, on {3} at 9:30 a.m., "
            "to answer to charges of {4}"
        ),
        (
            "WE COMMAND YOU that you surrender the body of {0}, detained in your custody, to the "
            "United States Marshal, so that he may appear on {3} at 1:30 p.m. before Judge {2} to "
            "answer charges of {4}"
        ),
    ),
    "hold": (
        (
            "You are ordered to deliver the body of {0}, a prisoner in the {1} County Jail, to "
            "this Court on {3} at 10:00 a.m. for proceedings on a charge of {4}"
        ),
        (
            "THE COURT COMMANDS that you have and produce {0} (inmate of the {1} County Jail) "
            "before {2}, United States Magistrate Judge, on {3}, there to answer charges of {4}"
        ),
    ),
    "later": (
        "You are hereby commanded to have the body of {0}, now in your custody in the {1} County Jail, before this Court on {3} "
        "at 2:00 p.m., to answer to the charges of {4}",
        "IT IS ORDERED that the Warden produce {0} at the United States Courthouse on {3} before {2} to answer charges of {4}",
    ),
}
_DATED = {
    "develop": ("DATED this {0} day of {1}, {2}.", "Dated: {3}", "WITNESS my hand this {0} day of {1}, A.D. {2}"),
    "hold": (
        "SO ORDERED on this the {0} day of {1} {2}.",
        "Given under my hand and the seal of this court, {3}",
        "Issued at the courthouse this {0} day of {1} in the year {2}.",
    ),
    "later": (
        "Dated at the city of St. Abel, {3}.",
        "Signed and sealed this {0} day of {1}, A. D., {2}",
    ),
}


def _dated(d, before=None):
    """The day a court made a paper, in a sentence; none that comes after `before`, the day that it names."""
    when = d.who.issued()
    when = when if before is None or when < before else before - timedelta(days=30)
    words = d.rng.choice(_DATED[d.family])
    d.board.truth["issued_on"] = when.isoformat()
    d.text(words.format(f"{when.day}{_th(when.day)}", when.strftime("%B"), when.year, d.day(when)))


def writ(drawing):
    """A writ of habeas corpus ad prosequendum."""
    d, who = drawing, drawing.who
    court = who.court()
    d.head("UNITED STATES DISTRICT COURT", court.upper())
    d.board.truth["court"] = f"United States District Court, {court}"
    name, when = who.name("first"), who.issued() + timedelta(days=30)
    _caption(d, name, "UNITED STATES OF AMERICA")
    d.head("WRIT OF HABEAS CORPUS", "AD PROSEQUENDUM")
    recipient = f"Sheriff, {d.rng.choice(COUNTIES)} County"
    end = d.board.write(LEFT, d.y, "TO:")
    d.y = d.board.value(end + 12, d.y, "recipient", recipient) + 6
    words, statutes = d.rng.choice(OFFENSES)
    d.text(
        d.rng.choice(_PRODUCE[d.family]).format(
            name, d.rng.choice(COUNTIES), d.rng.choice(JUDGES), d.day(when), f"{words}."
        )
    )
    d.board.truth |= {
        "recipient": recipient,
        "subject_name": name,
        "comply_by": when.isoformat(),
        "offense_statutes": statutes,
    }
    d.y += 10
    _dated(d, when)
    d.y += 40
    d.board.ink(330, d.y)
    d.board.rule(310, d.y + 3, 560)
    d.board.write(312, d.y + 14, d.rng.choice(JUDGES))
    d.board.write(312, d.y + 26, "United States Magistrate Judge")


_STATE_COMMAND = {
    "develop": (
        (
            "THE STATE OF {1} to any sheriff or peace officer: you are hereby commanded to arrest "
            "the above-named defendant and keep the defendant safely, so that the defendant may be "
            "dealt with according to law."
        ),
        (
            "To any peace officer: a complaint having been filed, you are commanded forthwith to "
            "arrest the defendant and bring the defendant before this court."
        ),
    ),
    "hold": (
        (
            "TO ALL PEACE OFFICERS OF THE STATE OF {1}: it is ordered that the defendant named "
            "herein be taken into custody, if to be found in your County, and held to answer."
        ),
        (
            "You are ordered to take the body of the accused and safely keep that person until "
            "discharged by due course of law."
        ),
    ),
    "later": (
        "THE PEOPLE OF THE STATE OF {1} to every peace officer: take the defendant into custody and produce the defendant in court.",
        "It appears that the defendant failed to appear as ordered. Any peace officer shall arrest the defendant without delay.",
    ),
}


def state_warrant(drawing):
    """A state court's bench warrant with its entries."""
    d, who = drawing, drawing.who
    county = d.rng.choice(COUNTIES)
    court = d.rng.choice(
        ("SUPERIOR COURT OF CALIFORNIA, COUNTY OF {0}", "DISTRICT COURT OF {0} COUNTY", "CIRCUIT COURT FOR {0} COUNTY")
    ).format(county.upper())
    d.head(court, "BENCH WARRANT")
    d.board.truth["court"] = court
    born, issued = who.born(), who.issued()
    number = who.state_docket()
    bail = d.rng.choice(("25,000.00", "5,000", "100000"))
    d.draw(
        [
            d.entry("state_case", number, field="case_number", blank=0.05),
            d.entry("defendant", who.name("last"), field="subject_name", blank=0.05),
            d.entry("date_of_birth", d.day(born), truth=born.isoformat()),
            d.entry("offense", d.rng.choice(CHARGES)),
            d.entry("bail", bail, truth=bail.replace(",", "").removesuffix(".00")),
            d.entry("issued_on", d.day(issued), truth=issued.isoformat()),
        ]
    )
    d.text(d.rng.choice(_STATE_COMMAND[d.family]).format("x", county.upper()))
    d.y += 40
    d.board.ink(330, d.y)
    d.board.rule(310, d.y + 3, 560)
    d.board.write(312, d.y + 14, d.rng.choice(JUDGES))
    d.board.write(312, d.y + 26, "Judge of the Superior Court")


def subpoena(drawing):
    """AO 89B."""
    d, who = drawing, drawing.who
    court = who.court()
    d.head("UNITED STATES DISTRICT COURT", f"for the {court}")
    d.board.truth["court"] = f"United States District Court, {court}"
    _caption(d, who.name("first"), "United States of America")
    d.head("SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR", "OBJECTS IN A CRIMINAL CASE")
    recipient = d.rng.choice(INSTITUTIONS).format(d.rng.choice(COUNTIES))
    d.draw([d.entry("subpoena_to", recipient, field="recipient", blank=0)])
    d.text(
        "YOU ARE COMMANDED to produce at the time, date, and place set forth below the "
        "following books, papers, documents, data, or other objects:"
    )
    records = d.rng.choice(
        (
            "All booking records and visitor logs for inmate number 44120.",
            "Recorded telephone calls from 1 March to 30 April.",
            "The complete custody file of the defendant.",
        )
    )
    d.board.truth["records_sought"] = records
    d.y = d.board.value(LEFT + 6, d.y, "records_sought", records, wide=480) + 8
    issued = min(who.issued(), who.issued())
    when = issued + timedelta(days=20)
    place = f"United States Courthouse, 450 {d.rng.choice(('Main Street', 'Pine Avenue', 'First Street'))}"
    d.draw(
        [
            d.entry("comply_at", place, blank=0),
            d.entry("comply_by", f"{d.day(when)} 9:00 a.m.", truth=when.isoformat(), blank=0),
        ]
    )
    d.text(
        "Certain provisions of Fed. R. Crim. P. 17 are attached, relating to your ability to "
        "file a motion to quash or modify the subpoena."
    )
    d.draw([d.entry("issued_on", d.day(issued), truth=issued.isoformat())])
    d.board.write(320, d.y + 10, "CLERK OF COURT")
    d.board.ink(350, d.y + 50)
    d.board.rule(320, d.y + 53, 560)
    d.board.write(345, d.y + 62, "Signature of Clerk or Deputy Clerk", size=7)
    d.foot("AO 89B (07/16) Subpoena to Produce Documents, Information, or Objects in a Criminal Case")


def petition(drawing):
    """PROB 12C."""
    d, who = drawing, drawing.who
    court = who.court()
    d.head(
        "UNITED STATES DISTRICT COURT",
        f"for the {court}",
        "PETITION FOR WARRANT OR SUMMONS",
        "FOR OFFENDER UNDER SUPERVISION",
    )
    d.board.truth["court"] = f"United States District Court, {court}"
    words, _ = d.rng.choice(OFFENSES)
    d.draw(
        [
            d.entry("offender", who.name("first"), field="subject_name"),
            d.entry("case_number", who.docket()),
            d.entry("original_offense", words, field="offense", truth=_words_alone(words)),
        ]
    )
    d.text("Name of Sentencing Judicial Officer: The Honorable Helen R. Stroud, United States District Judge")
    d.text("Date of Original Sentence: January 9, 2020")
    d.text(
        "PETITIONING THE COURT to issue a warrant. The probation officer believes that the "
        "offender has violated the following conditions of supervision:"
    )
    d.foot("PROB 12C (Rev. 2/13)")


PAPERS = {
    "I-247A": detainer,
    "I-247G": notification,
    "I-247X": transfer,
    "I-247D": voluntary,
    "I-200": arrest_of_alien,
    "I-205": removal,
    "AO 442": federal_warrant,
    "AO 89B": subpoena,
    "writ": writ,
    "bench warrant": state_warrant,
    "PROB 12C": petition,
}
"""Every paper that is drawn, by what it is called."""


def drawn(paper, family, seed):
    """The paper drawn in a family's layout by seed: its board with the truth."""
    drawing = Drawing(family, f"{paper}{seed}")
    PAPERS[paper](drawing)
    return drawing.board, drawing.style.__name__
