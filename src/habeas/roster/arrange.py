"""A file's rows into rows of the plain columns, as the profile says: what a row is, columns glued or numbered, cells cut."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from habeas.roster.code_tables import read_codes
from habeas.roster.columns import BOOKINGS_TOO, COLUMNS, FULL_NAME, ColumnKind
from habeas.roster.layout import PLACE, RowRule, holes, is_glued, named_by, numbers_in
from habeas.roster.name_forms import PARTS, USUAL, read_name
from habeas.roster.profile import Profile
from habeas.roster.rows import SEVERAL, RosterRow
from habeas.roster.statute_forms import FIELDS, ReadCharge, StatuteForms
from habeas.roster.unread import Unread

NAME_COLUMNS = ("family_name", "given_name", "middle_name", "suffix")
NO_HOLD = "NONE"
"""In a list, a word that says there is nothing in it."""
_DIGITS = re.compile(r"(\d{1,2}) digits")
_MOST_KEPT = 50_000
Values = Mapping[str, str]


@dataclass(slots=True)
class _Texts:
    """A row of plain columns being made: what each says, the file's text where it differs, and what to say."""

    values: dict[str, str]
    written: dict[str, str]
    said: dict[str, str]

    def put(self, name: str, text: str, written: str | None = None) -> None:
        self.values[name] = text
        if written is not None and written != text:
            self.written[name] = written

    def with_charge(self, other: "_Texts") -> "_Texts":
        return _Texts(self.values | other.values, self.written | other.written, self.said | other.said)


class Arrangement:
    """How the rows of one table become rows of plain columns. Made once for a table."""

    def __init__(self, profile: Profile, columns: Iterable[str]) -> None:
        """`columns`: the file's own."""
        self.profile = profile
        there = tuple(columns)
        self.unread = Unread(profile, there)
        of = {name: COLUMNS[name].entity for name in profile.columns if name != FULL_NAME}
        self.charge_columns = [name for name, entity in of.items() if entity == "charge"]
        self.other_columns = [name for name, entity in of.items() if entity != "charge"]
        self.numbers = _numbers(profile, self.charge_columns, there)
        self.own_numbers = {name: _numbers(profile, [name], there) or ("",) for name in profile.columns}
        self.flags = {each: marks for source, marks in profile.flags.items() for each in named_by(source, there)}
        self.rules = [_Rule(each) for each in profile.rows]
        self.names = profile.forms_of(FULL_NAME) or (USUAL,)
        self.digits = {
            name: int(found[1])
            for name in profile.forms
            for found in [_DIGITS.fullmatch(profile.forms_of(name)[0])]
            if found
        }
        self.absent = {
            name: found
            for name in profile.codes
            if name in COLUMNS and (found := read_codes(profile.codes[name], True).absent)
        }
        self.statutes = _statutes(profile)
        self._kept: dict[str, ReadCharge] = {}
        self._listed = profile.file is not None and profile.file.shape == "tree" and not profile.file.charges
        self._fill = _Repeats(profile)

    def rows(self, rows: Iterable[RosterRow]) -> Iterator[RosterRow]:
        """Yield the rows of plain columns: one a charge, or one a booking without."""
        for each in rows:
            values = self._fill.filled(each.values)
            row = replace(each, said={**(each.said or {}), **self._fill.said}) if self._fill.said else each
            rule = next((one for one in self.rules if one.fits(values)), None)
            if rule is None or rule.kind != "leave out":
                self.unread.look(values, charges=rule is None or rule.kind == "charge")
                yield from self._made(row, values, rule)

    def _made(self, row: RosterRow, values: Values, rule: "_Rule | None") -> Iterator[RosterRow]:
        base = self._base(values, row.said)
        if rule is not None and rule.kind == "hold":
            held = [each for each in (base.values.get("holds"), rule.hold(values)) if each]
            base.put("holds", SEVERAL.join(held))
        charges = [] if rule is not None and rule.kind in {"hold", "person"} else self._charges(values, row.said)
        held = [hold for each in charges if (hold := each.values.pop("holds", ""))]
        if held:  # parts of a cell that are holds, and no charges
            base.put("holds", SEVERAL.join(filter(None, [base.values.get("holds", ""), *held])))
            charges = [each for each in charges if _is_charge(each.values)]
        for each in charges or [_Texts({}, {}, {})]:
            made = base.with_charge(each)
            yield RosterRow(row.where, made.values, made.written or None, made.said or None)

    def _base(self, values: Values, said: Values | None) -> _Texts:
        """What the row says of the person and the booking."""
        texts = _Texts({}, {}, {})
        for name in self.other_columns:
            text = self._own(name, values)
            if text:
                digits = self.digits.get(name)
                texts.put(name, text.zfill(digits) if digits and text.isdigit() else text, text)
            _pass_on(name, self.profile.sources(name), said, texts)
        for name, text in self.profile.constants.items():
            if COLUMNS[name].entity != "charge":
                texts.values.setdefault(name, text)
        self._flags(values, texts)
        if FULL_NAME in self.profile.columns:
            self._name(self._own(FULL_NAME, values), texts)
        return texts

    def _flags(self, values: Values, texts: _Texts) -> None:
        """The holds that columns say by a mark. Marks that all say none say that there is none; one that is not known is said."""
        marks = {source: mark for source in self.flags if (mark := values.get(source, "").strip())}
        known = {source: self.flags[source].get(mark) for source, mark in marks.items()}
        strange = next((source for source, held in known.items() if held is None), "")
        if strange:
            texts.said["holds"] = (
                f'"{strange}" is "{marks[strange][:40]}", a mark the profile does not know: left unknown'
            )
        holds = [*filter(None, [texts.values.get("holds")]), *filter(None, known.values())]
        if holds:
            texts.put("holds", SEVERAL.join(holds), "; ".join(holds).replace(SEVERAL, "; "))
        elif marks and not strange:
            texts.put("holds", NO_HOLD, "; ".join(marks.values()))

    def _name(self, text: str, texts: _Texts) -> None:
        if SEVERAL in text:
            told = text.replace(SEVERAL, '" and "')[:60]
            texts.said[FULL_NAME] = f'full_name has several values ("{told}"): left unknown'
            return
        name = read_name(text, self.names) if text else None
        if text and name is None:
            texts.said[FULL_NAME] = (
                f'full_name is "{text[:40]}", which is not written {" or ".join(self.names)}: left unknown in parts'
            )
            texts.put("family_name", text)
        for column, part in zip(NAME_COLUMNS, PARTS, strict=True) if name else ():
            if getattr(name, part):
                texts.put(column, getattr(name, part), text)

    def _charges(self, values: Values, said: Values | None) -> list[_Texts]:
        found = []
        for number in self.numbers or ("",):
            if self.numbers and not self._has_number(values, number):
                continue
            texts = {name: self._text(name, values, number) for name in self.charge_columns}
            found += [
                self._charge(each, values, number, said) for each in self._parts(texts) if _is_charge(each.values)
            ]
        return found

    def _has_number(self, values: Values, number: str) -> bool:
        return any(
            values.get(hole.replace(PLACE, number), "").strip()
            for name in self.charge_columns
            for source in self.profile.sources(name)
            if PLACE in source
            for hole in holes(source)
        )

    def _parts(self, texts: dict[str, str]) -> list[_Texts]:
        """The charges of one cell: cut where the profile says. Columns cut into different numbers of parts belong to none."""
        cut = {
            name: self._cut(texts[name], self.profile.split.get(name, ""))
            for name in texts
            if texts[name] and (name in self.profile.split or (self._listed and SEVERAL in texts[name]))
        }
        count = max((len(each) for each in cut.values()), default=1)
        for name, parts in cut.items():  # an empty part at the end counts where the other columns have one beside it
            mark = self.profile.split.get(name, "") if len(parts) < count else ""
            last = _cut(texts[name], mark, ends=True) if mark else parts
            parts.extend(last[len(parts) :] if len(last) == count else [])
        whole = {name: text for name, text in texts.items() if name not in cut}
        said = {
            name: f'{name} has {len(parts)} parts ("{texts[name][:40]}") where the row has {count} charges: left unknown'
            for name, parts in cut.items()
            if len(parts) != count
        }
        even = {name: parts for name, parts in cut.items() if name not in said}
        return [
            _Texts(whole | {name: parts[place] for name, parts in even.items()}, {}, dict(said))
            for place in range(count)
        ]

    def _cut(self, text: str, mark: str) -> list[str]:
        """A cell's parts; a list of texts in a tree that keeps no charges apart is one charge a text."""
        whole = text.split(SEVERAL) if self._listed else [text]
        return [part for each in whole for part in (_cut(each, mark) if mark else [each])]

    def _charge(self, texts: _Texts, values: Values, number: str, said: Values | None) -> _Texts:
        made = _Texts({}, {}, texts.said)
        for name, text in texts.values.items():
            if text:
                made.put(name, text)
            _pass_on(name, self.profile.sources(name), said, made)
        if self.statutes is not None and texts.values.get("statute"):
            self._statute(made, texts.values["statute"], values, number)
        for name, ours in self.absent.items():
            if not made.values.get(name):
                made.put(name, ours, "")
        for name, text in self.profile.constants.items():
            if COLUMNS[name].entity == "charge":
                made.values.setdefault(name, text)
        return made

    def _statute(self, made: _Texts, text: str, values: Values, number: str) -> None:
        """Read the statute's cell by its written forms, and give its other fields to columns that have no text of their own."""
        read = self._read_statute(text, values, number)
        made.values.pop("statute")
        if read.statute:
            made.put("statute", read.statute, text)
        else:
            made.written["statute"] = text
        for name, other in read.others.items():
            made.values.setdefault(name, other)
        if read.said:
            made.said["statute"] = read.said

    def _read_statute(self, text: str, values: Values, number: str) -> ReadCharge:
        assert self.statutes is not None  # noqa: S101 - asked for only where there are forms
        sources = self.profile.sources_in_turn("statute")
        if len(sources) > 1 and len(sources) == len(self.statutes.by_place):
            cells = [values.get(each.replace(PLACE, number), "").strip() for each in sources]
            return self.statutes.from_places(
                [each.replace(SEVERAL, "") for each in cells], [each.split(SEVERAL) for each in cells]
            )
        found = self._kept.get(text)
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            found = self._kept[text] = self.statutes.read(text)
        return found

    def _text(self, name: str, values: Values, number: str) -> str:
        """The text of a plain column: the first source that is not empty, each glued where it has braces."""
        sources = self.profile.sources_in_turn(name)
        if (
            name == "statute"
            and self.statutes is not None
            and len(sources) > 1
            and len(sources) == len(self.statutes.by_place)
        ):
            return " ".join(
                filter(
                    None,
                    (values.get(each.replace(PLACE, number), "").replace(SEVERAL, " ").strip() for each in sources),
                )
            )
        return next(filter(None, (_of_source(source, values, number) for source in sources)), "")

    def _own(self, name: str, values: Values) -> str:
        """The text of a column of a person or booking: of `Hold {n}` every number, and of a list every source, for none may be lost."""
        sources, found = self.profile.sources_in_turn(name), []
        united = name != FULL_NAME and COLUMNS[name].kind is ColumnKind.LIST
        for number in self.own_numbers[name]:
            texts = [text for source in sources if (text := _of_source(source, values, number))]
            found += texts if united else texts[:1]
        return SEVERAL.join(dict.fromkeys(found))


class _Rule:
    """One `[[rows]]` rule, ready to be tried."""

    def __init__(self, rule: RowRule) -> None:
        self.kind = rule.is_
        self._hold = rule.hold or next(iter(rule.when), "")
        self._when = {
            source: _any_of([cells] if isinstance(cells, str) else cells) for source, cells in rule.when.items()
        }

    def fits(self, values: Values) -> bool:
        return all(pattern.fullmatch(values.get(source, "").strip()) for source, pattern in self._when.items())

    def hold(self, values: Values) -> str:
        return values.get(self._hold, "").strip()


_FILLED = r"(?![<(\[]?(?:NULL|NIL)[>)\]]?$|\\N$).+"
"""A text that holds something: `NULL` is how databases print an empty cell."""


def _any_of(cells: list[str]) -> re.Pattern[str]:
    """Any of the cells, in any capitals; `*` is any text, alone any text that is not empty and no word of a database for nothing."""
    each = [_FILLED if cell == "*" else ".*".join(map(re.escape, cell.strip().split("*"))) for cell in cells]
    return re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE | re.DOTALL)


class _Repeats:
    """Blank cells that repeat the row above: those of a person or booking whose number goes on."""

    def __init__(self, profile: Profile) -> None:
        layout = profile.file
        self._on = layout is not None and bool(layout.repeats)
        named = layout.repeats if layout is not None and isinstance(layout.repeats, list) else []
        known = {name for name in profile.columns if name == FULL_NAME or COLUMNS[name].entity != "charge"}
        self._booking = _holes(profile, ["booking_id"])
        self._person = _holes(
            profile, [name for name in known if name == FULL_NAME or COLUMNS[name].entity == "person"]
        )
        # without a number of the person nothing says that a booking of its own is another one of the person above
        own = {*_holes(profile, ["person_id"])} - {*self._booking}
        self._numbered, self._whole = bool(own), bool(named)
        self._all = (*dict.fromkeys([*_holes(profile, sorted(known)), *named]),)
        self._number = next(iter(_holes(profile, ["person_id"])), "")
        self._above: dict[str, str] = {}
        self.said: dict[str, str] = {}
        """What to say of the row that was filled last."""

    def filled(self, values: Values) -> Values:
        """The row with what it repeats. A row with a number of its own repeats a person, where it names none, and nothing else.

        That only where the file has numbers of people: else nobody says that an arrest without a name is the person above's.
        A row with a number alone (`1st Floor: 7 inmates`) is nobody's and repeats nobody.
        """
        self.said = {}
        if not self._on or (sum(bool(each.strip()) for each in values.values()) == 1 and self._told(values)):
            return values
        own = [values.get(each, "").strip() for each in self._booking]
        goes_on = not any(own) or all(values.get(each, "") == self._above.get(each, "") for each in self._booking)
        told = not self._numbered or any(values.get(each, "").strip() for each in self._person)
        repeated = self._all if goes_on else () if told else self._person
        made = dict(values)
        if repeated is self._person and not self._whole and self._above.get(self._number):
            self.said = {self._number: _OF_ABOVE}
        for source in repeated:
            if not made.get(source, "").strip() and self._above.get(source):
                made[source] = self._above[source]
        self._above = made
        return made

    def _told(self, values: Values) -> bool:
        return any(values.get(each, "").strip() for each in self._booking)


_OF_ABOVE = (
    "a booking of its own without a name or a number of the person is read as another booking of the person above: whether it is "
    "theirs is left unknown; where it always is, name the columns under repeats"
)


def _holes(profile: Profile, names: list[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(hole for name in names for source in profile.sources_in_turn(name) for hole in holes(source))
    )


def _pass_on(name: str, sources: tuple[str, ...], said: Values | None, texts: _Texts) -> None:
    """What the reader said of a source is said of the plain column."""
    if said:
        texts.said.update((name, f"{name}: {said[each]}") for each in sources if each in said)


def _of_source(source: str, values: Values, number: str) -> str:
    """The text of one source, with a number in the place of `{n}`; glued where it has braces."""
    own = source.replace(PLACE, number)
    return (_glued(own, values) if is_glued(source) else values.get(own, "")).strip()


def _glued(source: str, values: Values) -> str:
    """A source with each hole filled; empty where every hole is."""
    if not any(values.get(each, "").strip() for each in holes(source)):
        return ""
    lists = [values.get(each, "").split(SEVERAL) for each in holes(source)]
    if len(lists[0]) > 1 and len({len(each) for each in lists}) == 1:
        # of several objects each gives one: the first parts belong together, then the second
        each_one = [dict(zip(holes(source), parts, strict=True)) for parts in zip(*lists, strict=True)]
        return SEVERAL.join(_glued(source, one) for one in each_one)
    filled = re.sub(r"\{([^{}]+)\}", lambda found: values.get(found[1], "").strip(), source)
    return " ".join(filled.split())


def _is_charge(texts: Values) -> bool:
    """Whether anything tells of a charge: bail and a court alone are a booking's."""
    return any(text for name, text in texts.items() if name not in BOOKINGS_TOO)


def _cut(text: str, separator: str, *, ends: bool = False) -> list[str]:
    """The parts of a cell, an empty one between two kept, so that columns stay beside one another; at the end only where `ends`."""
    parts = [one.strip() for each in text.split(SEVERAL) for one in f"{each} ".split(separator)]
    while not ends and parts and not parts[-1]:
        parts.pop()
    return parts


def _numbers(profile: Profile, names: Iterable[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers that stand in the place of `{n}` in the file's columns for these plain ones, in their order."""
    sources = (source for name in names for source in profile.sources(name))
    return tuple(sorted({number for each in sources for number in numbers_in(each, columns)}, key=int))


def _statutes(profile: Profile) -> StatuteForms | None:
    forms = profile.forms_of("statute")
    if not forms:
        return None
    codes = read_codes(profile.codes.get("code", {}), True).ours
    return StatuteForms(forms, codes, tuple(read_codes(profile.codes.get(FIELDS["grade"], {}), True).ours))


def produced(profile: Profile) -> tuple[str, ...]:
    """The plain columns that an arrangement may fill."""
    forms = profile.forms_of("statute")
    from_statute = [column for each, column in FIELDS.items() if any("{" + each + "}" in form for form in forms)]
    names = NAME_COLUMNS if FULL_NAME in profile.columns else ()
    holds = ("holds",) if profile.flags or any(each.is_ == "hold" for each in profile.rows) else ()
    every = {*profile.columns, *from_statute, *names, *holds, *profile.constants} - {FULL_NAME}
    return tuple(name for name in COLUMNS if name in every)
