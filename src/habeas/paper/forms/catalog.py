"""How a form is written down as data: titles, numbers, labels, and where each entry stands."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """Where an entry stands by its labels.

    `right` of one, up to the next label; `row`, right of it to the end of the row; `below` in its column; `next`, on the `rows`
    rows under it from the page's left edge; `above` a caption; `under` a caption, in the reach of its rule; `after`, right of it
    and on; `paragraph`, right of it and on the lines under that begin at the same place.
    """

    how: str
    labels: tuple[str, ...]
    rows: int = 1
    wide: float = 320.0


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One entry of a form. `required` means that a question is asked where it is empty."""

    name: str
    places: tuple[EntryPlace, ...]
    shape: str = "text"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """A list of boxes: each with the words right of it and the code it stands for. `one`: only one may be ticked."""

    name: str
    options: tuple[tuple[str, str], ...]
    one: bool = False


@dataclass(frozen=True, slots=True)
class Signing:
    """The block of the signature: captions under the ink, and where name and title stand."""

    captions: tuple[str, ...] = ()
    both: tuple[EntryPlace, ...] = ()
    name: tuple[EntryPlace, ...] = ()
    title: tuple[EntryPlace, ...] = ()
    fixed_title: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `issuer` is `dhs`, `court`, `state_court`, `eoir`, `parole`, `governor`, `usms` or `other`; `until` is where the
    sender's part ends; `code` the number as letters and digits; `names`, that its entries are read though its kind asks nothing;
    `called`, by which grammar of `state_titles` a line is a title of it too."""

    kind: str | None
    form: str | None
    code: str | None
    titles: tuple[str, ...]
    issuer: str
    entries: tuple[FormEntry, ...] = ()
    ticks: tuple[Ticks, ...] = ()
    signing: Signing = Signing()
    until: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    asks: tuple[str, ...] | None = None
    basis: str | None = None
    grounds: tuple[str, ...] | None = None
    warrant: bool = False
    why: str = field(default="")
    names: bool = False
    called: str = ""


def right(*labels: str) -> tuple[EntryPlace, ...]:
    """Right of one of these labels."""
    return (EntryPlace("right", labels),)


def below(*labels: str, rows: int = 1, wide: float = 320.0) -> tuple[EntryPlace, ...]:
    """In the column under one of these labels."""
    return (EntryPlace("below", labels, rows, wide),)


def next_rows(*labels: str, rows: int = 1) -> tuple[EntryPlace, ...]:
    """On the rows under one of these labels, from the page's left edge."""
    return (EntryPlace("next", labels, rows),)


def above(*labels: str) -> tuple[EntryPlace, ...]:
    """On the line over one of these captions."""
    return (EntryPlace("above", labels),)


def after(*labels: str, rows: int = 1) -> tuple[EntryPlace, ...]:
    """Right of one of these labels and on the rows that follow."""
    return (EntryPlace("after", labels, rows),)
