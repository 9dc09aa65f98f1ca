"""A page that is written from the top in one face, with the blocks of signatures and the captions that papers have. Everybody is invented."""

# ruff: noqa: E501 - a paper's sentences stand on one line

from dataclasses import dataclass

from tests.paper.makers import Sheet

WIDTHS = {"F": 0.53, "B": 0.58, "T": 0.46}
PEOPLE = (
    "Odalys Pilar Wrexley",
    "Mateo Quintero-Vale",
    "Tyrell J. Bascombe",
    "Ngoc Anh Thi Dau",
    "Ewan St. John",
    "Rosa María Ibarra Peñón",
)
JUDGES = (
    "Octavia Pelham",
    "Isolde V. Tarrant",
    "Marcus O'Dell-Reyes",
    "Katya Cardwell",
    "H. Lindqvist",
    "Bartholomew Quist, Jr.",
)
STAFF = ("D. Pratt", "Tobias Voss", "Leigh Okonkwo-Hart", "R. de Souza")
COUNTIES = ("Quillon", "Mesquite", "Yucca", "Alder", "San Rafaelo")


@dataclass(frozen=True)
class Drawn:
    """A paper with what is true of it. `judicial` is None where it must not be called a court's."""

    data: bytes
    kind: str | None
    form: str | None
    signer: str | None
    judicial: bool | None
    what: str


class Desk:
    """A page that is written from the top, in one face."""

    def __init__(self, rng, face=None):
        self.rng, self.sheet = rng, Sheet()
        self.face = face or rng.choice("FT")
        self.size = rng.choice((9, 9.5, 10, 10.5))
        self.left = rng.choice((46, 56, 72))
        self.y = rng.choice((36, 48, 60))

    def wide(self, text, size, face):
        caps = sum(map(str.isupper, text))
        return size * (WIDTHS[face] * len(text) + 0.13 * caps)

    def at(self, x, text, size=None, face=None, down=0):
        self.sheet.say(x, self.y + down, text, size or self.size, face or self.face)
        return self

    def center(self, text, size=None, bold=False, middle=306):
        size, face = size or self.size + 1.5, "B" if bold else self.face
        self.sheet.say(max(36, middle - self.wide(text, size, face) / 2), self.y, text, size, face)
        return self.down(size + 3)

    def down(self, points=14):
        self.y += points
        return self

    def para(self, text, x=None, wide=None, gap=1.28):
        x = self.left if x is None else x
        wide = wide or 612 - x - self.left
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self.wide(longer, self.size, self.face) > wide and line:
                self.at(x, line).down(self.size * gap)
                line = word
            else:
                line = longer
        self.at(x, line).down(self.size * gap + 5)
        return self


def day(rng):
    month, number, year = rng.randint(1, 12), rng.randint(1, 28), 2026
    name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][month - 1]
    end = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(number, "th")
    return rng.choice((
        f"DATED this {number}{end} day of {name}, {year}.",
        f"Dated: {name} {number}, {year}",
        f"Date: {month:02d}/{number:02d}/{year}",
        f"SIGNED this the {number}{end} day of {name}, A.D. {year}.",
        f"Issued on {number:02d}-{name[:3].upper()}-{year}",
    ))  # fmt: skip


# ---- blocks of signatures: (desk, name, title, x) ----
def under_rule(d, name, title, x):
    d.down(34).sheet.ink(x + 16, d.y - 2)
    d.sheet.rule(x - 2, d.y, x + 220)
    d.down(12).at(x, name).down(12).at(x, title).down(16)


def by_the_court(d, name, title, x):
    d.down(8).at(x, "BY THE COURT:").down(32).sheet.ink(x + 16, d.y - 2)
    d.sheet.rule(x - 2, d.y, x + 220)
    d.down(11).at(x, f"HON. {name.upper()}").down(12).at(x, title.upper()).down(16)


def captions(d, name, title, x):
    d.down(34).sheet.ink(x + 30, d.y - 2)
    d.sheet.rule(x - 2, d.y, x + 226)
    d.down(9).at(
        x + 60, d.rng.choice(("Judge's signature", "Signature of Judge", "(Signature of Judicial Officer)")), 7
    )
    d.down(22).at(x + 4, f"{name}, {title}").sheet.rule(x - 2, d.y + 3, x + 226)
    d.down(11).at(
        x + 60, d.rng.choice(("Printed name and title", "(Name and title)", "Name and Title of Judicial Officer")), 7
    ).down(18)


def typed(d, name, title, x):
    d.down(30).at(x, f"/s/ {name}").sheet.rule(x - 2, d.y + 3, x + 200)
    d.down(14).at(x, name).down(12).at(x, title).down(16)


def electronic(d, name, title, x):
    d.down(24).at(x, f"Electronically signed by {name}", 9).down(11).at(x, "11/23/2026 09:14 AM", 8)
    d.down(13).at(x, f"{name}, {title}").down(16)


def title_only(d, name, title, x):
    d.down(36).sheet.ink(x + 14, d.y - 2)
    d.sheet.rule(x - 2, d.y, x + 210)
    d.down(12).at(x, title.upper()).down(16)


def labelled(d, name, title, x):
    d.down(30).at(x, "Signature:").sheet.ink(x + 60, d.y)
    d.sheet.rule(x + 52, d.y + 2, x + 240)
    d.down(20).at(x, f"Name: {name}").down(16).at(x, f"Title: {title}").down(16)


def three_captions(d, name, title, x):
    d.down(34).sheet.ink(330, d.y - 2)
    d.at(60, name).sheet.rule(56, d.y + 3, 280).rule(312, d.y + 3, 560)
    d.down(11).at(130, "Name of Issuing Officer", 7).at(400, "Signature of Issuing Officer", 7)
    d.down(24).at(60, title).at(330, "11/23/2026").sheet.rule(56, d.y + 3, 280).rule(312, d.y + 3, 560)
    d.down(11).at(130, "Title of Issuing Officer", 7).at(420, "Date", 7).down(16)


def name_left(d, name, title, x):
    d.down(36).at(60, name.upper(), 9).sheet.ink(330, d.y - 2)
    d.sheet.rule(310, d.y, 540)
    d.down(11).at(60, title, 9).at(330, "Signature", 7).down(18)


def so_ordered(d, name, title, x):
    d.down(10).at(d.left, "SO ORDERED.").down(34).sheet.ink(x + 10, d.y - 2)
    d.down(4).at(x, "_" * 34).down(12).at(x, f"The Honorable {name}").down(12).at(x, title).down(16)


BLOCKS = (under_rule, by_the_court, captions, typed, electronic, title_only)
BLOCKS_HELD = (labelled, three_captions, name_left, so_ordered)


# ---- who signs ----
CLERKS = ("Deputy Clerk", "Clerk of the Court", "Chief Deputy Clerk")
NOT_JUDGES = (
    "Courtroom Deputy",
    "Law Clerk to the Honorable {judge}",
    "Secretary to Judge {judge}",
    "Judicial Assistant to Judge {judge}",
)
NOT_JUDGES_HELD = (
    "Court Administrator, for Judge {judge}", "Judicial Executive Assistant", "Staff Attorney", "Bailiff to Judge {judge}",
    "Magistrate's Assistant", "Probation Officer", "Assistant United States Attorney", "Sheriff's Deputy for the Court", "Calendar Clerk, Chambers of Judge {judge}",
)  # fmt: skip


def clerk_teste(d, name, title, x):
    judge = d.rng.choice(JUDGES)
    d.down(4).para(f"WITNESS, the Honorable {judge}, Judge of said Court, and the seal thereof.")
    d.down(6).at(x, f"{name}, Clerk of the Court").down(30).at(x, "By:").sheet.ink(x + 24, d.y - 2)
    d.sheet.rule(x + 18, d.y + 1, x + 210)
    d.down(12).at(x + 60, "Deputy Clerk").down(16)


def clerk_by_deputy(d, name, title, x):
    d.down(12).at(x, f"{name.upper()}, CLERK").down(30).at(x, "By").sheet.ink(x + 24, d.y - 2)
    d.sheet.rule(x + 16, d.y + 1, x + 200)
    d.down(12).at(x + 50, "Deputy").down(16)


# ---- captions ----
def _case_label(rng):
    return rng.choice(("CASE NO.:", "Case No.", "CASE NUMBER:", "No.", "Cause No."))


def caption_centered(d, court, parties, number, title, right=False):
    for line in court:
        d.center(line, 12, bold=d.rng.random() < 0.5)
    d.down(12).at(d.left, parties[0]).at(350, f"{_case_label(d.rng)} {number}").down(13).at(d.left, "vs.").down(13)
    d.at(d.left, f"{parties[1]},").down(13).at(d.left + 120, "Defendant.").down(24)
    d.center(title, d.rng.choice((12, 13, 14)), bold=True).down(12)


def caption_halves(d, court, parties, number, title, right=True):
    for line in court:
        d.center(line, 11.5)
    mark = d.rng.choice((")", "§", ":", "|"))
    d.down(12)
    rows = (parties[0] + ",", "Plaintiff,", "v.", parties[1] + ",", "Defendant.")
    at = {0: f"{_case_label(d.rng)} {number}", 2: title}
    for place, row in enumerate(rows):
        d.at(d.left, row).at(300, mark)
        if place in at:
            d.at(320, at[place], 12 if place == 2 else None, "B" if place == 2 else None)
        d.down(14)
    d.down(14)


def caption_side(d, court, parties, number, title, right=True):
    d.at(d.left, f"{_case_label(d.rng)} {number}").at(330, court[0].upper()).down(15)
    d.at(d.left, parties[0].upper()).at(300, "§").at(330, court[1].upper() if len(court) > 1 else "").down(15)
    d.at(d.left, "VS.").at(300, "§").down(15).at(d.left, parties[1].upper()).at(300, "§").down(26)
    d.center(title, 13, bold=True).down(12)


def caption_box(d, court, parties, number, title, right=False):
    top = d.y
    d.at(d.left, ", ".join(court).upper(), 9).at(400, "FOR COURT USE ONLY", 7).down(22)
    d.at(d.left, f"PEOPLE/PLAINTIFF: {parties[0]}", 9).down(14).at(d.left, f"DEFENDANT: {parties[1]}", 9).down(20)
    d.center(title, 12, bold=True, middle=200).at(400, "CASE NUMBER:", 7, down=-14).at(400, number, 10, down=-2)
    for y in (top - 12, d.y + 4):
        d.sheet.rule(d.left - 6, y, 570)
    d.down(24)


CAPTIONS = (caption_centered, caption_halves, caption_side)
CAPTIONS_HELD = (caption_box,)
