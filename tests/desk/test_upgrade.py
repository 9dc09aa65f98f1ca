"""A desk of an earlier version is brought up to date with everything in it."""

import pytest

from tests.desk import stage
from tests.postgres import postgres_url  # noqa: F401 - a fixture

pytestmark = pytest.mark.xdist_group("stage")
CONTENT, DETAIL = b"person_id,family_name\nP1,DOE\n", {"new": [["P1", "DOE"]], "changed": [], "gone": []}


def upgrade():
    """Put an export into a desk as version 12 of its tables kept it, bring the tables up to date, and read it again."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    call_command("migrate", "desk", "0012", verbosity=0)
    old = MigrationExecutor(connection).loader.project_state([("desk", "0012_release_dates")]).apps
    old.get_model("desk", "RosterImport").objects.create(
        key="k1", sha256="a" * 64, name="export.csv", content=CONTENT, profile="plain", as_of=stage.NOW,
        received_at=stage.NOW, state="applied", applied_at=stage.NOW, report={"rows": 1}, detail=DETAIL,
    )  # fmt: skip
    call_command("migrate", verbosity=0)
    from habeas.desk.models import RosterImport

    kept = RosterImport.objects.get()
    return [kept.name, kept.state, kept.report, kept.file.detail, bytes(kept.file.content)]


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_an_export_taken_in_before_is_there_after_the_upgrade_byte_for_byte(store, request, tmp_path):
    url = request.getfixturevalue("postgres_url") if store == "postgres" else ""
    (tmp_path / "static").mkdir()
    found = stage.run({"data": str(tmp_path), "url": url}, upgrade)
    assert found == ["export.csv", "applied", {"rows": 1}, DETAIL, CONTENT]
