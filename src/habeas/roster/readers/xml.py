"""NIEM messages into rows: names matched without their namespace's version, references followed, nothing loaded from elsewhere."""

import re
from collections.abc import Iterator
from contextvars import ContextVar

import msgspec
from lxml import etree

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import RosterRow, RosterTable

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class XmlLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where things stand. Paths are XPath over local names; `deref(...)` follows a `ref` to the element with that `id`."""

    record: str
    """The element that is one booking."""
    charge: str
    """From a record: its charges."""
    booking: dict[str, str | list[str]]
    """Column name to path, or paths, from the record."""
    charges: dict[str, str | list[str]]
    """Column name to path, or paths, from the charge."""
    lists: list[str] = []
    """Columns that keep every value found, joined with `;`; the others keep the first."""
    errors: str = ""
    """Elements whose text is an error message of the sending system."""
    kinds: list[str] = []
    """Local names of the root elements that are roster messages; any other root is refused as another kind of message."""


def read_xml(data: bytes, layout: XmlLayout, limits: ReadLimits, name: str) -> RosterTable:
    """Read one message. BadInputError for a file that is no safe XML; a message with no booking in it is refused, said why."""
    root = parse_xml(data, limits, name)
    columns = tuple(dict.fromkeys([*layout.booking, *layout.charges]))
    kind = str(root.tag)
    if layout.kinds and kind not in layout.kinds:
        return RosterTable(
            columns, (), (Refusal(name, f"is a {kind} message, not one about people in custody", nobody=True),)
        )
    token = _LOST.set({})
    try:
        return _table(root, columns, layout, name)
    except _PathError as fault:
        raise BadInputError(f"{name}: {fault} in the profile.") from None
    finally:
        _LOST.reset(token)


def _table(root: etree._Element, columns: tuple[str, ...], layout: XmlLayout, name: str) -> RosterTable:
    records = _nodes(root, layout.record)
    if not records:
        return RosterTable(columns, (), (Refusal(name, _why_empty(root, layout)),))
    rows = tuple(
        row
        for number, record in enumerate(records, start=1)
        for row in _rows(record, layout, f"{name} record {number}")
    )
    lost = tuple(Repair(name, f'the reference "{each[:40]}" {why}: left unknown') for each, why in _LOST.get().items())
    return RosterTable(columns, rows, repaired=lost)


def parse_xml(data: bytes, limits: ReadLimits, name: str) -> etree._Element:
    """The root of a safe XML document, names without namespaces. BadInputError for one too large, broken, or that declares types."""
    if len(data) > limits.max_bytes:
        raise BadInputError(f"{name} is larger than {limits.max_bytes // 2**20} MB; split it.")
    if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\x00", b"")):
        raise BadInputError(
            f"{name} declares a document type or entity, which a roster message never needs; it was not read."
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        number = getattr(fault, "lineno", None)
        place = f"line {number}: " if number else ""
        raise BadInputError(
            f"{name} is not well-formed XML: {place}{str(fault).split(', line')[0][:120].lower()}."
        ) from None
    _localise(root)
    return root


def _localise(root: etree._Element) -> None:
    """Take namespaces off tags and attributes, so that one path reads every version of a standard."""
    for element in root.iter():
        element.tag = etree.QName(element).localname
        for key in [key for key in element.attrib if "}" in str(key)]:
            element.attrib[etree.QName(key).localname] = element.attrib.pop(key)


_LOST: ContextVar[dict[str, str]] = ContextVar("lost references")
"""References of the message being read that lead to no element, or to several, and which of the two."""


def _deref(context: object, nodes: list[etree._Element]) -> list[etree._Element]:
    found = []
    for node in nodes:
        wanted = node.get("ref")
        met = [node] if wanted is None else [each for each in node.getroottree().iter() if each.get("id") == wanted]
        if wanted is not None and len(met) != 1:
            _LOST.get()[wanted] = "leads to several elements" if met else "leads to no element"
            continue
        found += met
    return found


def _when(context: object, truth: object, words: str) -> str:
    """`words` where the condition holds, nothing otherwise: for indicators that stand for a sentence."""
    return words if truth else ""


_FUNCTIONS = etree.FunctionNamespace(None)
_FUNCTIONS["deref"] = _deref
_FUNCTIONS["when"] = _when


class _PathError(Exception):
    """A path of a profile that cannot be followed, in words that stand inside a sentence."""


def path_fault(path: str, *, of_elements: bool) -> str:
    """What is wrong with a path as written, in a few words; empty where nothing is. `of_elements`: it must lead to elements."""
    try:
        found = _followed(etree.Element("x"), path)
    except _PathError as fault:
        return str(fault)
    return "it leads to no elements" if of_elements and not isinstance(found, list) else ""


def _followed(element: etree._Element, path: str) -> object:
    """What the path leads to. _PathError where it is no XPath, or asks what cannot be asked of what it meets."""
    try:
        return element.xpath(path)
    # the last three are our own functions, given another kind of thing
    except (etree.LxmlError, AttributeError, TypeError, ValueError) as fault:
        raise _PathError(f'the path "{path[:60]}" cannot be followed ({str(fault)[:80].lower()})') from None


def _nodes(element: etree._Element, path: str) -> list[etree._Element]:
    found = _followed(element, path)
    return [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []


def _rows(record: etree._Element, layout: XmlLayout, where: str) -> Iterator[RosterRow]:
    booking = {name: _text(record, path, name in layout.lists) for name, path in layout.booking.items()}
    charges = _nodes(record, layout.charge)
    for number, charge in enumerate(charges, start=1):
        of_charge = {name: _text(charge, path, name in layout.lists) for name, path in layout.charges.items()}
        yield RosterRow(f"{where} charge {number}", booking | of_charge)
    if not charges:
        yield RosterRow(where, booking)


def _text(element: etree._Element, paths: str | list[str], several: bool) -> str:
    each_path = [paths] if isinstance(paths, str) else paths
    texts = [_of_node(node) for path in each_path for node in _found(element, path)]
    kept = list(dict.fromkeys(text for text in texts if text))
    return ";".join(kept) if several else (kept[0] if kept else "")


def _found(element: etree._Element, path: str) -> list[object]:
    found = _followed(element, path)
    return list(found) if isinstance(found, list) else [found]


def _of_node(node: object) -> str:
    if isinstance(node, etree._Element):
        return " ".join("".join(str(text) for text in node.itertext()).split())
    return " ".join(str(node).split())


def _why_empty(root: etree._Element, layout: XmlLayout) -> str:
    said = _text(root, layout.errors, True) if layout.errors else ""
    return f"holds no booking; the sending system says: {said[:200]}" if said else "holds no booking"
