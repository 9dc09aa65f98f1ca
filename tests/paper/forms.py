"""Papers drawn for the tests, each in our own layout: what a clerk gets, with everybody on them invented."""

from tests.paper.makers import Sheet

OFFICER = ("T. Quennell", "Deportation Officer")
JUDGE = ("Isolde V. Tarrant", "United States Magistrate Judge")


def detainer(
    form="I-247A",
    version="3/17",
    title="IMMIGRATION DETAINER - NOTICE OF ACTION",
    *,
    signed=True,
    attached=None,
    name="WREXLEY, Odalys Pilar",
    issued="06/03/2025",
):
    sheet = Sheet()
    sheet.say(170, 40, "DEPARTMENT OF HOMELAND SECURITY (DHS)", 11, "B").say(170, 56, title, 11, "B")
    sheet.say(40, 90, "Subject ID:").say(95, 90, "411200873").say(300, 90, "Event #:").say(342, 90, "SND2506000771")
    sheet.say(40, 108, "File No:").say(80, 108, "A 208 771 904").say(300, 108, "Date:").say(330, 108, issued)
    sheet.say(40, 124, "TO: (Name and Title of Institution - OR Any Subsequent Law", 7.5).say(
        310, 124, "FROM: (DHS Office Address)", 7.5
    )
    sheet.say(44, 146, "Sheriff, Quillon County").say(312, 146, "ICE ERO San Diego Field Office")
    sheet.say(40, 198, "Name of Alien:").say(106, 198, name)
    sheet.say(40, 216, "Date of Birth:").say(100, 216, "02/11/1989").say(210, 216, "Citizenship:").say(
        265, 216, "PERU"
    ).say(450, 216, "Sex:").say(474, 216, "F")
    sheet.tick(52, 260, True, "A final order of removal against the alien;")
    sheet.tick(52, 276, False, "The pendency of ongoing removal proceedings against the alien;")
    sheet.tick(
        52, 292, False, "Biometric confirmation of the alien's identity and a records check of federal databases"
    )
    sheet.tick(52, 308, True, "Statements made by the alien to an immigration officer and/or other reliable evidence")
    sheet.say(40, 340, "IT IS THEREFORE REQUESTED THAT YOU:", 9, "B")
    sheet.say(46, 356, "- Notify DHS. Please notify DHS by calling ICE or CBP at").say(320, 356, "(619) 555-0134")
    sheet.say(
        46, 372, "- Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the time of release."
    )
    if attached:
        sheet.tick(
            52, 392, True, f"If checked: attached to this form is a Form {attached}, Warrant for Arrest of Alien."
        )
    sheet.say(46, 497, f"{OFFICER[0]}, {OFFICER[1]}").rule(40, 500, 290).rule(310, 500, 572)
    if signed:
        sheet.ink(350, 497)
    sheet.say(70, 509, "(Name and title of Immigration Officer)", 7).say(
        345, 509, "(Signature of Immigration Officer) (Sign in ink)", 7
    )
    return sheet.say(40, 772, f"DHS Form {form} ({version})", 8).say(530, 772, "Page 1 of 3", 8)


def arrest_of_alien(*, signed=True, who=OFFICER, name="WREXLEY, Odalys Pilar"):
    sheet = Sheet()
    sheet.say(40, 40, "U.S. DEPARTMENT OF HOMELAND SECURITY", 10, "B").say(
        400, 40, "Warrant for Arrest of Alien", 13, "B"
    )
    sheet.say(360, 72, "File No.").say(402, 72, "A 208 771 904").say(360, 92, "Date:").say(390, 92, "June 3, 2025")
    sheet.say(40, 126, "To:").say(
        80,
        126,
        "Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act",
    )
    sheet.say(40, 178, "I have determined that there is probable cause to believe that").say(312, 178, name)
    sheet.say(40, 194, "is removable from the United States. This determination is based upon:")
    sheet.tick(
        60, 216, False, "the execution of a charging document to initiate removal proceedings against the subject;"
    )
    sheet.tick(60, 234, False, "the pendency of ongoing removal proceedings against the subject;")
    sheet.tick(60, 252, False, "the failure to establish admissibility subsequent to deferred inspection;")
    sheet.tick(
        60, 270, True, "biometric confirmation of the subject's identity and a records check of federal databases"
    )
    sheet.tick(60, 288, False, "statements made voluntarily by the subject to an immigration officer")
    sheet.say(40, 320, "YOU ARE COMMANDED to arrest and take into custody the above-named alien.", 10, "B")
    if signed:
        sheet.ink(350, 397)
    sheet.rule(320, 400, 560).say(360, 409, "(Signature of Authorized Immigration Officer)", 7.5)
    sheet.say(330, 428, f"{who[0]}, {who[1]}").rule(320, 431, 560)
    sheet.say(335, 440, "(Printed Name and Title of Authorized Immigration Officer)", 7.5)
    return sheet.say(250, 480, "Certificate of Service", 10, "B").say(470, 772, "Form I-200 (Rev. 09/16)", 8)


def removal():
    sheet = Sheet()
    sheet.say(190, 44, "DEPARTMENT OF HOMELAND SECURITY", 11, "B").say(
        180, 80, "WARRANT OF REMOVAL/DEPORTATION", 14, "B"
    )
    sheet.say(380, 108, "File No:").say(420, 108, "A 091 220 386").say(380, 128, "Date:").say(410, 128, "04/22/2025")
    sheet.say(40, 158, "To any immigration officer of the United States Department of Homeland Security:")
    sheet.say(250, 184, "Brannock, Tobias", 11, "B").rule(150, 188, 462).say(270, 196, "(Full name of alien)", 7.5)
    sheet.say(40, 218, "who entered the United States at").say(210, 218, "Nogales, AZ").say(408, 218, "on").say(
        430, 218, "06/2009"
    )
    sheet.say(260, 229, "(Place of entry)", 7.5).say(420, 229, "(Date of entry)", 7.5)
    sheet.tick(60, 270, False, "an immigration judge in exclusion, deportation, or removal proceedings")
    sheet.tick(60, 288, False, "a designated official").tick(60, 306, False, "the Board of Immigration Appeals")
    sheet.tick(60, 324, True, "a United States District or Magistrate Court Judge")
    sheet.say(40, 346, "and pursuant to the following provisions of the Immigration and Nationality Act:")
    sheet.say(60, 364, "Section 237(a)(1)(B) of the Act").ink(340, 437).rule(320, 440, 560)
    sheet.say(380, 449, "(Signature of immigration officer)", 7.5).say(322, 467, OFFICER[0]).say(322, 483, OFFICER[1])
    sheet.say(385, 495, "(Title of immigration officer)", 7.5).say(322, 515, "04/22/2025  San Diego, California")
    return sheet.say(390, 527, "(Date and office location)", 7.5).say(40, 772, "ICE Form I-205 (8/07)", 8)


def subpoena_of_ice():
    sheet = Sheet()
    sheet.say(190, 42, "DEPARTMENT OF HOMELAND SECURITY", 11, "B").say(
        170, 60, "IMMIGRATION ENFORCEMENT SUBPOENA", 14, "B"
    )
    sheet.say(42, 110, "1. To (Name, Address, City, State, Zip Code)", 8).say(
        48, 126, "Records Officer, Quillon County Jail"
    )
    sheet.say(312, 110, "Subpoena Number", 8).say(330, 126, "ICE-SND-2025-0098")
    sheet.say(312, 142, "2. In Reference To", 8).say(330, 157, "Removal inquiry", 9)
    sheet.say(40, 200, "Failure to comply may subject you to an order of contempt by a federal District Court.")
    sheet.say(42, 232, "(B) Date", 8).say(90, 232, "10/20/2025").say(42, 250, "Name").say(90, 250, "B. Osterman")
    sheet.say(42, 280, "Address").say(90, 280, "880 Example Street, San Diego").say(42, 295, "Telephone Number").say(
        130, 295, "(619) 555-0177"
    )
    sheet.say(42, 330, "4. Records required to be produced for inspection", 8).say(
        48, 346, "Booking record of WREXLEY, Odalys Pilar."
    )
    sheet.say(42, 420, "5. Authorized Official", 8).ink(110, 443).rule(60, 446, 300).say(120, 455, "(Signature)", 7.5)
    sheet.say(62, 469, "S. Marchmont").say(120, 478, "(Printed Name)", 7.5).say(
        330, 446, "Assistant Field Office Director"
    )
    return (
        sheet.say(380, 456, "(Title)", 7.5)
        .say(330, 472, "10/06/2025")
        .say(380, 481, "(Date)", 7.5)
        .say(40, 772, "DHS Form I-138 (6/09)", 8)
    )


def arrest_warrant(
    *,
    court="Southern District of California",
    case="3:25-cr-00417",
    command="YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without unnecessary delay",
    offense="8 U.S.C. \xa7 1326 - Reentry of removed alien",
    who=JUDGE,
    signed=True,
    typed=None,
    dated="08/21/2025",
):
    sheet = Sheet()
    sheet.say(36, 30, "AO 442 (Rev. 11/11) Arrest Warrant", 7.5).say(
        190, 56, "UNITED STATES DISTRICT COURT", 15, "B"
    ).say(300, 72, "for the", 9)
    sheet.say(230, 88, court, 11).say(90, 124, "United States of America").say(150, 138, "v.").say(
        80, 162, "Osric Dunmore"
    )
    sheet.say(300, 146, "Case No.").say(345, 146, case).say(240, 222, "ARREST WARRANT", 14, "B")
    sheet.say(36, 246, "To:      Any authorized law enforcement officer").say(60, 268, command, 9.5, "B")
    sheet.say(36, 292, "(name of person to be arrested)", 8).say(176, 292, "Osric Dunmore")
    sheet.say(
        36, 312, "who is accused of an offense or violation based on the following document filed with the court:"
    )
    x = 40
    for name in ("Indictment", "Superseding Indictment", "Information", "Superseding Information", "Complaint"):
        sheet.tick(x, 332, name == "Indictment", name)
        x += 36 + 5 * len(name)
    sheet.say(36, 374, "This offense is briefly described as follows:").say(48, 394, offense)
    sheet.say(36, 464, "Date:").say(64, 464, dated).rule(320, 466, 572).say(400, 475, "Issuing officer's signature", 8)
    if signed:
        sheet.ink(360, 462)
    if typed:
        sheet.say(360, 463, typed)
    sheet.say(36, 500, "City and state:").say(102, 500, "San Diego, California")
    sheet.say(326, 500, who[0]).say(430, 500, who[1]).rule(320, 503, 572).say(400, 512, "Printed name and title", 8)
    return sheet.say(280, 618, "Return", 12, "B")


def identifiers():
    """The second page of an AO 442."""
    sheet = Sheet().say(60, 70, "This second page contains personal identifiers provided for law-enforcement use only")
    sheet.say(220, 100, "(Not for Public Disclosure)").say(60, 130, "Known aliases: Zanzibarro").say(
        60, 150, "Last known residence: 4 Kumquat Row"
    )
    return sheet.say(60, 170, "Social Security number: 900-12-3456").say(60, 190, "FBI number: 55512QQ")


def subpoena(form, title, *, grand_jury=False):
    sheet = Sheet()
    sheet.say(36, 30, f"{form} (07/16) Subpoena", 7.5).say(190, 56, "UNITED STATES DISTRICT COURT", 15, "B").say(
        230, 88, "District of Arizona", 11
    )
    sheet.say(100, 150, title, 12, "B")
    label, number = ("Grand jury no.", "GJ 25-02-118") if grand_jury else ("Case No.", "2:25-cr-00733")
    sheet.say(300, 120, label).say(370, 120, number).say(36, 200, "To:").say(
        60, 200, "Custodian of Records, Quillon County Jail"
    )
    sheet.say(
        36,
        220,
        "YOU ARE COMMANDED to produce the following documents, electronically stored information, or objects (blank if not applicable):",
    )
    sheet.say(36, 232, "books, papers, documents, data, or other objects:").say(
        48, 250, "Visitor logs for booking number 25-000117."
    )
    sheet.say(42, 300, "Place:").say(76, 300, "1 Example Plaza, Tucson").say(336, 300, "Date and Time:").say(
        410, 300, "11/12/2025 at 9:00 a.m."
    )
    sheet.say(36, 380, "Date:").say(66, 380, "10/15/2025").say(320, 340, "CLERK OF COURT").say(
        420, 340, "Hester P. Nygaard"
    ).ink(350, 376)
    sheet.rule(320, 380, 572).say(380, 389, "Signature of Clerk or Deputy Clerk", 8)
    return sheet.say(36, 430, "The attorney who requests this subpoena, are:").say(
        48, 446, "Ines Vauclair, 4 Example Road"
    )


def writ(*, signed=True, proposed=False):
    sheet = Sheet()
    sheet.say(200, 130, "UNITED STATES DISTRICT COURT", 13, "B").say(
        200, 146, "NORTHERN DISTRICT OF CALIFORNIA", 12, "B"
    )
    sheet.say(312, 196, "No.").say(332, 196, "CR 25-00391 JST")
    title = "WRIT OF HABEAS CORPUS AD PROSEQUENDUM"
    sheet.say(200, 222, f"[PROPOSED] {title}" if proposed else title, 11, "B").say(60, 300, "TO:").say(
        86, 300, "Sheriff, Quillon County"
    )
    sheet.say(60, 330, "GREETINGS: You are hereby commanded to produce the body of").say(345, 330, "Leopold Asterley")
    sheet.say(60, 346, "now detained in your custody, before the Duty Magistrate Judge of this Court at").say(
        70, 362, "Courtroom A, 9 Example Avenue"
    )
    sheet.say(60, 380, "on").say(76, 380, "September 9, 2025").say(60, 398, "to answer to charges of").say(
        165, 398, "21 U.S.C. \xa7\xa7 841(a)(1) and 846 - Conspiracy"
    )
    sheet.say(60, 450, "DATED:").say(100, 450, "August 25, 2025")
    if signed:
        sheet.ink(330, 476)
    return sheet.rule(310, 480, 560).say(312, 494, JUDGE[0]).say(312, 508, JUDGE[1])


def bench_warrant(case="25-NF-006612-A"):
    sheet = Sheet()
    sheet.say(130, 48, "SUPERIOR COURT OF CALIFORNIA, COUNTY OF QUILLON", 13, "B").say(340, 104, "CASE NO.:").say(
        395, 104, case
    )
    sheet.say(340, 122, "BAIL: $").say(380, 122, "15,000").say(240, 176, "BENCH WARRANT", 15, "B")
    sheet.say(50, 206, "The defendant").say(115, 206, "Marguerite Oxley").say(50, 224, "Date of birth").say(
        110, 224, "10/02/1988"
    )
    sheet.say(50, 246, "having been ordered to appear on a charge of").say(250, 246, "PC 459 - burglary")
    sheet.say(
        50,
        266,
        "and having failed to appear as ordered, you are therefore COMMANDED forthwith to arrest the above-named defendant",
    )
    sheet.say(50, 300, "Given under my hand on").say(155, 300, "September 30, 2025").ink(330, 340).rule(310, 344, 560)
    return sheet.say(312, 358, "Octavia Pelham").say(312, 372, "Judge of the Superior Court")


def search_warrant():
    sheet = Sheet()
    sheet.say(36, 30, "AO 93 (Rev. 11/13) Search and Seizure Warrant", 7.5).say(
        190, 56, "UNITED STATES DISTRICT COURT", 15, "B"
    ).say(230, 88, "District of Oregon", 11)
    sheet.say(300, 146, "Case No.").say(345, 146, "3:25-mj-00212").say(200, 222, "SEARCH AND SEIZURE WARRANT", 14, "B")
    sheet.say(36, 250, "(identify the person or describe the property to be searched and give its location):").say(
        48, 266, "Locker 14, Quillon County Jail"
    )
    sheet.say(36, 300, "YOU ARE COMMANDED to execute this warrant on or before").say(300, 300, "09/14/2025")
    sheet.say(36, 340, "Date and time issued:").say(140, 340, "09/01/2025 10:15 am").ink(360, 338).rule(
        320, 342, 572
    ).say(400, 351, "Judge's signature", 8)
    return (
        sheet.say(326, 376, JUDGE[0])
        .say(430, 376, JUDGE[1])
        .rule(320, 379, 572)
        .say(400, 388, "Printed name and title", 8)
    )


def list_letter():
    sheet = (
        Sheet()
        .say(200, 60, "U.S. Department of Justice", 14, "B")
        .say(64, 100, "July 17, 2025")
        .say(64, 124, "Sheriff, Quillon County")
    )
    sheet.say(64, 160, "Dear Sheriff:").say(
        64,
        180,
        "The Department requests that your office provide a list of all inmates who are not citizens of the United States,",
    )
    sheet.say(64, 194, "including the inmate's name, country of citizenship, charges and scheduled release date.")
    sheet.say(64, 214, "We ask that you respond no later than July 31, 2025. We may seek a judicial subpoena.").say(
        64, 244, "Sincerely,"
    ).ink(64, 270)
    return sheet.say(64, 290, "Preston Achterholt").say(64, 304, "Deputy Assistant Attorney General")


def cover_sheet():
    return Sheet().say(220, 80, "FACSIMILE COVER SHEET", 18, "B").say(80, 140, "To: Records").say(80, 160, "Pages: 3")


def invoice():
    sheet = Sheet().say(50, 60, "Bay Linen Service", 18, "B").say(400, 60, "INVOICE 20418", 14, "B")
    return (
        sheet.say(60, 130, "Sheets, laundered")
        .say(380, 130, "1,240")
        .say(60, 150, "Towels, laundered")
        .say(60, 170, "Remit to Bay Linen Service within thirty days please")
    )
