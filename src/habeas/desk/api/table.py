"""Every operation of the API with the capability and the scope it needs: one table, which the operations are held to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: its name, the capability of `workflow/capabilities.toml` it uses, and the scope a key must have."""

    name: str
    capability: str
    scope: str


SCOPES: dict[str, str] = {
    "rosters": "push and apply rosters",
    "requests": "file requests and read how far they are",
    "decisions": "read decisions that are in force",
    "releases": "report a release",
}
"""Each scope in words, as the page of keys shows them."""

OPERATIONS: dict[str, Operation] = {
    each.name: each
    for each in (
        Operation("push_roster", "import_roster", "rosters"),
        Operation("read_roster", "import_roster", "rosters"),
        Operation("apply_roster", "import_roster", "rosters"),
        Operation("file_request", "receive", "requests"),
        Operation("list_requests", "receive", "requests"),
        Operation("read_request", "receive", "requests"),
        Operation("read_decision", "receive", "decisions"),
        Operation("report_release", "report_release", "releases"),
    )
}
