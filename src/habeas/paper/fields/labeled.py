"""The labels that stand on a page, wherever they stand: what each asks for, its words, and the pieces of lines they belong to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from habeas.paper.fields.lexicon import is_example, label_like, mended, tokens
from habeas.paper.fields.meanings import OTHER, bare, meanings, office_holder, weak, wordings
from habeas.paper.pages.labels import LabelSheet
from habeas.paper.pages.page import Area, Rule, Word, around

_GAP = 1.6
"""A gap of this many letter heights parts two pieces of a row."""
_LONGEST = 18
"""Words of the longest label."""
_ROOM = 1.75
"""Lines of a label that wraps stand no further apart than this many letter heights."""
_NUMBERED = re.compile(r"^[(\[]?(?:\d{1,2}|[A-Ha-h])[.)\]]\.?$")
"""What counts the entries of a form: `1.`, `(B)`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one row with no wide gap and no line of a table between them; `row` and `start` say where in the sheet."""

    words: tuple[Word, ...]
    row: int
    start: int

    @property
    def area(self) -> Area:
        """Where it stands."""
        return around(self.words)

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(each.size for each in self.words)


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the fields it may ask for, its words and places (`row`, place in the row), how it is set.

    `colon`: it ends with one. `caption`: it stands in brackets by itself, as under a rule. `sure`: its wording alone is a label's.
    """

    asks: tuple[str, ...]
    words: tuple[Word, ...]
    places: frozenset[tuple[int, int]]
    row: int
    end: int
    colon: bool
    caption: bool
    sure: bool

    @property
    def area(self) -> Area:
        """Where it stands."""
        return around(self.words)

    def line_ends(self) -> list[tuple[int, int]]:
        """The rows it stands in, each with the place after its last word there."""
        ends: dict[int, int] = {}
        for row, place in self.places:
            ends[row] = max(ends.get(row, 0), place + 1)
        return sorted(ends.items())


class Labeled:
    """A sheet's pieces and labels; `taken` are the places of every word that is a label's.

    `own` are wordings of the form itself with the field that each asks for there, whatever it asks for elsewhere.
    """

    def __init__(self, sheet: LabelSheet, own: Mapping[str, str] | None = None):
        self.sheet = sheet
        self.own = own or {}
        self.pieces: list[list[Piece]] = [list(self._cut(number, row)) for number, row in enumerate(sheet.rows)]
        self.labels: list[Label] = []
        self.taken: set[tuple[int, int]] = set()
        for row in self.pieces:
            for piece in row:
                self._search(piece)

    def _cut(self, number: int, row: Sequence[Word]) -> Iterator[Piece]:
        start = 0
        for place, (before, word) in enumerate(pairwise(row), 1):
            wide = word.x0 - before.x1 > _GAP * max(before.size, word.size, 6.0) and not self._dash(before, word)
            if wide or (before.source == "form") != (word.source == "form") or self.parted(before, word):
                yield Piece(tuple(row[start:place]), number, start)
                start = place
        yield Piece(tuple(row[start:]), number, start)

    def _dash(self, before: Word, word: Word) -> bool:
        """Whether a dash, which no row keeps, stands alone between two words and fills the gap."""
        near = word.x0 - before.x1 < 3.2 * max(before.size, word.size)
        return near and any(
            each.text in {"-", "–", "—"}
            and before.x1 <= each.x0
            and each.x1 <= word.x0
            and each.top < word.middle < each.bottom
            for each in self.sheet.page.words
        )

    def parted(self, before: Word, word: Word) -> bool:
        """Whether a line of a table stands between two words."""
        height = (word.top + word.bottom) / 2
        return any(
            before.x1 - 1.5 <= each.x <= word.x0 + 1.5 and each.top <= height <= each.bottom
            for each in self.sheet.page.uprights
        )

    def label_words(self) -> set[Word]:
        """Every word that is a label's."""
        return {word for each in self.labels for word in each.words}

    def is_label(self, piece: Piece) -> bool:
        """Whether a piece begins with a label, or is a part of one."""
        return (piece.row, piece.start) in self.taken

    def after_label(self, piece: Piece) -> bool:
        """Whether the thing left of a piece in its row is the end of a label: the piece is that label's."""
        row = self.pieces[piece.row]
        before = row[row.index(piece) - 1] if row.index(piece) else None
        place = (before.row, before.start + len(before.words) - 1) if before else None
        label = next((each for each in self.labels if place in each.places), None)
        return label is not None and min(number for number, _ in label.places) == piece.row

    def _search(self, piece: Piece) -> None:
        """Find the labels of a piece: one at its start, and those with a colon after a value."""
        place = 0
        if piece.words[0].source == "form":
            return
        while place < len(piece.words):
            label = None if (piece.row, piece.start + place) in self.taken else self._label_at(piece, place)
            if label is None or (place and _addressee(label, piece.words[place - 1])) or self._fills(label):
                place += 1
                continue
            self.labels.append(label)
            self.taken |= label.places
            place += sum(1 for row, _ in label.places if row == piece.row)

    def _fills(self, label: Label) -> bool:
        """Whether words that could be a label are an office right under a label that asks for it: `Custodian of Records`."""
        named = {token for each in label.words for token in tokens(each.text)} <= _KEEPERS and not label.colon
        x0, top, _, _ = label.area
        return named and any(
            "recipient" in each.asks and abs(each.area[0] - x0) < 9 and -2 < top - each.area[3] < 12
            for each in self.labels
        )

    def _label_at(self, piece: Piece, place: int) -> Label | None:
        """The longest label that begins at a word of a piece."""
        first = piece.words[place]
        after = place == 0 or (piece.row, piece.start + place - 1) in self.taken
        bracketed = first.text[:1] in "([" and piece.words[-1].text.rstrip(".:")[-1:] in {")", "]"}
        if not after and not bracketed and not first.text.lstrip("([*")[:1].isupper():
            return None
        run = _Run.of(self, piece, place)
        begin = 1 if len(run.words) > 1 and _NUMBERED.match(first.text) and first.text not in {"A.", "a."} else 0
        for end in range(min(len(run.words), begin + _LONGEST), begin, -1):
            asks = self._asked(run, begin, end)
            if not asks:
                continue
            label = self._settled(run, begin, end, asks, at_start=after)
            if label is not None:
                return label
        return self._unknown(run) if place == 0 else None

    def _asked(self, run: "_Run", begin: int, end: int) -> tuple[str, ...]:
        """What the words ask for: as the form itself has it, else by their meaning."""
        own = self.own.get(run.text(0, end)) or self.own.get(run.text(begin, end))
        if own:
            return (own,)
        if self._two_labels(run, begin, end):
            return ()
        past = any(each.text.endswith(":") for each in run.words[begin : end - 1])
        if past and _keeper_behind(run, begin, end):
            return ()
        return wordings(run.text(begin, end)) if past else meanings(run.text(begin, end))

    def _two_labels(self, run: "_Run", begin: int, end: int) -> bool:
        """Whether the lines of these words are labels one under another, each of its own field, and no label that wraps."""
        inside = sorted(each for each in run.ends if begin < each < end)
        for first, stop in pairwise([begin, *inside, end]):
            under = next((each for each in [*inside, end] if each > stop), None)
            one, two = set(wordings(run.text(first, stop))), set(wordings(run.text(stop, under))) if under else set()
            if one and two and one.isdisjoint(two):
                return True
        return False

    def _settled(self, run: "_Run", begin: int, end: int, asks: tuple[str, ...], *, at_start: bool) -> Label | None:
        """The label with what explains it in brackets, if it ends as labels end."""
        core = run.text(begin, end)
        whole = run.with_example(end, asks)
        last = run.words[whole - 1].text
        colon = last.rstrip(")]").endswith((":", "$")) or (run.words[0].source == "ocr" and last.endswith((";", ":.")))
        explained = whole > end or run.words[begin].text[:1] in "(["
        ended = whole == len(run.words) or run.breaks(whole)
        caption = run.words[0].text[:1] in "([" and last.rstrip(".:").endswith((")", "]"))
        behind = caption and whole == len(run.line)  # a caption in brackets ends the line whose value it explains
        if not at_start and not behind and not (colon and (not weak(core) or run.apart)):
            return None
        if weak(core) and not (colon or explained or run.before_value(begin, whole)):
            return None
        if office_holder(core) and not (colon or explained):
            return None
        if bare(core) and not (colon or explained or run.headed(whole)):
            return None
        if not (colon or ended or explained or run.goes_to_value(whole, asks)):
            return None
        return run.label(whole, asks, colon=colon, caption=caption, sure=not weak(core))

    def _unknown(self, run: "_Run") -> Label | None:
        """A few words with a colon, or all in brackets, that ask for something we do not know."""
        for end in range(1, min(len(run.line), 9) + 1):
            text = run.words[end - 1].text
            if re.search(r"\d", text) or any(meanings(run.text(begin, end)) for begin in range(1, end)):
                break
            if text.endswith(":"):
                return run.label(end, (OTHER,), colon=True, caption=False, sure=False)
        whole = " ".join(each.text for each in run.line)
        if re.fullmatch(r"[(\[][^()\[\]\d]{4,60}[)\]]\.?", whole):
            return run.label(len(run.line), (OTHER,), colon=False, caption=True, sure=False)
        return None


_KEEPERS = frozenset({"custodian", "keeper", "of", "records", "the", "record", "chief", "jailer"})


def _addressee(label: Label, before: Word) -> bool:
    """Whether words that could be a label stand behind a colon and are what the label before them asks for."""
    named = {token for each in label.words for token in tokens(each.text)} <= _KEEPERS
    return before.text.endswith(":") and named and not label.colon


def _keeper_behind(run: "_Run", begin: int, end: int) -> bool:
    """Whether what stands behind a colon is an addressee and no part of the label: `To: Custodian of Records`."""
    colon = max(place for place in range(begin, end - 1) if run.words[place].text.endswith(":"))
    rest = run.words[colon + 1 : end]
    return (
        not rest[0].text.startswith(("(", "[")) and {token for each in rest for token in tokens(each.text)} <= _KEEPERS
    )


@dataclass(frozen=True)
class _Run:
    """Words from a place of a piece on, then those of the lines under it in the same column: a label may wrap."""

    words: tuple[Word, ...]
    places: tuple[tuple[int, int], ...]
    line: tuple[Word, ...]
    ends: frozenset[int]
    apart: bool
    lines: tuple[Rule, ...]

    @classmethod
    def of(cls, labeled: Labeled, piece: Piece, place: int) -> "_Run":
        words = list(piece.words[place:])
        places = [(piece.row, piece.start + place + count) for count in range(len(words))]
        for beside in _goes_on_beside(labeled, piece, words):
            places += [(beside.row, beside.start + count) for count in range(len(beside.words))]
            words += beside.words
        line, ends, last = tuple(words), {len(words)}, piece
        for _ in range(3):
            under = _under(labeled, last, words)
            if under is None or len(words) > _LONGEST + 8 or under.words[0].source == "form":
                break
            words += under.words
            places += [(under.row, under.start + count) for count in range(len(under.words))]
            ends.add(len(words))
            last = under
        before = piece.words[place - 1] if place else None
        apart = before is None or words[0].x0 - before.x1 > 0.9 * before.size
        return cls(tuple(words), tuple(places), line, frozenset(ends), apart, labeled.sheet.page.rules)

    @cached_property
    def _spelled(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            tuple(mended(token) for token in tokens(each.text)) if each.source == "ocr" else tokens(each.text)
            for each in self.words
        )

    def text(self, begin: int, end: int) -> str:
        """The words of a part as a label's, if it breaks where labels break."""
        inside = [each for each in self.ends if begin < each < end]
        if any(self.words[each - 1].text.endswith(":") for each in inside):
            return ""
        return " ".join(token for each in self._spelled[begin:end] for token in each)

    def with_example(self, end: int, asks: tuple[str, ...]) -> int:
        """The end of the label with what explains it: brackets after it, an example of how to fill it in."""
        while end < len(self.words):
            onward = self._bracket(end)
            if onward and end in self.ends and not set(meanings(self.text(end, onward))) <= set(asks):
                break  # brackets on a line of their own that ask for something else are a label of their own
            onward = onward or (0 if self.words[end - 1].text.endswith(":") else self._example(end))
            if not onward:
                break
            end = onward
        return end

    def _bracket(self, end: int) -> int:
        opens = self.words[end].text[:1] in "([" and re.search(r"[^\W\d]", self.words[end].text) is not None
        if not opens or re.match(r"[(\[]\d{3}", self.words[end].text):
            return 0
        for place in range(end, min(end + 14, len(self.words))):
            if re.search(r"[)\]][:.]*$", self.words[place].text):
                return place + 1
        return 0

    def _example(self, end: int) -> int:
        best = 0
        start = end + 1 if self.words[end].text in {"-", "–", "—"} else end
        for stop in range(start + 1, min(start + 6, len(self.words)) + 1):
            part = self.words[start:stop]
            text = " ".join(each.text for each in part)
            if is_example(text) and len([each for each in tokens(text) if each != "/"]) >= 2:
                best = stop
        return best

    def breaks(self, end: int) -> bool:
        """Whether a line, or a gap that is wider than a blank, ends before a word."""
        if end in self.ends:
            return True
        one, two = self.words[end - 1], self.words[end]
        if two.x0 - one.x1 > 0.9 * max(one.size, two.size) or two.source != one.source:
            return True
        return any(
            one.x1 - 2 <= each.x0 <= two.x0 + 2 and two.middle < each.y < two.bottom + 4 for each in self.lines
        )  # what follows stands on a line to write on

    def before_value(self, begin: int, end: int) -> bool:
        """Whether the words begin as a label does and end where a line, a gap or a number is."""
        number = end < len(self.words) and re.search(r"\d", self.words[end].text) is not None and end - begin > 1
        return self.words[begin].text[:1].isupper() and (number or end == len(self.words) or self.breaks(end))

    def headed(self, end: int) -> bool:
        """Whether the words are all of their line and in capitals, or stand before a line to write on."""
        capitals = all(each.text == each.text.upper() for each in self.words[:end])
        return (end == len(self.line) and capitals) or (end < len(self.line) and self.breaks(end))

    def goes_to_value(self, end: int, asks: Sequence[str]) -> bool:
        """Whether a number of the label's own kind follows it at once."""
        digits = re.search(r"\d", self.words[end].text) is not None
        of_number = re.search(r"(?:No|Nos|NO|#)[.:]?$|[Nn]umber$|NUMBER$", self.words[end - 1].text) is not None
        numbers = {
            "a_number",
            "subject_id",
            "event_number",
            "phone",
            "case_number",
            "date_of_birth",
            "issued_on",
            "entry_on",
        }
        return (digits and bool(numbers & set(asks))) or of_number

    def label(self, end: int, asks: tuple[str, ...], *, colon: bool, caption: bool, sure: bool) -> Label:
        """The label of the words up to `end`."""
        row, place = self.places[end - 1]
        return Label(asks, self.words[:end], frozenset(self.places[:end]), row, place + 1, colon, caption, sure)


def _goes_on_beside(labeled: Labeled, piece: Piece, words: Sequence[Word]) -> list[Piece]:
    """The piece right of one whose bracket is open, where it holds nothing but a label's words: `(NAME OF INSTITUTION -  OR ANY`."""
    text = " ".join(each.text for each in words)
    right = [each for each in labeled.pieces[piece.row] if each.start == piece.start + len(piece.words)]
    beside = " ".join(each.text for each in right[0].words) if right and text.count("(") > text.count(")") else ""
    near = bool(beside) and right[0].area[0] - piece.area[2] < 4 * piece.size
    return right if near and label_like(beside) else []


def _under(labeled: Labeled, piece: Piece, begun: Sequence[Word]) -> Piece | None:
    """The piece right under another in the same column and of the same height of letters; a bracket goes on further in."""
    x0, _, x1, bottom = piece.area
    text = " ".join(each.text for each in begun)
    further = 40 if text.count("(") > text.count(")") else 7
    for row in labeled.pieces[piece.row + 1 : piece.row + 4]:
        for each in row:
            under = each.area
            near = 0 < under[3] - bottom <= _ROOM * piece.size
            same = -7 <= under[0] - begun[0].x0 <= further or abs((under[0] + under[2]) - (x0 + x1)) <= 12
            if near and same and abs(each.size - piece.size) <= 0.7:
                return each
    return None
