"""NIEM messages into rows: names matched without their namespace's version, references followed, nothing loaded from elsewhere."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec
from lxml import etree

from habeas.plain.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import Row, Table

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TRUE, _FALSE = frozenset({"true", "1"}), frozenset({"false", "0"})


class XmlLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where things stand. Paths are XPath 1.0 over local names, with these functions besides:

    `deref(nodes)` follows a `ref` (or `uri="#..."`) to the element with that `id`; `linked(nodes, 'XAssociation')` gives the
    other ends of the associations that name the node; `yes(nodes)` and `no(nodes)` read an indicator (`true`/`1`,
    `false`/`0`; anything else is said and neither); `when(condition, 'words')` gives the words where the condition holds.
    """

    record: str
    """The element that is one booking."""
    charge: str
    """From a record: its charges."""
    booking: dict[str, str | list[str]]
    """Column name to path, or paths (the first that finds something speaks), from the record."""
    charges: dict[str, str | list[str]]
    """Column name to path, or paths, from the charge."""
    lists: list[str] = []
    """Columns that keep every value of every path, joined with `;`. Another column with two values is unknown, and said."""
    errors: str = ""
    """Elements whose text is an error message of the sending system."""
    kinds: list[str] = []
    """Local names of the root elements that are roster messages; any other root is refused as another kind of message."""
    every_charge: str = ""
    """Every charge in the message: one that belongs to no booking, or to two, is refused with its line."""


def read_xml(data: bytes, layout: XmlLayout, limits: ReadLimits, name: str) -> Table:
    """Read one message. BadInputError for a file that is no safe XML, or a path that is no XPath.

    A message of another kind, an error message, and one with no booking in it are refused in the table, said why.
    """
    root = _parse(data, limits, name)
    columns = tuple(dict.fromkeys([*layout.booking, *layout.charges]))
    if layout.kinds and root.tag not in layout.kinds:
        return Table(columns, (), (Refusal(name, f"is a {root.tag} message, not one about people in custody"),))
    message = _Message(root, layout, limits, name)
    records = message.nodes(root, layout.record)
    refused = _said_by_sender(message, bool(records))
    claims = Counter(charge for record in records for charge in message.nodes(record, layout.charge))
    rows = _all_rows(message, records, claims)
    return Table(columns, rows, (*refused, *_astray(message, claims)), tuple(message.repaired))


def _parse(data: bytes, limits: ReadLimits, name: str) -> etree._Element:
    """The root without namespaces. Entities, a document type, network and depth are refused, whatever the encoding."""
    if len(data) > limits.max_bytes:
        raise BadInputError(f"{name} is larger than {limits.max_bytes // 2**20} MB; split it.")
    if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\x00", b"")):
        raise BadInputError(_declares(name))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise BadInputError(_ill_formed(fault, limits, name)) from None
    if root.getroottree().docinfo.internalDTD is not None:  # an encoding that hides the word from the search above
        raise BadInputError(_declares(name))
    if root.xpath(f"boolean({'/*' * (limits.max_depth + 1)})"):
        raise BadInputError(_too_deep(limits, name))
    _localise(root)
    return root


def _declares(name: str) -> str:
    return f"{name} declares a document type or entity, which a roster message never needs; it was not read."


def _too_deep(limits: ReadLimits, name: str) -> str:
    return f"{name} is not well-formed XML for a roster: it is nested more than {limits.max_depth} levels deep."


def _ill_formed(fault: Exception, limits: ReadLimits, name: str) -> str:
    if "depth" in str(fault):
        return _too_deep(limits, name)
    number = getattr(fault, "lineno", None)
    words = str(fault).split(", line", maxsplit=1)[0][:120].lower()
    return f"{name} is not well-formed XML: {f'line {number}: ' if number else ''}{' '.join(words.split())}."


def _localise(root: etree._Element) -> None:
    """Take namespaces off tags and attributes, so that one path reads every version of a standard."""
    for element in root.iter():
        element.tag = etree.QName(element).localname
        for key in [key for key in element.attrib if "}" in str(key)]:
            element.attrib[etree.QName(key).localname] = element.attrib.pop(key)


@dataclass(slots=True)
class _Message:
    """One message while it is read: its elements by id, its paths once compiled, and what must be said of the row at hand."""

    root: etree._Element
    layout: XmlLayout
    limits: ReadLimits
    name: str
    by_id: dict[str, list[etree._Element]] = field(default_factory=dict)
    by_ref: dict[str, list[etree._Element]] = field(default_factory=dict)
    paths: dict[str, etree.XPath] = field(default_factory=dict)
    said: dict[str, None] = field(default_factory=dict)
    repaired: list[Repair] = field(default_factory=list)

    def __post_init__(self) -> None:
        for element in self.root.iter():
            for held, key in ((self.by_id, element.get("id")), (self.by_ref, _reference(element))):
                if key:
                    held.setdefault(key, []).append(element)

    def found(self, element: etree._Element, path: str) -> list[object]:
        """What the path finds from the element; BadInputError where it is no XPath."""
        try:
            if path not in self.paths:
                self.paths[path] = etree.XPath(path, extensions=_functions(self))
            found = self.paths[path](element)
        except etree.XPathError as fault:
            raise BadInputError(
                f'The profile\'s path "{path[:80]}" is no XPath that can be followed: {str(fault).lower()}.'
            ) from None
        return list(found) if isinstance(found, list) else [found]

    def nodes(self, element: etree._Element, path: str) -> list[etree._Element]:
        """The elements among what the path finds."""
        return [each for each in self.found(element, path) if isinstance(each, etree._Element)]

    def say(self, what: str) -> None:
        """Note what must be said of the row being read, once."""
        self.said[what] = None

    def close_row(self, where: str) -> None:
        """Hand what was said to the row it is about."""
        self.repaired += [Repair(where, what) for what in self.said]
        self.said.clear()


def _reference(element: etree._Element) -> str:
    """The id an element points at: `ref`, or a `uri` within the message; empty where it points at none."""
    uri = str(element.get("uri", ""))
    return str(element.get("ref") or (uri[1:] if uri.startswith("#") else ""))


def _functions(message: _Message) -> dict[tuple[None, str], Callable[..., object]]:
    return {
        (None, "deref"): lambda _, nodes: [each for node in nodes for each in _follow(message, node)],
        (None, "linked"): lambda _, nodes, name: [each for node in nodes for each in _linked(message, node, name)],
        (None, "yes"): lambda _, nodes: any(_indicator(message, node) is True for node in nodes),
        (None, "no"): lambda _, nodes: any(_indicator(message, node) is False for node in nodes),
        (None, "when"): lambda _, truth, words: words if truth else "",
    }


def _follow(message: _Message, node: etree._Element) -> list[etree._Element]:
    """The element a reference means; none, and said, where no element or more than one has the id."""
    wanted = _reference(node)
    if not wanted:
        return [node]
    found = message.by_id.get(wanted, [])
    if len(found) == 1:
        return found
    how = "no element has that id" if not found else f"{len(found)} elements have that id"
    message.say(f'{node.tag} refers to "{wanted[:40]}", and {how}: left unknown')
    return []


def _linked(message: _Message, node: etree._Element, name: str) -> list[etree._Element]:
    """The other ends of the associations called `name` that refer to the node."""
    ends = message.by_ref.get(str(node.get("id", "")), [])
    held = [end.getparent() for end in ends if end.getparent() is not None and end.getparent().tag == name]
    return [each for parent in held for other in parent if other not in ends for each in _follow(message, other)]


def _indicator(message: _Message, node: etree._Element) -> bool | None:
    word = _of_node(node).lower()
    if word and word not in _TRUE | _FALSE:
        message.say(f'{node.tag} is "{word[:40]}", neither true nor false: left unknown')
    return True if word in _TRUE else False if word in _FALSE else None


def _all_rows(message: _Message, records: list[etree._Element], claims: Counter[etree._Element]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for number, record in enumerate(records, start=1):
        rows += _rows(message, record, claims, f"{message.name} record {number}")
        if len(rows) > message.limits.max_rows:
            raise BadInputError(f"{message.name} has more than {message.limits.max_rows:,} rows; split it.")
    return tuple(rows)


def _rows(message: _Message, record: etree._Element, claims: Counter[etree._Element], where: str) -> Iterator[Row]:
    """A row for each charge that is this booking's alone; one row for a booking without any."""
    booking = {column: _cell(message, record, column, path) for column, path in message.layout.booking.items()}
    message.close_row(where)
    own = [charge for charge in message.nodes(record, message.layout.charge) if claims[charge] == 1]
    for number, charge in enumerate(own, start=1):
        of_charge = {column: _cell(message, charge, column, path) for column, path in message.layout.charges.items()}
        message.close_row(f"{where} charge {number}")
        yield Row(f"{where} charge {number}", booking | of_charge)
    if not own:
        yield Row(where, booking)


def _cell(message: _Message, element: etree._Element, column: str, paths: str | list[str]) -> str:
    """A column's text: every value of a list; else the one value of the first path that finds any. Two values are none."""
    each_path = [paths] if isinstance(paths, str) else paths
    several = column in message.layout.lists
    kept: dict[str, None] = {}
    for path in each_path:
        kept.update((text, None) for node in message.found(element, path) if (text := _of_node(node)))
        if kept and not several:
            break
    if max(map(len, kept), default=0) > message.limits.max_cell:
        raise BadInputError(
            f"{message.name}, line {element.sourceline}: {column} is longer than {message.limits.max_cell:,} letters."
        )
    if len(kept) > 1 and not several:
        message.say(f"{column} is written {len(kept)} times with different values: left unknown")
        return ""
    return ";".join(kept)


def _of_node(node: object) -> str:
    if isinstance(node, bool):
        return "true" if node else "false"
    if isinstance(node, etree._Element):
        return " ".join("".join(f"{text} " for text in node.itertext()).split())
    return " ".join(str(node).split())


def _said_by_sender(message: _Message, has_bookings: bool) -> list[Refusal]:
    """What the sending system says went wrong; and that the message holds no booking, where it holds none."""
    said = "; ".join(dict.fromkeys(_errors(message)))[:300]
    if has_bookings:
        return [Refusal(message.name, f"may not be whole; the sending system says: {said}")] if said else []
    return [Refusal(message.name, f"holds no booking; the sending system says: {said}" if said else "holds no booking")]


def _errors(message: _Message) -> Iterator[str]:
    for element in message.nodes(message.root, message.layout.errors) if message.layout.errors else ():
        for leaf in element.iter():
            text = _of_node(leaf)
            if not len(leaf) and text.lower() not in _FALSE:
                yield f"{leaf.tag}: {text}" if text else str(leaf.tag)


def _astray(message: _Message, claims: Counter[etree._Element]) -> Iterator[Refusal]:
    """Each charge that no booking claims, or that two do: it is nobody's until a person says whose."""
    every = message.nodes(message.root, message.layout.every_charge) if message.layout.every_charge else []
    for charge in dict.fromkeys([*every, *claims]):
        if claims[charge] != 1:
            whose = "no booking" if not claims[charge] else f"{claims[charge]} bookings at once"
            yield Refusal(f"{message.name} line {charge.sourceline}", f"a charge that belongs to {whose}")
