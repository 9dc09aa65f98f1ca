"""A desk of an earlier version is brought up to date with everything in it, and stands as a new one does."""

import pytest

from tests.desk import stage
from tests.desk.schema import schema
from tests.postgres import fresh_database, postgres_url, start  # noqa: F401 - the first is a fixture

pytestmark = pytest.mark.xdist_group("stage")
CONTENT, DETAIL = b"person_id,family_name\nP1,DOE\n", {"new": [["P1", "DOE"]], "changed": [], "gone": []}


def upgrade():
    """Put an export into a desk as version 12 of its tables kept it, bring the tables up to date, and read it again."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.loader.replace_migrations = False  # an earlier version knew the steps one by one
    executor.loader.build_graph()
    executor.migrate([("desk", "0012_release_dates")])
    old = executor.loader.project_state([("desk", "0012_release_dates")]).apps
    old.get_model("desk", "RosterImport").objects.create(
        key="k1", sha256="a" * 64, name="export.csv", content=CONTENT, profile="plain", as_of=stage.NOW,
        received_at=stage.NOW, state="applied", applied_at=stage.NOW, report={"rows": 1}, detail=DETAIL,
    )  # fmt: skip
    call_command("migrate", verbosity=0)
    from habeas.desk.models import RosterImport

    kept = RosterImport.objects.get()
    return [[kept.name, kept.state, kept.report, kept.file.detail, bytes(kept.file.content)], schema()]


def anew():
    """The tables of an office that is opened today."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return schema()


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_an_export_taken_in_before_is_there_after_the_upgrade_and_the_tables_are_a_new_desks(store, request, tmp_path):
    def run(name, act):
        url = fresh_database(start()) if store == "postgres" else ""
        (tmp_path / name / "static").mkdir(parents=True)
        return stage.run({"data": str(tmp_path / name), "url": url}, act)

    if store == "postgres":
        request.getfixturevalue("postgres_url")
    found, stands = run("old", upgrade)
    assert found == ["export.csv", "applied", {"rows": 1}, DETAIL, CONTENT]
    new = run("new", anew)
    assert [line for line in stands if line not in new] == [line for line in new if line not in stands] == []
