"""Words of vendor-like exports: headers, codes and sections. Drafting was written on `DEVELOPED`; of `HELD_OUT` only counts were seen.

Each family has words of its own; the layouts in layouts.py are drawn beside them.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Family:
    """How one vendor's exports call things: headers by our meaning, and its codes."""

    name: str
    heads: dict[str, str]
    grades: dict[str, str]
    stands: dict[str, str]
    laws: list[tuple[str, str, str]]
    born: str = "%m/%d/%Y"
    at: str = "%m/%d/%Y %H:%M"
    day: str = "%m/%d/%Y"
    none_out: str = ""
    prefix: str = "26-0"
    others: dict[str, list[str]] = field(default_factory=dict)
    """Columns that mean nothing here, with the words that stand in them."""


KEYS = [
    "booking_id",
    "person_id",
    "family",
    "given",
    "middle",
    "suffix",
    "full_name",
    "born",
    "sex",
    "booked",
    "out",
    "country",
    "holds",
    "aliases",
    "statute",
    "description",
    "grade",
    "disposition",
    "bail",
]


def heads(words: str) -> dict[str, str]:
    """Headers in the order of `KEYS`, with `|` between."""
    return dict(zip(KEYS, words.split("|"), strict=True))


F, M = "felony", "misdemeanor"
CA = [
    ("PC 459", "BURGLARY", F),
    ("PC 242", "BATTERY", M),
    ("HS 11377(a)", "POSS CONTROLLED SUBSTANCE", M),
    ("VC 23152(a)", "DUI", M),
    ("PC 211", "ROBBERY", F),
]
TX = [
    ("PC 30.02", "BURGLARY OF HABITATION", F),
    ("PC 22.01", "ASSAULT", M),
    ("HSC 481.115", "POSS CS PG 1", F),
    ("PC 49.04", "DWI", M),
]
WA = [
    ("9A.52.025", "RESIDENTIAL BURGLARY", F),
    ("9A.36.041", "ASSAULT 4", M),
    ("46.61.502", "DUI", M),
    ("9A.56.068", "POSS STOLEN VEHICLE", F),
]
FL = [
    ("810.02", "BURGLARY", F),
    ("784.03", "BATTERY", M),
    ("893.13(6)(a)", "POSS CONTROLLED SUBSTANCE", F),
    ("316.193", "DUI", M),
]
OH = [
    ("2911.12(A)(1)", "BURGLARY", F),
    ("2919.25", "DOMESTIC VIOLENCE", M),
    ("2925.11", "POSS OF DRUGS", F),
    ("4511.19(A)(1)(a)", "OVI", M),
]
NC = [
    ("14-72(a)", "FELONY LARCENY", F),
    ("14-33(c)(2)", "ASSAULT ON A FEMALE", M),
    ("20-138.1", "DWI", M),
    ("90-95(a)(3)", "POSSESS SCH II", F),
]
GA = [
    ("16-7-1", "BURGLARY", F),
    ("16-5-23.1", "BATTERY", M),
    ("40-6-391", "DUI", M),
    ("16-13-30(a)", "POSS CONTROLLED SUBSTANCE", F),
]
UT = [
    ("76-6-202", "BURGLARY", F),
    ("76-5-102", "ASSAULT", M),
    ("41-6a-502", "DUI", M),
    ("58-37-8(2)", "POSS CONTROLLED SUBSTANCE", M),
]
SIMPLE = {F: "F", M: "M"}
LONG = {F: "Felony", M: "Misdemeanor"}

DEVELOPED = [
    Family(
        "plain words",
        heads(
            "Booking No|Inmate ID|Last Name|First Name|Middle Name|Suffix|Inmate Name|"
            "DOB|Sex|Booking Date|Sched Release|Citizenship|Detainers|Aliases|"
            "Statute|Charge|Degree|Charge Status|Bond Amount"
        ),
        SIMPLE,
        {"pending": "Pending", "convicted": "Sentenced", "dismissed": "Dismissed"},
        OH,
        others={"Race": ["W", "B", "H"], "Height": ["510", "602"]},
    ),
    Family(
        "camel",
        heads(
            "bookingNumber|inmateNumber|lastName|firstName|middleName|nameSuffix|inmateName|"
            "dateOfBirth|gender|bookingDateTime|projectedReleaseDate|citizenshipCountry|holdAgency|aka|"
            "statuteCode|chargeDescription|severity|dispositionStatus|bailAmount"
        ),
        LONG,
        {"pending": "OPEN", "convicted": "CONVICTED", "dismissed": "DISMISSED"},
        CA,
        "%Y-%m-%d",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d",
        others={"eyeColor": ["BRO", "BLU"]},
    ),
    Family(
        "abbreviated",
        heads(
            "BK_NBR|INM_NUM|LST_NM|FST_NM|MID_NM|NM_SFX|INM_NM|"
            "BRTH_DT|SX_CD|BKNG_DTTM|PRJ_RLS_DT|CTZN_CNTRY|HLD_AGCY|ALIAS_NM|"
            "STAT_CD|CHG_DESC|CHG_LVL|CHG_STAT|BND_AMT"
        ),
        {F: "F", M: "MISD"},
        {"pending": "PND", "convicted": "GTY", "dismissed": "DSM"},
        TX,
        "%Y%m%d",
        "%Y%m%d%H%M",
        "%Y%m%d",
        "00000000",
        "2600",
        {"RC_CD": ["W", "B"]},
    ),
    Family(
        "old words",
        heads(
            "Arrest_Num|Offender_Id|Surname|Forename|Mid_Init|Gen|Prisoner|"
            "Birth_Dt|Gndr|Arrive_Dttm|Proj_Rls|Ctzn_Cntry|Retainers|A.K.A.|"
            "GS Cite|Off Text|Fel/Mis|Sts|Bond_Amt"
        ),
        {F: "Fel", M: "Mis"},
        {"pending": "AWT", "convicted": "SENT", "dismissed": "VD"},
        NC,
        "%d-%b-%Y",
        "%d-%b-%Y %H:%M",
        "%d-%b-%Y",
        "TBD",
        "C-8",
        {"POB": ["TEXAS", "OHIO"], "Comments": ["seen by nurse", "moved to B2"]},
    ),
    Family(
        "words of a county",
        heads(
            "Jail Ref|Master #|Last|First|MI|Sfx|Name of Inmate|"
            "Born|M/F|Lodged|Out Date|Citizen Of|Hold For|Also Known As|"
            "RCW|Offense|Class|Case Status|Bail"
        ),
        {F: "FELONY", M: "GROSS MISD"},
        {"pending": "Awaiting Trial", "convicted": "Guilty", "dismissed": "Nolle"},
        WA,
        "%m-%d-%y",
        "%m-%d-%y %I:%M %p",
        "%m-%d-%y",
        "Open",
        "2026-4",
    ),
]
HELD_OUT = [
    Family(
        "statewide",
        heads(
            "CommitmentNumber|DCNumber|LegalLastName|LegalFirstName|LegalMiddleName|LegalSuffix|CommittedName|"
            "DtOfBirth|SexCode|ReceiptDateTime|TentativeReleaseDate|CountryOfCitizenship|DetainingAgency|OtherNamesUsed|"
            "FloridaStatute|OffenseLiteral|OffenseLevel|CaseDisposition|BondAmount"
        ),
        {F: "FELONY", M: "MISDEMEANOR"},
        {"pending": "PRETRIAL", "convicted": "ADJUDICATED GUILTY", "dismissed": "NOLLE PROSEQUI"},
        FL,
        "%m/%d/%Y",
        "%m/%d/%Y %I:%M:%S %p",
        "%m/%d/%Y",
        "",
        "B",
        {"RaceCode": ["W", "B"], "BirthPlace": ["FL", "GA"]},
    ),
    Family(
        "mainframe",
        heads(
            "BOOK-NO|JACKET-NO|NAME-LAST|NAME-FIRST|NAME-MID|NAME-SUF|NAME|"
            "BIRTH-DATE|SEX|DT-TM-IN|EXP-OUT-DT|CITZ-CTRY|HOLD-AGY|AKA-NAME|"
            "OFF-STATUTE|OFF-DESC|OFF-CLASS|OFF-DISPO|BOND-AMT"
        ),
        {F: "F", M: "M"},
        {"pending": "P", "convicted": "C", "dismissed": "D"},
        GA,
        "%m%d%Y",
        "%m%d%Y%H%M",
        "%m%d%Y",
        "99999999",
        "0026",
        {"HAIR": ["BRO", "BLK"]},
    ),
    Family(
        "open data",
        heads(
            "booking_event_id|person_key|surname|given_name|middle_name|name_suffix|subject_name|"
            "birthdate|sex_at_booking|booked_in_at|anticipated_release_on|citizenship_nation|detainer_agency|known_aliases|"
            "charge_statute_citation|charge_offense|charge_severity|charge_outcome|charge_bail_usd"
        ),
        {F: "felony", M: "misdemeanor"},
        {"pending": "unresolved", "convicted": "convicted", "dismissed": "dropped"},
        UT,
        "%Y-%m-%d",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%d",
        "",
        "EV26-",
        {"facility_zip": ["84101", "84102"]},
    ),
    Family(
        "spoken",
        heads(
            "Booking Ref|Person Ref|Family Name|Given Name|Second Name|Generation|Detainee|"
            "Date Born|Gender|Time Received|Expected Out|Country of Citizenship|Held For Agency|Nicknames / AKA|"
            "Penal Section|Charged With|Felony or Misdemeanor|Where It Stands|Bail Set"
        ),
        {F: "Felony", M: "Misdemeanor"},
        {"pending": "Still pending", "convicted": "Found guilty", "dismissed": "Charge dropped"},
        CA,
        "%B %d, %Y",
        "%B %d, %Y %I:%M %p",
        "%B %d, %Y",
        "None set",
        "R-26-",
    ),
    Family(
        "legacy",
        heads(
            "Commit#|SO#|LName|FName|MName|NSfx|PrisonerName|"
            "B-Date|Gdr|Confined|MaxRel|Ctznshp|Hold(s)|Monikers|"
            "ORC|ChgText|Lvl|ChgDisp|Bond$"
        ),
        {F: "F3", M: "M1"},
        {"pending": "ACTIVE", "convicted": "GUILTY PLEA", "dismissed": "NOL PROS"},
        OH,
        "%m/%d/%y",
        "%m/%d/%y %H%M",
        "%m/%d/%y",
        "INDEF",
        "4",
        {"Wt": ["180", "175"], "Pod": ["A", "B"]},
    ),
]
