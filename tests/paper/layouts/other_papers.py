"""Papers of marshals, parole boards, governors and DHS, and complaints with boxes of offices, drawn by seed with the truth beside each."""

# ruff: noqa: E501 - a paper's sentences stand on one line

from tests.paper.layouts.desk import COUNTIES, JUDGES, PEOPLE, STAFF, Desk, Drawn, caption_centered, day, under_rule
from tests.paper.layouts.warrants import COMMANDS, DISTRICTS, STATES
from tests.paper.makers import book


def usm17(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    for line in ("U.S. Department of Justice", "United States Marshals Service"):
        d.at(d.left, line).down(13)
    d.down(10).center(
        rng.choice(
            ("DETAINER AGAINST UNSENTENCED STATE PRISONER", "DETAINER AGAINST SENTENCED STATE PRISONER")
            if not held
            else ("DETAINER", "FEDERAL DETAINER", "DETAINER AGAINST PRISONER")
        ),
        13,
        bold=True,
    )
    d.down(10).at(d.left, f"TO: Sheriff, {rng.choice(COUNTIES)} County Jail").at(380, "DATE: 11/23/2026").down(16)
    d.at(d.left, f"SUBJECT: {who}").at(380, "DOB: 02/11/1989").down(16).at(d.left, "USMS NO.: 41873-509").down(20)
    d.para(
        f"Please accept this Detainer against the above-named subject who is currently in your custody. The United States District Court for the {rng.choice(DISTRICTS).title()} has issued an arrest warrant charging the subject with the commission of the following offense: 18 U.S.C. § 922(g)."
    )
    d.para(
        "When the subject is to be released from your custody, please notify this office at once so that we may assume custody if necessary. If the subject is transferred from your custody to another detention facility, we request that you forward our detainer to said facility."
    )
    d.down(8).at(330, "Very truly yours,")
    under_rule(
        d,
        rng.choice(STAFF),
        rng.choice(("Deputy United States Marshal", "United States Marshal", "Supervisory Deputy U.S. Marshal")),
        330,
    )
    if rng.random() < 0.7:
        d.sheet.say(40, 770, "Form USM-17 (Rev. 05/99)" if rng.random() < 0.5 else "FORM USM-16A", 7)
    return Drawn(book(d.sheet), None, "USM-17", "marshal", False, "usm17")


def parole(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    if held:
        for line in ("U.S. DEPARTMENT OF JUSTICE", "UNITED STATES PAROLE COMMISSION"):
            d.center(line, 11)
        d.down(12).center(rng.choice(("WARRANT", "W A R R A N T")), 15, bold=True)
        d.down(8).para("To Any Federal Officer Authorized To Serve Criminal Process Within The United States:")
        d.para(
            f"WHEREAS, {who}, Reg. No. 41873-019, was sentenced by the United States District Court to serve a sentence of 120 months for the crime of armed robbery and was on May 3, 2024 released on supervised release; AND, WHEREAS, reliable information has been presented to the undersigned Member of this Commission that said released prisoner has violated one or more conditions of release;"
        )
        d.para(
            "NOW, THEREFORE, by authority vested in the United States Parole Commission, YOU ARE HEREBY COMMANDED to execute this warrant by taking the above-named, wherever found in the United States, and hold him in your custody until he is released by order of the Parole Commission."
        )
        title = rng.choice(("U.S. Parole Commissioner", "Commissioner, United States Parole Commission"))
    else:
        for line in rng.choice(
            (
                ("TEXAS DEPARTMENT OF CRIMINAL JUSTICE", "PAROLE DIVISION"),
                ("BOARD OF PAROLE", "STATE OF IDLEWILD"),
                ("STATE PAROLE BOARD", "DEPARTMENT OF CORRECTIONS"),
            )
        ):
            d.center(line, 11)
        d.down(12).center(
            rng.choice(
                (
                    "PRE-REVOCATION WARRANT",
                    "PAROLE VIOLATION WARRANT",
                    "WARRANT FOR RETAKING OF PAROLEE",
                    "PAROLE WARRANT",
                    "WARRANT OF ARREST",
                )
            ),
            14,
            bold=True,
        )
        d.down(8).para("THE STATE TO ANY SHERIFF OR PEACE OFFICER:")
        d.para(
            f"WHEREAS {who}, TDCJ No. 02188{rng.randint(100, 999)}, an administrative releasee, was convicted in the 384th District Court of burglary, Texas Penal Code 30.02, and was released on parole; and there is reason to believe that the releasee has violated a condition of release; YOU ARE HEREBY COMMANDED to arrest the said releasee and hold that person in the county jail until further order of the Board."
        )
        title = rng.choice(
            (
                "Warrants Section Supervisor",
                "Member, Board of Pardons and Paroles",
                "Parole Board Member",
                "Hearing Officer",
            )
        )
    d.at(d.left, day(rng)).down(8)
    under_rule(d, rng.choice(STAFF), title, 318)
    return Drawn(book(d.sheet), None, "Parole warrant", "parole_authority", False, f"parole {title}")


def governor(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    state = rng.choice(("CALIFORNIA", "TEXAS", "NEW JERSEY", "FLORIDA"))
    for line in rng.choice(
        (
            (f"STATE OF {state}", "EXECUTIVE DEPARTMENT"),
            (f"OFFICE OF THE GOVERNOR OF {state}",),
            (f"STATE OF {state}", "OFFICE OF THE GOVERNOR"),
        )
    ):
        d.center(line, 12)
    d.down(12).center(
        rng.choice(
            ("GOVERNOR'S WARRANT", "WARRANT OF RENDITION")
            if not held
            else (
                "EXECUTIVE WARRANT",
                "GOVERNOR'S WARRANT OF EXTRADITION",
                "WARRANT OF EXTRADITION",
                "GOVERNOR'S WARRANT OF RENDITION",
            )
        ),
        14,
        bold=True,
    )
    d.down(8).para(f"THE GOVERNOR OF THE STATE OF {state} TO ANY SHERIFF, CONSTABLE, MARSHAL OR PEACE OFFICER:")
    d.para(
        f"WHEREAS it has been represented to me by the Governor of the State of Idlewild that {who} stands charged with the crime of theft committed in said State, and that the accused has fled from justice and taken refuge in the State of {state.title()}, and the said Governor has demanded that I cause the fugitive to be arrested and delivered; the demand is accompanied by a copy of an indictment of the Circuit Court certified as authentic by a Judge of the Circuit Court;"
    )
    d.para(
        f"NOW, THEREFORE, I command you to arrest and secure {who}, wherever found within this State, and deliver that person into the custody of the agent of the demanding State."
    )
    d.at(d.left, day(rng)).down(4)
    under_rule(
        d,
        rng.choice(JUDGES),
        rng.choice((f"Governor of {state.title()}", "Governor", f"Governor of the State of {state.title()}")),
        318,
    )
    if rng.random() < 0.6:
        d.at(318, "Attest:").down(26).sheet.ink(330, d.y)
        d.at(318, "Secretary of State", down=14)
    return Drawn(book(d.sheet), None, "Governor's warrant", "governor", False, "governor")


def cdr2(rng, held):
    d, who = Desk(rng), rng.choice(PEOPLE)
    county = rng.choice(COUNTIES).upper()
    d.at(40, "COMPLAINT NUMBER", 7).at(330, "THE STATE OF NEW JERSEY", 11).down(13)
    d.at(40, f"1505 W 2026 00{rng.randint(1000, 9999)}", 11).at(330, "VS.", 9).down(13)
    d.at(40, "COURT CODE   PREFIX   YEAR   SEQUENCE NO.", 6.5).at(330, who.upper(), 10).down(16)
    d.at(40, f"{county} MUNICIPAL COURT, {county} COUNTY", 9).at(330, "DOB: 02/11/1989", 8).down(16)
    d.at(40, "COMPLAINT - WARRANT" if rng.random() < 0.6 else "COMPLAINT-WARRANT", 13, "B").down(18)
    d.para(
        f"By certification or on oath, the complainant says that to the best of his/her knowledge, information and belief the named defendant on or about 10/02/2026 in {county}, NJ did: commit theft of movable property."
    )
    d.at(40, "in violation of: 2C:20-3A" if rng.random() < 0.5 else "in violation of: N.J.S.A. 2C:20-3A", 9).down(18)
    d.at(40, f"Signed: {rng.choice(STAFF)}, Ptl.", 8).at(300, "Date: 10/02/2026", 8).down(20)
    d.center("PROBABLE CAUSE DETERMINATION AND ISSUANCE OF WARRANT", 9, bold=True)
    d.sheet.tick(40, d.y, False, "Probable cause IS NOT found for the issuance of this complaint.")
    d.down(24).sheet.rule(40, d.y, 280)
    d.sheet.rule(330, d.y, 480)
    d.at(60, "Signature of Court Administrator or Deputy Court Administrator", 6.5, down=8).at(
        360, "Signature of Judge", 6.5, down=8
    ).down(20)
    d.sheet.tick(40, d.y, True, "Probable cause IS found for the issuance of this complaint.")
    judge = rng.random() < 0.6
    name = rng.choice(JUDGES if judge else STAFF)
    title = (
        rng.choice(("Judge", "J.M.C.", "Municipal Court Judge", "JSC"))
        if judge
        else rng.choice(("Court Administrator", "Deputy Court Administrator"))
    )
    d.down(30).sheet.ink(200, d.y - 2)
    d.at(60, f"{name}, {title}", 8).sheet.rule(40, d.y + 2, 330).rule(360, d.y + 2, 460)
    d.at(60, "Signature and Title of Judicial Officer Issuing Warrant", 6.5, down=10).at(390, "Date", 6.5, down=10).at(
        380, "10/02/2026", 8
    ).down(30)
    d.para(
        "TO ANY PEACE OFFICER OR OTHER AUTHORIZED PERSON: PURSUANT TO THIS WARRANT YOU ARE HEREBY COMMANDED TO ARREST THE NAMED DEFENDANT AND BRING THAT PERSON FORTHWITH BEFORE THE COURT TO ANSWER THE COMPLAINT."
    )
    d.sheet.say(460, 770, "NJ/CDR2 1/1/2017" if rng.random() < 0.7 else "CDR-2", 7)
    return Drawn(
        book(d.sheet),
        "judicial_warrant",
        "CDR-2",
        "state_judge" if judge else "clerk_of_court",
        True if judge else None,
        f"cdr2 {title}",
    )


def box_signed(rng, held):
    """The magistrate's warrant on which boxes say who signed: Virginia's and North Carolina's forms."""
    d, who, county = Desk(rng), rng.choice(PEOPLE), rng.choice(COUNTIES).upper()
    state = "nc" if held else "va"
    court, plaintiff, number, _, to, offense, _ = STATES[state]
    caption_centered(
        d,
        [each.format(county=county) for each in court],
        (plaintiff, who),
        number.format(n4=rng.randint(1000, 9999)),
        "WARRANT FOR ARREST" if held else "WARRANT OF ARREST",
    )
    d.para(to).para(COMMANDS[0].format(who=who, offense=offense))
    d.at(d.left, day(rng)).down(36).sheet.ink(330, d.y - 2)
    d.sheet.rule(318, d.y, 540)
    d.at(340, "Signature", 7, down=9).at(d.left, rng.choice(JUDGES + STAFF)).at(d.left, "Name", 7, down=10).down(22)
    boxes = (
        ("Magistrate", "Deputy CSC", "Assistant CSC", "Clerk Of Superior Court", "District Court Judge")
        if held
        else ("CLERK", "MAGISTRATE", "JUDGE")
    )
    ticked = rng.choice(boxes)
    x = d.left
    for each in boxes:
        d.sheet.tick(x, d.y, each == ticked, each)
        x += 24 + d.wide(each, 9.5, "F") + 8
    clerk = ticked in {"CLERK", "Deputy CSC", "Assistant CSC", "Clerk Of Superior Court"}
    return Drawn(
        book(d.sheet),
        "judicial_warrant",
        None,
        "clerk_of_court" if clerk else "state_judge",
        None if clerk else True,
        f"boxes {ticked}",
    )


OFFICERS = (
    "Deportation Officer",
    "Supervisory Detention and Deportation Officer",
    "SDDO",
    "AFOD",
    "(A)AFOD",
    "A/SDDO",
    "Acting SDDO",
    "Acting Assistant Field Office Director",
)
OFFICERS_HELD = (
    "(A)SDDO",
    "DO",
    "DFOD",
    "IEA",
    "Acting Field Office Director",
    "Supervisory Deportation Officer",
    "(Acting) AFOD",
    "Border Patrol Agent",
    "PAIC",
    "SBPA",
    "CBPO",
    "FOD",
    "DDO",
    "Special Agent",
)


def _officer_block(d, name, title, style):
    x = d.rng.choice((60, 318))
    if style == "captions":
        d.down(30).sheet.ink(330, d.y - 2)
        d.at(60, f"{name}{d.rng.choice((', ', ' ', ' - '))}{title}").sheet.rule(56, d.y + 3, 290).rule(
            312, d.y + 3, 560
        )
        d.at(
            80,
            d.rng.choice(
                (
                    "(Name and title of Immigration Officer)",
                    "Immigration Officer: name and title",
                    "Name, title of authorized immigration officer",
                )
            ),
            7,
            down=11,
        )
        d.at(
            390, d.rng.choice(("(Signature of Immigration Officer)", "Signature", "Signature of Officer")), 7, down=11
        ).down(26)
    elif style == "stack":
        d.down(34).sheet.ink(x + 14, d.y - 2)
        d.sheet.rule(x, d.y, x + 220)
        d.down(11).at(x, name).down(11).at(x, title).down(20)
    elif style == "signed by":
        d.down(30).at(x, f"Digitally signed by {name.upper()}", 9).at(
            x, "Date: 2026.11.23 09:14:22 -06'00'", 8, down=10
        ).down(24)
        d.at(x, f"{name}, {title}").at(x, "(Name and title)", 7, down=10).down(26)
    else:
        d.down(30).at(x, "Signature:").sheet.ink(x + 60, d.y - 2)
        d.down(16).at(x, f"Printed name: {name}").down(14).at(x, f"Title: {title}").down(24)


def dhs(rng, held):
    """A detainer or a warrant of DHS with one of many signers, some under a court's heading that it has no right to."""
    d, who = Desk(rng), rng.choice(PEOPLE)
    form = rng.choice(("I-200", "I-205", "I-247A"))
    forged = rng.random() < 0.25
    if forged:
        d.center(
            rng.choice(
                (
                    "UNITED STATES DISTRICT COURT",
                    "UNITED STATES IMMIGRATION COURT",
                    "IN THE UNITED STATES DISTRICT COURT",
                )
            ),
            13,
            bold=True,
        )
        d.center(rng.choice(DISTRICTS), 11)
    d.center("U.S. Department of Homeland Security", 11)
    title = {
        "I-200": "Warrant for Arrest of Alien",
        "I-205": "WARRANT OF REMOVAL/DEPORTATION",
        "I-247A": "IMMIGRATION DETAINER - NOTICE OF ACTION",
    }[form]
    d.down(8).center(title, 13, bold=True).down(10)
    d.at(d.left, "File No: A 208 114 903").at(400, "Date: 11/23/2026").down(20)
    if form == "I-247A":
        d.at(d.left, f"Name of Alien: {who}").at(330, "Date of Birth: 02/11/1989").down(20)
        d.para(
            "DHS HAS DETERMINED THAT PROBABLE CAUSE EXISTS THAT THE SUBJECT IS A REMOVABLE ALIEN. THIS DETERMINATION IS BASED ON:"
        )
        d.sheet.tick(d.left, d.y, True, "a final order of removal against the alien;")
        d.down(20).para(
            "IT IS THEREFORE REQUESTED THAT YOU: Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS."
        )
    elif form == "I-200":
        d.para(
            "To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act"
        )
        d.para(
            f"I have determined that there is probable cause to believe that {who} is removable from the United States. This determination is based upon:"
        )
        d.sheet.tick(d.left, d.y, True, "the pendency of ongoing removal proceedings against the subject;")
        d.down(20).para(
            "YOU ARE COMMANDED to arrest and take into custody for removal proceedings the above-named alien."
        )
    else:
        d.para("To any immigration officer of the United States Department of Homeland Security:")
        d.at(240, who).at(250, "(Full name of alien)", 7, down=9).down(24)
        d.para(
            "who entered the United States at Eagle Pass, Texas on June 2, 2019 is subject to removal/deportation from the United States, based upon a final order by:"
        )
        d.sheet.tick(d.left, d.y, True, "an immigration judge in exclusion, deportation, or removal proceedings")
        d.down(16).sheet.tick(d.left, d.y, False, "a United States District or Magistrate Court Judge")
        d.down(20).para(
            "I command you to take into custody and remove from the United States the above-named alien, pursuant to law."
        )
    style = rng.choice(("captions", "stack") if not held else ("labels", "signed by", "captions", "stack"))
    choice = rng.random()
    if choice < 0.85:
        name, signs, signer = rng.choice(STAFF), rng.choice(OFFICERS_HELD if held else OFFICERS), "immigration_officer"
    else:
        name, signs, signer = rng.choice(JUDGES), "Immigration Judge", "immigration_judge"
    _officer_block(d, name, signs, style)
    d.sheet.say(
        40,
        770,
        {"I-200": "Form I-200 (Rev. 09/16)", "I-205": "ICE Form I-205 (8/07)", "I-247A": "DHS Form I-247A (3/17)"}[
            form
        ],
        7,
    )
    kind = "detainer" if form == "I-247A" else "administrative_warrant"
    return Drawn(book(d.sheet), kind, form, signer, False, f"{form} {style} {signs} forged={forged}")
