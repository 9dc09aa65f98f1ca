"""Of a list an act may stand under several outcomes: what the office does is kept for each."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0021_counsel_opens_what_is_silent"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="actchoice", name="one_choice_an_act"),
        migrations.AddConstraint(
            model_name="actchoice",
            constraint=models.UniqueConstraint(
                fields=("decision", "act", "outcome"), name="one_choice_an_act_and_outcome"
            ),
        ),
    ]
