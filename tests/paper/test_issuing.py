"""Which of the signatures on a paper issues it: judges, clerks, prosecutors and officers beside one another, in boxes, struck out."""

from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

WHO = "Odalys Pilar Wrexley"
JUDGE = "Octavia Pelham"


def _warrant(title="BENCH WARRANT", court=True):
    sheet = Sheet()
    if court:
        sheet.say(190, 40, "SUPERIOR COURT OF WASHINGTON", 12, "B").say(200, 56, "COUNTY OF QUILLON", 12, "B")
    sheet.say(60, 100, "STATE OF WASHINGTON,").say(340, 100, "No. 26-1-00731-20")
    sheet.say(60, 118, "vs.").say(340, 118, title, 13, "B").say(60, 136, f"{WHO.upper()},").say(190, 150, "Defendant.")
    sheet.say(50, 190, "TO ALL PEACE OFFICERS OF THE STATE OF WASHINGTON:")
    sheet.say(50, 206, "The defendant, charged with the crime of RESIDENTIAL BURGLARY, RCW 9A.", 9)
    sheet.say(50, 218, "52.025, having failed to appear, YOU ARE HEREBY COMMANDED to arrest said defendant.", 9)
    return sheet.say(50, 240, "DONE IN OPEN COURT this 22nd day of October, 2026.")


def _at(sheet, x, y, *lines, ink=True, rule=True):
    if ink:
        sheet.ink(x + 6, y - 12)
    if rule:
        sheet.rule(x, y, x + 220)
    for count, line in enumerate(lines):
        sheet.say(x, y + 11 + 13 * count, line)
    return sheet


def test_a_judge_above_whoever_presented_the_paper_is_the_one_who_signed():
    sheet = _at(_warrant(), 330, 320, "JUDGE", JUDGE)
    sheet.say(50, 380, "Presented by:").say(50, 394, "Tobias Renwick, WSBA No. 48117").say(50, 408, "Deputy Prosecutor")
    found = reading(sheet)
    assert (found.signer, found.judicial) == ("state_judge", True)
    assert values(found)["signer_name"] == JUDGE


def test_a_prosecutor_who_signed_under_an_unsigned_judges_line_makes_no_judge():
    sheet = _at(_warrant(), 330, 320, "JUDGE", JUDGE, ink=False)
    found = reading(_at(sheet.say(50, 360, "Presented by:"), 50, 400, "Tobias Renwick, Deputy Prosecuting Attorney"))
    assert (found.signer, found.judicial) == (None, None)


def test_a_judge_who_only_took_an_oath_on_the_page_has_not_signed_the_warrant():
    sheet = _warrant().say(50, 270, "Sworn to and subscribed before me this 22nd day of October, 2026.", 9)
    sheet = _at(sheet, 50, 310, "Octavia Pelham, Judge of the Superior Court")
    found = reading(_at(sheet, 330, 420, "Octavia Pelham", "Judge of the Superior Court", ink=False))
    assert (found.signer, found.judicial) == (None, None)


def test_an_office_that_is_struck_out_is_not_the_one_that_signed():
    sheet = _at(_warrant(), 330, 320, "DEPUTY CLERK / JUDGE", JUDGE)
    found = reading(sheet.rule(328, 328, 402))
    assert (found.signer, values(found)["signer_title"]) == ("state_judge", "JUDGE")


def test_of_two_offices_with_a_stroke_between_them_nobody_knows_which_signed():
    found = reading(_at(_warrant(), 330, 320, "JUDGE / CLERK", JUDGE))
    assert (found.signer, found.judicial) == (None, None)
    both = reading(_at(_warrant(), 330, 320, "JUDGE / COURT COMMISSIONER", JUDGE))
    assert both.signer == "state_judge"
    assert values(both)["signer_title"] is None


def test_ink_over_a_line_of_signs_is_a_signature_at_the_name_under_it():
    sheet = _warrant().ink(336, 320).say(330, 344, "_" * 30).say(330, 366, f"Hon. {JUDGE}").say(330, 386, "Judge")
    assert reading(sheet).signer == "state_judge"
    bare = _warrant().say(330, 344, "_" * 30).say(330, 366, f"Hon. {JUDGE}").say(330, 386, "Judge")
    assert reading(bare).signer is None


def test_a_typed_signature_behind_the_date_belongs_to_the_title_under_it():
    sheet = _warrant().say(60, 320, f"Date: 10/22/2026 /s/ {JUDGE}").say(150, 334, f"Judge {JUDGE}")
    assert reading(sheet).signer == "state_judge"


def test_the_name_of_a_recorded_signature_is_the_signers_where_none_is_printed():
    sheet = _warrant().say(300, 320, f"ELECTRONICALLY SIGNED: {JUDGE}").say(300, 332, "10/22/2026 15:07")
    found = reading(sheet.say(300, 350, "Judge of the Superior Court"))
    assert (found.signer, values(found)["signer_name"]) == ("state_judge", JUDGE)


def test_the_box_that_is_ticked_says_who_signed_under_it():
    sheet = _warrant().tick(230, 300, False, "CLERK").tick(290, 300, True, "DEPUTY CLERK")
    sheet.tick(390, 300, False, "MAGISTRATE").tick(470, 300, False, "JUDGE").ink(240, 326)
    found = reading(sheet.say(232, 350, "Rosamund T. Ilett"))
    assert (found.signer, found.judicial) == ("clerk_of_court", None)
    assert values(found)["signer_name"] == "Rosamund T. Ilett"


def test_a_warrant_under_a_state_and_a_county_is_a_courts_that_its_signature_names():
    sheet = Sheet().say(235, 60, "CAUSE NO. 26-07-13388-M").say(240, 100, "WARRANT OF ARREST", 12, "B")
    sheet.say(60, 130, "THE STATE OF TEXAS").say(60, 146, "COUNTY OF QUILLON")
    sheet.say(50, 180, f"You are hereby commanded to arrest {WHO} and bring the person before me, to answer the State")
    sheet.say(50, 194, "for an offense against the laws of said State, to-wit: Texas Penal Code 22.04(f).")
    sheet.say(50, 220, "Witness my official signature this the 17th day of July, A.D. 2026.")
    sheet = _at(sheet, 300, 300, f"HON. {JUDGE.upper()}, Presiding Judge", "County Court at Law, Quillon County, Texas")
    found = reading(sheet)
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", "state_judge", True)
    assert values(found)["court"] == "County Court at Law, Quillon County, Texas"


def test_a_parole_boards_warrant_that_names_the_sentencing_court_in_a_cell_is_no_courts():
    sheet = Sheet().say(200, 60, "PENNSYLVANIA PAROLE BOARD", 12, "B").say(200, 90, "WARRANT TO COMMIT AND DETAIN", 12)
    sheet.say(60, 130, f"Name of Parolee: {WHO}").say(60, 146, "Date of Birth: 09/09/1976")
    sheet.say(60, 162, "Original Offense: Robbery (18 Pa.C.S. 3701) Court of Common Pleas of Quillon County")
    found = reading(
        sheet.say(60, 200, "You are hereby authorized to detain the parolee. Issued this 14th day of August 2026.")
    )
    assert (found.kind, found.form, found.judicial) == (None, "Parole warrant", False)
    assert values(found)["subject_name"] == WHO


def test_an_order_to_release_is_called_what_it_calls_itself_and_never_a_detainer():
    sheet = Sheet().say(200, 60, "UNITED STATES DISTRICT COURT").say(200, 76, "WESTERN DISTRICT OF NEW YORK")
    sheet.say(60, 110, f"{WHO.upper()},").say(90, 124, "Petitioner,").say(340, 110, "1:26-cv-02209-RJT")
    sheet.say(340, 140, "ORDER GRANTING WRIT OF").say(340, 154, "HABEAS CORPUS")
    sheet.say(60, 220, f"The Sheriff shall release Petitioner {WHO} from custody no later than 5:00 p.m. on")
    sheet.say(60, 234, "November 18, 2026, and shall not hold the person on the immigration detainer.")
    sheet.say(310, 300, f"s/ {JUDGE}").say(310, 320, JUDGE.upper()).say(310, 336, "United States District Judge")
    found = reading(sheet)
    assert (found.kind, found.signer) == ("court_order", "federal_district_judge")
    assert found.lead.title == "ORDER GRANTING WRIT OF HABEAS CORPUS"
    assert values(found)["case_number"] == "1:26-cv-02209-RJT"
    assert values(found)["comply_by"] == "2026-11-18"


def test_a_search_warrant_of_a_states_court_names_whose_body_is_searched():
    sheet = (
        Sheet().say(170, 60, "IN THE CIRCUIT COURT OF THE STATE OF OREGON").say(200, 76, "FOR THE COUNTY OF QUILLON")
    )
    sheet.say(300, 110, "SEARCH WARRANT").say(300, 126, "No. 26SW00417")
    sheet.say(
        50, 160, "There is probable cause to believe that evidence of the crime of Assault, ORS 163.185, is to be"
    )
    sheet.say(50, 174, f"found. YOU ARE HEREBY COMMANDED to search the person of {WHO} by collecting two swabs.")
    sheet.say(50, 200, "Dated this 30 day of September 2026.")
    found = reading(_at(sheet, 306, 280, "Circuit Court Judge", f"Printed name: {JUDGE}"))
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", "state_judge", True)
    assert values(found)["subject_name"] == WHO
    assert values(found)["signer_name"] == JUDGE


def test_cells_that_ask_for_several_things_at_once_are_read_in_their_order():
    sheet = _at(_warrant(), 330, 320, "JUDGE", JUDGE)
    found = reading(sheet.say(60, 160, "Race Sex Date Of Birth Age", 7).say(60, 169, "W F 06/30/1994 32"))
    assert (values(found)["sex"], values(found)["date_of_birth"]) == ("F", "1994-06-30")
    sheet = _at(_warrant(), 330, 320, "JUDGE", JUDGE)
    found = reading(sheet.say(60, 160, "DATE OF BIRTH / SEX", 7).say(60, 169, "06-25-1998 / M"))
    assert (values(found)["sex"], values(found)["date_of_birth"]) == ("M", "1998-06-25")


def test_a_section_whose_line_ends_in_its_midst_is_read_whole():
    assert values(reading(_at(_warrant(), 330, 320, "JUDGE", JUDGE)))["offense_statutes"] == ["RCW 9A.52.025"]


def test_a_letter_that_closes_in_words_of_its_own_is_a_letter():
    sheet = Sheet().say(60, 60, "The Tidewater Ledger").say(60, 100, "9 November 2026").say(60, 130, "FOIA Officer")
    sheet.say(60, 160, "Dear FOIA Officer,")
    sheet.say(
        60, 180, "Under the Freedom of Information Act I am requesting copies of all detainers received this year."
    )
    found = reading(
        sheet.say(60, 220, "With thanks from Norfolk,").say(60, 250, "Imogen Faraday-Liu").say(60, 264, "Staff writer")
    )
    assert found.kind == "public_records_request"
    assert values(found)["requester"] == "Imogen Faraday-Liu"


def test_a_letter_that_asks_nothing_we_know_still_says_whom_it_is_about():
    sheet = Sheet().say(60, 60, "November 23, 2026").say(60, 90, f"Re: State v. {WHO}, No. 2026 CR 02118")
    sheet.say(60, 120, "Dear Captain:").say(60, 140, f"I represent {WHO} (DOB 6/21/1994), who posted bond.")
    found = reading(sheet.say(60, 180, "Very truly yours,").say(60, 220, "Genevieve Quill"))
    assert found.kind is None
    assert values(found)["subject_name"] == WHO
    assert asked(found)
