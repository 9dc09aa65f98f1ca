"""Warrants and writs of state and federal courts, drawn by seed with the truth beside each."""

# ruff: noqa: E501 - a paper's sentences stand on one line

from tests.paper.layouts.desk import (
    BLOCKS,
    BLOCKS_HELD,
    CAPTIONS,
    CAPTIONS_HELD,
    CLERKS,
    COUNTIES,
    JUDGES,
    NOT_JUDGES,
    NOT_JUDGES_HELD,
    PEOPLE,
    STAFF,
    Desk,
    Drawn,
    caption_centered,
    caption_halves,
    clerk_by_deputy,
    clerk_teste,
    day,
)
from tests.paper.makers import book

STATES = {
    "ca": (("SUPERIOR COURT OF CALIFORNIA", "COUNTY OF {county}"), "THE PEOPLE OF THE STATE OF CALIFORNIA", "BF{n6}A", ("BENCH WARRANT", "WARRANT OF ARREST"),
           "THE PEOPLE OF THE STATE OF CALIFORNIA TO ANY PEACE OFFICER OF THIS STATE:", "burglary, Penal Code section 459", ("Judge of the Superior Court", "Commissioner of the Superior Court")),
    "tx": (("IN THE 384TH DISTRICT COURT", "{county} COUNTY, TEXAS"), "THE STATE OF TEXAS", "2026{n6}", ("CAPIAS", "ALIAS CAPIAS", "CAPIAS INSTANTER"),
           "THE STATE OF TEXAS TO ANY PEACE OFFICER OF THE STATE OF TEXAS - GREETINGS:", "burglary of a habitation, Texas Penal Code 30.02", ("Judge, 384th District Court", "Presiding Judge")),
    "wa": (("SUPERIOR COURT OF WASHINGTON", "FOR {county} COUNTY"), "STATE OF WASHINGTON", "26-1-0{n4}-7", ("BENCH WARRANT", "WARRANT OF ARREST"),
           "THE STATE OF WASHINGTON TO ALL PEACE OFFICERS OF THE STATE OF WASHINGTON:", "assault in the second degree, RCW 9A.36.021", ("Superior Court Judge", "Judge/Court Commissioner")),
    "ny": (("COUNTY COURT OF THE STATE OF NEW YORK", "COUNTY OF {county}"), "THE PEOPLE OF THE STATE OF NEW YORK", "IND-7{n4}-26", ("BENCH WARRANT", "WARRANT OF ARREST"),
           "TO ANY POLICE OFFICER IN THE STATE OF NEW YORK:", "grand larceny, Penal Law 155.30", ("County Court Judge", "Town Justice")),
    "va": (("GENERAL DISTRICT COURT", "{county} COUNTY, COMMONWEALTH OF VIRGINIA"), "COMMONWEALTH OF VIRGINIA", "GC26-00{n4}", ("WARRANT OF ARREST - FELONY", "WARRANT OF ARREST"),
           "TO ANY AUTHORIZED OFFICER:", "grand larceny, Code of Virginia 18.2-95", ("Magistrate", "Judge")),
    # held out
    "fl": (("IN THE CIRCUIT COURT OF THE NINTH JUDICIAL CIRCUIT", "IN AND FOR {county} COUNTY, FLORIDA"), "STATE OF FLORIDA", "2026-CF-00{n4}-A", ("CAPIAS", "CAPIAS / WARRANT OF ARREST", "BENCH WARRANT"),
           "IN THE NAME OF THE STATE OF FLORIDA, TO ALL AND SINGULAR THE SHERIFFS OF THE STATE OF FLORIDA:", "grand theft, section 812.014, Florida Statutes", ("Circuit Judge", "County Judge")),
    "nc": (("STATE OF NORTH CAROLINA", "In The General Court Of Justice, District Court Division, {county} County"), "STATE", "26CR0{n4}", ("WARRANT FOR ARREST", "ORDER FOR ARREST"),
           "To any officer with authority and jurisdiction to execute a warrant for arrest for the offense charged below:", "felony larceny, G.S. 14-72", ("Magistrate", "District Court Judge")),
    "ga": (("IN THE MAGISTRATE COURT OF {county} COUNTY", "STATE OF GEORGIA"), "STATE OF GEORGIA", "26-W-0{n4}", ("ARREST WARRANT", "BENCH WARRANT"),
           "TO ANY SHERIFF, DEPUTY SHERIFF, CORONER, CONSTABLE OR MARSHAL OF SAID STATE - GREETINGS:", "theft by taking, O.C.G.A. 16-8-2", ("Magistrate Judge, Magistrate Court of {county} County", "Judge, Superior Court")),
    "oh": (("COURT OF COMMON PLEAS", "{county} COUNTY, OHIO"), "STATE OF OHIO", "26CR00{n4}", ("CAPIAS", "WARRANT ON INDICTMENT", "BENCH WARRANT"),
           "TO ANY SHERIFF OR OTHER OFFICER AUTHORIZED TO EXECUTE A WARRANT:", "theft, R.C. 2913.02", ("Judge of the Court of Common Pleas", "Judge")),
    "az": (("SUPERIOR COURT OF ARIZONA", "{county} COUNTY"), "STATE OF ARIZONA", "CR2026-0{n4}-001", ("BENCH WARRANT", "ARREST WARRANT", "FELONY ARREST WARRANT"),
           "TO ANY PEACE OFFICER OF THE STATE OF ARIZONA:", "theft, A.R.S. 13-1802", ("Judge of the Superior Court", "Justice of the Peace")),
}  # fmt: skip
COMMANDS = (
    "YOU ARE HEREBY COMMANDED to arrest {who}, the defendant, and bring the defendant before this Court without unnecessary delay to answer a charge of {offense}.",
    "YOU ARE COMMANDED forthwith to arrest the above-named defendant and bring the defendant before this court, to be dealt with according to law on a charge of {offense}.",
    "You are therefore commanded to take the said {who} into custody, if to be found in your county, and safely keep that person until discharged by due course of law, to answer for the offense of {offense}.",
)
COMMANDS_HELD = (
    "WE COMMAND YOU that you take the body of {who}, wherever found, and have that body before the Judge of this Court to answer {offense}.",
    "YOU ARE ORDERED to arrest {who} and bring the person named before a judicial official without unnecessary delay to answer the charge of {offense}.",
    "These are, therefore, to command you to arrest instanter {who}, and to deliver the defendant to the Sheriff of this county to answer for {offense}.",
)


def _who_signs(rng, block, titles, held, county):
    """Block, name, title, signer, whether judge."""
    choice = rng.random()
    judge = rng.choice(JUDGES)
    if choice < 0.55:
        return block, judge, rng.choice(titles).format(county=county.title()), "state_judge", True
    if choice < 0.75:
        return (
            rng.choice((clerk_teste, clerk_by_deputy, block)),
            rng.choice(STAFF),
            rng.choice(CLERKS),
            "clerk_of_court",
            None,
        )
    title = rng.choice(NOT_JUDGES_HELD if held else NOT_JUDGES).format(judge=judge.split(",")[0].split()[-1])
    return block, rng.choice(STAFF), title, None, None


def state_paper(rng, state, held):
    court, plaintiff, number, titles, to, offense, judges = STATES[state]
    county = rng.choice(COUNTIES).upper()
    number = number.format(n6=rng.randint(100000, 999999), n4=rng.randint(1000, 9999))
    who, title = rng.choice(PEOPLE), rng.choice(titles)
    d = Desk(rng)
    caption = rng.choice(CAPTIONS_HELD if held and rng.random() < 0.5 else CAPTIONS)
    caption(d, [each.format(county=county) for each in court], (plaintiff, who), number, title)
    d.para(to)
    d.para(rng.choice(COMMANDS_HELD if held and rng.random() < 0.5 else COMMANDS).format(who=who, offense=offense))
    if rng.random() < 0.5:
        d.at(d.left, f"Bail is set at ${rng.randint(1, 90)},000.00.").down(18)
    d.at(d.left, day(rng)).down(10)
    block = rng.choice(BLOCKS_HELD if held and rng.random() < 0.6 else BLOCKS)
    block, name, signs, signer, judicial = _who_signs(rng, block, judges, held, county)
    block(d, name, signs, rng.choice((300, 318, 330)))
    what = f"{state} {title} {caption.__name__} {block.__name__} {signs}"
    if rng.random() < 0.12:
        stamp = rng.choice(
            ("RECALLED", "QUASHED")
            if not held
            else ("WARRANT RECALLED", "QUASHED 12/01/2026", "SET ASIDE", "CANCELLED")
        )
        x, y = rng.choice(((430, 30), (60, 30), (400, 150), (60, 560), (330, 680)))
        d.sheet.say(x, y, stamp, 16, "B")
        judicial, what = None, f"{what} stamped {stamp}"
    return Drawn(book(d.sheet), "judicial_warrant", None, signer, judicial, what)


# ---- federal papers ----
DISTRICTS = (
    "WESTERN DISTRICT OF TEXAS",
    "NORTHERN DISTRICT OF CALIFORNIA",
    "DISTRICT OF NEW JERSEY",
    "SOUTHERN DISTRICT OF FLORIDA",
    "EASTERN DISTRICT OF WASHINGTON",
)
DOCKETS = (
    "EP-26-CR-0{n4}-KC",
    "2:26-mj-00{n3}",
    "3:26-cr-00{n3}-RS",
    "26 CR {n3} (DLC)",
    "Crim. No. 26-{n3} (SRC)",
    "1:26-CR-{n5}-UU-1",
    "CR-26-{n3}-TUC-JGZ",
    "H-26-CR-{n3}",
    "MJ26-5{n3}",
)
FEDERAL = (
    ("United States District Judge", "federal_district_judge"),
    ("United States Magistrate Judge", "federal_magistrate_judge"),
    ("Chief United States District Judge", "federal_district_judge"),
    ("U.S. Magistrate Judge", "federal_magistrate_judge"),
)
WRITS = (
    "YOU ARE HEREBY COMMANDED to produce the body of {who}, a prisoner in your custody, before the {court} on December 14, 2026 at 9:00 a.m., for arraignment on an indictment charging {offense}, and thereafter to be returned.",
    "WE COMMAND YOU that you surrender the body of {who}, detained in your custody, to the United States Marshal, so that he may be brought before the Court on December 14, 2026 at 9:00 a.m. on charges of {offense}, and after said proceedings return him to your custody.",
    "You are directed to deliver {who}, now confined in your institution, to any authorized officer of the United States Marshals Service for appearance on December 14, 2026 to answer charges of {offense}.",
)
WRITS_HELD = (
    "GREETINGS: You are hereby commanded to have the body of {who}, by you imprisoned and detained, under safe and secure conduct before the Judge of our District Court on December 14, 2026, there to be prosecuted for {offense}.",
    "The Warden is ORDERED to bring {who} before the above-entitled Court on December 14, 2026 at 9:00 a.m., for proceedings on {offense}, or surrender that person to the Marshal for that purpose.",
)


def _federal(rng, held, block, *, clerk=0.15, staff=0.2):
    choice, judge = rng.random(), rng.choice(JUDGES)
    if choice < 1 - clerk - staff:
        title, signer = rng.choice(FEDERAL)
        return block, judge, title, signer, True
    if choice < 1 - staff:
        return rng.choice((clerk_by_deputy, block)), rng.choice(STAFF), "Deputy Clerk", "clerk_of_court", None
    title = rng.choice(NOT_JUDGES_HELD if held else NOT_JUDGES).format(judge=judge.split(",")[0].split()[-1])
    return block, rng.choice(STAFF), title, "prosecutor" if "Attorney" in title and "Staff" not in title else None, None


def writ(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    word = rng.choice(("AD TESTIFICANDUM", "AD PROSEQUENDUM") if held else ("AD PROSEQUENDUM",))
    district = rng.choice(DISTRICTS)
    number = rng.choice(DOCKETS).format(
        n3=rng.randint(100, 999), n4=rng.randint(1000, 9999), n5=rng.randint(20000, 29999)
    )
    caption = rng.choice((caption_centered, caption_halves))
    title = (
        rng.choice((f"WRIT OF HABEAS CORPUS {word}", f"WRIT OF HABEAS CORPUS {word}"))
        if caption is caption_centered
        else f"WRIT OF HABEAS CORPUS {word}"
    )
    caption(d, ("UNITED STATES DISTRICT COURT", district), ("UNITED STATES OF AMERICA", who), number, title)
    d.para(f"TO: The Sheriff of {rng.choice(COUNTIES)} County, and to the United States Marshal:")
    offense = rng.choice(
        ("21 U.S.C. § 841(a)(1)", "violations of 18 U.S.C. § 922(g)(1)", "Title 18, United States Code, Section 1951")
    )
    d.para(
        rng.choice(WRITS_HELD if held else WRITS).format(who=who, offense=offense, court="United States District Court")
    )
    d.at(d.left, day(rng)).down(10)
    block, name, signs, signer, judicial = _federal(
        rng, held, rng.choice(BLOCKS_HELD if held and rng.random() < 0.6 else BLOCKS)
    )
    block(d, name, signs, rng.choice((300, 318)))
    return Drawn(
        book(d.sheet),
        "court_order",
        None,
        signer,
        judicial,
        f"writ {word} {caption.__name__} {block.__name__} {signs} {number}",
    )


def federal_warrant(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    number = rng.choice(DOCKETS).format(
        n3=rng.randint(100, 999), n4=rng.randint(1000, 9999), n5=rng.randint(20000, 29999)
    )
    d.sheet.say(40, 28, "AO 442 (Rev. 11/11) Arrest Warrant", 7.5)
    caption = rng.choice((caption_centered, caption_halves))
    title = rng.choice(("ARREST WARRANT", "WARRANT FOR ARREST"))
    caption(
        d,
        ("UNITED STATES DISTRICT COURT", f"for the {rng.choice(DISTRICTS).title()}"),
        ("United States of America", who),
        number,
        title,
    )
    d.at(d.left, "To: Any authorized law enforcement officer").down(20)
    d.para(
        f"YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without unnecessary delay (name of person to be arrested) {who},"
    )
    d.para("who is accused of an offense or violation based on the following document filed with the court:")
    d.sheet.tick(d.left + 10, d.y, True, "Indictment").tick(d.left + 130, d.y, False, "Complaint")
    d.down(20).para("This offense is briefly described as follows:").para(
        "Possession with intent to distribute, 21 U.S.C. § 841(a)(1)"
    )
    d.at(d.left, "Date: 11/23/2026").down(8)
    block, name, signs, signer, judicial = _federal(rng, held, rng.choice(BLOCKS_HELD if held else BLOCKS))
    block(d, name, signs, 318)
    return Drawn(
        book(d.sheet),
        "judicial_warrant",
        "AO 442",
        signer,
        judicial,
        f"AO442 {caption.__name__} {block.__name__} {signs} {number}",
    )


def prob12c(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    d.sheet.say(40, 28, "PROB 12C" + rng.choice(("", " (7/93)", " (Rev. 2011)")), 8)
    for line in ("United States District Court", "for the", rng.choice(DISTRICTS).title()):
        d.center(line, 12)
    d.down(8).center(
        rng.choice(
            (
                "Petition for Warrant or Summons for Offender Under Supervision",
                "Petition for Warrant or Summons for Person Under Supervision",
            )
            if held
            else ("Petition for Warrant or Summons for Offender Under Supervision",)
        ),
        12,
        bold=True,
    )
    d.down(14).at(d.left, f"Name of Offender: {who}").at(350, "Case Number: 2:26-CR-00188").down(16)
    d.at(d.left, "Name of Sentencing Judicial Officer: The Honorable H. Lindqvist, U.S. District Judge").down(16)
    d.at(d.left, "Date of Original Sentence: March 2, 2023").down(16).at(
        d.left, "Original Offense: Bank Fraud, 18 U.S.C. § 1344"
    ).down(24)
    d.center("PETITIONING THE COURT", bold=True)
    d.sheet.tick(d.left + 20, d.y, True, "To issue a warrant").tick(d.left + 20, d.y + 14, False, "To issue a summons")
    d.down(40).para(
        "The probation officer believes that the offender has violated the following condition of supervision: failure to report."
    )
    d.at(330, "Respectfully submitted,").down(30).sheet.ink(340, d.y)
    d.at(330, f"by {rng.choice(STAFF)}", down=14).at(330, "U.S. Probation Officer", down=26).down(46)
    d.at(d.left, "THE COURT ORDERS:").down(16)
    signed = rng.random() < 0.75
    for text, on in (
        ("No Action", False),
        ("The Issuance of a Warrant", signed),
        ("The Issuance of a Summons", False),
        ("Other", False),
    ):
        d.sheet.tick(d.left + 20, d.y, on, text)
        d.down(15)
    d.down(26)
    judge = rng.choice(JUDGES)
    if signed:
        d.sheet.ink(340, d.y - 2)
    d.sheet.rule(318, d.y, 540)
    named = held
    if rng.random() < 0.5 or not held:
        named = False
        d.down(10).at(340, "Signature of Judicial Officer", 8)
        if rng.random() < 0.6:
            d.at(330, f"{judge}, U.S. District Judge", down=20).down(20)
            named = True
    else:
        d.down(11).at(330, judge).down(12).at(330, "United States District Judge")
    d.down(20).sheet.rule(318, d.y, 540)
    d.at(400, "Date", 8, down=10)
    return Drawn(
        book(d.sheet),
        "court_order",
        "PROB 12C",
        "federal_district_judge" if signed and named else None,
        None,
        f"prob12c signed={signed}",
    )
