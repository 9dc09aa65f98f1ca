"""The worksheet that stays inside: each act with what opened it, the law and how far it was read, and what is still open."""

import json
from collections import Counter
from typing import Any

from habeas.answers.build import Answer
from habeas.answers.records_law import due_lines
from habeas.answers.summary import summary
from habeas.common.canonical import readable_json


def openings(answer: Answer) -> list[dict[str, Any]]:
    """What opened each act, with how many people it opened it for; the charge itself stands in the decision of each person."""
    counted: Counter[str] = Counter()
    for made in answer.decisions:
        for act in answer.acts:
            for opened in made.acts[act].opened_by:
                counted[readable_json({"act": act.value} | opened.as_data())] += 1
    return [json.loads(text) | {"people": count} for text, count in sorted(counted.items())]


def worksheet(answer: Answer) -> str:
    """The worksheet as text, for the file and for whoever signs."""
    lines = [*summary(answer), "", "What opened each act:"]
    lines += [f"  {' '.join(f'{key}: {value};' for key, value in each.items())}" for each in openings(answer)] or [
        "  nothing"
    ]
    weak = {
        f"  {reason.provision.source.citation} ({reason.provision.source.sureness.value})"
        for made in answer.decisions
        for act in answer.acts
        for reason in made.acts[act].controlling
    }
    lines += ["", *due_lines(answer)] if due_lines(answer) else []
    return "\n".join([*lines, "", "The law, and how it was read:", *sorted(weak)]) + "\n"
