"""Lines printed among the charges: a hold in every spelling is a hold, an ordinary charge is a charge, and doubt is said to be doubt."""

import json

import pytest
from typer.testing import CliRunner

from habeas.answers.fields import COLUMNS
from habeas.answers.subjects import Subject, criminal_charges, shows_interest
from habeas.cli.program import app
from habeas.roster.federal_interest import reveals_federal_interest
from habeas.roster.hold_lines import HoldLine, line_of, text_is, words_of
from tests.roster.helpers import roster

IMMIGRATION = (
    "HOLD - INS", "HOLD/INS", "ICEHOLD", "BICE HOLD", "IMM DETAINER", "CUSTOMS ENFORCEMENT HOLD", "D.H.S.", "ICE",
    "INS", "BICE", "ICE-ERO", "DHS", "HSI", "ERO", "IMMIGRATION", "IMM-HOLD", "HOLD FOR ICE", "8USC1326(A)",
    "8 U.S.C. 1325", "I-247", "I247A", "DETAINER-ICE", "US IMMIGRATION", "BORDER PATROL", "CBP", "USBP",
    "I.N.S. HOLD", "I C E HOLD", "HOLD*ICE", "HOLD ICE-DALLAS", "ICE/ERO DETAINER", "IMMIGRATION DETAINER (JAIL)",
    "DETAINER IMMIGRATION & CUSTOMS ENF", "** HOLD: IMMIGRATION & CUSTOMS ENF - DETAINER I247A", "HOLDICE",
    "HOLD4ICE", "HOLDFORICE", "INSHOLD", "IMMHOLD", "US ICE HOLD", "U.S. ICE", "U.S.I.C.E.",
    "HOLD U.S. BORDER PATROL", "USBP HOLD", "HOMELAND SECURITY HOLD", "DEPT OF HOMELAND SECURITY", "IMMIGRATION HOLD",
    "IMMIGRAION HOLD", "IMMIGRATIN DETAINER",
    "FEDERAL HOLD - ICE", "287(G)", "287G HOLD", "ILLEGAL REENTRY", "ILLEGAL RE-ENTRY",
    "8 USC 1326 ILLEGAL REENTRY AFTER DEPORTATION", "DEPORTATION HOLD", "ICE WARRANT", "ICE ADMIN WARRANT", "TOT ICE",
    "RELEASE TO ICE", "ICE PICK UP", "ICE PICKUP", "HOLD IMMIGRAT", "HOLD-IMM", "IMM.HOLD", "IMMIG HOLD",
    "IMMIGRATION VIOLATION", "IMMIG VIOLATION", "CIVIL IMMIGRATION", "ORDER OF REMOVAL", "8:1326(A)",
    "TITLE 8 USC 1325", "8 U.S. CODE 1326", "UNDOCUMENTED ALIEN", "ILLEGAL ALIEN", "DHS/ICE", "DHS-ICE HOLD",
    "DHSHOLD", "USINS", "USCIS", "HOLD USCIS", "ICE 48 HR HOLD", "ICE HOLD 12/1/2025", "ICE DETAINEE", "HELD FOR ICE",
    "HOLDING FOR INS", "HOLD FOR IMMIGRATION & NATURALIZATION", "IMMIGRATION/NATURALIZATION", "ICE DET", "IMM DET",
    "ICE DTNR", "DETAINER - I.C.E.", "ICE - DETAINER", "_ICE_", "ice hold", "Ice Hold", "CUSTOMS & BORDER PROTECTION",
    "US CUSTOMS HOLD", "IMMIGRATION & CUSTOMS ENFORCEMENT", "ICE NOTIFICATION", "I-247A DETAINER", "I-200 WARRANT",
    "ICE-HOLD(NO BOND)", "HOLD: I.N.S", "OUT TO ICE", "ICEDETAINER", "DETAINERICE",
)  # fmt: skip
IMMIGRATION_TOO = (
    "INS-HOLD", "INS DETAINER", "HOLD FOR U.S. ICE", "HOLD FOR USICE", "US INS HOLD", "USINS HOLD", "I.C.E. DETAINER",
    "ICE DETAINER/HOLD", "HOLD - IMMIGRATION", "IMMIGRATION (ICE)", "IMMIGRATION & NATURALIZATION SVC", "HOLD/DHS",
    "DHS HOLD FOR ICE", "DHS - ICE/ERO", "FEDERAL-IMMIGRATION", "FED HOLD-IMMIGRATION", "IMM/ICE", "ICE_HOLD",
    "HOLD_ICE", "ICE. HOLD", "ICE HLD", "IMMIG DETNR", "HOLD FOR BORDER PATROL", "BORDER PATROL HOLD", "BORDERPATROL",
    "HOLD US BORDER PATROL", "U.S. CUSTOMS AND BORDER PROTECTION", "8 USC 1325 IMPROPER ENTRY BY ALIEN", "8 USC 1324",
    "8USC 1326", "8-USC-1326", "8 U S C 1326", "08 USC 1326", "TITLE 8 SECTION 1326", "REENTRY OF DEPORTED ALIEN",
    "RE-ENTRY AFTER DEPORTATION", "ILLEGAL ENTRY - IMMIGRATION", "I-247D", "FORM I-247", "I 247 DETAINER",
    "I-247 ICE", "ICE I247", "I200", "I-205 WARRANT OF REMOVAL", "WARRANT OF DEPORTATION", "ADMIN WARRANT - ICE",
    "ICE CIVIL DETAINER", "NON-BONDABLE ICE HOLD", "ICE-IMMIGRATION HOLD", "IMMIGR HOLD", "IMMIGRATION HLD",
    "INS/ICE", "ENFORCEMENT & REMOVAL OPERATIONS", "HOMELAND SECURITY", "HOMELAND SECURITY INVESTIGATIONS",
    "H.S.I. HOLD", "HSI-HOLD", "USCIS HOLD", "US IMMIGRATION & CUSTOMS", "IMMIGRATION COURT", "HOLD4INS",
    "ICE HOLD #A099999999", "ICE A#", "REMANDED TO ICE", "SURRENDER TO ICE", "ICE DETAIN", "DETAIN FOR ICE",
    "FOREIGN NATIONAL - ICE", "ICE INMATE", "USMS/ICE", "ICE CONTRACT", "ICE BOARDER", "IGSA ICE", "287 G",
    "287(G) DETAINER", "Immigration detainer (civil)", "IMMAGRATION HOLD", "IMIGRATION", "DETAINOR ICE",
    "DETANER-ICE", "HOLD::ICE", "ICE~HOLD", "[ICE]", "<ICE HOLD>", "ICE HOLD-NO BOND", "HOLD (ICE)", "HOLD=INS",
    "HOLD\\\\INS", "INS\\\\HOLD", "ICE,HOLD", "HOLD,ICE", "IMM.", "IMM DET.", "IMMIG.", "IMMIG DETAINER",
    "IMMIG/CUSTOMS", "IMMIGRATION AND CUSTOMS", "IMMIGRATION-HOLD", "IMMIGRATIONHOLD", "IMMIGRATIONDETAINER",
    "HOLDIMMIGRATION", "HOLDFORIMMIGRATION", "USBORDERPATROL", "BORDERPATROLHOLD", "HOMELANDSECURITY",
    "HOMELANDSECURITYHOLD", "ICEINS", "DHSICEHOLD", "BICEHOLD", "CBPHOLD", "HSIHOLD", "EROHOLD", "ICE-DETAINER",
    "ICE RELEASE", "RELEASED TO INS", "TRANSFER TO ICE CUSTODY", "ICE TRANSFER", "ICE TRANSPORT",
    "COURT ORDER ICE HOLD", "CIVIL IMM DETAINER", "DETAINER (IMMIGRATION)", "DET-ICE", "DET/INS", "IMM-DET",
    "ICE; HOLD", "HOLD;ICE", "8 USC", "8USC", "8 U.S.C.A. 1325", "8 U.S.C. § 1326(a)", "8 U.S.C. SEC 1326",
    "TITLE 8 U.S.C. 1326", "USC 8 1326", "I-247A/I-200", "I247-A", "I- 247", "DHS FORM I-247A",
    "HOLD FOR HOMELAND SECURITY", "FEDERAL DETAINER/IMMIGRATION", "ILLEGAL ALIENS",
    "DEPORTED ALIEN", "PREVIOUSLY DEPORTED", "DEPORT", "IMMIG COURT", "CUSTOMS/BORDER PATROL",
)  # fmt: skip
"""Two draws that were not looked at while the words were gathered."""
OTHER_TOO = (
    "USMS", "U S MARSHALS SERVICE", "MARSHALS HOLD", "HOLD-USM", "FED INMATE", "FEDERAL INMATE - USMS",
    "HELD FOR US MARSHALS", "HELD FOR OTHER JURISDICTION", "HOLD FOR OTHER JURISDICTION", "OTHER AGENCY HOLD",
    "HOLD OTHER AGENCY", "HOLDING FOR OTHER COUNTY", "HOLD STATE PRISON", "WAIVER EXTRADITION", "EXTRADITION WAIVED",
    "WAIVED EXTRADITION (JAIL)", "BOP HOLD", "HOLD-ATF", "DEA HOLD", "NAVY HOLD", "JUVENILE HOLD",
    "MENTAL HEALTH HOLD", "WRIT HOLD", "FUGITIVE HOLD", "OUT OF STATE DETAINER", "DETAINER TX",
    "SERVING TIME FOR OTHER COUNTY", "HOLDOVER", "HOLD FOR USMS", "HOLD/USM", "MARSHAL", "US MARSHALL HOLD",
    "U.S.MARSHAL", "FEDERAL INMATES", "FED PRISONER", "HELD FOR FBI", "HOLD: US MARSHAL",
    "HOLD: OTHER COUNTY WARRANT", "HELD FOR MILITARY", "WAIVE EXTRADITION", "WAIVED EXTRADITION TO NM",
    "COURTESY HOLD - KANSAS CITY", "DETAINER FROM OHIO", "HOLD FOR DOC", "TEMP HOLD", "HOLD FOR JUDGE", "USMSHOLD",
    "MARSHALHOLD", "FEDINMATE", "FEDERAL DET",
)  # fmt: skip
CHARGES_TOO = (
    "ICE CHEST THEFT", "NO PROOF INS", "FAIL TO SHOW PROOF OF INS", "INS CARD", "NO VALID INS", "OPER MV W/O INS",
    "UNLAWFUL POSS OF FICT INS CARD", "CHILD NEGLECT", "JUSTICE OBSTRUCTION", "NOTICE TO APPEAR",
    "PRACTICE LAW W/O LICENSE", "POLICE DOG", "HOLDING CELL PHONE", "HOUSEHOLD", "CHOKEHOLD", "BUSINESS LICENSE",
    "SUSPENDED LIC", "MISCHIEF", "DEPORTMENT", "OFFICIAL MISCONDUCT", "RETAINER FRAUD", "CONTAINER OPEN",
    "UPHOLSTERY THEFT", "FRAUD - INSURANCE", "HSC 11377", "PC 484", "DISMISSED", "AGGRAVATED ROBBERY",
    "TAMPER W/ EVIDENCE", "FAIL TO ID", "IMMORAL ACTS", "IMMUNIZATION VIOL", "INSUFFICIENT FUNDS CHECK",
    "MARSHAL ARTS", "FEDERAL FUGITIVE", "SMUGGLING OF PERSONS", "ICE SKATE THEFT", "NO INS.", "DRIV W/O INS",
    "DROVE WITHOUT INS", "THEFT <$100", "TERROR THREAT", "BURG HABITATION", "ASLT FAM/HOUSE MEM",
    "UNL CARRYING WEAPON", "EVADING ARREST", "CRIM MISCHIEF", "INJ CHILD", "MAN DEL CS", "DWLI", "FTMR", "CCP 55A",
    "SOLICIT", "CRIMINAL TRESPASS", "PUBLIC INTOX", "EXPIRED REG", "FELON W/GUN", "EXPLOITATION", "HARBORING RUNAWAY",
    "SHIPPING", "PRINCE OF WALES", "DICE GAMES", "LICE", "POLICE/ICECREAM TRUCK", "FOREIGN PROTECTION ORDER",
    "REMOVAL OF BARRICADE", "ORDER OF PROTECTION VIOL", "FUGITIVE", "BENCH WARRANT", "IMMATURE",
    "INSPECTION STICKER EXP", "DETAINING W/O CAUSE", "CUSTODIAL INTERFERENCE",
)  # fmt: skip
OTHER = (
    "US MARSHAL HOLD (JAIL)", "U.S. MARSHALS", "USMS HOLD", "US MARSHAL", "HELD FOR OTHER AGENCY",
    "HOLD FOR OTHER AGENCY", "FEDERAL INMATE", "FEDERAL PRISONER", "WAIVED EXTRADITION", "WAIVER OF EXTRADITION",
    "HOLD FOR MARSHALS", "HOLD FBI", "PAROLE HOLD", "PROBATION HOLD", "DOC HOLD", "OUT OF COUNTY HOLD",
    "COURTESY HOLD", "DETAINER OF ANOTHER STATE", "DETAINER - NEVADA", "HOLD", "NO BAIL HOLD", "USM HOLD",
    "IN TRANSIT", "TRANSPORT HOLD", "HOLD-OTHER COUNTY", "MILITARY HOLD", "HOLD FOR LA COUNTY", "HOLD FOR BAILIFF",
)  # fmt: skip
CHARGES = (
    "THEFT OF ICE CREAM", "INS FRAUD", "NO INS", "DRIVING W/O INS", "NO PROOF OF INS", "POLICE OFFICER",
    "OBSTRUCT JUSTICE", "VICE", "OFFICE BURGLARY", "FALSE NOTICE", "SERVICE DOG", "ROBBERY", "INSURANCE FRAUD",
    "HERO", "DHSX", "HOUSEHOLD BATTERY", "BATTERY HOUSEHOLD MEMBER", "UNLAWFUL DETAINER",
    "HOLDING PHONE WHILE DRIVING", "HELD TO ANSWER", "POSS OF STOLEN PROPERTY", "ICE MACHINE BURGLARY", "PC 287(G)",
    "BP 25662", "ASSAULT US MARSHAL", "FEDERAL BANK ROBBERY", "WARRANT", "FTA", "DUI", "459 PC",
    "POSSESSION OF HEROIN", "ESCAPE", "FUGITIVE FROM JUSTICE", "CONTEMPT OF COURT", "CUSTOMS", "ORDER VIOLATION",
    "ILLEGAL DUMPING", "ENTRY OF NONCOMMERCIAL DWELLING", "REMOVAL OF SERIAL NUMBER", "US CURRENCY COUNTERFEIT",
    "DISORDERLY CONDUCT", "PROBATION VIOLATION", "PAROLE VIOLATION", "NO LIC/INS", "UNINS MOTORIST",
    "IMMINENT THREAT", "INSTITUTIONAL VANDALISM", "DEPOSIT ACCOUNT FRAUD", "SHELTER", "8 COUNTS THEFT", "CHILD ABUSE",
    "ERODING",
)  # fmt: skip
CIVIL = (
    "ENTRY W/O INSPECTION", "ENTRY WITHOUT INSPECTION", "ENTERED W/OUT INSPECTION", "ENTERED WITHOUT INSP", "EWI", "E.W.I.",
    "ILLEG ENT", "ILL ENTRY", "ILLEGAL ENTRY", "ILLEGAL ENTRY/REENTRY", "ILLEGAL RE-ENTRY", "INADM ALIEN", "INADMISSIBLE",
    "EXCLUDABLE ALIEN", "DEPORTABLE", "NONIMMIGRANT OUT OF STATUS", "NON-IMMIGRANT OVERSTAY", "OVERSTAY", "OVERSTAYED VISA",
    "VISA VIOLATION", "VISA", "ALIEN ABSCONDER", "ABSCONDER", "FAILURE TO DEPART", "FAIL TO DEPART", "REMOVAL PROCEEDINGS",
    "REMOVAL", "EXPEDITED REMOVAL", "REINSTATEMENT OF REMOVAL", "ADMIN DEPORT", "I-213", "I-862", "WARRANT OF REMOVAL",
    "INA 237", "212(A)(6)(A)(I)", "237(A)(1)(B)", "USCIS", "DACA", "PAROLE VIOLATION-IMMIG", "UNLAWFUL PRESENCE",
    "ENTERED US ILLEGALLY", "IN US ILLEGALLY", "VOLUNTARY DEPARTURE", "FINAL ORDER", "OUT OF STATUS", "IMPROPER ENTRY",
    "CRIMINAL ALIEN", "PRESENT W/O ADMISSION", "HUMANITARIAN PAROLE", "CREDIBLE FEAR", "BORDER CROSSER",
    "TRANSPORTING ILLEGAL ALIENS",
)  # fmt: skip
"""Civil immigration lines of rap sheets and jail rosters."""
GLUED = (
    "RETAINEDFORICE", "HOLDFORICE", "ICEDETAINEE", "TRANSFERTOICE", "HELDBYINS", "RELEASEDTOICE", "ICEHOLDNOBOND",
    "INSDETAINEE", "KEPTFORIMMIGRATION", "ICECUSTODY", "DHSDETAINEE", "TURNEDOVERTOICE", "ICEPICKUP", "WARRANTICE",
    "LODGEDBYICE", "PENDINGICE", "NOTICETOICE",
    "ICENOTICE", "NOTICEOFDETAINERICE", "NOTICETODHS", "CONTACTICE",
    "SURRENDEREDTOINS", "REMANDEDTODHS", "ORDEROFREMOVAL", "ILLEGALALIEN",
)  # fmt: skip
ORDINARY_WORDS = (
    "POLICE", "SERVICE", "OFFICE", "JUSTICE", "NOTICE", "VICE", "DEVICE", "INSURANCE", "ADVICE", "PRACTICE", "LICENSE",
    "PRICE", "INSTRUMENT", "INSPECTION", "INSTITUTION", "AGAINST", "CONTAINS", "PICKINS", "HOUSEHOLD", "WITHHOLD",
    "WITHHELD", "WITHHOLDING", "UPHOLD", "CHOKEHOLD", "LEASEHOLD", "HOLDUP", "HOLDOUT", "STRONGHOLD", "DETERIORATE",
    "HERO", "ZERO", "ALIENATION", "IMMATERIAL", "ACCOMPLICE", "NOVICE", "OUTHOUSE", "HOLDFORINSPECTION", "BEHOLDER",
    "NOTICETOAPPEAR", "NOTICETOPOLICE", "NOTICED", "TOREROS",
)  # fmt: skip
DRUGS = (
    "POSS METH ICE", "POSS CS PG 1 (ICE) 1G-4G", "MANUF/DEL METHAMPHETAMINE 'ICE'", "SALE OF ICE (METH)",
    "POSS CONTROLLED SUBSTANCE ICE", "METH/ICE",
)  # fmt: skip
NOT_ONLY_DRUGS = (
    "POSS METH ICE PICKUP", "POSS METH; ICE", "POSS CS TOT ICE", "POSS METH ICE HOLD", "POSS CS RELEASE TO ICE",
    "DRUG POSS, ICE", "POSS METH ICE CUSTODY",
)  # fmt: skip
PLACES = (
    "ILLEGAL ENTRY BUILDING/CRIM TRESPASS", "ILLEGAL ENTRY BUILDING/TRESPASS", "ILLEGAL ENTRY DWELLING",
    "ILLEGAL ENTRY OF VEHICLE", "FAIL TO DEPART PREMISES", "FAIL TO HOLD DOG ON LEASH", "REFUSE TO HOLD STILL",
    "PAROLE ABSCONDER", "VISA CARD THEFT", "BREAKING & ENTERING", "PC 237(A)", "REMOVAL OF SERIAL NUMBER",
)  # fmt: skip
DOUBTS = (
    "FAIL TO OBEY DHS", "IMPERSONATING ICE OFFICER", "ASSAULT ON BORDER PATROL AGENT", "POSS METH; ICE", "ICE DALLAS",
    "INS 1871.4", "VIOL ERO", "ALIEN IN POSS FIREARM", "THEFT; DUI; ICE HOLD", "IMMIGRATION CONSULTANT FRAUD",
    "PROBATION VIOLATION HOLD",
)  # fmt: skip

OF_NOBODY_NAMED = (
    "FEDERAL DETAINER",
    "FED DETAINER",
    "DETAINER FEDERAL",
    "FEDERAL HOLD",
    "FED HOLD",
    "FED HOLD MARSHALS",
    "FEDERAL DTNR - USMS",
)
"""Federal holds that name the Marshals, or nobody: not immigration's by their words."""
BROUGHT = (
    "WRIT", "WRIT OF HABEAS CORPUS AD PROSEQUENDUM", "AD TESTIFICANDUM WRIT - CDCA", "OUT ON WRIT", "FEDERAL WRIT EDCA", "WHCAT",
    "RETURN TO CDCR", "TDCJ RETURN", "BACK FROM PRISON", "RET TO DOC", "SAFEKEEPING", "SAFEKEEPER FOR MADISON CO",
    "FLASH INCARCERATION 10 DAYS", "PAROLE WARRANT", "BLUE WARRANT", "PAROLE COMMISSION WARRANT", "GOVERNORS WARRANT",
    "GOVERNOR'S WARRANT - OHIO", "DESERTER", "AWOL - FT BLISS", "BOARDER", "DOC BOARDER",
)  # fmt: skip
"""Lines without the word hold that say that another authority brought the person, or waits for them."""
ROBBERIES = (
    "HOLD UP", "HOLD-UP OF BANK", "ARMED HOLD UP", "HOLD UP W/ KNIFE", "HOLDUP", "ATT HOLD UP OF TAXI", "HOLD PERSON HOSTAGE",
    "FORCIBLE ENTRY AND DETAINER", "FORCIBLE DETAINER", "HOLD HARMLESS FRAUD",
)  # fmt: skip
NOTES = (
    "THEFT - NO BAIL HOLD", "ARSON (HOLD WITHOUT BOND)", "BATTERY DV - 20 HOUR HOLD", "DUI - HOLD 8 HRS", "DWI, HOLD TIL SOBER",
    "DUI HOLD UNTIL 0600", "POSS COCAINE - HOLD FOR TEST RESULTS", "STALKING: HOLD FOR ARRAIGNMENT", "RAPE 1 - HOLD NO BOND",
    "SHOPLIFTING - HOLD FOR THE JUDGE",
)  # fmt: skip
NO_MERE_NOTES = (
    "THEFT - 48 HR HOLD", "DUI - HOLD UNTIL USM PICKUP", "DUI - HOLD UNTIL ICE PICKUP", "THEFT - HOLD FOR COURT IN KERN COUNTY",
    "ARSON - NO BOND HOLD, PAROLE", "BATTERY HOLD FOR TRIAL; DETAINER", "THEFT - HOLD", "BURGLARY / HOLD FOR DALLAS PD",
)  # fmt: skip
DEALT_IN = (
    "SALE OF ICE",
    "POSS OF ICE",
    "TRAFFICKING IN CRYSTAL ICE",
    "PWID ICE",
    "SELLING ICE",
    "DELIVER ICE NEAR CHURCH",
    "POSS ICE",
)
NOT_DEALT_IN = (
    "DELIVERED TO ICE",
    "POSS ICE HOLD",
    "POSS GUN ICE",
    "SALE OF ICE; ICE",
    "POSS OF ICE DETAINER",
    "POSS ICE CUSTODY",
)


@pytest.mark.parametrize("text", OF_NOBODY_NAMED + BROUGHT)
def test_a_federal_hold_of_nobody_named_and_who_is_brought_by_another_is_held_for_another(text):
    assert text_is(text) is HoldLine.OTHER_HOLD


@pytest.mark.parametrize(
    "text", ["FRAUDULENT WRIT", "FAIL TO RETURN TO DOC", "ESCAPE FROM SAFEKEEPING", "VIOL OF WRIT", "PAROLE VIOLATION"]
)
def test_a_crime_about_a_writ_or_a_prison_is_a_charge(text):
    assert text_is(text) is HoldLine.CHARGE


@pytest.mark.parametrize("text", ROBBERIES + NOTES + DEALT_IN)
def test_a_robbery_an_eviction_a_note_on_bail_or_time_and_a_drug_are_charges(text):
    assert text_is(text) is HoldLine.CHARGE


@pytest.mark.parametrize("text", NO_MERE_NOTES)
def test_a_charge_with_a_hold_of_somebody_else_stays_in_doubt(text):
    assert text_is(text) is HoldLine.DOUBT


@pytest.mark.parametrize("text", NOT_DEALT_IN)
def test_a_hand_over_is_no_drug(text):
    assert text_is(text) is not HoldLine.CHARGE


@pytest.mark.parametrize(
    "text", ["HOLD UP TO 48 HOURS", "ICE HOLD UP TO 48 HRS", "287(G) MODEL HOLD", "287 (G) PROGRAM DETAINEE", "ICE P/U"]
)
def test_what_only_looks_like_a_robbery_or_a_section_is_a_hold(text):
    assert text_is(text) in {HoldLine.IMMIGRATION_HOLD, HoldLine.OTHER_HOLD}
    assert text_is(text) is HoldLine.IMMIGRATION_HOLD or text.startswith("HOLD")


@pytest.mark.parametrize("text", IMMIGRATION + IMMIGRATION_TOO)
def test_a_hold_of_immigration_authorities_is_one_in_every_spelling(text):
    assert text_is(text) is HoldLine.IMMIGRATION_HOLD
    assert text_is(text.lower()) is HoldLine.IMMIGRATION_HOLD
    assert reveals_federal_interest(text)


@pytest.mark.parametrize("text", IMMIGRATION)
@pytest.mark.parametrize("frame", ["*{}*", "  {}  ", "{} -", "({})", "{}."])
def test_signs_around_a_hold_change_nothing(text, frame):
    assert text_is(frame.format(text)) is HoldLine.IMMIGRATION_HOLD


@pytest.mark.parametrize(
    "who", ["ICE", "INS", "BICE", "DHS", "IMMIGRATION", "IMM", "CBP", "USBP", "HSI", "ERO", "I.N.S.", "D.H.S.", "I C E"]
)
@pytest.mark.parametrize(
    "form", ["{} HOLD", "HOLD {}", "HOLD-{}", "{}/HOLD", "HOLD FOR {}", "{} DETAINER", "DETAINER: {}", "HELD FOR {}"]
)
def test_whoever_holds_and_however_it_is_put_it_is_a_hold(who, form):
    assert text_is(form.format(who)) is HoldLine.IMMIGRATION_HOLD


@pytest.mark.parametrize("text", OTHER + OTHER_TOO)
def test_a_hold_of_another_authority_is_a_hold_and_no_charge(text):
    assert text_is(text) is HoldLine.OTHER_HOLD


@pytest.mark.parametrize("text", CHARGES + CHARGES_TOO)
def test_an_ordinary_charge_is_no_hold(text):
    assert text_is(text) is HoldLine.CHARGE
    assert not reveals_federal_interest(text)


@pytest.mark.parametrize("text", CIVIL)
def test_a_civil_matter_of_immigration_is_never_an_ordinary_charge(text):
    assert text_is(text) in {HoldLine.IMMIGRATION_HOLD, HoldLine.DOUBT}
    assert reveals_federal_interest(text)
    assert reveals_federal_interest(text.lower())


@pytest.mark.parametrize("text", GLUED)
def test_glued_words_in_any_order_are_read(text):
    assert text_is(text) is HoldLine.IMMIGRATION_HOLD
    assert text_is(f"{text} DALLAS") is not HoldLine.CHARGE


@pytest.mark.parametrize("text", ["ADVISEDTOICE", "WORDSENTTOINS", "WANTEDBYICE", "CLEAREDFORDHS"])
def test_a_glued_line_that_ends_with_an_authority_is_no_ordinary_charge_whatever_stands_before(text):
    assert text_is(text) in {HoldLine.IMMIGRATION_HOLD, HoldLine.DOUBT}
    assert reveals_federal_interest(text)


@pytest.mark.parametrize("word", ORDINARY_WORDS)
def test_no_ordinary_word_is_cut_apart(word):
    assert words_of(word) == (word,)


@pytest.mark.parametrize("text", DRUGS + PLACES)
def test_a_drug_a_trespass_and_a_dog_are_ordinary_charges(text):
    assert text_is(text) is HoldLine.CHARGE


@pytest.mark.parametrize("text", NOT_ONLY_DRUGS)
def test_a_drug_on_the_line_hides_no_hand_over(text):
    assert text_is(text) is HoldLine.DOUBT


@pytest.mark.parametrize("text", DOUBTS)
def test_a_line_in_doubt_is_neither(text):
    assert text_is(text) is HoldLine.DOUBT
    assert reveals_federal_interest(text)


@pytest.mark.parametrize(
    ("statute", "description", "line"),
    [
        ("3056 PC", "PAROLE HOLD", HoldLine.OTHER_HOLD),
        ("PC 3000.08", "HOLD - PAROLE", HoldLine.OTHER_HOLD),
        ("10 USC 886", "AWOL HOLD ARMY", HoldLine.OTHER_HOLD),
        ("PC 459", "PAROLE HOLD", HoldLine.DOUBT),
        ("PC 211", "HOLD FOR COURT", HoldLine.DOUBT),
        ("8 CFR 287.7(a)", "DETAINER", HoldLine.IMMIGRATION_HOLD),
        ("4200", "ICE DETAINER", HoldLine.IMMIGRATION_HOLD),
        ("8 USC 1326", None, HoldLine.IMMIGRATION_HOLD),
        ("INS 1871.4(a)", "WORKERS COMP FRAUD", HoldLine.CHARGE),
        ("BP 25662", "MINOR POSSESS ALCOHOL", HoldLine.CHARGE),
        (None, None, HoldLine.CHARGE),
    ],
)
def test_statute_and_description_are_weighed_together(statute, description, line):
    assert line_of(statute, description) is line


def test_a_line_that_the_profile_names_is_a_hold_whatever_its_words():
    assert line_of("4200", "DETAINED PERSON", named=True) is HoldLine.IMMIGRATION_HOLD


ROWS = "person_id,booking_id,statute,charge_description\n" + "".join(
    f"1,B1,,{text}\n" for text in ("HOLD - INS", "US MARSHAL HOLD", "FAIL TO OBEY DHS", "THEFT")
)


def test_a_hold_is_among_the_holds_and_no_charge_and_a_doubt_stays_a_charge_that_nobody_sees(tmp_path):
    person = roster(tmp_path, ROWS).people[0]
    charges = person.bookings[0].charges
    assert person.bookings[0].holds == ("HOLD - INS", "US MARSHAL HOLD")
    assert [each.description for each in criminal_charges(person)] == ["FAIL TO OBEY DHS", "THEFT"]
    assert [each.description for each in charges if not shows_interest(each)] == ["THEFT"]


ASKED = {
    "id": "PUB-2", "kind": "records_request", "issuer": "public", "in_writing": True,
    "received_at": "2026-11-20T08:00:00-06:00",
    "subject": {"family_name": "ALDER", "given_name": "ANN", "date_of_birth": "1985-06-07"},
    "fields": ["name", "charges"], "text": "Please send the booking sheet.",
}  # fmt: skip
OF_ICE = ASKED | {"id": "ICE-2", "issuer": "ice"}
LIST = {
    "id": "DOJ-2", "kind": "list_request", "issuer": "doj", "in_writing": True, "received_at": "2026-11-20T08:00:00-06:00",
    "class": {"words": "every inmate who is not a citizen", "filter": {"citizenship": "not US"}, "filter_confirmed": True},
    "purpose": "to assist immigration authorities", "fields": ["name", "charges"],
}  # fmt: skip
HEADER = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,citizenship_on_record,charge_description,bail,case_number\n"


@pytest.mark.parametrize(
    "text", ["HOLD - INS", "IMM-HOLD", "NOTICETOICE", "FAIL TO OBEY DHS", "US MARSHAL HOLD", "THEFT; ICE HOLD"]
)
@pytest.mark.parametrize("request_", [ASKED, OF_ICE, LIST], ids=["public", "ice", "list"])
def test_nobody_is_told_of_a_hold_beside_a_charge_as_if_it_were_one(tmp_path, request_, text):
    (tmp_path / "r.json").write_text(json.dumps(request_), encoding="utf-8")
    rows = "".join(
        f"1,B1,ALDER,ANN,1985-06-07,2026-11-01T08:00,Canada,{each}\n"
        for each in (f"{text},7777,CR-88", "THEFT,500,CR-1")
    )
    (tmp_path / "roster.csv").write_text(HEADER + rows, encoding="utf-8")
    CliRunner().invoke(
        app,
        ["answer", "--request", str(tmp_path / "r.json"), "--roster", str(tmp_path / "roster.csv"), "--jurisdiction", "us-tx",
         "--as-of", "2026-11-29", "--out", str(tmp_path / "out")],
    )  # fmt: skip
    outgoing = {path.name: path.read_bytes() for path in (tmp_path / "out/outgoing").glob("*.*")}
    assert outgoing
    if request_ is LIST:
        assert b"THEFT" in outgoing["disclosed.csv"]
    for name, content in outgoing.items():
        assert text.encode() not in content, name


def test_no_field_that_may_be_disclosed_takes_anything_from_a_hold_line(tmp_path):
    held = "1,B1,HOLD - INS,HELDBAIL,HELDCOURT,HELDCASE\n1,B1,THEFT,500,SUPERIOR,CR-1\n"
    person = roster(tmp_path, "person_id,booking_id,charge_description,bail,court,case_number\n" + held).people[0]
    subject = Subject(person, person.bookings[0])
    told = [column.value(subject) for columns in COLUMNS.values() for column in columns]
    assert not [each for each in told if "HELD" in each or "INS" in each]
    assert {"500", "SUPERIOR", "CR-1"} <= {*told}
