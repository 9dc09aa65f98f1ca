"""Fictional papers for the demonstration, drawn as PDF with the labels such forms carry. Each page says that it is a specimen."""

from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.resources import files

from habeas.answers.pdf import render_pdf

SPECIMENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "i247a": ("Form I-247A (3/17)", ("detainer",)),
    "i200": ("Form I-200 (Rev. 09/16)", ("warrant",)),
    "ao442": ("AO 442 (Rev. 11/11) Arrest Warrant", ("court",)),
    "packet": ("Form I-247A (3/17)", ("detainer", "warrant")),
}
"""Each specimen by name: the form its foot names, and its pages in order."""


@dataclass(frozen=True, slots=True)
class NamedSpecimen:
    """Whom a specimen names."""

    family_name: str
    given_name: str
    date_of_birth: date | None
    sex: str = ""


def specimen(name: str, person: NamedSpecimen) -> bytes:
    """The specimen called `name` about `person`, as PDF bytes; KeyError for a name that is not in SPECIMENS."""
    form, pages = SPECIMENS[name]
    body = '<div class="new"></div>'.join(_page(each, person) for each in pages)
    style = _text("style.css").replace("FORM", form)
    head = f"<head><title>Specimen</title><style>{style}</style></head>"
    return render_pdf(f'<html lang="en">{head}<body>{body}</body></html>')


def _page(name: str, person: NamedSpecimen) -> str:
    who = escape(f"{person.given_name} {person.family_name}".strip())
    born = f"{person.date_of_birth:%m/%d/%Y}" if person.date_of_birth else ""
    number = sum(ord(letter) * 7919**place for place, letter in enumerate(who)) % 10**9  # one person, one number
    sex = person.sex or "not stated"
    filled = _text(f"{name}.html").replace("{{ name }}", who).replace("{{ born }}", born).replace("{{ sex }}", sex)
    return filled.replace("000 000 000", f"{number:09d}").replace("XXX0000000000", f"XXX{number:010d}")


def _text(name: str) -> str:
    return (files("habeas.demo") / "paper" / name).read_text(encoding="utf-8")
