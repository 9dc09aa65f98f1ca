"""Warrants, capiases and orders of the states, put together by seed."""

from datetime import date, timedelta

from tests.paper.layouts.board import wrapped
from tests.paper.layouts.courts import places, words
from tests.paper.layouts.courts.blocks import BLOCKS, comma
from tests.paper.layouts.courts.pen import Pen, Truth

COUNTIES = ("Quillon", "Mesquite Flats", "Alder", "Ostervale", "San Rafaelo", "Tuscawell", "McHarrow", "St. Bride")
FIRST_M = ("Jerrod", "Mateo", "Tyrell", "Keandre", "Ewan", "Abel", "Hector")
FIRST_F = ("Shawna", "Odalys", "Philippa", "Lorena", "Ngoc Anh", "Winifred")
MIDDLE = ("", " Kenyatta", " Otis", " J.", " Elisabeth", " Beth", " Pilar")
LAST = (
    "Pembry",
    "Krupinski",
    "Quintero-Vale",
    "Bascombe",
    "Escamilla-Tate",
    "O'Dell",
    "St. John",
    "Radcliffe-Ott",
    "Mayhew",
    "Dau",
)
JUDGES = (
    "Eugenia R. Vanderlaan",
    "Cyprian W. Dougherty",
    "Philomena J. Castellow",
    "Mirabel K. Stanfield",
    "Augusta F. Pennebaker",
    "H. Lindqvist",
    "Marcus O'Dell-Reyes",
    "Bartholomew Quist",
    "Katya Cardwell",
    "Odell Freeman Oakes",
)
ORDINALS = ((4, "FOURTH"), (11, "ELEVENTH"), (14, "FOURTEENTH"), (25, "TWENTY-FIFTH"), (21, "TWENTY-FIRST"))
NAMES = {"mi": "MICHIGAN"}


def ordinal(number):
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }".replace(" ", "")


def person(rng):
    """A name with its sex and day of birth."""
    sex = rng.choice("MF")
    name = rng.choice(FIRST_M if sex == "M" else FIRST_F) + rng.choice(MIDDLE) + " " + rng.choice(LAST)
    if rng.random() < 0.12 and sex == "M":
        name += ", Jr."
    return name, sex, date(1970, 1, 1) + timedelta(days=rng.randint(0, 12000))


def filled(rng, text, county):
    """A court's or docket's pattern with its blanks filled."""
    number, word = rng.choice(ORDINALS)
    text = text.replace("{C2}", county[:2].upper()).replace(
        "{C}", county if rng.random() < 0.4 or text.islower() else county.upper()
    )
    text = (
        text.replace("{O}", ordinal(number) if rng.random() < 0.5 else ordinal(number).upper())
        .replace("{W}", word)
        .replace("{N}", str(number))
    )
    return "".join(str(rng.randint(1, 9)) if each == "#" else each for each in text)


def day_line(rng, family, day):
    """A line that says when a paper was made."""
    text, shape = rng.choice(words.DATES[family])
    return text.format(d=day.strftime(shape or "%B"), ord=ordinal(day.day), my=day.strftime("%B, %Y"))


# ---- captions ----
def centered(p, state, court, who, number, title):
    for line in court:
        p.center(line, bold=p.rng.random() < 0.5, size=p.size + p.rng.choice((0, 2)))
    p.down(8)
    label = p.rng.choice(("Case No.", "CASE NO.:", "Case Number:", "No.", "Docket No.", "CAUSE NO."))
    rows = (f"{state.party},", "Plaintiff,", p.rng.choice(("vs.", "v.", "-vs-", "VS.")), f"{who},", "Defendant.")
    at = {p.rng.choice((0, 1, 2)): f"{label} {number}"}
    for place, row in enumerate(rows):
        p.at(p.left + (24 if place in {1, 2, 4} else 0), row).at(310, state.mark)
        if place in at:
            p.at(330, at[place])
        p.down()
    p.down(8).center(title, bold=True, size=p.size + 3).down(4)


def number_over(p, state, court, who, number, title):
    p.center(f"{p.rng.choice(('CAUSE NO.', 'NO.', 'Case No.', 'CASE NUMBER'))} {number}", bold=True).down(4)
    left = (state.party, p.rng.choice(("VS.", "v.")), who.upper())
    right = list(court) + [""] * (3 - len(court))
    for one, two in zip((*left, *[""] * (len(right) - 3)), right, strict=True):
        p.at(p.left, one).at(300, state.mark.strip() or "§").at(325, two).down(p.size * 1.6)
    p.down(8).center(title, bold=True, size=p.size + 4).down(4)


def grid(p, state, court, who, number, title):
    top, mid1, mid2 = p.y - 10, p.left + 185, p.right - 135
    small = min(8, p.size)
    court = [each for line in court for each in wrapped(line, p.board.face[0], small, 176)]
    high = max(len(court) * small * 1.3, 30) + 8
    p.stack(p.left + 4, court, size=small)
    p.at(mid1 + 8, title, bold=True, size=p.size + 1, down=8)
    p.at(mid2 + 5, p.rng.choice(("CASE NO.", "DOCKET NO.", "Case Number")), size=8).at(mid2 + 5, number, down=16)
    p.board.frame(p.left, top, p.right, p.y + high)
    p.board.upright(mid1, top, p.y + high)
    p.board.upright(mid2, top, p.y + high)
    p.down(high + 14)
    p.at(p.left + 4, f"{state.party}").at(p.left + 300, "v").down()
    p.down(6).at(
        p.left + 4, p.rng.choice(("Defendant's name", "Defendant", "Defendant name and address")), size=7
    ).down(12)
    p.at(p.left + 4, who).down(20)


def labels_right(p, state, court, who, number, title):
    top = p.y
    p.stack(p.left, [*court], bold=p.rng.random() < 0.5)
    p.y = top + max(3, len(court)) * p.size * 1.3 + 4
    p.at(p.left, f"{p.rng.choice(('Docket No.:', 'Docket Number:', 'Case Number:'))} {number}").at(
        330, state.party
    ).down()
    p.at(330 + 60, "v.").down().at(330, who).down(20)
    p.center(title, bold=True, size=p.size + 4).down(4)


def boxed(p, state, court, who, number, title):
    top = p.y - 12
    for line in court:
        p.at(p.left + 4, line).down(p.size * 1.3)
    p.down(4).at(p.left + 4, f"{p.rng.choice(('PLAINTIFF:', 'People/Plaintiff:'))} {state.party}").down()
    p.at(p.left + 4, f"DEFENDANT: {who}").down(18)
    p.at(p.left + 4, title, bold=True, size=p.size + 2)
    p.at(400, "CASE NUMBER:", size=7, down=-12).at(400, number, down=2)
    p.board.frame(p.left, top, p.right, p.y + 10)
    p.board.upright(392, top, p.y + 10)
    p.down(28)


def title_top(p, state, court, who, number, title):
    p.center(title, bold=True, size=p.size + 5)
    for line in court:
        p.center(line)
    p.down(6).at(p.left, f"{state.party} vs. {who}").at(400, f"File No. {number}").down(22)


CAPTIONS = {"develop": (centered, number_over, grid, labels_right), "hold": (boxed, title_top, centered, number_over)}


def _described(p, family, who, sex, born, truth):
    """The person's marks in a row, a grid or a sentence; sometimes none."""
    way = p.rng.randint(0, 3)
    day = born.strftime(p.rng.choice(("%m/%d/%Y", "%-m/%-d/%Y", "%m-%d-%Y")))
    if way == 3:
        return
    truth |= {"date_of_birth": born.isoformat(), "sex": sex}
    race = p.rng.choice(("W", "B", "H"))
    if way == 0:
        text = "DOB: {}   Sex: {}   Race: {}" if family == "develop" else "Date of Birth {}    Gender {}    Race {}"
        p.at(p.left, text.format(day, sex, race)).down(18)
    elif way == 1:
        heads = ("DOB", "SEX", "RACE", "HT") if family == "develop" else ("Birth Date", "Sex", "Race", "Height")
        for place, (head, value) in enumerate(zip(heads, (day, sex, race, "5'09\""), strict=True)):
            x = p.left + place * 90
            p.at(x + 3, head, size=7).at(x + 3, value, down=12)
            p.board.frame(x, p.y - 8, x + 90, p.y + 17)
        p.down(32)
    else:
        p.para(f"The person to be arrested is described as: race {race}, sex {sex}, date of birth {day}.")


def _bail(p, family, truth):
    if p.rng.random() < 0.3:
        return
    much = p.rng.choice((500, 1500, 2500, 5000, 20000, 250000))
    money = f"${much:,}" + p.rng.choice(("", ".00"))
    text = p.rng.choice(words.BAIL[family])
    p.para(text.format(money=money))
    if "{money}" in text:
        truth["bail"] = str(much)


def _signed(p, family, state, county, truth):
    """The block, and who that makes the signer; returns (signer, judicial)."""
    rng, judge = p.rng, p.rng.choice(JUDGES)
    x = rng.choice((p.left, 318, 318, 318))
    block = rng.choice(BLOCKS[family])
    title = filled(rng, rng.choice(state.judges), county)
    if title == "J.":
        block = comma
    if block.__name__ == "judge_under":
        title = "Judge of said Court"
    if block.__name__ in {"title_first", "magistrate_line"} and (" of " in title or "," in title):
        title = title.split(" of ")[0].split(",")[0]
    if block.__name__ in {"date_beside"}:
        x = 318
    draw = rng.random()
    if draw < 0.72:
        block(p, judge, title, x)
        truth |= {"signer_name": judge, "signer_title": title}
        return "state_judge", True, block.__name__
    if draw < 0.80:
        p.down(40).rule(x - 2, x + 220).down(11).at(x, judge).down().at(x, title).down(16)
        return None, None, "unsigned"
    if draw < 0.90:
        clerk, office = rng.choice(("Leigh Okonkwo-Hart", "D. Pratt")), rng.choice(words.CLERKS[family])
        under = BLOCKS[family][0]
        under(p, clerk, office, x)
        return "clerk_of_court", None, "clerk"
    office = rng.choice(words.OFFICERS[family]).format(judge=judge)
    BLOCKS[family][0](p, rng.choice(("Tobias Voss", "R. de Souza")), office, x)
    return "nobody of weight", None, office


def _returned(p, family):
    parts = p.rng.choice(words.RETURNS[family]).split("|")
    if parts == [""] or p.y > 660:
        return
    p.down(p.rng.choice((4, 14, 24)))
    if p.rng.random() < 0.5:
        p.rule(p.left, p.right).down(14)
    p.center(parts[0], bold=True)
    for part in parts[1:]:
        p.para(part)


def draw(rng, family, code):
    """A state's paper with its truth."""
    p, state = Pen(rng), places.DEVELOP.get(code) or places.HOLD[code]
    county = rng.choice(COUNTIES)
    court = filled(rng, rng.choice(state.courts), county).split("|")
    number = filled(rng, rng.choice(state.dockets), county)
    who, sex, born = person(rng)
    offense, cite = rng.choice(state.charges)
    made, fields = date(2026, 11, 1) + timedelta(days=rng.randint(0, 28)), {}
    order, p.day = rng.random() < 0.25, made.strftime("%m/%d/%Y")
    title = rng.choice(words.PRODUCE_TITLES[family] if order else state.titles)
    rng.choice(CAPTIONS[family])(p, state, court, who, number, title)
    fields |= {"case_number": number, "subject_name": who, "offense_statutes": cite, "court": ", ".join(court)}
    him, his, he = ("him", "his", "he") if sex == "M" else ("her", "her", "she")
    named = who if rng.random() < 0.6 else who.upper()
    say = {"who": named, "offense": offense, "cite": cite, "C": county, "STATE": state.name}
    say |= {"him": him, "his": his, "he": he}
    head = rng.choice(words.FOR[family]).format(STATE=state.name.upper(), C=county)
    if head and not order:
        p.para(head, bold=rng.random() < 0.5)
    if order:
        when = made + timedelta(days=20)
        p.para(rng.choice(words.PRODUCE[family]).format(when=when.strftime("%B %-d, %Y"), **say), lead=1.4)
        fields["comply_by"] = when.isoformat()
    else:
        p.para(
            rng.choice(words.COMMANDS[family]).format(**say), lead=rng.choice((1.25, 1.5)), first=rng.choice((0, 24))
        )
        _described(p, family, who, sex, born, fields)
        _bail(p, family, fields)
        fields["offense"] = offense
    p.para(day_line(rng, family, made))
    fields["issued_on"] = made.isoformat()
    signer, judicial, block = _signed(p, family, state, county, fields)
    if block == "date_beside":
        fields.pop("issued_on")
    if not order:
        _returned(p, family)
    kind = "court_order" if order else "judicial_warrant"
    return p.board, Truth(
        kind, signer, judicial, fields, what=f"{code} {title} / {' | '.join(court)} / {number} / {block}"
    )
