"""How courts of thirty states head, number and cite. Counties and people are invented; the habits are those of printed papers."""

from dataclasses import dataclass

# ruff: noqa: E501 - a table's rows stand on one line


@dataclass(frozen=True)
class State:
    """A state's habits. In `courts` a stroke parts lines; {C} is a county, {O} and {W} an ordinal in digits and words; `#` in `dockets` is a digit."""

    name: str
    party: str
    mark: str
    courts: tuple
    dockets: tuple
    charges: tuple
    judges: tuple
    titles: tuple = ("BENCH WARRANT", "WARRANT OF ARREST", "ARREST WARRANT")
    lesser: tuple = ()


def _s(name, party, mark, *rest, **more):
    return State(name, party, mark, *rest, **more)


DEVELOP = {
    "tx": _s(
        "Texas",
        "THE STATE OF TEXAS",
        "§",
        (
            "IN THE {O} JUDICIAL|DISTRICT COURT OF|{C} COUNTY, TEXAS",
            "IN THE DISTRICT COURT|{O} JUDICIAL DISTRICT|{C} COUNTY, TEXAS",
            "IN THE COUNTY COURT|AT LAW NO. 2|{C} COUNTY, TEXAS",
            "IN THE JUSTICE COURT|PRECINCT THREE|{C} COUNTY, TEXAS",
            "IN THE MUNICIPAL COURT|CITY OF {C}|{C} COUNTY, TEXAS",
        ),
        (
            "D-1-DC-26-90####",
            "D-1-26-####",
            "26-####-CR",
            "F26-#####-K",
            "CR-26-####-B",
            "2026CR####",
            "C-1-CR-26-######",
            "1######",
        ),
        (
            ("POSSESSION OF A CONTROLLED SUBSTANCE", "Section 481.115(c), Texas Health and Safety Code"),
            ("ASSAULT CAUSES BODILY INJURY FAMILY MEMBER", "Tex. Penal Code § 22.01"),
            ("EVADING ARREST OR DETENTION", "Section 38.04, Penal Code"),
        ),
        ("JUDGE PRESIDING", "PRESIDING JUDGE", "Judge, {O} District Court"),
        ("CAPIAS", "WARRANT OF ARREST", "ALIAS CAPIAS", "CAPIAS PRO FINE"),
    ),
    "fl": _s(
        "Florida",
        "STATE OF FLORIDA",
        " ",
        (
            "IN THE CIRCUIT COURT OF THE {W} JUDICIAL CIRCUIT|IN AND FOR {C} COUNTY, FLORIDA",
            "IN THE CIRCUIT COURT OF THE {O} JUDICIAL CIRCUIT,|IN AND FOR {C} COUNTY, FLORIDA",
            "IN THE COUNTY COURT IN AND FOR|{C} COUNTY, FLORIDA",
        ),
        ("F26-0#####", "2026-CF-00####-A", "26-2026-MM-00####", "2026 CF ####", "50-2026-CF-00####-AXXX-MB"),
        (
            ("GRAND THEFT", "section 812.014(2)(c), Florida Statutes"),
            ("BATTERY", "F.S. 784.03"),
            ("POSSESSION OF COCAINE", "893.13(6)(a), Fla. Stat."),
        ),
        ("Circuit Judge", "CIRCUIT COURT JUDGE", "County Court Judge", "COUNTY JUDGE"),
        ("CAPIAS", "ALIAS CAPIAS", "ARREST WARRANT", "BENCH WARRANT"),
    ),
    "ca": _s(
        "California",
        "THE PEOPLE OF THE STATE OF CALIFORNIA",
        ")",
        (
            "SUPERIOR COURT OF CALIFORNIA|COUNTY OF {C}",
            "SUPERIOR COURT OF THE STATE OF CALIFORNIA|IN AND FOR THE COUNTY OF {C}",
        ),
        ("BA######", "26CR0#####", "F26######", "CRF26-####", "SCD3#####", "26F0####"),
        (
            ("Second degree burglary", "Penal Code section 459"),
            ("Driving under the influence", "VC 23152(a)"),
            ("Possession for sale", "HS 11351"),
        ),
        (
            "Judge of the Superior Court",
            "JUDGE OF THE SUPERIOR COURT",
            "Superior Court Judge",
            "Commissioner of the Superior Court",
        ),
        ("BENCH WARRANT", "WARRANT OF ARREST", "FELONY ARREST WARRANT"),
    ),
    "ny": _s(
        "New York",
        "THE PEOPLE OF THE STATE OF NEW YORK",
        ":",
        (
            "SUPREME COURT OF THE STATE OF NEW YORK|COUNTY OF {C}",
            "COUNTY COURT : {C} COUNTY|STATE OF NEW YORK",
            "CITY COURT OF {C}|{C} COUNTY, STATE OF NEW YORK",
            "STATE OF NEW YORK|TOWN COURT, TOWN OF {C}|COUNTY OF {C}",
        ),
        ("IND-7####-26", "CR-0#####-26", "0####/2026", "2026-####"),
        (
            ("Grand Larceny in the Third Degree", "PL 155.35"),
            ("Assault in the Second Degree", "Penal Law § 120.05"),
            ("Criminal Contempt", "P.L. 215.51"),
        ),
        ("J.S.C.", "County Court Judge", "City Court Judge", "Town Justice"),
        ("BENCH WARRANT", "WARRANT OF ARREST"),
    ),
    "va": _s(
        "Virginia",
        "COMMONWEALTH OF VIRGINIA",
        ")",
        (
            "VIRGINIA: IN THE CIRCUIT COURT OF {C} COUNTY",
            "COMMONWEALTH OF VIRGINIA|{C} GENERAL DISTRICT COURT",
            "{C} COUNTY GENERAL DISTRICT COURT|COMMONWEALTH OF VIRGINIA",
        ),
        ("CR26000###-00", "GC2600####-00", "CR26-####"),
        (
            ("Grand larceny", "Va. Code § 18.2-95"),
            ("Assault and battery", "§ 18.2-57, Code of Virginia"),
            ("Driving while intoxicated", "Section 18.2-266"),
        ),
        ("Judge", "MAGISTRATE", "Circuit Court Judge"),
        ("CAPIAS", "WARRANT OF ARREST - FELONY", "CAPIAS: ATTACHMENT OF THE BODY"),
    ),
    "wa": _s(
        "Washington",
        "STATE OF WASHINGTON",
        ")",
        (
            "SUPERIOR COURT OF WASHINGTON|FOR {C} COUNTY",
            "IN THE SUPERIOR COURT OF THE STATE OF WASHINGTON|IN AND FOR THE COUNTY OF {C}",
            "IN THE DISTRICT COURT OF {C} COUNTY|STATE OF WASHINGTON",
        ),
        ("26-1-0####-1", "26-1-00###-34", "6A0######"),
        (("Assault in the second degree", "RCW 9A.36.021"), ("Theft in the first degree", "RCW 9A.56.030(1)(a)")),
        ("JUDGE", "Judge / Commissioner", "COURT COMMISSIONER", "Superior Court Judge"),
    ),
    "mi": _s(
        "Michigan",
        "THE PEOPLE OF THE STATE OF MICHIGAN",
        ")",
        (
            "STATE OF MICHIGAN|{N}-B JUDICIAL DISTRICT|{C} COUNTY",
            "STATE OF MICHIGAN|{O} JUDICIAL DISTRICT|{O} JUDICIAL CIRCUIT",
            "STATE OF MICHIGAN|IN THE {O} CIRCUIT COURT FOR THE COUNTY OF {C}",
            "STATE OF MICHIGAN|{N}TH DISTRICT COURT|{C} COUNTY",
        ),
        ("26-0####-SM", "26-####-FH", "2026-00####-FY", "26D0####SM"),
        (
            ("Operating while license suspended", "MCL 257.904"),
            ("Retail fraud - second degree", "MCL 750.356d(4)"),
            ("Domestic violence", "MCL 750.81(2)"),
        ),
        ("District Judge", "Judge", "Circuit Court Judge", "Magistrate"),
        ("BENCH WARRANT", "FELONY WARRANT", "WARRANT MISDEMEANOR"),
    ),
    "az": _s(
        "Arizona",
        "STATE OF ARIZONA",
        ")",
        (
            "IN THE SUPERIOR COURT OF THE STATE OF ARIZONA|IN AND FOR THE COUNTY OF {C}",
            "{C} JUSTICE COURT, PRECINCT ONE|{C} COUNTY, STATE OF ARIZONA",
            "{C} MUNICIPAL COURT|STATE OF ARIZONA, COUNTY OF {C}",
        ),
        ("CR2026-00####", "CR-2026-####", "TR-2026-00####", "S1100CR2026#####"),
        (
            ("Aggravated assault", "A.R.S. § 13-1204"),
            ("Criminal damage", "ARS 13-1602"),
            ("Shoplifting", "A.R.S. 13-1805(A)"),
        ),
        ("Judge of the Superior Court", "JUSTICE OF THE PEACE", "Municipal Court Judge", "Superior Court Commissioner"),
    ),
    "il": _s(
        "Illinois",
        "THE PEOPLE OF THE STATE OF ILLINOIS",
        ")",
        (
            "STATE OF ILLINOIS|IN THE CIRCUIT COURT OF THE {W} JUDICIAL CIRCUIT|{C} COUNTY",
            "IN THE CIRCUIT COURT OF {C} COUNTY, ILLINOIS|COUNTY DEPARTMENT, CRIMINAL DIVISION",
            "IN THE CIRCUIT COURT FOR THE {O} JUDICIAL CIRCUIT|{C} COUNTY, ILLINOIS",
        ),
        ("2026-CF-00###", "26 CF ####", "26CM00####", "2026 DT ###"),
        (
            ("Aggravated Battery", "720 ILCS 5/12-3.05(c)"),
            ("Driving While License Revoked", "625 ILCS 5/6-303(a)"),
            ("Retail Theft", "720 ILCS 5/16-25(a)(1)"),
        ),
        ("Circuit Judge", "Judge", "Associate Judge", "JUDGE"),
    ),
    "oh": _s(
        "Ohio",
        "STATE OF OHIO",
        ":",
        (
            "IN THE COURT OF COMMON PLEAS|{C} COUNTY, OHIO",
            "COMMON PLEAS COURT OF {C} COUNTY, OHIO|CRIMINAL DIVISION",
            "{C} MUNICIPAL COURT|{C} COUNTY, OHIO",
        ),
        ("2026 CR 0###", "26CR00####", "CR-26-6#####-A", "2026-TRC-0####"),
        (
            ("Having Weapons While Under Disability", "R.C. 2923.13(A)(3)"),
            ("Theft", "ORC 2913.02(A)(1)"),
            ("Domestic Violence", "R.C. § 2919.25"),
        ),
        ("JUDGE", "Judge", "Magistrate"),
        ("CAPIAS", "BENCH WARRANT", "WARRANT TO ARREST", "CAPIAS / WARRANT TO ARREST"),
    ),
    "pa": _s(
        "Pennsylvania",
        "Commonwealth of Pennsylvania",
        ":",
        (
            "IN THE COURT OF COMMON PLEAS OF {C} COUNTY,|PENNSYLVANIA|CRIMINAL DIVISION",
            "COMMONWEALTH OF PENNSYLVANIA|COUNTY OF {C}|Magisterial District Number: 48-2-06",
            "COMMONWEALTH OF PENNSYLVANIA|COUNTY OF {C}|Mag. Dist. No. MDJ-23-3-04",
        ),
        ("MJ-48206-CR-0000###-2026", "CP-22-CR-000####-2026", "CR-####-2026"),
        (
            ("Retail Theft", "18 Pa.C.S. § 3929(a)(1)"),
            ("DUI: Gen Imp", "75 § 3802(a)(1)"),
            ("Simple Assault", "18 § 2701(a)(1)"),
        ),
        ("Magisterial District Judge", "MAGISTERIAL DISTRICT JUDGE", "J.", "Judge"),
        ("BENCH WARRANT", "WARRANT OF ARREST", "ARREST WARRANT"),
    ),
    "nj": _s(
        "New Jersey",
        "STATE OF NEW JERSEY",
        ":",
        (
            "SUPERIOR COURT OF NEW JERSEY|LAW DIVISION - CRIMINAL PART|{C} COUNTY",
            "{C} MUNICIPAL COURT|COUNTY OF {C}, STATE OF NEW JERSEY",
        ),
        ("26-05-00###-I", "W-2026-000###-0714", "26-03-####"),
        (
            ("Aggravated assault", "N.J.S.A. 2C:12-1(b)(1)"),
            ("Theft by deception", "N.J.S. 2C:20-4"),
            ("Eluding", "2C:29-2(b)"),
        ),
        ("J.S.C.", "J.M.C.", "Judge of the Superior Court"),
        ("BENCH WARRANT", "ARREST WARRANT"),
    ),
    "ga": _s(
        "Georgia",
        "STATE OF GEORGIA",
        ")",
        (
            "IN THE SUPERIOR COURT OF {C} COUNTY|STATE OF GEORGIA",
            "IN THE STATE COURT OF {C} COUNTY|STATE OF GEORGIA",
            "MAGISTRATE COURT OF {C} COUNTY|STATE OF GEORGIA",
        ),
        ("26-CR-0####-4", "SU26CR0####", "26W-####", "2026-R-####"),
        (
            ("Theft by taking", "O.C.G.A. § 16-8-2"),
            ("Battery", "OCGA 16-5-23.1"),
            ("Possession of methamphetamine", "O.C.G.A. 16-13-30(a)"),
        ),
        ("Judge, Superior Court", "Judge, State Court of {C} County", "Magistrate", "JUDGE, MAGISTRATE COURT"),
        ("BENCH WARRANT", "CRIMINAL WARRANT", "WARRANT FOR ARREST"),
    ),
    "co": _s(
        "Colorado",
        "THE PEOPLE OF THE STATE OF COLORADO",
        "|",
        ("DISTRICT COURT, {C} COUNTY, STATE OF COLORADO", "COUNTY COURT, {C} COUNTY, COLORADO"),
        ("2026CR####", "26M###", "D0212026CR00####", "2026 CR ###"),
        (
            ("Menacing", "C.R.S. 18-3-206"),
            ("Second degree burglary", "§ 18-4-203, C.R.S."),
            ("Driving under restraint", "C.R.S. § 42-2-138"),
        ),
        ("District Court Judge", "County Court Judge", "Judge", "District Court Magistrate"),
        ("WARRANT FOR ARREST", "BENCH WARRANT", "WARRANT FOR ARREST UPON AFFIDAVIT"),
    ),
    "tn": _s(
        "Tennessee",
        "STATE OF TENNESSEE",
        ")",
        (
            "IN THE CRIMINAL COURT FOR {C} COUNTY, TENNESSEE",
            "IN THE GENERAL SESSIONS COURT OF {C} COUNTY, TENNESSEE",
            "IN THE CIRCUIT COURT OF {C} COUNTY, TENNESSEE|AT {C}VILLE",
        ),
        ("26-#####", "2026-CR-###", "GS-26-####", "S7#,###"),
        (
            ("Aggravated assault", "T.C.A. 39-13-102"),
            ("Theft of property", "Tenn. Code Ann. § 39-14-103"),
            ("Driving on a revoked license", "TCA § 55-50-504"),
        ),
        ("Criminal Court Judge", "General Sessions Judge", "Judge", "JUDICIAL COMMISSIONER"),
        ("CAPIAS", "ARREST WARRANT", "ATTACHMENT FOR FAILURE TO APPEAR", "BENCH WARRANT"),
    ),
    "mn": _s(
        "Minnesota",
        "State of Minnesota",
        " ",
        (
            "STATE OF MINNESOTA|COUNTY OF {C}|DISTRICT COURT|{W} JUDICIAL DISTRICT",
            "STATE OF MINNESOTA|DISTRICT COURT|{W} JUDICIAL DISTRICT|COUNTY OF {C}",
        ),
        ("27-CR-26-####", "62-CR-26-###", "19HA-CR-26-####"),
        (
            ("Domestic assault", "Minn. Stat. § 609.2242, subd. 1"),
            ("Fifth degree drug possession", "Minn. Stat. 152.025"),
            ("Theft", "M.S. 609.52"),
        ),
        ("Judge of District Court", "District Court Judge", "JUDGE OF DISTRICT COURT"),
        ("WARRANT", "ORDER FOR ARREST", "BENCH WARRANT", "ARREST WARRANT"),
    ),
}
HOLD = {
    "nc": _s(
        "North Carolina",
        "STATE OF NORTH CAROLINA",
        ")",
        (
            "STATE OF NORTH CAROLINA|{C} COUNTY|In The General Court Of Justice|District Court Division",
            "STATE OF NORTH CAROLINA|{C} County|IN THE GENERAL COURT OF JUSTICE|SUPERIOR COURT DIVISION",
        ),
        ("26 CRS 0#####", "26CR#####-590", "26 CR ######"),
        (
            ("LARCENY", "G.S. 14-72(a)"),
            ("ASSAULT ON A FEMALE", "N.C.G.S. 14-33(c)(2)"),
            ("DRIVING WHILE IMPAIRED", "G.S. 20-138.1"),
        ),
        ("District Court Judge", "Superior Court Judge", "Magistrate"),
        ("ORDER FOR ARREST", "WARRANT FOR ARREST"),
    ),
    "sc": _s(
        "South Carolina",
        "STATE OF SOUTH CAROLINA",
        ")",
        (
            "STATE OF SOUTH CAROLINA|COUNTY OF {C}|IN THE COURT OF GENERAL SESSIONS",
            "STATE OF SOUTH CAROLINA|COUNTY OF {C}|IN THE MAGISTRATE COURT",
        ),
        ("2026A40102####", "2026-GS-40-####", "26-GS-####"),
        (("Burglary second degree", "S.C. Code § 16-11-312"), ("Shoplifting", "16-13-110, S.C. Code Ann.")),
        ("Circuit Court Judge", "Magistrate Judge", "Presiding Judge"),
        ("BENCH WARRANT", "ARREST WARRANT"),
    ),
    "al": _s(
        "Alabama",
        "STATE OF ALABAMA",
        ")",
        ("IN THE DISTRICT COURT OF {C} COUNTY, ALABAMA", "IN THE CIRCUIT COURT FOR {C} COUNTY, ALABAMA"),
        ("DC-2026-00####", "CC-26-###", "38-CC-2026-000###.00"),
        (("Theft of property 1st", "§ 13A-8-3, Code of Alabama"), ("Unlawful possession", "Ala. Code 13A-12-212")),
        ("DISTRICT JUDGE", "CIRCUIT JUDGE", "Circuit Judge"),
        ("WRIT OF ARREST", "WARRANT OF ARREST", "ALIAS WARRANT"),
    ),
    "in": _s(
        "Indiana",
        "STATE OF INDIANA",
        ")",
        (
            "STATE OF INDIANA|COUNTY OF {C}|IN THE {C} SUPERIOR COURT 2",
            "IN THE {C} CIRCUIT COURT|STATE OF INDIANA, COUNTY OF {C}",
        ),
        ("49D05-2611-F6-0#####", "02C01-2610-CM-000###"),
        (("Theft", "I.C. 35-43-4-2"), ("Operating while intoxicated", "IC 9-30-5-2")),
        ("Judge, {C} Superior Court", "JUDGE", "Magistrate"),
        ("WARRANT OF ARREST", "BENCH WARRANT", "WRIT OF BODY ATTACHMENT"),
    ),
    "ky": _s(
        "Kentucky",
        "COMMONWEALTH OF KENTUCKY",
        ")",
        ("COMMONWEALTH OF KENTUCKY|{C} CIRCUIT COURT|DIVISION II", "COMMONWEALTH OF KENTUCKY|{C} DISTRICT COURT"),
        ("26-CR-00###", "26-M-0####", "26-F-00####"),
        (("Wanton endangerment", "KRS 508.060"), ("Theft by unlawful taking", "KRS 514.030")),
        ("JUDGE", "District Judge", "Judge, {C} Circuit Court"),
        ("BENCH WARRANT", "WARRANT OF ARREST"),
    ),
    "la": _s(
        "Louisiana",
        "STATE OF LOUISIANA",
        ":",
        (
            "{O} JUDICIAL DISTRICT COURT|PARISH OF {C}|STATE OF LOUISIANA",
            "{O} JUDICIAL DISTRICT COURT FOR THE PARISH OF {C}|STATE OF LOUISIANA",
        ),
        ("26-####", "1###-26", "CR-#####-26"),
        (("Simple burglary", "La. R.S. 14:62"), ("Domestic abuse battery", "R.S. 14:35.3")),
        ("District Judge", 'JUDGE, DIVISION "C"', "Commissioner"),
        ("BENCH WARRANT", "ARREST WARRANT", "ATTACHMENT"),
    ),
    "md": _s(
        "Maryland",
        "STATE OF MARYLAND",
        "*",
        (
            "CIRCUIT COURT FOR {C} COUNTY, MARYLAND",
            "DISTRICT COURT OF MARYLAND FOR {C} COUNTY",
            "IN THE CIRCUIT COURT FOR|{C} COUNTY, MARYLAND",
        ),
        ("C-15-CR-26-000###", "D-061-CR-26-00####", "1260####"),
        (("Second degree assault", "CR 3-203"), ("Theft scheme", "Md. Code, Crim. Law § 7-104")),
        ("Judge", "District Court Commissioner", "JUDGE"),
        ("BENCH WARRANT", "WARRANT FOR ARREST"),
    ),
    "mo": _s(
        "Missouri",
        "STATE OF MISSOURI",
        ")",
        (
            "IN THE CIRCUIT COURT OF {C} COUNTY, MISSOURI",
            "IN THE {O} JUDICIAL CIRCUIT COURT, {C} COUNTY, MISSOURI|ASSOCIATE CIRCUIT DIVISION",
        ),
        ("26SL-CR0####", "2616-CR0####-01", "26AA-CR00###"),
        (("Stealing", "Section 570.030 RSMo"), ("Resisting arrest", "§ 575.150, RSMo")),
        ("Associate Circuit Judge", "Circuit Judge", "JUDGE"),
        ("CAPIAS WARRANT", "WARRANT FOR ARREST", "CAPIAS"),
    ),
    "or": _s(
        "Oregon",
        "STATE OF OREGON",
        ")",
        (
            "IN THE CIRCUIT COURT OF THE STATE OF OREGON|FOR THE COUNTY OF {C}",
            "CIRCUIT COURT OF THE STATE OF OREGON|FOR {C} COUNTY",
        ),
        ("26CR#####", "26-CR-####"),
        (("Assault in the Fourth Degree", "ORS 163.160"), ("Failure to appear", "ORS 162.205")),
        ("Circuit Court Judge", "CIRCUIT COURT JUDGE", "Judge Pro Tempore"),
        ("WARRANT OF ARREST", "BENCH WARRANT", "WARRANT FOR ARREST"),
    ),
    "wi": _s(
        "Wisconsin",
        "STATE OF WISCONSIN",
        " ",
        ("STATE OF WISCONSIN  CIRCUIT COURT  {C} COUNTY", "STATE OF WISCONSIN|CIRCUIT COURT, BRANCH 3|{C} COUNTY"),
        ("2026CF000###", "26-CF-###", "2026CM00####"),
        (("Bail jumping", "Wis. Stat. § 946.49(1)(b)"), ("Battery", "940.19(1), Wis. Stats.")),
        ("Circuit Court Judge", "Circuit Court Commissioner", "BY THE COURT, Circuit Judge"),
        ("WARRANT", "BENCH WARRANT", "BODY ATTACHMENT"),
    ),
    "nv": _s(
        "Nevada",
        "THE STATE OF NEVADA",
        ")",
        ("DISTRICT COURT|{C} COUNTY, NEVADA", "JUSTICE COURT, {C} TOWNSHIP|{C} COUNTY, NEVADA"),
        ("C-26-3#####-1", "26CR0####", "26-CR-00###"),
        (("Burglary", "NRS 205.060"), ("Battery", "N.R.S. 200.481")),
        ("DISTRICT JUDGE", "JUSTICE OF THE PEACE", "DISTRICT COURT JUDGE"),
        ("BENCH WARRANT", "WARRANT OF ARREST"),
    ),
    "ok": _s(
        "Oklahoma",
        "STATE OF OKLAHOMA",
        ")",
        (
            "IN THE DISTRICT COURT OF {C} COUNTY|STATE OF OKLAHOMA",
            "IN THE DISTRICT COURT IN AND FOR {C} COUNTY,|STATE OF OKLAHOMA",
        ),
        ("CF-2026-####", "CM-26-###"),
        (("Larceny of merchandise", "21 O.S. § 1731"), ("Possession of CDS", "63 O.S. 2-402")),
        ("Judge of the District Court", "Special Judge", "Associate District Judge", "JUDGE OF THE DISTRICT COURT"),
        ("BENCH WARRANT", "WARRANT OF ARREST"),
    ),
    "ks": _s(
        "Kansas",
        "STATE OF KANSAS",
        ")",
        (
            "IN THE DISTRICT COURT OF {C} COUNTY, KANSAS",
            "IN THE {W} JUDICIAL DISTRICT|DISTRICT COURT, {C} COUNTY, KANSAS",
        ),
        ("2026-CR-000###", "26 CR ###", "{C2}-2026-CR-000###"),
        (("Criminal threat", "K.S.A. 21-5415"), ("Battery", "K.S.A. 2025 Supp. 21-5413")),
        ("District Judge", "Judge of the District Court", "District Magistrate Judge"),
        ("BENCH WARRANT", "WARRANT"),
    ),
    "ut": _s(
        "Utah",
        "STATE OF UTAH",
        ":",
        (
            "IN THE {W} JUDICIAL DISTRICT COURT|{C} COUNTY, STATE OF UTAH",
            "{C} CITY JUSTICE COURT|{C} COUNTY, STATE OF UTAH",
        ),
        ("261######", "261900###"),
        (("Aggravated assault", "Utah Code § 76-5-103"), ("Retail theft", "U.C.A. 76-6-602")),
        ("DISTRICT COURT JUDGE", "Justice Court Judge", "District Court Judge"),
        ("BENCH WARRANT", "WARRANT OF ARREST"),
    ),
}
