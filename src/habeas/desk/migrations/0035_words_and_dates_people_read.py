"""How the office writes days and times of day; and the words of lists, as a records room says them (no column changes)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0034_what_is_put_back_is_known"),
    ]

    operations = [
        migrations.AddField(
            model_name="office",
            name="clock_form",
            field=models.CharField(
                choices=[("24", "0613 hrs"), ("24_colon", "06:13"), ("12", "6:13 a.m.")], default="24", max_length=10
            ),
        ),
        migrations.AddField(
            model_name="office",
            name="date_form",
            field=models.CharField(
                choices=[("us", "02/20/1988"), ("month", "Feb 20, 1988"), ("iso", "1988-02-20")],
                default="us",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="actchoice",
            name="does",
            field=models.CharField(
                choices=[
                    ("complies", "Granted"),
                    ("refuses", "Denied"),
                    ("waits", "Pending: a fact or counsel's answer is missing; not done"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="contact",
            name="way",
            field=models.CharField(
                choices=[
                    ("call_in", "Incoming call"),
                    ("call_out", "Outgoing call"),
                    ("door", "In person"),
                    ("mail", "Mail or e-mail"),
                    ("login", "Log-in to one of our systems"),
                    ("voicemail", "Voicemail"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Drafted"),
                    ("to_sign", "Awaiting approval"),
                    ("settled", "In force"),
                    ("returned", "Returned"),
                    ("replaced", "Replaced by a later one"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="dispute",
            name="says",
            field=models.CharField(
                choices=[
                    ("not_me", "This is not me"),
                    ("citizen", "I am a citizen"),
                    ("date_past", "My release date has passed"),
                    ("wrong_record", "Our own records disagree with the document"),
                    ("other", "Something else"),
                ],
                max_length=14,
            ),
        ),
        migrations.AlterField(
            model_name="execution",
            name="step",
            field=models.CharField(
                choices=[("lodged", "Hold lodged"), ("handed_over", "Inmate transferred")], max_length=12
            ),
        ),
        migrations.AlterField(
            model_name="job",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "Waiting for a worker"),
                    ("running", "In progress"),
                    ("done", "Done"),
                    ("failed", "Failed"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="office",
            name="head_days",
            field=models.PositiveSmallIntegerField(
                default=7,
                help_text="Days after which the desk warns that no signed checkpoint was filed outside the building.",
            ),
        ),
        migrations.AlterField(
            model_name="office",
            name="notice_hours",
            field=models.PositiveSmallIntegerField(
                default=24, help_text="The county's own target for serving a notice; not law."
            ),
        ),
        migrations.AlterField(
            model_name="office",
            name="release_hours",
            field=models.PositiveSmallIntegerField(
                default=8, help_text="The county's own target from ready for release to physically released; not law."
            ),
        ),
        migrations.AlterField(
            model_name="office",
            name="shift_starts",
            field=models.CharField(
                default="06:00 14:00 22:00", help_text="Local times, separated by spaces.", max_length=60
            ),
        ),
        migrations.AlterField(
            model_name="paperform",
            name="kind",
            field=models.CharField(
                choices=[
                    ("intake", "Intake"),
                    ("contact", "Contact log"),
                    ("service", "Service of notice"),
                    ("decision", "Decision, with both signatures"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="rosterprofile",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("proposed", "Awaiting second review"),
                    ("in_use", "In use"),
                    ("ended", "Retired"),
                    ("given_up", "Abandoned"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="service",
            name="result",
            field=models.CharField(
                choices=[
                    ("served", "Served"),
                    ("refused", "Served; refused to accept or sign"),
                    ("failed", "Unable to serve"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="telling",
            name="kind",
            field=models.CharField(
                choices=[("fingerprint", "Fingerprints sent at booking"), ("hand_query", "Manual database query")],
                max_length=12,
            ),
        ),
    ]
