"""The words of hold lines, as public rosters print them (Boone County MO, Multnomah County OR, Travis County TX, Pierce County WA;
Recidiviz/recidiviz-data 542 and 1087), and the words of ordinary charges that stand beside them."""

HOLD = frozenset({"HOLD", "HOLDS", "HLD", "DETAINER", "DETAINERS", "DETNR", "DTNR", "DETAINR", "DETR", "HOLDOVER"})
"""Words that say hold."""

ALWAYS = frozenset(
    {
        "BICE", "USICE", "USCIS", "CBP", "USCBP", "USBP", "HSI", "EOIR", "IMMIGRATION", "IMMIGRATIONS", "IMMIGRANT", "IMMIG",
        "IMMIGR", "IMMIGRAT", "IMMIGRA", "IMMGR", "IMG", "IMMG", "DEPORT", "DEPORTATION", "DEPORTED", "DEPORTABLE",
        "DEPORTEE", "DEPORTABILITY", "EWI", "OVERSTAY", "OVERSTAYED", "OVERSTAYS", "OVERSTAYING",
        "NONIMMIGRANT", "DACA", "NATURALIZATION", "USDHS", "USINS", "DHSICE", "ICEERO", "MIGRA",
    }
)  # fmt: skip
"""Names of immigration authorities and their business; each alone tells of them."""

WEAK = frozenset({"ICE", "INS", "ERO", "DHS", "IMM", "CIS", "DRO", "IMMI"})
"""Short names that mean other things too: frozen water, insurance, a restraining order, a child-welfare agency."""

PAIRS = frozenset(
    {
        ("HOMELAND", "SEC"), ("HOMELND", "SEC"), ("BORDER", "PATROL"), ("BORDER", "PROTECT"), ("BORDER", "PTRL"),
        ("CUSTOMS", "ENF"), ("CUSTOMS", "BORDER"), ("US", "CUSTOMS"), ("CUSTOMS", "HOLD"), ("HOLD", "CUSTOMS"),
        ("ENFORCEMENT", "REMOVAL"), ("REMOVAL", "ORDER"), ("ORDER", "REMOVAL"), ("REMOVAL", "PROCEED"),
        ("WARRANT", "REMOVAL"), ("ILLEGAL", "ALIEN"), ("ILLEGAL", "REENTRY"), ("UNDOCUMENTED", "ALIEN"),
        ("REENTRY", "DEPORT"), ("REENTRY", "REMOVED"), ("ENTRY", "INSP"), ("ALIEN", "HOLD"), ("ALIEN", "DETAINER"),
        ("ILLEGAL", "IMMIG"), ("NON", "IMMIG"), ("ALIEN", "ABSC"), ("EXPEDITED", "REMOVAL"), ("REINSTAT", "REMOVAL"),
        ("REMOVAL", "HEARING"), ("EXCLUDABLE", "ALIEN"), ("INADM", "ALIEN"), ("REMOVABLE", "ALIEN"), ("CRIMINAL", "ALIEN"),
        ("SECURE", "COMMUNIT"), ("VISA", "OVER"), ("VISA", "VIOL"), ("CREDIBLE", "FEAR"), ("PRESENT", "ADMI"),
    }
)  # fmt: skip
"""Two words, AND and OF left out, that together tell of immigration; each is the beginning of a word."""

FEDERAL = frozenset(
    {"USM", "USMS", "MARSHAL", "MARSHALS", "MARSHALL", "MARSHALLS", "FBI", "DEA", "ATF", "BATF", "BOP",
     "USPO", "USSS", "NCIS"}
)  # fmt: skip
"""Federal authorities other than immigration's."""

OTHER = frozenset(
    {
        ("FEDERAL", "INMATE"), ("FEDERAL", "PRISONER"), ("FEDERAL", "DETAIN"), ("FED", "INMATE"), ("FED", "PRISONER"),
        ("USM", "INMATE"), ("USM", "PRISONER"), ("USMS", "INMATE"), ("USMS", "PRISONER"), ("MARSHAL", "INMATE"),
        ("MARSHAL", "PRISONER"), ("MARSHALS", "PRISONER"), ("MARSHALS", "INMATE"), ("WAIVED", "EXTRADIT"),
        ("WAIVES", "EXTRADIT"), ("WAIVE", "EXTRADIT"), ("WAIVER", "EXTRADIT"), ("EXTRADITION", "WAIVE"),
        ("OTHER", "AGENCY"), ("FOR", "OTHER"),
        ("FEDERAL", "DET"), ("FED", "DET"), ("OTHER", "JURISDICTION"), ("OUTSIDE", "AGENCY"), ("COURTESY", "HOLD"), ("HOUSED", "FOR"),
        ("HOUSING", "FOR"), ("HOUSE", "FOR"), ("BOARDED", "FOR"), ("BOARDER", "FOR"), ("CONTRACT", "INMATE"),
        ("IN", "TRANSIT"), ("SAFE", "KEEPING"), ("HOLDOVER", "FOR"),
    }
)  # fmt: skip
"""Two words that say another authority has the person."""

CRIME = (
    "THEFT", "STEAL", "STOLEN", "BURG", "ROBB", "LARCEN", "SHOPLIFT", "FRAUD", "ASSAULT", "ASSLT", "BATT", "POSS", "METH",
    "COCAIN", "HEROIN", "DRUG", "CONTROLLED", "MARIJ", "NARC", "DELIVER", "MANUF", "DISTRIB", "TRAFFICK", "OBSTR", "RESIST",
    "IMPERSON", "FALSE", "FALSIF", "FAIL", "FTA", "DRIV", "DRV", "DUI", "DWI", "OWI", "DWLS", "TRESPASS", "VANDAL", "GRAFFITI",
    "MURDER", "HOMICID", "MANSLAUGHT", "KIDNAP", "THREAT", "HARASS", "STALK", "INTERFER", "DAMAG", "ARSON", "WEAPON", "FIREARM",
    "GUN", "INDECEN", "SEXUAL", "RAPE", "LEWD", "FORG", "COUNTERF", "PERJ", "ESCAP", "EVAD", "EVAS", "FLEE", "ELUD", "SPEED",
    "RECKLESS", "LICENS", "REGIST", "CONSPIR", "ATTEMPT", "ATT", "AGG", "DISORDER", "INTOX", "DRUNK", "PROSTIT", "GAMBL",
    "TAMPER", "BRIB", "EXTORT", "ENDANGER", "NEGLECT", "ABUSE", "CRUEL", "CONTEMPT", "VIOL", "CONSULT", "SELL", "SALE",
    "STRIK", "THROW", "INJUR", "HIT", "JUMP", "HOSTAGE", "CHOKE", "STRANG", "DOMESTIC", "DV", "MENAC", "TERROR",
    "HOLDUP", "UNLAWFUL", "FORCIBLE", "OBEY", "REFUS", "DISOBEY", "PHONE", "WIRELESS", "SMUGGL", "LOITER", "LITTER",
)  # fmt: skip
"""Beginnings of words that ordinary charges are made of."""

BENIGN_AFTER = frozenset(
    {"CREAM", "CHEST", "MACHINE", "SKATE", "SKATES", "SKATING", "RINK", "PICK", "BOX", "FISHING", "WATER", "STORM",
     "COOLER", "CUBE", "CUBES", "HOCKEY", "FREEZER", "ARENA", "TEA", "BAG", "BAGS"}
)  # fmt: skip
"""What follows ICE where it is frozen water."""

INSURANCE = frozenset(
    {"FRAUD", "PROOF", "VEHICLE", "VEH", "MOTOR", "MV", "AUTO", "CAR", "LIABILITY", "LIAB",
     "FINANCIAL", "CLAIM", "CLAIMS", "POLICY", "CARD", "EVIDENCE", "LAPSE", "LAPSED", "EXPIRED", "FAIL", "FAILURE",
     "DRIVING", "DRIVE", "DRIV", "OPER", "OPERATE", "OPERATING", "VALID", "COMPANY", "HEALTH", "LIFE", "MEDICAL",
     "REQUIRED", "PROVIDE", "FALSE", "SUSPENDED", "SUSP", "UNINSURED", "AGENT", "LIC", "LICENSE", "LICENSED"}
)  # fmt: skip
"""What stands beside INS where it is insurance."""

DRUG = ("METH", "AMPHET", "CONTROLLED", "SUBST", "DRUG", "NARC", "HEROIN", "COCAIN", "MARIJ", "PARAPHERN", "GRAM")
"""Beginnings of words beside which ICE is methamphetamine, and DRUG_SHORT the short ones."""

DEALT = ("POSS", "SALE", "SELL", "SOLD", "DELIVER", "DISTRIB", "TRAFFICK", "MANUF", "MFG", "PWID", "PURCHAS", "DEAL")
"""Beginnings of words right behind which ICE is methamphetamine that somebody has or deals in."""

NOBODYS = frozenset({"HOSTAGE", "HOSTAGES", "HARMLESS"})
"""What follows a HOLD that is no jail's."""

DRUG_SHORT = frozenset({"CS", "PG", "CDS", "UCS", "PCS", "MDMA", "DD"})

WITHOUT = frozenset({"NO", "WITHOUT", "WO", "OUT", "LACK", "LACKS"})
"""What stands before INS where it is insurance that somebody has not."""

ASKED = frozenset(
    {"ALIEN", "ALIENS", "ALN", "UNDOCUMENTED", "UNDOC", "NONCITIZEN", "NONCITIZENS", "EXTRADITION", "INADM", "INADMISSIBLE",
     "INADMISSIBILITY", "EXCLUDABLE", "EXCLUDABILITY", "REMOVABLE", "REMOVABILITY", "NONIMM", "ASYLUM", "ASYLEE", "REFUGEE",
     "INA", "MARIEL", "POE", "CITIZENSHIP", "ABSCONDERS", "REENTRANT"}
)  # fmt: skip
"""Words that leave a line in doubt."""

ASKED_ALONE = frozenset(
    {"REMOVAL", "REENTRY", "ENTRY", "VISA", "EXCLUSION", "ABSCONDER", "DEPARTURE", "LPR", "INSPECTION"}
)
"""Words that leave a line in doubt where nothing but small words stands beside them."""

ASKED_PAIRS = frozenset(
    {
        ("UNLAWFUL", "REENTRY"), ("UNLAWFUL", "PRESEN"), ("ILLEGAL", "PRESEN"), ("IMPROPER", "ENTRY"), ("OUT", "STATUS"),
        ("MAINTAIN", "STATUS"), ("LEGAL", "STATUS"), ("VOLUNTARY", "DEPART"), ("VOLUNTARY", "RETURN"), ("FINAL", "ORDER"),
        ("PENDING", "REMOVAL"), ("ADMIN", "REMOVAL"), ("REMOVAL", "PENDING"), ("VISA", "EXPIRED"), ("EXPIRED", "VISA"),
        ("STUDENT", "VISA"), ("TOURIST", "VISA"), ("NO", "VISA"), ("VISA", "STATUS"), ("VISA", "FRAUD"), ("GREEN", "CARD"),
        ("HUMANITARIAN", "PAROLE"), ("NON", "CITIZEN"), ("NOT", "CITIZEN"), ("BORDER", "CROSS"), ("ILLEGAL", "CROSS"),
        ("ENTRY", "COUNTRY"), ("ENTRY", "US"), ("ENTRY", "USA"), ("ENTRY", "UNITED"), ("IN", "USA"), ("COUNTRY", "ILLEGAL"),
        ("US", "ILLEGAL"), ("ILLEGAL", "COUNTRY"), ("PORT", "ENTRY"), ("NO", "ADMISSION"), ("ADMISSION", "PAROLE"),
        ("REMOVED", "FROM"), ("ELUDE", "INSP"), ("ELUDING", "INSP"), ("ELUDED", "INSP"), ("EVADE", "INSP"),
    }
)  # fmt: skip
"""Two words that leave a line in doubt."""

ASKED_UNLESS_PLACE = frozenset({("ILLEGAL", "ENTRY"), ("FAIL", "DEPART"), ("FAILURE", "DEPART"), ("REFUS", "DEPART")})
"""Two words that leave a line in doubt unless it names what was entered or left."""

PLACE = (
    "BUILD", "BLDG", "BLD", "DWELL", "HABIT", "HOUSE", "HOME", "PREMIS", "VEH", "PROPERTY", "RESIDEN", "LAND", "TRESP", "BURG",
    "STRUCTURE", "APART", "SCHOOL", "STORE", "GARAGE", "AUTO", "BUSINESS", "ROOM", "BOAT", "PARK",
)  # fmt: skip
"""Beginnings of words for what a trespasser enters or will not leave (HOMELAND is none)."""

SPELLED = {
    "ENT": "ENTRY", "ENTER": "ENTRY", "ENTERED": "ENTRY", "ENTERING": "ENTRY", "ENTRANT": "ENTRY", "ENTRANTS": "ENTRY",
    "REENT": "REENTRY", "REENTER": "REENTRY", "REENTERED": "REENTRY", "REENTERING": "REENTRY", "ILL": "ILLEGAL",
    "ILLEG": "ILLEGAL", "ILLGL": "ILLEGAL", "ILGL": "ILLEGAL", "ILEGAL": "ILLEGAL", "UNL": "UNLAWFUL", "UNLAW": "UNLAWFUL",
    "DEPARTED": "DEPART",
}  # fmt: skip
"""Short and other forms of the words of pairs."""

NEUTRAL = frozenset(
    {"FOR", "FRO", "TO", "BY", "THE", "AND", "OF", "ON", "IN", "AT", "US", "USA", "JAIL", "COUNTY", "CNTY", "CO", "ONLY", "ADMIN",
     "ADMINISTRATIVE", "CIVIL", "WARRANT", "WRNT", "WARR", "HR", "HRS", "HOUR", "HOURS", "DATE", "REL", "RELEASE", "RELEASED",
     "TRANSPORT", "TRANS", "TRANSFER", "XFER", "PICKUP", "PICK", "UP", "TOT", "TURN", "TURNED", "OVER", "REQUEST", "REQ", "NOTIFY",
     "NOTIFICATION", "FORM", "CASE", "NO", "NUMBER", "NBR", "AGENCY", "DEPT", "DEPARTMENT", "OFFICE", "SERVICE", "SERVICES",
     "SVC", "FEDERAL", "FED", "FEDS", "ACTIVE", "PENDING", "PLACED", "LODGED", "FILED", "CUSTODY", "INMATE", "PRISONER",
     "DETAINEE", "DETENTION", "DETAINED", "DET", "OUT", "HELD", "STATUS", "SAN", "LOS", "NEW", "CITY", "STATE", "ENF", "ENFORCEMENT",
     "CUSTOMS", "ONE", "WAY", "FUGITIVE", "TX", "CA", "IL", "NY", "FL", "AZ", "OR", "DO", "NOT", "SEE", "FILE", "CALL",
     "BEFORE", "REMANDED", "REMAND", "SURRENDER", "DETAIN", "FOREIGN", "NATIONAL", "CONTRACT", "BOARDER", "IGSA", "HOUSED",
     "HOUSING", "HOUSE", "BOOKING", "INTAKE", "PRIOR", "RETAINED", "RETAIN", "KEPT", "TRANSFERRED", "TRANSFERED", "TRANSPORTED",
     "DETAINEES", "INMATES", "PRISONERS", "SURRENDERED", "DELIVERED", "RELEASING", "HOLDING", "BOND", "BAIL", "FROM", "W", "WITH",
     "NOTICE", "CONTACT", "PU", "BOARD", "BOARDING", "PROGRAM", "AGREEMENT"}
) | HOLD  # fmt: skip
"""Words that change nothing in what a line is."""

LONG: dict[str, int] = {"IMMIGRATION": 2, "DETAINER": 1, "NATURALIZATION": 2, "DEPORTATION": 2, "EXTRADITION": 2}
"""Long words and how many letters of them may be wrong."""

IMMIGRATION_SECTIONS = frozenset(
    {"1182", "1225", "1226", "1227", "1231", "1253", "1324", "1325", "1326", "1327", "1357", "1229", "1101"}
)
"""Sections of title 8 of the United States Code that stand after a bare 8 in a hold line."""

IMMIGRATION_FORMS = frozenset(
    {"200", "203", "205", "213", "220", "246", "247", "274", "286", "294", "296", "589", "826", "831", "851", "860", "862", "863", "871"}
)  # fmt: skip
"""Numbers of forms of the Department of Homeland Security (I-247, I-213) that stand behind an I."""

WHO = ALWAYS | (WEAK - {"CIS"})
"""Names of immigration authorities that are found in glued words."""

MATTERS = frozenset({"REMOVAL", "ALIEN"})
"""Words of civil matters of immigration that are found in glued words."""

HELD_FOR = frozenset({"HELD", "HOLDING", "DETAINED", "DETAIN", "RETAINED", "RETAIN", "KEPT"})
"""Words that say hold only FOR or BY somebody."""

GLUE = (
    {"HOLD", "HOLDS", "HLD", "DETAINER", "DETAINERS", "DET", "FOR", "US", "USM", "USMS", "MARSHAL", "MARSHALS", "FED",
     "FEDERAL", "INMATE", "PRISONER", "HOMELAND", "SECURITY", "BORDER", "PATROL", "CUSTOMS", "ENFORCEMENT", "PAROLE",
     "OTHER", "AGENCY"}
    | WHO
)  # fmt: skip
"""Words that are found glued together, whatever they are."""

BESIDE = (
    {word for word in NEUTRAL if len(word) > 3} - {"HOUSE", "HOLDOVER", "FILE", "CALL", "CITY", "CASE", "WITH", "PICK"}
    | HELD_FOR | {"TO", "BY", "TOT", "OF", "NO", "FROM", "OVER", "ORDER", "REMOVAL", "COURT", "ALIEN", "ILLEGAL", "CUST", "XFER"}
)  # fmt: skip
"""Words that are found glued to a name of WHO or to a word of hold (none that makes an ordinary one: HOUSE-HOLD, WITH-HOLD, NOT-ICE)."""
