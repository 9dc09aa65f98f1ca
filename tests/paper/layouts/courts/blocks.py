"""The blocks of signatures of courts' papers: (pen, name, title, x). Each leaves the pen under it."""


# fmt: off
def _ruled(p, x, down=34, wide=220):
    p.down(down).ink(x + 18, -2).rule(x - 2, x + wide).down(11)


def under_rule(p, name, title, x):
    _ruled(p, x)
    p.at(x, name).down().at(x, title).down(18)


def capitals(p, name, title, x):
    _ruled(p, x)
    p.at(x, name.upper()).down().at(x, title.upper()).down(18)


def title_first(p, name, title, x):
    _ruled(p, x)
    p.at(x, f"{title} {name}").down(18)


def comma(p, name, title, x):
    _ruled(p, x)
    p.at(x, f"{name.upper()}, {title.upper()}").down(18)


def by_the_court(p, name, title, x):
    p.down(6).at(x, "BY THE COURT:")
    _ruled(p, x)
    p.at(x, f"Hon. {name}").down().at(x, title).down(18)


def date_beside(p, name, title, x):
    p.down(34).at(p.left, "November 18, 2026").ink(x + 18, -2).rule(x - 2, x + 220).rule(p.left, p.left + 130).down(11)
    p.at(p.left, "Date").at(x, f"{name}, {title}").down(18)


def electronic(p, name, title, x):
    p.down(24).at(x, f"/s/ {name}").down().at(x, name).down().at(x, title).down(18)


def e_signed(p, name, title, x):
    p.down(20).at(x, f"eSigned: {p.day} 09:41 AM", size=7.5).down(11)
    p.at(x, f"Electronically signed by {name}").down().at(x, f"{name}, {title}").down(18)


def judge_under(p, name, title, x):
    p.down(34).ink(x + 18, -2).at(x, "_" * 32).down(12).at(x, name.upper()).down(11).at(x, "Judge of said Court", size=8).down(16)


def hon_first(p, name, title, x):
    _ruled(p, x)
    p.at(x, f"Honorable {name}, {title}").down(18)


def stamped(p, name, title, x):
    p.down(20).at(p.left, "SO ORDERED:")
    _ruled(p, x)
    p.at(x, f"{name}, {title}").down(14).at(p.left, "FILED NOV 19 2026 CLERK OF COURT", size=8).down(14)


def signature_label(p, name, title, x):
    p.down(36).at(x, "Signature:").ink(x + 60, -2).rule(x + 52, x + 230, 2)
    p.down(16).at(x, f"Name: {name}").down(14).at(x, f"Title: {title}").down(16)


def captions(p, name, title, x):
    p.down(34).ink(x + 18, -2).rule(x - 2, x + 230).down(9).at(x + 40, "Signature of Judge", size=7).down(20)
    p.at(x + 4, f"{name}, {title}").rule(x - 2, x + 230, 3).down(11).at(x + 40, "Printed name and title", size=7).down(16)


def judge_label(p, name, title, x):
    p.down(36).at(x - 40, "Judge:").ink(x + 18, -2).rule(x - 4, x + 210, 2).down(13).at(x, f"{name}, {title}").down(18)


def honorable(p, name, title, x):
    p.down(8).at(p.left, "IT IS SO ORDERED.")
    _ruled(p, x)
    p.at(x, f"The Honorable {name}").down().at(x, title).down(18)


def magistrate_line(p, name, title, x):
    p.down(36).at(x, "X").ink(x + 18, -2).rule(x - 2, x + 220).down(11).at(x, f"{title}: {name}").down(18)


def bar_number(p, name, title, x):
    _ruled(p, x)
    p.at(x, f"{name.upper()} (P41872)").down().at(x, title).down(18)


def hon_title(p, name, title, x):
    _ruled(p, x)
    p.at(x, f"HON. {name.upper()}, {title}").down().at(x, "Presiding", size=8).down(16)


BLOCKS = {
    "develop": (under_rule, capitals, title_first, comma, by_the_court, date_beside, electronic,
                judge_under, hon_first, stamped, signature_label),
    "hold": (e_signed, captions, judge_label, honorable, magistrate_line, bar_number, hon_title),
}
