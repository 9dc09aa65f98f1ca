"""Which papers are drawn to develop on and which are held out, and how many are told right: kind, signer, a court's or not."""

import random
from collections import Counter

from habeas.paper.assemble import read_bytes
from tests.paper.layouts.desk import PEOPLE, STAFF, Desk, Drawn, by_the_court, day, typed, under_rule
from tests.paper.layouts.other_papers import box_signed, cdr2, dhs, governor, parole, usm17
from tests.paper.layouts.warrants import DISTRICTS, federal_warrant, prob12c, state_paper, writ
from tests.paper.makers import book

KNOWN = {
    "I-203": ("ORDER TO DETAIN OR RELEASE ALIEN", None),
    "I-203A": ("ORDER TO DETAIN OR RELEASE ALIENS", None),
    "I-862": ("Notice to Appear", None),
    "I-286": ("Notice of Custody Determination", None),
    "I-138": ("IMMIGRATION ENFORCEMENT SUBPOENA", "administrative_subpoena"),
}
"""Other forms of DHS: title and kind."""


def other_form(rng, held):
    """A form of DHS that is recognized by title and number, with the number at the head or the foot and in several writings."""
    d, form = Desk(rng), rng.choice(tuple(KNOWN))
    title, kind = KNOWN[form]
    written = rng.choice(
        (f"DHS Form {form} (6/09)", f"Form {form} (Rev. 08/01/07)") if held else (f"Form {form} (8/07)", form)
    )
    foot = held or rng.random() < 0.5
    if not foot:
        d.at(440, written, 8).down(14)
    d.center("U.S. Department of Homeland Security" if held else "DEPARTMENT OF HOMELAND SECURITY", 11)
    d.down(6).center(title if held else title.upper(), 13, bold=True).down(14)
    d.at(d.left, "File No. A 208 114 903").at(380, "Date: 11/23/2026").down(20)
    d.at(d.left, f"Name: {rng.choice(PEOPLE)}").down(30)
    d.para(
        "The named person is in the custody of this office. See the reverse for instructions to the officer in charge."
    )
    under_rule(d, rng.choice(STAFF), "Deportation Officer", rng.choice((d.left, 320)))
    if foot:
        d.sheet.say(rng.choice((40, 460)), 772, written, 7)
    return Drawn(book(d.sheet), kind, form, "immigration_officer", False, f"{form} {written}")


def search_warrant(rng, held):
    """An AO 93: a judge's, but without an offense it is not established as a court's process against anybody."""
    d = Desk(rng)
    d.at(d.left, "AO 93 (Rev. 11/13) Search and Seizure Warrant", 8).down(24)
    d.center("UNITED STATES DISTRICT COURT", 15, bold=True).center("for the", 10).center(
        rng.choice(DISTRICTS), 12
    ).down(16)
    d.at(d.left, "In the Matter of the Search of").down(14).at(d.left, "A cell of the Quillon County Jail").at(
        350, "Case No. 2:26-mj-00412"
    ).down(28)
    d.center("SEARCH AND SEIZURE WARRANT", 14, bold=True).down(10)
    d.para(
        "To: Any authorized law enforcement officer. An application requests the search of the property described above."
    )
    d.para("YOU ARE COMMANDED to execute this warrant on or before December 7, 2026 (not to exceed 14 days)")
    d.at(d.left, day(rng)).down(10)
    (typed if held else by_the_court)(d, "Isolde V. Tarrant", "United States Magistrate Judge", 320)
    return Drawn(book(d.sheet), "judicial_warrant", "AO 93", "federal_magistrate_judge", None, "AO 93")


def _of(state):
    return lambda rng, held: state_paper(rng, state, held)


_BOTH = {
    "writ": writ, "ao442": federal_warrant, "prob12c": prob12c, "usm17": usm17, "parole": parole, "governor": governor, "boxes": box_signed,
    "dhs": dhs, "other forms": other_form, "ao93": search_warrant,
}  # fmt: skip
DEVELOP = {**{state: _of(state) for state in ("ca", "tx", "wa", "ny", "va")}, **_BOTH, "cdr2": cdr2}
"""What the reader was built on."""
HELD = {**{state: _of(state) for state in ("fl", "nc", "ga", "oh", "az")}, **_BOTH}
"""Other states, and of the rest other wordings, blocks and lines of staff: looked at only to measure."""


def draw(family, seed, *, held):
    """One paper of a family."""
    return (HELD if held else DEVELOP)[family](random.Random(f"{family}-{seed}-{held}"), held)  # noqa: S311 - a drawing


def told(families, seeds, *, held):
    """How many were told right, how many were wrongly called a court's, and what was wrong of which."""
    count, wrong = Counter(), []
    for family in families:
        for seed in seeds:
            paper = draw(family, seed, held=held)
            found = read_bytes(paper.data).lead
            right = {
                "kind": found.kind == paper.kind and paper.form in {None, found.form},
                "signer": found.signer in _signers(paper),
                "judicial": found.judicial is paper.judicial,
            }
            count.update(["papers", *(name for name, yes in right.items() if yes)])
            count["wrong judicial"] += found.judicial is True and paper.judicial is not True
            wrong += [f"{family} {seed} {name}: {paper.what}" for name, yes in right.items() if not yes]
    return count, wrong


def _signers(paper):
    """Who may be named: a paper whose signer is nobody of weight may name the prosecutor or the clerk whom it shows."""
    if paper.signer == "any judge":
        return {"federal_district_judge", "federal_magistrate_judge"}
    return {paper.signer} if paper.signer else {None, "prosecutor", "clerk_of_court"}
