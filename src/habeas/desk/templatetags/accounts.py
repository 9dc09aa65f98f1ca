"""Forms in the clothes of the design system, and who still has to set up a second factor."""

from typing import Any

from django import forms, template
from django.conf import settings
from django.forms.boundfield import BoundField, BoundWidget
from django.urls import reverse
from django.utils.safestring import SafeString

from habeas.desk.accounts.lock import without_secrets
from habeas.desk.accounts.provider import PROVIDER_ID
from habeas.desk.services.cases.related_rows import RelatedRows
from habeas.desk.services.office.own_account import has_second_factor
from habeas.desk.services.record.inspection import who
from habeas.desk.workflow.table import table

register = template.Library()

SECOND_FACTOR = frozenset({"sign"})
"""Capabilities that ask for the second factor at the moment of the act."""


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the field is one box to tick."""
    return type(field.field.widget) is forms.CheckboxInput


@register.filter
def is_choice(field: BoundField) -> bool:
    """Whether the field is a list of boxes or buttons to choose from."""
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


@register.filter
def hint(field: BoundField) -> str:
    """The hint of a field; the library's link to a page that is not served is said in words instead."""
    text = str(field.help_text or "")
    return "Forgot it? An administrator can set a new one." if "/password/reset/" in text else SafeString(text)


@register.filter
def choice_class(each: BoundWidget) -> str:
    """The class of one choice of a list."""
    return f"usa-{each.data['type']}"


@register.filter
def choice_tag(each: BoundWidget) -> SafeString:
    """One choice of a list with its class."""
    each.data["attrs"]["class"] = f"{choice_class(each)}__input"
    return each.tag()


@register.filter
def dressed(field: BoundField) -> SafeString:
    """The field's own element with its class, and tied to its hint and its errors."""
    widget = field.field.widget
    kind = "usa-input"
    for each, name in _CLASSES.items():
        if isinstance(widget, each):
            kind = name
    tied = [f"{field.id_for_label}-hint"] * bool(hint(field)) + [f"{field.id_for_label}-error"] * bool(field.errors)
    attrs: dict[str, Any] = {"class": kind} | ({"aria-describedby": " ".join(tied)} if tied else {})
    return field.as_widget(attrs=attrs | ({"aria-invalid": "true"} if field.errors else {}))


_CLASSES: dict[type[forms.Widget], str] = {
    forms.Textarea: "usa-textarea",
    forms.Select: "usa-select",
    forms.CheckboxInput: "usa-checkbox__input",
}


@register.simple_tag
def lacks_second_factor(user: Any) -> bool:
    """Whether this account may sign but has no second factor yet."""
    capabilities = table().capabilities
    if not any(user.role in capabilities[name].roles for name in SECOND_FACTOR):
        return False
    return not has_second_factor(user)


@register.filter
def actor_in(actor: str, names: RelatedRows) -> str:
    """The name of an actor of the record."""
    return who(actor, names)


@register.filter
def shown_value(pair: tuple[str, str]) -> bool:
    """Whether a kept field is worth showing: something typed, and no inner number."""
    name, value = pair
    return bool(value.strip()) and name not in {"version", "seen"} and bool(without_secrets([pair]))


@register.simple_tag
def county_login() -> dict[str, str] | None:
    """The name and the address of the county's own log-in, where one is set."""
    if not settings.OIDC_ISSUER:
        return None
    return {"name": settings.OIDC_NAME, "url": reverse("openid_connect_login", kwargs={"provider_id": PROVIDER_ID})}
