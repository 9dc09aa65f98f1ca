"""A page that is written from the top with a margin on each side, and the truth beside it."""

from dataclasses import dataclass, field

from tests.paper.layouts.board import FACES, Board, width


@dataclass
class Truth:
    """What is true of a drawn paper: `judicial` None where it must not be called a court's; `fields` by name."""

    kind: str | None
    signer: str | None
    judicial: bool | None
    fields: dict = field(default_factory=dict)
    form: str | None = None
    what: str = ""


class Pen:
    """Writes downwards; `rng` decides face, size and margins."""

    def __init__(self, rng):
        self.rng = rng
        self.board = Board(face=rng.choice(FACES[:2] if rng.random() < 0.85 else FACES[2:]))
        self.size = rng.choice((9, 9.5, 10, 10.5, 11)) - (1 if self.board.face[0] == "C" else 0)
        self.left = rng.choice((48, 56, 66, 72))
        self.right = 612 - self.left
        self.y, self.day = rng.choice((40, 52, 64)), "11/18/2026"

    def down(self, points=None):
        self.y += self.size * 1.35 if points is None else points
        return self

    def at(self, x, text, *, bold=False, size=None, down=0):
        self.board.write(x, self.y + down, text, bold=bold, size=size or self.size)
        return self

    def wide(self, text, *, bold=False, size=None):
        return width(text, self.board.face[bold], size or self.size)

    def center(self, text, *, bold=False, size=None, middle=306):
        size = size or self.size
        while self.wide(text, bold=bold, size=size) > 520:
            size -= 0.5
        self.at(middle - self.wide(text, bold=bold, size=size) / 2, text, bold=bold, size=size)
        return self.down(size * 1.3)

    def para(self, text, *, x=None, right=None, bold=False, lead=1.25, first=0, after=0.5):
        """A paragraph in lines; `first` is the indent of its first line."""
        x = self.left if x is None else x
        right = self.right if right is None else right
        line, indent = "", first
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self.wide(longer, bold=bold) > right - x - indent:
                self.at(x + indent, line, bold=bold).down(self.size * lead)
                line, indent = word, 0
            else:
                line = longer
        self.at(x + indent, line, bold=bold)
        return self.down(self.size * (lead + after))

    def rule(self, x0, x1, down=0):
        self.board.rule(x0, self.y + down, x1)
        return self

    def ink(self, x, down=0):
        self.board.ink(x, self.y + down)
        return self

    def stack(self, x, lines, *, bold=False, size=None):
        """Lines under one another that do not move the pen; returns how high they are."""
        size = size or self.size
        for place, line in enumerate(lines):
            self.board.write(x, self.y + place * size * 1.3, line, bold=bold, size=size)
        return len(lines) * size * 1.3
