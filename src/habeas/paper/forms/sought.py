"""What every paper of an issuer is searched for, whether its own form prints a place for it or not.

A form that was written down with few entries, and a paper that is known by what it does, say more than that: whoever the label
names is the person on any printing. Nothing here is required, and what is not found is not asked for.
"""

from dataclasses import replace

from habeas.paper.forms.catalog import Form, FormEntry


def _entry(name: str, shape: str) -> FormEntry:
    return FormEntry(name, (), shape)


_PERSON = (_entry("subject_name", "called"), _entry("date_of_birth", "date"), _entry("sex", "sex"))
_MADE = (_entry("issued_on", "date"), _entry("issued_at", "place"))
_ALIEN = (
    _entry("a_number", "a_number"),
    _entry("citizenship", "name"),
    _entry("event_number", "number"),
    _entry("subject_id", "digits"),
    _entry("phone", "phone"),
)
_EXECUTIVE = (
    *_PERSON,
    *_MADE,
    _entry("recipient", "text"),
    _entry("offense", "text"),
    _entry("case_number", "case_number"),
    _entry("phone", "phone"),
)
_OF_COURTS: dict[str | None, tuple[FormEntry, ...]] = {
    "judicial_warrant": (_entry("date_of_birth", "date"), _entry("sex", "sex"), _MADE[1]),
    "court_order": (*_PERSON[1:], _MADE[1], _entry("comply_at", "text"), _entry("comply_by", "date")),
    "judicial_subpoena": (_entry("attorney_name", "attorney"), _entry("records_sought", "text")),
    "grand_jury_subpoena": (),
}
_SOUGHT: dict[str, tuple[FormEntry, ...]] = {
    "dhs": (*_PERSON, *_ALIEN, _MADE[0]),
    "eoir": (*_PERSON[:2], _ALIEN[0], *_MADE),
    "parole": _EXECUTIVE,
    "governor": _EXECUTIVE,
    "usms": _EXECUTIVE,
    "other": _EXECUTIVE,
}
_COURTS = frozenset({"court", "state_court"})


def widened(form: Form) -> Form:
    """The form with what every paper of its issuer is searched for beside its own entries."""
    own = {each.name for each in form.entries}
    more = _OF_COURTS.get(form.kind, ()) if form.issuer in _COURTS else _SOUGHT.get(form.issuer, ())
    if form.issuer == "dhs" and form.kind is None:
        more = (*more, _MADE[1], _entry("issuing_office", "text"))
    if form.form == "PROB 12C":
        more = ()  # a petition tells of days and places that nobody is to come to
    if form.issuer == "dhs" and (form.kind == "administrative_subpoena" or not form.entries):
        more = ()  # whom a subpoena is about stands in its reference, among other people's names
    return replace(form, entries=(*form.entries, *(each for each in more if each.name not in own)))
