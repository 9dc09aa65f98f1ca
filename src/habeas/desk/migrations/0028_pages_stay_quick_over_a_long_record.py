"""An index for each question that pages ask of the record, so that a page with a million events takes no longer than with a thousand."""

from django.db import migrations, models

WANTED = {
    "events_by_number": ["seq"],
    "events_of_an_act": ["act", "seq"],
    "events_of_an_actor": ["actor", "seq"],
    "events_of_an_actors_act": ["actor", "act", "seq"],
    "events_of_a_request": ["request", "seq"],
    "events_by_object": ["object"],
}


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0026_work_of_a_process_that_is_gone"),
    ]

    operations = [
        migrations.AddIndex(model_name="event", index=models.Index(fields=fields, name=name))
        for name, fields in WANTED.items()
    ]
