"""The hidden field by which the form of a second person says what was shown."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from habeas.desk.workflow.second_acts import shown_of

register = template.Library()


@register.simple_tag
def seen_of(row: Any, act: str) -> SafeString:
    """The field `seen`: the hash of what the step `act` shows of `row`."""
    return format_html('<input type="hidden" name="seen" value="{}">', shown_of(act, row))
