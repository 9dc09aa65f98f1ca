"""How a desk stands, for whoever keeps many: who it is, which program wrote last, which steps are missing, the newest signed head."""

import json
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from habeas.desk.models import Checkpoint, Event, Office


def state_of_desk() -> dict[str, Any]:
    """The state as JSON values. Reads only; where steps are missing, nothing more than them is read."""
    executor = MigrationExecutor(connection)
    steps = executor.loader.graph.leaf_nodes("desk")
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    state: dict[str, Any] = {"newest_step": steps[0][1], "steps_missing": missing}
    return state if missing else state | _contents()


def _contents() -> dict[str, Any]:
    office, last = Office.objects.first(), Event.objects.order_by("-seq").first()
    head = Checkpoint.objects.order_by("-size").first()
    return {
        "site": office.site if office else None,
        "agency": office.agency if office else None,
        "jurisdiction": office.jurisdiction if office else None,
        "events": last.seq + 1 if last else 0,
        "program": json.loads(last.body)["program"] if last else None,
        "head": {"events": head.size, "root": head.root, "at": head.at.isoformat()} if head else None,
    }


def state_words(state: dict[str, Any]) -> str:
    """A state in one line."""
    if state["steps_missing"]:
        return f"{state['steps_missing']} steps of the database are missing; run `habeas desk migrate`."
    if state["site"] is None:
        return "no office is open."
    head = state["head"]
    signed = f"last signed head {head['at'][:16]}Z over {head['events']:,}" if head else "no signed head"
    wrote = state["program"] or "nothing yet"
    return f"{state['agency']}, {state['jurisdiction']}; {wrote}, step {state['newest_step'][:4]}; {state['events']:,} events, {signed}."
