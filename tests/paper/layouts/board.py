"""A drawing board that knows how wide its letters are, and what was written on it."""

from dataclasses import dataclass, field

from tests.paper.makers import Sheet

_WIDTHS = {
    "F": (
        "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584"
        " 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278"
        " 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500"
        " 500 334 260 334 584"
    ),
    "B": (
        "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584"
        " 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333"
        " 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556"
        " 500 389 280 389 584"
    ),
    "T": (
        "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564"
        " 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333"
        " 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500"
        " 444 480 200 480 541"
    ),
    "S": (
        "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570"
        " 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333"
        " 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500"
        " 444 394 220 394 520"
    ),
}
"""Advance widths of the letters from blank to tilde, in thousandths, of Helvetica and Times, plain and bold (the base fonts of PDF)."""
_TABLES = {name: [int(each) for each in text.split()] for name, text in _WIDTHS.items()} | {
    "C": [600] * 95,
    "K": [600] * 95,
}
FACES = (("F", "B"), ("T", "S"), ("C", "K"))


def width(text, font, size):
    """How wide a text is; a letter with an accent as wide as most."""
    table = _TABLES[font]
    return sum(table[ord(each) - 32] if 32 <= ord(each) < 127 else 556 for each in text) * size / 1000


def wrapped(text, font, size, wide):
    """The text in lines no wider than `wide`."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, font, size) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@dataclass
class Board(Sheet):
    """One page with its faces, and the truth: every value by its field's name, None where the place is empty."""

    face: tuple = ("F", "B")
    size: float = 9.5
    form_fields: bool = False
    truth: dict = field(default_factory=dict)
    areas: dict = field(default_factory=dict)

    def write(self, x, y, text, *, bold=False, size=None):
        """Write a text; returns where it ends."""
        font, size = self.face[bold], size or self.size
        self.say(round(x, 1), round(y, 1), text, size, font)
        return x + width(text, font, size)

    def lines(self, x, y, text, wide, *, bold=False, size=None):
        """Write a text in lines; returns the height under the last."""
        size = size or self.size
        for line in wrapped(text, self.face[bold], size, wide):
            self.write(x, y, line, bold=bold, size=size)
            y += size * 1.25
        return y

    def value(self, x, y, name, text, *, bold=False, size=None, wide=400.0):
        """Write a value and remember where; returns the height under it. An empty one draws nothing."""
        size = size or self.size
        if not text:
            return y + size * 1.25
        font = self.face[bold]
        parts = wrapped(text, font, size, wide)
        if self.form_fields and len(parts) == 1:
            self.entry(round(x, 1), round(y, 1), f"{name}{len(self.fields)}", escaped(text), round(wide, 1))
            under = y + size * 1.25
        else:
            under = self.lines(x, y, text, wide, bold=bold, size=size)
        widest = max(width(each, font, size) for each in parts)
        self.areas.setdefault(name, (x, 792 - under + size * 0.5, x + widest, 792 - y + size))
        return under

    def upright(self, x, top, bottom):
        """A line from top to bottom."""
        self.parts.append(f".5 w {x} {792 - top} m {x} {792 - bottom} l S")

    def frame(self, x0, top, x1, bottom):
        """A ruled cell."""
        self.parts.append(f".5 w {x0} {792 - bottom} {x1 - x0} {bottom - top} re S")


def escaped(text):
    """A text as a PDF string holds it."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return "".join(each if ord(each) < 127 else f"\\{ord(each):03o}" for each in safe)
