"""Names that stand in the block of a signature: a bare `Name` there asks for who signed, never for the person the paper is about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.paper.fields.labeled import Label, Labeled, Piece
from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.meanings import OTHER
from habeas.paper.pages.page import Area, Rule

_PERSON = re.compile(
    r"\b(?:alien|subject|person|individual|detainee|inmate|defendant|offender|accused|prisoner|respondent|noncitizen|parolee"
    r"|probationer|releasee|fugitive|extranjero|detenido|acusado)s?\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:full |complete |printed |typed |print |type or print |last |legal )*(?:names?|nombres?)"
    r"(?: (?:please )?(?:printed|typed|print|type)(?: (?:or|and) (?:print|type))?)?"
)
"""Labels of a name that do not say whose."""
_OFFICE = r"officer|official|judge|magistrate|justice|clerk|commissioner|agent|director|governor|supervisor|chairman|chairperson|member"
_SIGNS = re.compile(
    rf"\b(?:signature|signed(?: by)?|sign in ink|firma)\b|^\W*/?s/|^\W*(?:official |job |rank and |rank/)?title\b"
    rf"|^\W*(?:(?:issuing|authorized|immigration|judicial|requesting|arresting|hearing|\w+ing) )?(?:{_OFFICE})\W*$"
    rf"|\bnames?(?:,| and| &|/| or) ?(?:\w+ )?title\b|^\W*by\W*$",
    re.IGNORECASE,
)
"""Captions of the place where somebody signs."""
_ADDRESSEE = re.compile(r"\b(?:institution|custodian|recipient|facility|jail|addressee|agency)\b", re.IGNORECASE)
_TITLE = re.compile(rf"^[^.;:]{{0,70}}\b(?:{_OFFICE})(?:,? (?:of|for) [\w ]{{2,40}})?\W*$", re.IGNORECASE)
_HIS = frozenset({"date_of_birth", "a_number", "sex", "citizenship", "subject_id"})
"""What stands beside the name of the person and of nobody who signs."""
_NEAR, _INK, _TITLE_NEAR = 44.0, 44.0, 24.0
"""Points between a name and a caption of the block, the rule that is signed, the title under it."""
_WIDEST = 330.0
"""A longer rule parts two sections and is none to sign on."""


def without_signers(labeled: Labeled) -> None:
    """Turn every bare label of a name that stands in the block of a signature into one of what is not read."""
    labeled.labels = [replace(each, asks=(OTHER,)) if _of_a_signer(each, labeled) else each for each in labeled.labels]


def _of_a_signer(label: Label, labeled: Labeled) -> bool:
    text = " ".join(token for each in label.words for token in tokens(each.text) if token[:1].isalpha())
    if "subject_name" not in label.asks or not _BARE.fullmatch(text) or _beside_his(label, labeled):
        return False
    around = list(_pieces(label, labeled))
    return (
        any(_signs(each) for each in around)
        or _under_ink(label, labeled)
        or any(_office(each, label) for each in around)
    )


def _beside_his(label: Label, labeled: Labeled) -> bool:
    """Whether the person's own numbers or days are asked for in the same row or the next."""
    _, top, _, bottom = label.area
    return any(
        _HIS & set(each.asks) and each.area[1] < bottom + 18 and top - 18 < each.area[3] for each in labeled.labels
    )


def _pieces(label: Label, labeled: Labeled) -> Iterator[Piece]:
    """The pieces of lines near a label."""
    _, top, _, bottom = label.area
    for row in labeled.pieces:
        for each in row:
            if each.area[1] < bottom + _NEAR and top - _NEAR < each.area[3] and each.words != label.words:
                yield each


def _text(piece: Piece) -> str:
    return " ".join(each.text for each in piece.words).strip(" ()[]_")


def _signs(piece: Piece) -> bool:
    """Whether a piece is a caption of a place to sign, which is not the person's own."""
    text = _text(piece)
    short = len(piece.words) <= 12 and not _ADDRESSEE.search(text)
    own = _PERSON.search(text) and not re.search(rf"\b(?:{_OFFICE})\b", text, re.IGNORECASE)
    return short and not own and _SIGNS.search(text) is not None


def _office(piece: Piece, label: Label) -> bool:
    """Whether the title of an office stands right under the name."""
    under = 0 < piece.area[1] - label.area[1] < _TITLE_NEAR and len(piece.words) <= 10
    return under and _TITLE.match(_text(piece)) is not None and not _PERSON.search(_text(piece))


def _under_ink(label: Label, labeled: Labeled) -> bool:
    """Whether a rule that is signed, or left for it, stands over the name."""
    x0, top, x1, _ = label.area
    return any(
        0 < top - each.y < _INK and each.x0 - 60 < x1 and x0 < each.x1 and _to_sign(each, labeled)
        for each in labeled.sheet.page.rules
    )


def _to_sign(rule: Rule, labeled: Labeled) -> bool:
    if rule.x1 - rule.x0 > _WIDEST:
        return False
    area: Area = (rule.x0, rule.y - 20, rule.x1, rule.y - 1)
    return labeled.sheet.page.ink(area) is True
