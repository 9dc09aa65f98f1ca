"""A drafted profile as TOML: only what is needed, each column with its reason, what could not be told as comments."""

import re
from dataclasses import dataclass, field

from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.drafting.proposal import Proposal

MOST_SHOWN = 12


@dataclass
class Written:
    """What a draft holds, ready to be written."""

    stem: str
    file: dict[str, str] = field(default_factory=dict)
    """Keys of `[file]` with their values as TOML."""
    totals: list[dict[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """`[[lines]]` tables as they are written."""
    proposals: list[Proposal] = field(default_factory=list)
    glued: dict[str, tuple[list[str], str]] = field(default_factory=dict)
    """Plain columns made of several: their sources, and why."""
    forms: dict[str, list[str]] = field(default_factory=dict)
    unknown: dict[str, list[str]] = field(default_factory=dict)
    """Words of glued columns that say there is none."""
    codes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    flags: dict[str, dict[str, str]] = field(default_factory=dict)
    """Columns of marks that say a hold."""
    rows: list[tuple[str, str, list[str], str]] = field(default_factory=list)
    """What a row is, the column, its values, and the column that says which hold it is."""
    expects: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    sheets_left_out: list[str] = field(default_factory=list)
    joins: list[dict[str, str]] = field(default_factory=list)
    """`[[join]]` tables: keys with their values as TOML."""
    lookups: list[dict[str, str]] = field(default_factory=list)
    """`[[lookup]]` tables: as `joins`."""
    coded: set[str] = field(default_factory=set)
    """Columns whose codes such a table explains."""
    split: dict[str, str] = field(default_factory=dict)
    country_codes: str = ""
    """The table of two-letter codes of citizenship."""
    make_sure: list[str] = field(default_factory=list)
    """What a person must look at before the draft is relied on."""
    default_code: str = ""
    """The code that the header of bare sections names."""
    of_ruler: bool = False
    """The columns stand in a ruler, and need no `[columns]`."""


def toml_of(draft: Written) -> str:
    """The profile's text."""
    known = [each for each in draft.proposals if each.plain]
    plain = {each.plain for each in known} | set(draft.glued)
    lines = [
        "# Drafted by habeas roster profile. Check each line with the records unit before you rely on it.",
        f"name = {quoted(_name(draft.stem))}",
        '# time_zone = "America/Los_Angeles"   # write the county\'s own: a time without an offset is local to it',
    ]
    if "person_id" not in plain and "booking_id" in plain:
        lines.append('person_id_from = "booking_id"  # no column looks like a person number')
    if draft.country_codes:
        lines.append(f"country_codes = {quoted(draft.country_codes)}  # the table by which the codes read: make sure")
    if draft.default_code:
        lines.append(f"default_code = {quoted(draft.default_code)}  # the header of the sections names it: make sure")
    ignored = [
        each.source
        for each in draft.proposals
        if each.meaningless and not each.plain and each.source not in draft.left_out
    ]
    if ignored and not draft.of_ruler:
        lines.append(f"ignored = {array(ignored)}  # known, of no meaning here")
    if draft.expects:
        lines.append(f"expects = {array(draft.expects)}")
    if draft.make_sure:
        told = [
            "make_sure = [  # asked about at each import: take a line out when you have looked",
            *_each_line(draft.make_sure),
        ]
        lines += [*told, "]"]
    lines += ["", "[file]", *(f"{key} = {value}" for key, value in draft.file.items())]
    for total in draft.totals:
        lines += ["", "[[totals]]", *(f"{key} = {quoted(value)}" for key, value in total.items())]
    for join in draft.joins:
        lines += ["", "[[join]]", *(f"{key} = {value}" for key, value in join.items())]
    for lookup in draft.lookups:
        lines += ["", "[[lookup]]", *(f"{key} = {value}" for key, value in lookup.items())]
    for kind, column, values, says in draft.rows:
        held = [f"hold = {quoted(says)}"] if kind == "hold" else []
        lines += ["", "[[rows]]", f"is = {quoted(kind)}", f"when = {{ {quoted(column)} = {array(values)} }}", *held]
    lines += [
        *draft.lines,
        *_columns(draft, known),
        *_forms(draft, known),
        *_unknown(draft, known),
        *_codes(draft, known),
        *_tables(draft),
    ]
    return "\n".join([*lines, *_open(draft)]) + "\n"


def _each_line(texts: list[str]) -> list[str]:
    return [f"  {quoted(each)}," for each in texts]


def _columns(draft: Written, known: list[Proposal]) -> list[str]:
    if draft.of_ruler:
        glued = [f"{name} = {quoted(sources[0])}  # {why}" for name, (sources, why) in draft.glued.items()]
        return ["", "[columns]", *glued] if glued else []
    by_name = {each.plain: each for each in known}
    lines = ["", "[columns]"]
    for name in (*list(COLUMNS)[:1], FULL_NAME, *list(COLUMNS)[1:]):
        if name in draft.glued:
            sources, why = draft.glued[name]
            lines.append(f"{name} = {array(sources) if len(sources) > 1 else quoted(sources[0])}  # {why}")
        elif name in by_name:
            lines.append(f"{name} = {quoted(by_name[name].source)}  # {by_name[name].why}")
    if "booking_id" not in {*by_name, *draft.glued}:
        lines += [
            "# No column looks like a booking number. Nothing can be read without one: write its name here.",
            'booking_id = ""',
        ]
    return lines


def _forms(draft: Written, known: list[Proposal]) -> list[str]:
    forms = {each.plain: each.forms for each in known if each.forms} | draft.forms
    if any(each.plain == FULL_NAME for each in known):
        forms.setdefault(FULL_NAME, ["{family}, {given} {middle} {suffix}"])
    if not forms:
        return []
    return [
        "",
        "[forms]",
        *(f"{name} = {array(each) if len(each) > 1 else quoted(each[0])}" for name, each in forms.items()),
    ]


def _unknown(draft: Written, known: list[Proposal]) -> list[str]:
    words = {each.plain: each.unknown[:MOST_SHOWN] for each in known if each.unknown} | draft.unknown
    return ["", "[unknown]", *(f"{name} = {array(each)}" for name, each in words.items())] if words else []


def _codes(draft: Written, known: list[Proposal]) -> list[str]:
    lines: list[str] = []
    tables = draft.codes | {each.plain: each.codes for each in known if each.codes}
    opened = {each.plain: (each.open_codes, dict(each.counts)) for each in known}
    for name, table in tables.items():
        lines += ["", f"[codes.{name}]"]
        counts = opened.get(name, ([], {}))[1]
        for ours, words in table.items():
            told = ", ".join(f"{_shown(word)} {counts[word]:,}" for word in words if word in counts)
            key = ours if ours.isidentifier() else quoted(ours)
            lines.append(f"{key} = {array(words)}{f'  # {told}' if told else ''}")
        left = [f"'{_shown(word)}' {counts.get(word, 0):,}" for word in opened.get(name, ([], {}))[0]]
        if left:
            lines.append(
                f"# could not be told, and are unknown: {', '.join(left[:MOST_SHOWN])}{' ...' if len(left) > MOST_SHOWN else ''}"
            )
    if draft.spellings:
        lines += ["", "[codes.code]", *(f"{quoted(word)} = {quoted(ours)}" for word, ours in draft.spellings.items())]
    return lines


def _tables(draft: Written) -> list[str]:
    lines = ["", "[flags]"] if draft.flags else []
    for column, marks in draft.flags.items():
        lines.append(
            f"{quoted(column)} = {{ {', '.join(f'{quoted(mark)} = {quoted(hold)}' for mark, hold in marks.items())} }}"
        )
    lines += ["", "[split]", *(f"{name} = {quoted(mark)}" for name, mark in draft.split.items())] if draft.split else []
    if draft.left_out or draft.sheets_left_out:
        lines += ["", "[leave_out]"]
        lines += [f"columns = {array(draft.left_out)}"] if draft.left_out else []
        lines += [f"sheets = {array(draft.sheets_left_out)}"] if draft.sheets_left_out else []
    return lines


def _open(draft: Written) -> list[str]:
    left = [
        each
        for each in draft.proposals
        if not each.plain and not each.meaningless and each.source not in draft.left_out
    ]
    used = {source for sources, _ in draft.glued.values() for source in sources} | set(draft.flags)
    told = [f"#   {each.source}: {each.why}" for each in left if each.source not in used]
    return ["", "# What could not be told, and is not read:", *told] if told else []


def _name(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_") or "export"


def _shown(word: str) -> str:
    """A value as a comment shows it."""
    return "".join(letter if letter.isprintable() else " " for letter in word)[:40]


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return '"' + "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in escaped) + '"'


def array(texts: list[str]) -> str:
    """Texts as a list."""
    return "[" + ", ".join(map(quoted, texts)) + "]"
