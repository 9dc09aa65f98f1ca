"""Middle name, suffix and sex of a person beside the name, so that every page can tell two inmates of one name apart."""

from typing import Any, ClassVar

from django.db import migrations, models

STEP = 500


def fill(apps: Any, schema_editor: Any) -> None:
    """Take them from the record that each person already has."""
    people = apps.get_model("desk", "Person").objects
    rows: list[Any] = []
    for each in people.only("record").iterator(chunk_size=STEP):
        names = (each.record.get("middle_name"), each.record.get("suffix"))
        each.middle_and_suffix = " ".join(str(name) for name in names if name)[:200]
        each.sex = str(each.record.get("sex") or "")[:20]
        rows.append(each)
        if len(rows) == STEP:
            people.bulk_update(rows, ["middle_and_suffix", "sex"])
            rows.clear()
    people.bulk_update(rows, ["middle_and_suffix", "sex"])


class Migration(migrations.Migration):
    """Two columns, filled from the record."""

    dependencies: ClassVar[list[Any]] = [("desk", "0041_mail_sound_and_shifts_of_a_role")]
    operations: ClassVar[list[Any]] = [
        migrations.AddField("person", "middle_and_suffix", models.CharField(max_length=200, blank=True, default="")),
        migrations.AddField("person", "sex", models.CharField(max_length=20, blank=True, default="")),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
