"""An act on which no rule was found is opened by counsel's answer, as an unsettled one is; the kinds of requests are named."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0017_the_zone_comes_with_the_place"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="actchoice",
            name="override_only_inside_may",
        ),
        migrations.AlterField(
            model_name="request",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("administrative_subpoena", "administrative subpoena"),
                    ("administrative_warrant", "administrative warrant"),
                    ("agreement_proposal", "proposed agreement"),
                    ("court_order", "court order"),
                    ("detainer", "immigration detainer"),
                    ("detainer_cancellation", "cancellation of an immigration detainer"),
                    ("facility_access", "request for access to the facility"),
                    ("grand_jury_subpoena", "grand jury subpoena"),
                    ("interview_request", "request for an interview"),
                    ("judicial_probable_cause", "judicial finding of probable cause"),
                    ("judicial_subpoena", "judicial subpoena"),
                    ("judicial_warrant", "judicial warrant"),
                    ("list_request", "request for a list"),
                    ("notification_request", "request for notice of release"),
                    ("public_records_request", "public records request"),
                    ("records_request", "request for records about named people"),
                    ("status_inquiry", "inquiry about status"),
                    ("transfer_request", "request to hand a person over"),
                ],
                max_length=40,
            ),
        ),
        migrations.AddConstraint(
            model_name="actchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("does", "waits"),
                    models.Q(("ground__gt", ""), ("outcome", "may")),
                    models.Q(("does", "complies"), ("outcome", "must")),
                    models.Q(("does", "refuses"), ("outcome__in", ["must_not", "silent"])),
                    models.Q(("opinion__isnull", False), ("outcome__in", ["unresolved", "silent"])),
                    _connector="OR",
                ),
                name="override_only_inside_may",
            ),
        ),
    ]
