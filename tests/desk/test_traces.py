"""The conditions of a rule on a page: every word of them, in their order, and nothing of them as markup."""

import pytest
from django.template import engines

NODES = [
    {
        "is": "false",
        "says": "A <judge> signed it",
        "given": "ice_<officer>",
        "charge": "PC 211 <i>",
        "why": "It says <so>",
        "because": [{"is": "unknown", "says": "It is signed"}],
    },
    {"is": "true", "says": "It was received by 2026-11-30"},
]


@pytest.mark.django_db
def test_conditions_stand_under_what_they_decide(here):
    drawn = engines["django"].from_string("{% load traces %}{% trace nodes office %}")
    assert drawn.render({"nodes": NODES, "office": here}) == (
        '<ul class="trace"><li><span class="truth truth--false">Not met</span> A &lt;judge&gt; signed it, '
        '<em>PC 211 &lt;i&gt;</em>: ice_&lt;officer&gt; <span class="hint">It says &lt;so&gt;</span>'
        '<ul class="trace"><li><span class="truth truth--unknown">Not known</span> It is signed</li></ul></li>\n'
        '<li><span class="truth truth--true">Met</span> It was received by 11/30/2026</li></ul>'
    )
