"""Words that several rules share, each said once: a term has a name, and the condition that it stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, util

from habeas.law.model.expressions import All, Any_, Expression, WrongRuleError


@dataclass(frozen=True, slots=True)
class Term:
    """A term: `name` as a statement (`the request is a paper of the Department of Homeland Security`), and what it `means`."""

    name: str
    means: Expression
    citation: str = ""
    """Where the law itself defines it, if it does."""


@cache
def terms_in(folder: str) -> tuple[Term, ...]:
    """The terms that the `terms.py` in a pack's folder (a package's name) defines; nothing where there is none."""
    if util.find_spec(f"{folder}.terms") is None:
        return ()
    return tuple(getattr(import_module(f"{folder}.terms"), "TERMS", ()))


def by_meaning(terms: Iterable[Term]) -> Mapping[Expression, Term]:
    """Terms by what they mean; the first of two that mean the same. Raises WrongRuleError where two are called the same."""
    found: dict[Expression, Term] = {}
    names: dict[str, Expression] = {}
    for term in terms:
        if names.setdefault(term.name, term.means) != term.means:
            raise WrongRuleError(f"two terms are called {term.name!r}")
        found.setdefault(term.means, term)
    return found


def grouped(expression: Expression, terms: Mapping[Expression, Term]) -> tuple[Expression, ...]:
    """The parts of an "all" or "any" with a run of them that is itself a term put together again: `&` and `|` flatten what they join."""
    parts = expression.parts()
    for term in terms:
        inside = term.parts()
        if type(term) is type(expression) and isinstance(term, All | Any_) and len(inside) < len(parts):
            at = next((n for n in range(len(parts)) if parts[n : n + len(inside)] == inside), None)
            parts = parts if at is None else (*parts[:at], term, *parts[at + len(inside) :])
    return parts


def used_in(expression: Expression, terms: Mapping[Expression, Term]) -> Iterator[Term]:
    """The terms that stand in a condition, the outermost first; inside a term its own terms too."""
    if expression in terms:
        yield terms[expression]
    for part in grouped(expression, terms) if isinstance(expression, All | Any_) else expression.parts():
        yield from used_in(part, terms)
