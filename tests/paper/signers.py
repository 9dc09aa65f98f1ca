"""Lines that stand at a judge's signature: judges' own in every form, and those of the people who work for or sign for one.

Each is in a family; `KEPT_BACK` families were never looked at while the reader was built, and give the rate that is stated.
"""

from itertools import product

from tests.paper import forms

JUDGES = ("Priya Sandoval", "Isolde V. Tarrant", "Marcus O'Dell-Reyes", "H. Lindqvist", "María de la Cruz")
STAFF = ("D. Pratt", "Tobias Voss", "Leigh Okonkwo-Hart", "R. de Souza")
_TITLES = ("United States Magistrate Judge", "U.S. Magistrate Judge", "U.S. District Judge", "Magistrate Judge")
OWN: dict[str, tuple[str, ...]] = {
    "plain": (
        "Priya Sandoval, United States Magistrate Judge",
        "Hon. Priya Sandoval, United States Magistrate Judge",
        "Isolde V. Tarrant, U.S. Magistrate Judge",
        "The Honorable Marcus O'Dell-Reyes, United States District Judge",
        "H. Lindqvist, Chief United States District Judge",
        "MARIA DE LA CRUZ, UNITED STATES MAGISTRATE JUDGE",
        "Priya Sandoval United States Magistrate Judge",
    ),
    "ranks": (
        "Priya Sandoval, Senior United States District Judge",
        "Priya Sandoval, United States Senior District Judge",
        "Priya Sandoval, Chief U.S. Magistrate Judge",
        "Priya Sandoval, Chief Magistrate Judge",
        "Hon. Ewan St. John, Jr., U.S. District Judge",
        "Priya Sandoval, U.S.M.J.",
        "Priya Sandoval, USMJ",
        "Priya Sandoval, U.S.D.J.",
    ),
    "places": (
        "Priya Sandoval, United States Magistrate Judge, El Paso Division",
        "Priya Sandoval, U.S. Magistrate Judge for the Western District of Texas",
        "Hon. Priya Sandoval, U.S. Magistrate Judge, Western District of Texas",
        "Priya Sandoval, United States Magistrate Judge (Presiding)",
        "Priya Sandoval, U.S. Magistrate Judge - San Diego",
    ),
    "title first": (
        "United States Magistrate Judge Priya Sandoval",
        "U.S. Magistrate Judge Isolde V. Tarrant",
        "Hon. U.S. District Judge H. Lindqvist",
    ),
}
"""Judges' own lines on a federal warrant."""
OWN_OF_A_STATE: dict[str, tuple[str, ...]] = {
    "plain": ("Judge of the Superior Court", "Superior Court Judge", "Circuit Judge", "District Judge", "County Judge"),
    "ranks": (
        "Presiding Judge", "Chief Judge", "Associate Circuit Judge", "Judge Pro Tem", "Senior Judge", "Administrative Judge",
        "Municipal Court Judge", "Justice of the Peace", "Magistrate", "Court Commissioner", "Acting Supreme Court Justice",
        "Judge of the Court of Common Pleas", "Judge, 120th District Court", "Judge of the District Court", "Probate Judge",
        "Family Court Judge", "Town Justice", "Criminal Court Judge", "Metropolitan Court Judge",
        "Deputy Presiding Judge", "Superior Court Judge, Department 12",
    ),
}  # fmt: skip
"""Titles under a judge's name on a state court's warrant."""


def _staff(roles, links, names=STAFF[:2], titles=_TITLES[:2]):
    return tuple(
        f"{name}, {role} {link} {title} {judge.split()[-1]}"
        for (role, link), name, title, judge in zip(
            product(roles, links), names * 99, titles * 99, JUDGES * 99, strict=False
        )
    )


NOT_OWN: dict[str, tuple[str, ...]] = {
    "deputy and clerk": _staff(("Courtroom Deputy", "Law Clerk", "Secretary", "Judicial Assistant"), ("to", "to the Honorable", "for")),
    "for the judge": (
        "D. Pratt, for the Honorable Priya Sandoval, United States Magistrate Judge",
        "D. Pratt for Priya Sandoval, U.S. Magistrate Judge",
        "By: D. Pratt, Deputy, for U.S. Magistrate Judge Sandoval",
        "Priya Sandoval, United States Magistrate Judge, by D. Pratt",
    ),
    "other staff": _staff(
        ("Case Manager", "Chambers Administrator", "Court Reporter", "Career Law Clerk", "Docketing Specialist", "Scheduling Coordinator",
         "Staff Attorney", "Judicial Extern", "Calendar Clerk", "Chief of Staff", "Executive Assistant", "CRD"),
        ("to", "of", "in the chambers of", "on behalf of", "at the direction of"), STAFF, _TITLES,
    ),
    "other words": (
        "Priya Sandoval, U.S. Magistrate Judge (per D. Pratt)",
        "Priya Sandoval / dp, United States Magistrate Judge",
        "Judge Sandoval's Law Clerk, D. Pratt, U.S. Magistrate Judge",
        "U.S. Magistrate Judge's Chambers, D. Pratt",
        "D. Pratt o/b/o Hon. Priya Sandoval, United States Magistrate Judge",
        "D. Pratt, CRD, U.S. Magistrate Judge Sandoval",
        "Chambers of U.S. Magistrate Judge Priya Sandoval",
        "D. Pratt, JA, United States Magistrate Judge Priya Sandoval",
        "Authorized by U.S. Magistrate Judge Sandoval, D. Pratt",
        "D. Pratt with permission of Priya Sandoval, U.S. Magistrate Judge",
        "D. Pratt, Acting for Priya Sandoval, United States Magistrate Judge",
        "D. Pratt, Designee of the U.S. Magistrate Judge",
        "D. Pratt, Administrative Law Judge",
        "D. Pratt, Judge Advocate",
        "Dana Pratt, Office of the U.S. Magistrate Judge",
        "D. Pratt, Legal Assistant, U.S. District Judge",
    ),
}  # fmt: skip
"""Lines of those who are no judge, though a judge's title stands in them."""
KEPT_BACK = frozenset({"places", "title first", "ranks", "other staff", "other words"})


def warrant(line, *, over=None, under=None, typed=None):
    """An AO 442 with this printed line, another line over it, under it, or a typed signature."""
    sheet = forms.arrest_warrant(who=("", ""), typed=typed, signed=typed is None)
    sheet.say(326, 500, line)
    if over:
        sheet.say(326, 489, over)
    if under:
        sheet.say(326, 522, under)
    return sheet


def state_warrant(title, *, name="Octavia Pelham", under=None):
    """A state court's warrant signed over this name and title."""
    sheet = forms.bench_warrant()
    sheet.parts = [each for each in sheet.parts if "Octavia Pelham" not in each and "Judge of the Superior" not in each]
    sheet.say(312, 358, name).say(312, 372, title)
    return sheet.say(312, 386, under) if under else sheet
