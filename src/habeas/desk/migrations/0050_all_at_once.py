"""The whole store in one step, for a new office: what the steps 0001 to 0050 arrive at, without their fifty detours.

An office that stands goes on from the steps it has; Django takes the one road or the other, and `tests/desk/test_upgrade.py` holds both to the same tables.
"""

from importlib import import_module
from typing import Any

import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import habeas.desk.models.base
from habeas.desk.migrations._at_once import AtOnce

GUARDS = (
    "0002_guards",
    "0004_clocks_never_move",
    "0023_heads_and_signatures_only_grow",
    "0031_a_hand_out_is_not_replaced",
    "0034_what_is_put_back_is_known",
    "0040_comments_views_and_assigned_roles",
)
"""The steps that put triggers on tables, in their order."""


def guard(apps: Any, schema_editor: Any) -> None:
    """Put every guard on, as those steps do."""
    for step in GUARDS:
        import_module(f"{__package__}.{step}").guard(apps, schema_editor)


class Migration(migrations.Migration):
    """Everything at once."""

    replaces = [
        ("desk", "0001_initial"),
        ("desk", "0002_guards"),
        ("desk", "0003_clocks_scripts_and_calendars"),
        ("desk", "0004_clocks_never_move"),
        ("desk", "0005_intake_numbers_identity_and_jobs"),
        ("desk", "0006_query_by_hand"),
        ("desk", "0007_release_reported"),
        ("desk", "0008_receipts_of_what_was_sent"),
        ("desk", "0009_pages_as_pictures"),
        ("desk", "0010_sessions_and_a_policy_two_people_change"),
        ("desk", "0011_numbers_of_paper_forms"),
        ("desk", "0012_release_dates"),
        ("desk", "0013_rosters_beside_their_files"),
        ("desk", "0014_rosters_without_their_files"),
        ("desk", "0015_accounts_somebody_vouches_for"),
        ("desk", "0016_the_text_of_the_law"),
        ("desk", "0017_the_zone_comes_with_the_place"),
        ("desk", "0019_the_way_of_a_request"),
        ("desk", "0020_rosters_two_people_confirm_and_undo"),
        ("desk", "0021_counsel_opens_what_is_silent"),
        ("desk", "0022_a_choice_an_act_and_outcome"),
        ("desk", "0023_heads_and_signatures_only_grow"),
        ("desk", "0025_two_people_for_keys_and_limits_apart"),
        ("desk", "0026_work_of_a_process_that_is_gone"),
        ("desk", "0028_pages_stay_quick_over_a_long_record"),
        ("desk", "0029_accounts_the_record_holds"),
        ("desk", "0030_heads_go_out"),
        ("desk", "0031_a_hand_out_is_not_replaced"),
        ("desk", "0032_passwords_and_factors_are_sealed"),
        ("desk", "0033_exports_described_at_the_desk"),
        ("desk", "0034_what_is_put_back_is_known"),
        ("desk", "0035_words_and_dates_people_read"),
        ("desk", "0036_titles_under_a_signature"),
        ("desk", "0037_templates_of_letters"),
        ("desk", "0040_comments_views_and_assigned_roles"),
        ("desk", "0041_mail_sound_and_shifts_of_a_role"),
        ("desk", "0042_lists_worked_out_beside_the_pages"),
        ("desk", "0043_seals_of_offices_and_drafts_of_forms"),
        ("desk", "0045_who_served_and_what_was_answered"),
        ("desk", "0046_middle_names_and_sex_shown"),
        ("desk", "0047_figures_releases"),
        ("desk", "0048_findings_close_and_counsel_sets_a_condition"),
        ("desk", "0049_events_go_out"),
        ("desk", "0050_a_recorded_fact_is_corrected"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        AtOnce(
            [
                migrations.CreateModel(
                    name="Beside",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("salt", models.CharField(max_length=64)),
                        ("value", models.TextField()),
                        ("kind", models.CharField(max_length=30)),
                    ],
                ),
                migrations.CreateModel(
                    name="ChainHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("site", models.CharField(max_length=40, unique=True)),
                        ("seq", models.PositiveBigIntegerField(default=0)),
                        ("hash", models.CharField(max_length=64)),
                    ],
                ),
                migrations.CreateModel(
                    name="HeadRoute",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("paper", "Printed sheet"),
                                    ("mail", "Mailed file"),
                                    ("folder", "Folder that another office reads"),
                                    ("witness", "Cosigned by a witness"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("sent_to", models.CharField(max_length=160)),
                        ("folder", models.CharField(blank=True, max_length=300)),
                        ("line", models.CharField(blank=True, max_length=300)),
                        ("opened_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("trouble", models.CharField(blank=True, max_length=300)),
                        ("trouble_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LawText",
                    fields=[
                        ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("pack", models.CharField(max_length=120)),
                        ("content", models.JSONField()),
                        ("kept_at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="MailSetting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("one", models.BooleanField(default=True, editable=False, unique=True)),
                        ("on", models.BooleanField(default=False)),
                        ("host", models.CharField(blank=True, max_length=120)),
                        ("port", models.PositiveIntegerField(default=587)),
                        (
                            "security",
                            models.CharField(
                                choices=[
                                    ("starttls", "STARTTLS (usually port 587)"),
                                    ("tls", "TLS from the start (usually port 465)"),
                                    ("none", "None (a server on this machine only)"),
                                ],
                                default="starttls",
                                max_length=10,
                            ),
                        ),
                        ("username", models.CharField(blank=True, max_length=120)),
                        ("password", models.TextField(blank=True)),
                        ("sender", models.CharField(blank=True, max_length=160)),
                        ("desk_address", models.CharField(blank=True, max_length=200)),
                        ("recipients", models.JSONField(default=dict)),
                        ("hours_before", models.PositiveSmallIntegerField(default=2)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Numbering",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(unique=True)),
                        ("last", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Paper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64, unique=True)),
                        ("content", models.BinaryField()),
                        ("media_type", models.CharField(max_length=60)),
                        ("name", models.CharField(max_length=160)),
                        ("pages", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("arrived_at", models.DateTimeField()),
                        ("reading", models.JSONField(blank=True, null=True)),
                        ("reading_failed", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("person_id", models.CharField(max_length=60, unique=True)),
                        ("family_name", models.CharField(blank=True, db_index=True, max_length=200)),
                        ("given_name", models.CharField(blank=True, max_length=200)),
                        ("middle_and_suffix", models.CharField(blank=True, default="", max_length=200)),
                        ("sex", models.CharField(blank=True, default="", max_length=20)),
                        ("date_of_birth", models.DateField(blank=True, db_index=True, null=True)),
                        ("language", models.CharField(blank=True, max_length=60)),
                        ("record", models.JSONField()),
                        ("record_sha256", models.CharField(max_length=64)),
                        ("in_custody", models.BooleanField(db_index=True, default=True, null=True)),
                        ("absent_since", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RosterImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("sha256", models.CharField(db_index=True, max_length=64)),
                        ("name", models.CharField(max_length=120)),
                        ("profile", models.CharField(default="plain", max_length=60)),
                        ("as_of", models.DateTimeField()),
                        ("received_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("preview", "Previewed, not yet applied"),
                                    ("applied", "Applied"),
                                    ("dropped", "Discarded"),
                                    ("undone", "Undone"),
                                ],
                                default="preview",
                                max_length=10,
                            ),
                        ),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("report", models.JSONField(default=dict)),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                        ("asked_why", models.CharField(blank=True, max_length=300)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("confirmed_why", models.CharField(blank=True, max_length=300)),
                        ("keeps_before", models.BooleanField(default=False)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_why", models.CharField(blank=True, max_length=300)),
                    ],
                ),
                migrations.CreateModel(
                    name="RosterProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField()),
                        ("title", models.CharField(max_length=80)),
                        ("text", models.TextField(blank=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "state",
                            models.CharField(
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
                        ("hands", models.JSONField(default=list)),
                        ("confirmed", models.PositiveIntegerField(default=0)),
                        ("made_at", models.DateTimeField()),
                        ("proposed_at", models.DateTimeField(blank=True, null=True)),
                        ("vouched_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("why", models.CharField(blank=True, max_length=300)),
                    ],
                ),
                migrations.CreateModel(
                    name="Tries",
                    fields=[
                        ("bucket", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("count", models.PositiveIntegerField(default=0)),
                        ("ends_at", models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Account",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "username",
                            models.CharField(
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                                max_length=150,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                        (
                            "is_staff",
                            models.BooleanField(
                                default=False,
                                help_text="Designates whether the user can log into this admin site.",
                                verbose_name="staff status",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("clerk", "Records clerk"),
                                    ("commander", "Watch commander"),
                                    ("counsel", "County counsel"),
                                    ("notice_server", "Notice server"),
                                    ("inspector", "Inspector"),
                                    ("administrator", "Administrator"),
                                ],
                                default="clerk",
                                max_length=20,
                            ),
                        ),
                        ("employee_number", models.CharField(blank=True, max_length=30)),
                        ("unit", models.CharField(blank=True, max_length=60)),
                        ("title", models.CharField(blank=True, max_length=80)),
                        ("badge", models.CharField(blank=True, max_length=30)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("single_keys", models.BooleanField(default=True)),
                        ("sound", models.BooleanField(default=False)),
                        ("sessions_ended", models.PositiveIntegerField(default=0)),
                        ("unvouched_since", models.DateTimeField(blank=True, null=True)),
                        ("provider_subject", models.CharField(blank=True, db_index=True, max_length=200)),
                        ("first_password", models.BooleanField(default=False)),
                        ("excused_until", models.DateField(blank=True, null=True)),
                        ("excused_why", models.CharField(blank=True, max_length=300)),
                        ("password_seal", models.CharField(blank=True, max_length=64)),
                        ("password_turn", models.PositiveIntegerField(default=0)),
                        (
                            "excused_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ApiKey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("scopes", models.JSONField(default=list)),
                        ("made_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        ("vouched_at", models.DateTimeField(blank=True, null=True)),
                        ("seal", models.CharField(blank=True, default="", max_length=64)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "vouched_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CalendarKey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_keys",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Checkpoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("site", models.CharField(max_length=40)),
                        ("size", models.PositiveBigIntegerField()),
                        ("root", models.CharField(max_length=64)),
                        ("note", models.TextField()),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("site", "size"), name="one_head_a_size")],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "state",
                            models.CharField(
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
                        ("jurisdiction", models.CharField(max_length=120)),
                        ("as_of", models.DateField()),
                        ("inputs", models.JSONField(default=dict)),
                        ("answer", models.JSONField()),
                        ("would_change", models.JSONField(default=list)),
                        ("reviews", models.JSONField(default=list)),
                        ("inputs_sha256", models.CharField(max_length=64)),
                        ("law", models.JSONField(default=dict)),
                        ("program", models.CharField(max_length=20)),
                        ("drafted_at", models.DateTimeField()),
                        ("returned_why", models.CharField(blank=True, max_length=300)),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Designee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=160)),
                        ("relation", models.CharField(max_length=60)),
                        ("address", models.CharField(max_length=300)),
                        ("named_at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="designees", to="desk.person"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("site", models.CharField(max_length=40)),
                        ("seq", models.PositiveBigIntegerField()),
                        ("prev", models.CharField(max_length=64)),
                        ("hash", models.CharField(max_length=64, unique=True)),
                        ("at", models.DateTimeField()),
                        ("actor", models.CharField(max_length=40)),
                        ("act", models.CharField(db_index=True, max_length=40)),
                        ("kind", models.CharField(max_length=30)),
                        ("object", models.CharField(max_length=40)),
                        ("request", models.CharField(blank=True, db_index=True, max_length=40)),
                        ("body", models.TextField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["kind", "object", "seq"], name="events_of_an_object"),
                            models.Index(fields=["seq"], name="events_by_number"),
                            models.Index(fields=["act", "seq"], name="events_of_an_act"),
                            models.Index(fields=["actor", "seq"], name="events_of_an_actor"),
                            models.Index(fields=["actor", "act", "seq"], name="events_of_an_actors_act"),
                            models.Index(fields=["request", "seq"], name="events_of_a_request"),
                            models.Index(fields=["object", "act", "seq"], name="events_of_an_objects_act"),
                        ],
                        "constraints": [models.UniqueConstraint(fields=("site", "seq"), name="one_event_a_number")],
                    },
                ),
                migrations.CreateModel(
                    name="FiguresRelease",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("version", models.PositiveIntegerField(unique=True)),
                        ("text", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("counted", models.JSONField(default=dict)),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FormDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("form", models.CharField(max_length=160)),
                        ("content", models.TextField()),
                        ("saved_at", models.DateTimeField(db_index=True)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("role", models.CharField(blank=True, max_length=20)),
                        ("body", models.JSONField()),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "incoming",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "outgoing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Anchor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sent_to", models.CharField(max_length=160)),
                        ("way", models.CharField(max_length=40)),
                        ("at", models.DateTimeField()),
                        ("proof", models.CharField(blank=True, max_length=200)),
                        ("cosignature", models.CharField(blank=True, max_length=400, null=True)),
                        (
                            "checkpoint",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="anchors",
                                to="desk.checkpoint",
                            ),
                        ),
                        (
                            "route",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="anchors",
                                to="desk.headroute",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Idempotency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=80)),
                        ("body_sha256", models.CharField(max_length=64)),
                        ("status", models.PositiveSmallIntegerField()),
                        ("answer", models.JSONField()),
                        ("at", models.DateTimeField()),
                        ("api_key", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="desk.apikey")),
                    ],
                ),
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("kind", models.CharField(max_length=30)),
                        ("target", models.CharField(max_length=16)),
                        ("queued_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
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
                        ("beat_at", models.DateTimeField(blank=True, null=True)),
                        ("worker", models.CharField(blank=True, default="", max_length=120)),
                        ("not_before", models.DateTimeField(blank=True, null=True)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("of", models.PositiveIntegerField(default=0)),
                        ("said", models.CharField(blank=True, max_length=400)),
                        ("seal", models.CharField(blank=True, default="", max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="KnownPlace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.CharField(max_length=64)),
                        ("sessions_ended", models.PositiveIntegerField()),
                        ("last_at", models.DateTimeField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="LetterTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=40)),
                        ("version", models.PositiveIntegerField()),
                        ("text", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Waiting for approval"),
                                    ("in_use", "In use"),
                                    ("ended", "Replaced"),
                                    ("turned_down", "Rejected"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("why", models.CharField(blank=True, max_length=300)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Mail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("deadline", "A deadline is coming"), ("signature", "A signature is waiting")],
                                max_length=10,
                            ),
                        ),
                        ("role", models.CharField(max_length=20)),
                        ("count", models.PositiveIntegerField()),
                        ("made_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("waiting", "Waiting"), ("sent", "Sent"), ("given_up", "Given up")],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("not_before", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("trouble", models.CharField(blank=True, max_length=120)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["state", "not_before"], name="mails_waiting")],
                    },
                ),
                migrations.CreateModel(
                    name="Office",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("site", models.SlugField(max_length=40, unique=True)),
                        ("name", models.CharField(max_length=120)),
                        ("agency", models.CharField(max_length=160)),
                        ("address", models.JSONField(default=list)),
                        ("email", models.CharField(blank=True, max_length=120)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("letter_copies", models.JSONField(default=list)),
                        ("jurisdiction", models.CharField(max_length=80)),
                        (
                            "policy",
                            models.TextField(blank=True, help_text="The county's own policy (TOML), where it has one."),
                        ),
                        ("policy_proposed", models.TextField(blank=True, null=True)),
                        ("policy_proposed_at", models.DateTimeField(blank=True, null=True)),
                        ("policy_proposed_why", models.CharField(blank=True, max_length=300)),
                        ("place_proposed", models.JSONField(blank=True, null=True)),
                        ("place_proposed_at", models.DateTimeField(blank=True, null=True)),
                        ("time_zone", models.CharField(max_length=40)),
                        (
                            "notice_hours",
                            models.PositiveSmallIntegerField(
                                default=24, help_text="The county's own target for serving a notice; not law."
                            ),
                        ),
                        ("dispute_minutes", models.PositiveSmallIntegerField(default=60)),
                        (
                            "release_hours",
                            models.PositiveSmallIntegerField(
                                default=8,
                                help_text="The county's own target from ready for release to physically released; not law.",
                            ),
                        ),
                        (
                            "shift_starts",
                            models.CharField(
                                default="06:00 14:00 22:00",
                                help_text="Local times, separated by spaces.",
                                max_length=60,
                            ),
                        ),
                        (
                            "date_form",
                            models.CharField(
                                choices=[("us", "02/20/1988"), ("month", "Feb 20, 1988"), ("iso", "1988-02-20")],
                                default="us",
                                max_length=10,
                            ),
                        ),
                        (
                            "clock_form",
                            models.CharField(
                                choices=[("24", "0613 hrs"), ("24_colon", "06:13"), ("12", "6:13 a.m.")],
                                default="24",
                                max_length=10,
                            ),
                        ),
                        ("demonstration", models.BooleanField(default=False)),
                        (
                            "head_days",
                            models.PositiveSmallIntegerField(
                                default=7,
                                help_text="Days after which the desk warns that no signed checkpoint was filed outside the building.",
                            ),
                        ),
                        (
                            "place_proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "policy_proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OfficeSeal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("png", models.BinaryField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("wide", models.PositiveSmallIntegerField()),
                        ("high", models.PositiveSmallIntegerField()),
                        ("at", models.DateTimeField()),
                        ("in_use", models.BooleanField(default=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Opinion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("act", models.CharField(max_length=40)),
                        ("provision", models.CharField(blank=True, max_length=120)),
                        ("facts", models.JSONField(default=dict)),
                        ("outcome", models.CharField(max_length=12)),
                        ("condition", models.CharField(blank=True, default="", max_length=500)),
                        ("text", models.TextField()),
                        ("privileged", models.BooleanField(default=True)),
                        ("at", models.DateTimeField()),
                        ("expires_on", models.DateField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("act", models.CharField(max_length=40)),
                        ("outcome", models.CharField(max_length=12)),
                        (
                            "does",
                            models.CharField(
                                choices=[
                                    ("complies", "Granted"),
                                    ("refuses", "Denied"),
                                    ("waits", "Pending: a fact or counsel's answer is missing; not done"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("ground", models.CharField(blank=True, max_length=40)),
                        ("words", models.CharField(blank=True, max_length=500)),
                        ("needs_second", models.BooleanField()),
                        ("until", models.DateTimeField(blank=True, null=True)),
                        ("effective_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="choices", to="desk.decision"
                            ),
                        ),
                        (
                            "opinion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="desk.opinion",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OutsideAccount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("login", "Log-in"),
                                    ("feed", "Data feed"),
                                    ("report", "Report sent regularly"),
                                    ("dashboard", "Dashboard or shared folder"),
                                ],
                                default="login",
                                max_length=10,
                            ),
                        ),
                        ("holder", models.CharField(max_length=120)),
                        ("system", models.CharField(max_length=120)),
                        ("purpose", models.CharField(max_length=200)),
                        ("opened_on", models.DateField()),
                        ("last_used_at", models.DateTimeField(blank=True, null=True)),
                        ("rows_seen", models.PositiveIntegerField(blank=True, null=True)),
                        ("reviewed_on", models.DateField(blank=True, null=True)),
                        ("law", models.JSONField(default=dict)),
                        ("revoked_on", models.DateField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PackageFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=200)),
                        ("content", models.BinaryField()),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="files", to="desk.decision"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="PaperForm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=12, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("intake", "Intake"),
                                    ("contact", "Contact log"),
                                    ("service", "Service of notice"),
                                    ("decision", "Decision, with both signatures"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("printed_at", models.DateTimeField()),
                        (
                            "printed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaperPage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("png", models.BinaryField()),
                        ("width", models.FloatField()),
                        ("height", models.FloatField()),
                        (
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="drawn", to="desk.paper"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="NeverThese",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("other", models.CharField(max_length=120)),
                        ("why", models.CharField(max_length=200)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="never", to="desk.person"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="FactRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("fact", models.CharField(max_length=60)),
                        ("value", models.JSONField(null=True)),
                        ("source", models.CharField(max_length=200)),
                        ("said_at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        ("why", models.CharField(blank=True, default="", max_length=300)),
                        ("withdraws", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="correction",
                                to="desk.factrecord",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facts",
                                to="desk.person",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Booking",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("booking_id", models.CharField(db_index=True, max_length=60)),
                        ("booked_at", models.DateTimeField(blank=True, null=True)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        ("scheduled_release_on", models.DateField(blank=True, db_index=True, null=True)),
                        ("release_ready_at", models.DateTimeField(blank=True, null=True)),
                        ("release_reported_at", models.DateTimeField(blank=True, null=True)),
                        ("release_reason", models.CharField(blank=True, max_length=120)),
                        ("facility", models.CharField(blank=True, max_length=120)),
                        ("housing", models.CharField(blank=True, max_length=120)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="bookings", to="desk.person"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("field", models.CharField(max_length=40)),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        ("where", models.CharField(max_length=200)),
                        ("evidence", models.CharField(max_length=300)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RecordCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("held", models.TextField(blank=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("holds", models.BooleanField(null=True)),
                        ("size", models.PositiveBigIntegerField(default=0)),
                        ("sentences", models.JSONField(default=list)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Request",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("number", models.CharField(max_length=30, unique=True)),
                        (
                            "kind",
                            models.CharField(
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
                        ("state", models.CharField(db_index=True, max_length=20)),
                        ("before_dispute", models.CharField(blank=True, max_length=20)),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("source", models.JSONField(default=dict)),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("counter", "counter"),
                                    ("electronic", "electronic"),
                                    ("email", "email"),
                                    ("fax", "fax"),
                                    ("mail", "mail"),
                                    ("phone", "phone"),
                                    ("portal", "portal"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        ("touched_at", models.DateTimeField(blank=True, null=True)),
                        ("entered_at", models.DateTimeField()),
                        ("received_by", models.CharField(blank=True, max_length=120)),
                        ("reply_by", models.DateTimeField(blank=True, null=True)),
                        ("sender_name", models.CharField(blank=True, max_length=160)),
                        ("sender_agency", models.CharField(blank=True, max_length=160)),
                        ("sender_verified", models.CharField(blank=True, max_length=200)),
                        ("pages", models.CharField(blank=True, max_length=40)),
                        ("late_entry", models.BooleanField(default=False)),
                        ("match", models.JSONField(blank=True, null=True)),
                        ("match_conflict", models.BooleanField(default=False)),
                        ("conflict_cleared", models.JSONField(blank=True, default=dict)),
                        ("conflict_evidence", models.CharField(blank=True, max_length=500)),
                        ("nobody_near", models.JSONField(blank=True, null=True)),
                        ("aside", models.JSONField(blank=True, null=True)),
                        ("assigned_role", models.CharField(blank=True, max_length=20)),
                        ("stale", models.JSONField(blank=True, null=True)),
                        ("ended_how", models.CharField(blank=True, max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("lateness", models.CharField(blank=True, max_length=200)),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assigned",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "booking",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="desk.booking",
                            ),
                        ),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conflict_cleared_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duplicates",
                                to="desk.request",
                            ),
                        ),
                        (
                            "packet",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="desk.request",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="desk.paper",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="desk.person",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ReadField",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=60)),
                        ("value_read", models.TextField(blank=True)),
                        ("words", models.TextField(blank=True)),
                        ("page", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("box", models.JSONField(blank=True, null=True)),
                        ("confidence", models.CharField(blank=True, max_length=10)),
                        ("value", models.TextField(blank=True)),
                        ("unreadable", models.BooleanField(default=False)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="read_fields",
                                to="desk.request",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("fact", models.CharField(max_length=60)),
                        ("ask", models.TextField()),
                        ("of", models.CharField(max_length=120)),
                        ("raised_at", models.DateTimeField()),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                        ("asked_how", models.CharField(blank=True, max_length=120)),
                        ("chased_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_why", models.CharField(blank=True, max_length=120)),
                        (
                            "answered",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="desk.factrecord",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="desk.request"
                            ),
                        ),
                    ],
                ),
                migrations.AddField(
                    model_name="opinion",
                    name="request",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="desk.request",
                    ),
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("what", models.CharField(max_length=40)),
                        ("citation", models.CharField(max_length=200)),
                        ("blocks", models.CharField(blank=True, max_length=40)),
                        ("says", models.CharField(blank=True, max_length=400)),
                        ("due_at", models.DateTimeField(blank=True, null=True)),
                        ("raised_at", models.DateTimeField()),
                        ("served_at", models.DateTimeField(blank=True, null=True)),
                        ("excused", models.CharField(blank=True, max_length=300)),
                        (
                            "designee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="desk.designee",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="desk.person"
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="desk.request"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ListWork",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[("show", "Working out the list"), ("make", "Generating the response")],
                                max_length=6,
                            ),
                        ),
                        ("rests_on", models.CharField(db_index=True, max_length=64)),
                        ("choices", models.JSONField(default=list)),
                        ("added", models.TextField(blank=True)),
                        ("shown", models.CharField(blank=True, max_length=64)),
                        ("version", models.PositiveIntegerField(blank=True, null=True)),
                        ("asked_at", models.DateTimeField()),
                        ("seal", models.CharField(blank=True, default="", max_length=64)),
                        ("result", models.JSONField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="desk.decision",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.request"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="IdentityCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("identifier", "A second identifier agrees"),
                                    ("call_back", "The sender was called back"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("identifier", models.CharField(blank=True, max_length=20)),
                        ("value", models.CharField(blank=True, max_length=80)),
                        ("spoke_with", models.CharField(blank=True, max_length=160)),
                        ("number", models.CharField(blank=True, max_length=60)),
                        ("words", models.CharField(blank=True, max_length=300)),
                        ("at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.person"
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="identity_checks",
                                to="desk.request",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="factrecord",
                    name="request",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="desk.request",
                    ),
                ),
                migrations.CreateModel(
                    name="Execution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[("lodged", "Hold lodged"), ("handed_over", "Inmate transferred")],
                                max_length=12,
                            ),
                        ),
                        ("agency", models.CharField(max_length=160)),
                        ("officer", models.CharField(max_length=160)),
                        ("badge", models.CharField(blank=True, max_length=60)),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("allowed_by", models.CharField(max_length=300)),
                        ("at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.decision"
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="executions",
                                to="desk.request",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EndedByProgram",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("looked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "api_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.apikey"
                            ),
                        ),
                        (
                            "looked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.request"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Dispute",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
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
                        ("on_word_of", models.CharField(max_length=120)),
                        ("words", models.CharField(blank=True, max_length=500)),
                        ("raised_at", models.DateTimeField()),
                        ("told_commander_at", models.DateTimeField(blank=True, null=True)),
                        ("proposed_at", models.DateTimeField(blank=True, null=True)),
                        ("resolved_at", models.DateTimeField(blank=True, null=True)),
                        ("resolution", models.CharField(blank=True, max_length=20)),
                        ("evidence", models.CharField(blank=True, max_length=500)),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "resolved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="disputes", to="desk.person"
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disputes",
                                to="desk.request",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Dispatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("to", models.CharField(max_length=200)),
                        ("way", models.CharField(max_length=20)),
                        ("address", models.CharField(max_length=200)),
                        ("address_verified", models.CharField(blank=True, max_length=200)),
                        ("files", models.JSONField(default=list)),
                        ("proof", models.CharField(max_length=300)),
                        ("taken_by", models.CharField(blank=True, max_length=160)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatches",
                                to="desk.decision",
                            ),
                        ),
                        (
                            "proof_file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proofs",
                                to="desk.paper",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatches",
                                to="desk.request",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="decision",
                    name="request",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="desk.request"
                    ),
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
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
                        ("who", models.CharField(max_length=160)),
                        ("agency", models.CharField(max_length=120)),
                        ("badge", models.CharField(blank=True, max_length=60)),
                        ("number", models.CharField(blank=True, max_length=60)),
                        ("began_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("asked", models.TextField()),
                        ("note", models.CharField(blank=True, max_length=500)),
                        ("recorded_at", models.DateTimeField()),
                        ("late_entry", models.BooleanField(default=False)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("promised", models.CharField(blank=True, max_length=200)),
                        ("promised_for", models.DateTimeField(blank=True, null=True)),
                        ("promise_kept_at", models.DateTimeField(blank=True, null=True)),
                        ("looked_at", models.DateTimeField(blank=True, null=True)),
                        ("looked_words", models.CharField(blank=True, max_length=300)),
                        (
                            "about",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="desk.booking",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "looked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contacts",
                                to="desk.request",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("comment", "Comment"),
                                    ("assigned", "Assigned"),
                                    ("taken", "Taken"),
                                    ("handed_back", "Handed back"),
                                ],
                                default="comment",
                                max_length=12,
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=1000)),
                        ("to_role", models.CharField(blank=True, max_length=20)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="desk.request"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Clock",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("slot", models.CharField(editable=False, max_length=90, null=True, unique=True)),
                        ("kind", models.CharField(max_length=30)),
                        ("says", models.CharField(max_length=200)),
                        ("trigger", models.CharField(max_length=120)),
                        ("started_at", models.DateTimeField()),
                        ("rule", models.CharField(max_length=300)),
                        ("calendar", models.CharField(max_length=120)),
                        ("ends_at", models.DateTimeField(db_index=True)),
                        ("arithmetic", models.JSONField(default=list)),
                        ("citation", models.CharField(blank=True, max_length=200)),
                        ("custody", models.BooleanField(default=False)),
                        ("warned_at", models.DateTimeField(blank=True, null=True)),
                        ("escalated_at", models.DateTimeField(blank=True, null=True)),
                        ("met_at", models.DateTimeField(blank=True, null=True)),
                        ("met_how", models.CharField(blank=True, max_length=120)),
                        (
                            "booking",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="desk.booking",
                            ),
                        ),
                        (
                            "dispute",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="desk.dispute",
                            ),
                        ),
                        (
                            "notice",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="desk.notice",
                            ),
                        ),
                        (
                            "opinion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="desk.opinion",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="desk.request",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RosterFile",
                    fields=[
                        (
                            "roster",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="file",
                                serialize=False,
                                to="desk.rosterimport",
                            ),
                        ),
                        ("detail", models.JSONField(default=dict)),
                        ("content", models.BinaryField()),
                    ],
                ),
                migrations.AddField(
                    model_name="rosterimport",
                    name="asked_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="rosterimport",
                    name="by",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="rosterimport",
                    name="confirmed_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="rosterimport",
                    name="undone_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.CreateModel(
                    name="RosterBefore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("person_id", models.CharField(max_length=60)),
                        ("content", models.BinaryField()),
                        (
                            "roster",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="before",
                                to="desk.rosterimport",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ReleaseDates",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField()),
                        ("rows", models.JSONField(default=list)),
                        ("made_at", models.DateTimeField()),
                        (
                            "roster",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dates",
                                to="desk.rosterimport",
                            ),
                        ),
                    ],
                ),
                migrations.AddField(
                    model_name="person",
                    name="first_seen",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.rosterimport"
                    ),
                ),
                migrations.AddField(
                    model_name="person",
                    name="last_seen",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.rosterimport"
                    ),
                ),
                migrations.AddField(
                    model_name="decision",
                    name="roster",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="desk.rosterimport",
                    ),
                ),
                migrations.CreateModel(
                    name="RosterSample",
                    fields=[
                        (
                            "profile",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="sample",
                                serialize=False,
                                to="desk.rosterprofile",
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("sha256", models.CharField(max_length=64)),
                        ("content", models.BinaryField()),
                        ("taken_on", models.DateField()),
                        ("layout", models.JSONField(default=dict)),
                        ("tables", models.JSONField(default=dict)),
                        ("cards", models.JSONField(default=list)),
                        ("notes", models.JSONField(default=list)),
                        ("tried", models.JSONField(default=dict)),
                        ("said", models.JSONField(default=dict)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="rosterprofile",
                    name="ended_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="rosterprofile",
                    name="made_by",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="rosterprofile",
                    name="proposed_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="rosterprofile",
                    name="vouched_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.CreateModel(
                    name="SavedView",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("of", models.CharField(choices=[("home", "Desk"), ("requests", "Requests")], max_length=12)),
                        ("name", models.CharField(max_length=60)),
                        ("query", models.CharField(max_length=300)),
                        ("made_at", models.DateTimeField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="views",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Script",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("words", models.TextField()),
                        ("fields", models.JSONField(default=list)),
                        ("made_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ContactField",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("field", models.CharField(max_length=40)),
                        ("ground", models.CharField(max_length=60)),
                        ("allowed", models.BooleanField(default=False)),
                        ("why", models.CharField(blank=True, max_length=300)),
                        (
                            "about",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="desk.booking",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="told", to="desk.contact"
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="desk.decision",
                            ),
                        ),
                        (
                            "script",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="desk.script",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Service",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("served", "Served"),
                                    ("refused", "Served; refused to accept or sign"),
                                    ("failed", "Unable to serve"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("language", models.CharField(max_length=10)),
                        ("interpreter", models.CharField(blank=True, max_length=160)),
                        ("place", models.CharField(blank=True, max_length=120)),
                        ("served_by", models.CharField(blank=True, default="", max_length=160)),
                        ("answer", models.CharField(blank=True, default="", max_length=10)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("next_try_at", models.DateTimeField(blank=True, null=True)),
                        ("at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="services", to="desk.notice"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Signature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "door",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "Drafted"), (2, "Signed"), (3, "Signed off by counsel")]
                            ),
                        ),
                        ("role", models.CharField(max_length=20)),
                        ("at", models.DateTimeField()),
                        ("factor", models.CharField(max_length=20)),
                        ("seen_sha256", models.CharField(max_length=64)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="desk.decision",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Telling",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("fingerprint", "Fingerprints sent at booking"),
                                    ("hand_query", "Manual database query"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("sent_at", models.DateTimeField()),
                        ("to", models.CharField(max_length=120)),
                        ("transaction", models.CharField(blank=True, max_length=80)),
                        ("ori", models.CharField(blank=True, max_length=20)),
                        ("purpose", models.CharField(blank=True, max_length=120)),
                        ("reason", models.CharField(blank=True, max_length=200)),
                        ("answer", models.CharField(blank=True, max_length=300)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "booking",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tellings", to="desk.booking"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Webhook",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=habeas.desk.models.base.new_key, editable=False, max_length=16, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        ("address", models.CharField(max_length=300)),
                        ("secret", models.TextField()),
                        ("events", models.JSONField(default=list)),
                        ("made_at", models.DateTimeField()),
                        ("vouched_at", models.DateTimeField(blank=True, null=True)),
                        ("from_seq", models.BigIntegerField(default=-1)),
                        ("seal", models.CharField(blank=True, default="", max_length=64)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "vouched_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WebhookCall",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seq", models.BigIntegerField()),
                        ("event", models.CharField(max_length=40)),
                        ("request", models.CharField(max_length=40)),
                        ("happened_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("waiting", "Waiting"), ("sent", "Sent"), ("given_up", "Given up")],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("not_before", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("trouble", models.CharField(blank=True, max_length=120)),
                        (
                            "hook",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="desk.webhook"
                            ),
                        ),
                    ],
                ),
                migrations.AddConstraint(
                    model_name="account",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("provider_subject", ""), _negated=True),
                        fields=("provider_subject",),
                        name="one_account_a_subject",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="formdraft",
                    constraint=models.UniqueConstraint(fields=("account", "form"), name="one_draft_a_form_and_account"),
                ),
                migrations.AddConstraint(
                    model_name="handover",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("incoming", None),
                            models.Q(("incoming", models.F("outgoing")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_people_hand_over",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="anchor",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("route__isnull", False)),
                        fields=("route", "checkpoint"),
                        name="one_hand_out_of_a_head_a_route",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="idempotency",
                    constraint=models.UniqueConstraint(fields=("api_key", "key"), name="one_answer_a_key"),
                ),
                migrations.AddIndex(
                    model_name="job",
                    index=models.Index(fields=["state", "id"], name="jobs_waiting"),
                ),
                migrations.AddConstraint(
                    model_name="job",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["waiting", "running"])),
                        fields=("kind", "target"),
                        name="one_job_at_a_time_for_a_thing",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="knownplace",
                    constraint=models.UniqueConstraint(fields=("account", "place"), name="one_row_a_known_place"),
                ),
                migrations.AddConstraint(
                    model_name="lettertemplate",
                    constraint=models.UniqueConstraint(
                        fields=("kind", "version"), name="one_template_a_kind_and_version"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lettertemplate",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "in_use")), fields=("kind",), name="one_template_in_use_a_kind"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="officeseal",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("in_use", True)), fields=("in_use",), name="one_seal_in_use"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actchoice",
                    constraint=models.UniqueConstraint(
                        fields=("decision", "act", "outcome"), name="one_choice_an_act_and_outcome"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actchoice",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("does", "waits"),
                            models.Q(("does", "refuses"), ("ground", "finding")),
                            models.Q(("ground__gt", ""), ("outcome", "may")),
                            models.Q(("does", "complies"), ("outcome", "must")),
                            models.Q(("does", "refuses"), ("outcome__in", ["must_not", "silent"])),
                            models.Q(("opinion__isnull", False), ("outcome__in", ["unresolved", "silent"])),
                            _connector="OR",
                        ),
                        name="override_only_inside_may",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="packagefile",
                    constraint=models.UniqueConstraint(fields=("decision", "path"), name="one_file_a_path"),
                ),
                migrations.AddConstraint(
                    model_name="paperpage",
                    constraint=models.UniqueConstraint(fields=("paper", "number"), name="one_picture_a_page"),
                ),
                migrations.AddConstraint(
                    model_name="neverthese",
                    constraint=models.UniqueConstraint(fields=("person", "other"), name="never_said_once"),
                ),
                migrations.AddConstraint(
                    model_name="booking",
                    constraint=models.UniqueConstraint(fields=("person", "booking_id"), name="one_booking_a_number"),
                ),
                migrations.AddIndex(
                    model_name="request",
                    index=models.Index(fields=["state", "received_at"], name="requests_by_state"),
                ),
                migrations.AddConstraint(
                    model_name="request",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("conflict_cleared_by", None),
                            models.Q(
                                ("chosen_by__isnull", False),
                                models.Q(("conflict_cleared_by", models.F("chosen_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="two_people_clear_a_conflict",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="readfield",
                    constraint=models.UniqueConstraint(fields=("request", "name"), name="one_row_a_field"),
                ),
                migrations.AddConstraint(
                    model_name="question",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("request", "fact", "ask"),
                        name="asked_once_at_a_time",
                    ),
                ),
                migrations.AddIndex(
                    model_name="listwork",
                    index=models.Index(fields=["request", "-id"], name="list_works_of_a_request"),
                ),
                migrations.AddIndex(
                    model_name="factrecord",
                    index=models.Index(fields=["person", "fact", "id"], name="facts_of_a_person"),
                ),
                migrations.AddConstraint(
                    model_name="dispute",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("resolved_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_people_resolve_a_dispute",
                    ),
                ),
                migrations.AddIndex(
                    model_name="clock",
                    index=models.Index(fields=["met_at", "ends_at"], name="clocks_running"),
                ),
                migrations.AddConstraint(
                    model_name="rosterimport",
                    constraint=models.UniqueConstraint(fields=("sha256", "as_of"), name="one_roster_a_file_and_time"),
                ),
                migrations.AddConstraint(
                    model_name="rosterbefore",
                    constraint=models.UniqueConstraint(
                        fields=("roster", "person_id"), name="one_state_before_a_person"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="releasedates",
                    constraint=models.UniqueConstraint(fields=("roster", "day"), name="dates_once_a_day"),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.UniqueConstraint(fields=("request", "number"), name="one_decision_a_number"),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["draft", "to_sign", "settled"])),
                        fields=("request",),
                        name="one_living_decision_a_request",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rosterprofile",
                    constraint=models.UniqueConstraint(
                        fields=("name", "version"), name="one_profile_a_name_and_version"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="savedview",
                    constraint=models.UniqueConstraint(fields=("account", "of", "name"), name="one_view_a_name"),
                ),
                migrations.AddConstraint(
                    model_name="script",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("made_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_people_make_a_script",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signature",
                    constraint=models.UniqueConstraint(fields=("decision", "door"), name="one_signature_a_door"),
                ),
                migrations.AddConstraint(
                    model_name="signature",
                    constraint=models.UniqueConstraint(fields=("decision", "by"), name="never_the_same_person_twice"),
                ),
                migrations.AddIndex(
                    model_name="webhookcall",
                    index=models.Index(fields=["state", "not_before"], name="calls_waiting"),
                ),
                migrations.AddConstraint(
                    model_name="webhookcall",
                    constraint=models.UniqueConstraint(fields=("hook", "seq"), name="one_call_of_an_event_a_hook"),
                ),
            ]
        ),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
