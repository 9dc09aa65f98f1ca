"""The one box for a day, and the one for a day and time: the office's form, what was read said back."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context

from habeas.common.dates_read import US, day_read
from habeas.desk.services.office.office import for_field, local_day, style_of

register = template.Library()


@register.inclusion_tag("desk/parts/when.html", takes_context=True)
def moment_box(
    context: Context,
    name: str,
    label: str,
    value: str = "",
    hint: str = "",
    box: str = "",
    at: object = "",
    required: Any = False,
) -> dict[str, Any]:
    """A box for a date and time; `value` as `for_field` writes it; its id is `box` (or `name`) and `at`, for boxes in a list."""
    here, now = context.get("office"), context.get("moment")
    form = for_field(now, here) if here and isinstance(now, datetime) else "11/25/2026 0305"
    return {
        "kind": "moment", "name": name, "label": label, "value": value, "id": f"{box or name}{at}", "required": bool(required),
        "hint": hint if value else f"{hint} Such as {form}, or {form.partition(' ')[2]} for today.".strip(),
    }  # fmt: skip


@register.inclusion_tag("desk/parts/when.html", takes_context=True)
def day_box(
    context: Context,
    name: str,
    label: str,
    value: date | str = "",
    hint: str = "",
    box: str = "",
    at: object = "",
    required: Any = False,
) -> dict[str, Any]:
    """A box for a day; `value` is a day, or what was typed."""
    here, now = context.get("office"), context.get("moment")
    style = style_of(here) if here else US
    form = day_read(local_day(here, now), style) if here and isinstance(now, datetime) else "11/25/2026"
    return {
        "kind": "day", "name": name, "label": label, "id": f"{box or name}{at}", "required": bool(required),
        "value": day_read(value, style) if isinstance(value, date) else value or "",
        "hint": hint if value else f"{hint} Such as {form}.".strip(),
    }  # fmt: skip
