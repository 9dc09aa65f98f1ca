"""Statutory classes of a charge on a day: each true, false or unknown, with its source. Classes are applied, people are not ranked.

A class is false only where the law's own list, or the record, says so: never because Habeas does not know the section.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from habeas.offenses.apart import apart, found_of
from habeas.offenses.at_odds import is_federal, sentence_at_odds, wobbler_at_odds
from habeas.offenses.charge import REALIGNMENT, ChargeOnDay, degree_of
from habeas.offenses.codes import CALIFORNIA
from habeas.offenses.degrees import asked_of, crime_of, punished_by
from habeas.offenses.drink_and_drugs import drugs, dui, whole_number
from habeas.offenses.finding import COUNSEL, COURT, ChargeFacts, ClassFinding, no, unknown, yes
from habeas.offenses.kinds import (
    BEFORE_1170H,
    COUNTY_JAIL,
    FELONIES,
    MISDEMEANORS,
    ONLY_MISDEMEANOR,
    STATE_PRISON,
    WOBBLERS,
)
from habeas.offenses.lists import ListedOffense, OffenseList, offense_lists
from habeas.offenses.of_states import OF_STATES
from habeas.offenses.reading import Section
from habeas.offenses.values import by_its_value

__all__ = ["CLASSES", "ChargeFacts", "ClassFinding", "classify"]

WEAPONS_PART = (16000, 34370)
"""Penal Code part 6 (Deadly Weapons), the sections letter (L) speaks of."""

_PUNISHED_ALIKE = frozenset({"846", "963"})
"""21 USC 846 and 963 punish attempts and conspiracies themselves as felonies of the acts that 18 USC 924(c)(2) names."""

PASSED_THROUGH = {"aggravated_felony": "aggravated_felony_a_to_p"}
"""What a record may call a class, with our name for it."""


SAID = yes("the record says so")


class _Findings(Mapping[str, ClassFinding]):
    """The findings of one charge, each worked out when it is first asked for."""

    def __init__(self, charge: ChargeFacts, on: date) -> None:
        self._charge, self._on = charge, on
        self._inner: tuple[ChargeOnDay, ...] = ()
        self._named = frozenset(PASSED_THROUGH.get(name, name) for name in charge.classes)
        self._found = {name: SAID for name in self._named if name not in CLASSES}
        self._names = tuple(dict.fromkeys([*CLASSES, *sorted(self._found)]))

    def __getitem__(self, name: str) -> ClassFinding:
        if name not in self._found:
            self._inner = self._inner or tuple(ChargeOnDay(each, self._on) for each in apart(self._charge))
            own = found_of(name, [CLASSES[name](each) for each in self._inner], self._charge)
            self._found[name] = _as_named(name, own) if name in self._named else own
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _as_named(name: str, own: ClassFinding) -> ClassFinding:
    """A class that the record itself names: true by the record, and a question where its own section or grade says that it is not."""
    if own.value is not False:
        return SAID
    word = name.replace("_", " ")
    return unknown(
        "the record is at odds with itself", f"The record calls it {word}, but {own.why}: which is right?", COURT
    )


def classify(charge: ChargeFacts, on: date) -> Mapping[str, ClassFinding]:
    """Return every class with what is found of it on `on` (for a conviction, its day).

    A class the record itself names is true by the record, unless its section or grade says otherwise. Each is worked out when it is
    asked for.
    """
    return _Findings(charge, on)


def _felony(charge: ChargeOnDay) -> ClassFinding:
    if charge.grade_asked is not None:
        return unknown("the record is at odds with itself", charge.grade_asked, COURT)
    if charge.grade is not None:
        return (yes if charge.grade == "felony" else no)(f"the record grades it a {charge.grade}")
    if charge.every_kind_in(FELONIES):
        return yes(f"{charge.name} is only ever a felony", charge.name, charge.sureness)
    if charge.every_kind_in(MISDEMEANORS):
        return no(f"{charge.name} is never a felony", charge.name, charge.sureness)
    return unknown("the grade is not written", "Was it a felony or a misdemeanor?", COURT)


def _misdemeanor(charge: ChargeOnDay) -> ClassFinding:
    if charge.grade_asked is not None:
        return unknown("the record is at odds with itself", charge.grade_asked, COURT)
    if charge.grade is not None:
        return (yes if charge.grade == "misdemeanor" else no)(f"the record grades it a {charge.grade}")
    if charge.every_kind_in(ONLY_MISDEMEANOR):
        return yes(f"{charge.name} is only ever a misdemeanor", charge.name, charge.sureness)
    if charge.every_kind_in(FELONIES | {"infraction"}):
        return no(f"{charge.name} is never a misdemeanor", charge.name, charge.sureness)
    return unknown("the grade is not written", "Was it a felony or a misdemeanor?", COURT)


def _wobbler(charge: ChargeOnDay) -> ClassFinding:
    asked = wobbler_at_odds(charge.facts.wobbler, charge.by_section)
    if asked is not None:
        return unknown("the record is at odds with the section", asked, COURT)
    if charge.facts.wobbler is not None:
        return (yes if charge.facts.wobbler else no)("the record says so")
    if charge.every_kind_in(WOBBLERS):
        return yes(f"{charge.name} can be charged either way", charge.name, charge.sureness)
    if charge.every_kind_in(FELONIES | MISDEMEANORS) and not _mixed(charge):
        return no(f"{charge.name} can be charged one way only", charge.name, charge.sureness)
    return _open_kind(charge, "Could it have been charged as a felony or as a misdemeanor?")


def _mixed(charge: ChargeOnDay) -> bool:
    """Whether the kinds left open are felonies and misdemeanors both: which of them it is the record does not tell."""
    return bool(charge.kinds & FELONIES) and bool(charge.kinds & MISDEMEANORS)


def _straight(charge: ChargeOnDay) -> ClassFinding:
    if charge.facts.wobbler is not None and charge.grade == "misdemeanor":
        return (no if charge.facts.wobbler else yes)("the record says so")
    if charge.every_kind_in(ONLY_MISDEMEANOR):
        return yes(f"{charge.name} is only ever a misdemeanor", charge.name, charge.sureness)
    if charge.every_kind_in(WOBBLERS | FELONIES | {"infraction"}):
        return no(f"{charge.name} is not only ever a misdemeanor", charge.name, charge.sureness)
    return _open_kind(charge, "Is it only ever a misdemeanor?")


def _open_kind(charge: ChargeOnDay, ask: str) -> ClassFinding:
    if charge.kinds:
        return unknown("the degree, value or subdivision decides, and it is not written", ask, COURT)
    return unknown(f"Habeas has no punishment for {charge.name}", ask, COUNSEL if charge.section else COURT)


def _state_prison(charge: ChargeOnDay) -> ClassFinding:
    felony = _felony(charge)
    asked = charge.grade_asked or sentence_at_odds(
        charge.facts, charge.by_section, felony.value, too_early=charge.on < REALIGNMENT
    )
    if asked is not None:
        return unknown("the record is at odds with itself", asked, COURT)
    if charge.facts.sentence == "state_prison":
        return yes("the sentence was served in state prison")
    if felony.value is False:
        return no(f"not a felony: {felony.why}")
    if charge.facts.sentence == "county_jail_1170h":
        return no("the sentence is served in county jail under Penal Code 1170(h)")
    return _prison_by_kind(charge, felony)


def _prison_by_kind(charge: ChargeOnDay, felony: ClassFinding) -> ClassFinding:
    if charge.every_kind_in(COUNTY_JAIL):
        why = f"{charge.name} is served in county jail under Penal Code 1170(h)"
        return no(why, "Pen. Code 1170(h)", charge.sureness)
    if charge.kinds & frozenset(BEFORE_1170H.values()):
        why = (
            "Penal Code 1170(h) holds since 1 October 2011, and what the section was punished with before was not read"
        )
        return unknown(why, "Was the felony punishable in state prison?", COUNSEL, "Pen. Code 1170(h)")
    if not charge.every_kind_in(STATE_PRISON):
        return _open_kind(charge, "Is the felony punishable in state prison?")
    if felony.value is None:
        why = f"{charge.name} is a state-prison felony if it is a felony"
        return unknown(why, felony.ask or "", felony.of or COURT)
    return yes(f"{charge.name} is punished in state prison as a felony", charge.name, charge.sureness)


def _county_jail_felony(charge: ChargeOnDay) -> ClassFinding:
    prison = _state_prison(charge)
    felony = _felony(charge)
    if felony.value is False or prison.value is True:
        return no(prison.why if prison.value else felony.why)
    if felony.value is True and prison.value is False:
        return yes(prison.why, prison.citation, prison.sureness)
    return unknown(
        prison.why, prison.ask or felony.ask or "Where is the felony served?", prison.of or felony.of or COURT
    )


def _of_list(name: str) -> Callable[[ChargeOnDay], ClassFinding]:
    return lambda charge: _in_list(charge, offense_lists()[name])


def _in_list(charge: ChargeOnDay, wanted: OffenseList) -> ClassFinding:
    """Whether the charge is on a closed list: the grade first, then the section, then what the section does not tell."""
    graded = _grade_bars(charge, wanted)
    if graded is not None:
        return graded
    section = charge.section
    if section is None or (section.code not in CALIFORNIA and wanted.name != "federal_immigration_crime"):
        return _elsewhere(charge, wanted)
    known = bool(wanted.find(section) or wanted.nearly(section))
    asked = None if known else asked_of(section)
    if asked is not None:
        return unknown(f"{charge.name}: {asked.why}", asked.question, COURT, wanted.citation, wanted.sureness)
    return _on_list(charge, wanted, section if known else crime_of(section) or section)


def _on_list(charge: ChargeOnDay, wanted: OffenseList, meant: Section) -> ClassFinding:
    """What the list says of `meant`: the section, or the crime whose degree or punishment the section sets."""
    entries = wanted.find(meant)
    if charge.facts.reading.attempt and entries and not _attempt_counts(wanted, entries):
        return no(f"an attempt is not on the list of {wanted.title.lower()}", wanted.citation, wanted.sureness)
    near = wanted.nearly(meant)
    prepared = _not_the_crime_itself(charge, wanted, on_list=bool(entries or near))
    if prepared is not None:
        return prepared
    if entries:
        return _needs(charge, wanted, entries)
    if near:
        some = ", ".join(str(entry.section) for entry in near)
        return unknown(
            f"only {some} is on the list, and the subdivision is not written",
            "Which subdivision is it?",
            COURT,
            wanted.citation,
            wanted.sureness,
        )
    return _off_list(charge, wanted)


def _not_the_crime_itself(charge: ChargeOnDay, wanted: OffenseList, *, on_list: bool) -> ClassFinding | None:
    """What the list says of a conspiracy, a solicitation or an accessory, of which it may print none; None where it counts as the crime.

    One who aids is a principal in the crime (Pen. Code 31).
    """
    reading = charge.facts.reading
    if reading.before is not None and charge.indirect and wanted.find(reading.before):
        return _needs(charge, wanted, wanted.find(reading.before))
    near = charge.indirect and bool(wanted.nearly(reading.before or Section("PC", "653f")))
    counts = reading.conspiracy and wanted.conspiracies
    if counts or not (near or (on_list and (reading.conspiracy or charge.indirect))):
        return None
    kind = next(name for name in ("conspiracy", "solicitation", "accessory") if getattr(reading, name))
    why = f"{charge.name}: {wanted.citation} prints the crime, and the charge is a case of {kind}"
    return unknown(why, f"Does a case of {kind} count among the {wanted.title.lower()}?", COUNSEL, wanted.citation)


def _grade_bars(charge: ChargeOnDay, wanted: OffenseList) -> ClassFinding | None:
    felony, misdemeanor = _felony(charge), _misdemeanor(charge)
    if wanted.felony_only and felony.value is False:
        return no(f"only a felony counts: {felony.why}", wanted.citation, wanted.sureness)
    if wanted.misdemeanor_only and misdemeanor.value is False:
        return no(f"only a misdemeanor counts: {misdemeanor.why}", wanted.citation, wanted.sureness)
    return None


def _elsewhere(charge: ChargeOnDay, wanted: OffenseList) -> ClassFinding:
    if charge.section is None:
        question = charge.question
        return unknown("the section was not understood", question, COURT, wanted.citation, wanted.sureness)
    if wanted.name in {"prop47_misdemeanor", "federal_immigration_crime"}:
        return no(f"{charge.name} is another code's section", wanted.citation, wanted.sureness)
    return unknown(
        f"{charge.name} is not a California section",
        f"Would it be one of the {wanted.title.lower()} here?",
        COUNSEL,
        wanted.citation,
        wanted.sureness,
    )


def _attempt_counts(wanted: OffenseList, entries: tuple[ListedOffense, ...]) -> bool:
    return bool(wanted.attempts) or any(f"{e.section.code} {e.section.number}" in wanted.attempts_of for e in entries)


def _needs(charge: ChargeOnDay, wanted: OffenseList, entries: tuple[ListedOffense, ...]) -> ClassFinding:
    entry = min(entries, key=lambda each: (bool(each.needs), -len(each.section.subdivisions)))
    if entry.needs:
        return _with_need(charge, wanted, entry)
    felony = _felony(charge)
    if wanted.felony_only and felony.value is None:
        return unknown(
            "on the list if it is a felony", felony.ask or "", felony.of or COURT, wanted.citation, wanted.sureness
        )
    item = wanted.conspiracies if charge.facts.reading.conspiracy else entry.item
    return yes(f"{charge.name} is on the list", f"{wanted.citation}{item}", wanted.sureness, item or None)


def _with_need(charge: ChargeOnDay, wanted: OffenseList, entry: ListedOffense) -> ClassFinding:
    """An entry that the section alone does not settle: a degree or a value on record may, else a person must say."""
    if entry.needs.startswith("counsel"):
        return unknown(
            entry.needs.partition(": ")[2],
            f"Counsel to say {entry.needs.partition(': ')[2]}.",
            COUNSEL,
            wanted.citation,
            wanted.sureness,
        )
    degree = degree_of(charge.facts)
    if entry.needs == "first degree" and degree:
        made = yes if degree == "first" else no
        return made(f"burglary of the {degree} degree", f"{wanted.citation}{entry.item}", wanted.sureness)
    if entry.needs.startswith("first degree") and degree == "second":
        return no("burglary of the second degree", wanted.citation, wanted.sureness)
    valued = by_its_value(charge, wanted, entry)
    if valued is not None:
        return valued
    if entry.needs == "a felony":
        return _if_a_felony(charge, wanted, entry)
    return unknown(
        f"{charge.name} counts only: {entry.needs}",
        f"Is it so ({entry.needs})?",
        COURT,
        wanted.citation,
        wanted.sureness,
    )


def _if_a_felony(charge: ChargeOnDay, wanted: OffenseList, entry: ListedOffense) -> ClassFinding:
    felony = _felony(charge)
    return replace(
        felony,
        why=f"{charge.name} is on the list as a felony: {felony.why}",
        citation=f"{wanted.citation}{entry.item}",
        sureness=wanted.sureness,
        detail=entry.item,
    )


def _off_list(charge: ChargeOnDay, wanted: OffenseList) -> ClassFinding:
    if wanted.partial:
        return unknown(
            f"{charge.name} is not among the sections Habeas has of {wanted.citation}, which it has in part",
            f"Is it one of the {wanted.title.lower()}?",
            COUNSEL,
            wanted.citation,
            wanted.sureness,
        )
    if charge.is_known or (charge.californian and wanted.name == "federal_immigration_crime"):
        return no(f"{charge.name} is not among its sections", wanted.citation, wanted.sureness)
    return unknown(
        f"Habeas does not know {charge.name}",
        f"Is it one of the {wanted.title.lower()}?",
        COUNSEL,
        wanted.citation,
        wanted.sureness,
    )


def _listed(charge: ChargeOnDay) -> ClassFinding:
    """7282.5(a)(3): an open list by kinds of crime, with sections as examples; three kinds carry their own limit."""
    wanted = offense_lists()["listed_7282_5_a3"]
    section = charge.section
    if section is None:
        return unknown(
            "the section was not understood",
            charge.question,
            COURT,
            wanted.citation,
            wanted.sureness,
        )
    if charge.indirect:
        return _indirectly_listed(charge, wanted)
    meant = _printed(wanted, section)
    letters = sorted({entry.item for entry in wanted.find(meant)}, key=lambda letter: (len(letter), letter))
    if letters and section.code in CALIFORNIA:
        extra = ["P"] if charge.facts.reading.attempt or charge.facts.reading.conspiracy else []
        name = ", ".join([*extra, *letters])
        which = charge.name if meant == section else f"{charge.name} grades or punishes {meant}, which"
        return yes(
            f"{which} is printed under letter {name}",
            f"{wanted.citation}({(extra or letters)[0]})",
            wanted.sureness,
            name,
        )
    return _listed_by_kind(charge, section, wanted)


def _printed(wanted: OffenseList, section: Section) -> Section:
    """The section itself where the list prints it; else the crime that it grades or punishes, step by step, as far as there is one."""
    crime = None if wanted.find(section) else punished_by(section)
    return section if crime is None or crime == section else _printed(wanted, crime)


def _indirectly_listed(charge: ChargeOnDay, wanted: OffenseList) -> ClassFinding:
    """Soliciting a crime is a kind of its own, letter AA; being an accessory to one is none that the list names."""
    if charge.facts.reading.solicitation and charge.californian:
        return yes(f"{charge.name} is soliciting a crime", f"{wanted.citation}(AA)", wanted.sureness, "AA")
    ask = "Is being an accessory to it an offense of a kind listed in 7282.5(a)(3)?"
    return unknown(f"{charge.name} is an accessory's charge", ask, COUNSEL, wanted.citation, wanted.sureness)


def _listed_by_kind(charge: ChargeOnDay, section: Section, wanted: OffenseList) -> ClassFinding:
    for letter, kind in {"G": dui, "M": drugs}.items():
        if kind(charge).value:
            felony = _felony(charge)
            why = "driving under the influence counts" if letter == "G" else "a drug crime counts"
            return ClassFinding(
                felony.value,
                f"{why} only as a felony: {felony.why}",
                f"{wanted.citation}({letter})",
                wanted.sureness,
                felony.ask,
                felony.of,
                letter,
            )
    if section.code == "PC" and WEAPONS_PART[0] <= whole_number(section) < WEAPONS_PART[1]:
        return yes(f"{charge.name} stands in the deadly weapons part", f"{wanted.citation}(L)", wanted.sureness, "L")
    return unknown(
        f"{charge.name} is not printed in the list, which says it is not limited to what it prints",
        "Is it an offense of a kind listed in 7282.5(a)(3)?",
        COUNSEL,
        wanted.citation,
        wanted.sureness,
    )


def _aggravated(charge: ChargeOnDay) -> ClassFinding:
    citation = "8 USC 1101(a)(43)(A)-(P)"
    federal = charge.facts.court == "federal" or any(is_federal(each) for each in charge.facts.reading.sections)
    if charge.section is None and charge.facts.court is None:
        return unknown("which court is not written", "Was it a federal court?", COURT, citation)
    if not federal:
        return no("not a federal crime", citation)
    wanted = offense_lists()["aggravated_felony_a_to_p"]
    entries = wanted.find(charge.section) if charge.section and _crime_itself(charge, charge.section) else ()
    if entries:
        return _needs(charge, wanted, entries)
    return unknown(
        f"{charge.name} is a federal crime", "Is it an aggravated felony within (A) to (P)?", COUNSEL, citation
    )


def _crime_itself(charge: ChargeOnDay, section: Section) -> bool:
    """An attempt or a conspiracy stands in (U), outside (A) to (P), and soliciting or helping after the fact in none of them."""
    reading = charge.facts.reading
    prepared = reading.attempt or reading.conspiracy
    return not charge.indirect and (not prepared or section.number in _PUNISHED_ALIKE)


def _of_state(
    rule: Callable[[ChargeFacts, Section | None, bool | None], ClassFinding],
) -> Callable[[ChargeOnDay], ClassFinding]:
    return lambda charge: rule(charge.facts, charge.section, _felony(charge).value)


CLASSES: dict[str, Callable[[ChargeOnDay], ClassFinding]] = {
    "grade_felony": _felony,
    "grade_misdemeanor": _misdemeanor,
    "wobbler": _wobbler,
    "straight_misdemeanor": _straight,
    "serious": _of_list("serious"),
    "violent": _of_list("violent"),
    "state_prison_felony": _state_prison,
    "county_jail_1170h_felony": _county_jail_felony,
    "listed_7282_5_a3": _listed,
    "prop47_misdemeanor": _of_list("prop47_misdemeanor"),
    "registrable": _of_list("registrable"),
    "aggravated_felony_a_to_p": _aggravated,
    "dui": dui,
    "controlled_substance": drugs,
    "federal_immigration_crime": _of_list("federal_immigration_crime"),
    **{name: _of_state(rule) for name, rule in OF_STATES.items()},
}
"""Every class with the rule that finds it."""
