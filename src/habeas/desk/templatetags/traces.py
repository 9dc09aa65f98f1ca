"""The conditions of a rule as a list in a list: drawn by a function, since a page shows many and a template for each costs most of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from habeas.desk.services.office.office import Office
from habeas.desk.templatetags.desk import dated, plain_words
from habeas.desk.templatetags.work import met_words

register = template.Library()
_BARE = mark_safe("")


@register.simple_tag
def trace(nodes: Iterable[Mapping[str, Any]], here: Office | None) -> SafeString:
    """The list of these conditions, each with whether it is met, on what, and the conditions that it stands on."""
    return format_html(
        '<ul class="trace">{}</ul>', format_html_join("\n", "{}", ((_node(each, here),) for each in nodes))
    )


def _node(node: Mapping[str, Any], here: Office | None) -> SafeString:
    because = node.get("because")
    return format_html(
        '<li><span class="truth truth--{}">{}</span> {}{}{}{}{}</li>',
        node["is"],
        met_words(node["is"]),
        dated(node["says"], here),
        format_html(", <em>{}</em>", node["charge"]) if node.get("charge") else _BARE,
        f": {dated(plain_words(node['given']), here)}" if node.get("given") else _BARE,
        format_html(' <span class="hint">{}</span>', dated(node["why"], here)) if node.get("why") else _BARE,
        trace(because, here) if because else _BARE,
    )
