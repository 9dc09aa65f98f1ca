"""The whole store in one step, for a new office: what the steps 0001 to 0050 arrive at, without their detours.

An office that stands goes on from the steps it has; Django takes the one road or the other, and `tests/desk/test_upgrade.py` holds both to the same tables.
"""

from importlib import import_module
from typing import Any

from django.db import migrations

from habeas.desk.migrations._at_once import AtOnce

STEPS = (
    "0001_initial",
    "0002_guards",
    "0003_clocks_scripts_and_calendars",
    "0004_clocks_never_move",
    "0005_intake_numbers_identity_and_jobs",
    "0006_query_by_hand",
    "0007_release_reported",
    "0008_receipts_of_what_was_sent",
    "0009_pages_as_pictures",
    "0010_sessions_and_a_policy_two_people_change",
    "0011_numbers_of_paper_forms",
    "0012_release_dates",
    "0013_rosters_beside_their_files",
    "0014_rosters_without_their_files",
    "0015_accounts_somebody_vouches_for",
    "0016_the_text_of_the_law",
    "0019_the_way_of_a_request",
    "0020_rosters_two_people_confirm_and_undo",
    "0017_the_zone_comes_with_the_place",
    "0021_counsel_opens_what_is_silent",
    "0022_a_choice_an_act_and_outcome",
    "0023_heads_and_signatures_only_grow",
    "0025_two_people_for_keys_and_limits_apart",
    "0026_work_of_a_process_that_is_gone",
    "0028_pages_stay_quick_over_a_long_record",
    "0029_accounts_the_record_holds",
    "0030_heads_go_out",
    "0031_a_hand_out_is_not_replaced",
    "0032_passwords_and_factors_are_sealed",
    "0033_exports_described_at_the_desk",
    "0034_what_is_put_back_is_known",
    "0035_words_and_dates_people_read",
    "0036_titles_under_a_signature",
    "0037_templates_of_letters",
    "0042_lists_worked_out_beside_the_pages",
    "0040_comments_views_and_assigned_roles",
    "0043_seals_of_offices_and_drafts_of_forms",
    "0045_who_served_and_what_was_answered",
    "0041_mail_sound_and_shifts_of_a_role",
    "0046_middle_names_and_sex_shown",
    "0047_figures_releases",
    "0048_findings_close_and_counsel_sets_a_condition",
    "0050_a_recorded_fact_is_corrected",
    "0049_events_go_out",
)
"""The steps in the order they are applied."""
GUARDS = (
    "0002_guards",
    "0004_clocks_never_move",
    "0023_heads_and_signatures_only_grow",
    "0031_a_hand_out_is_not_replaced",
    "0034_what_is_put_back_is_known",
    "0040_comments_views_and_assigned_roles",
)
"""Those that put triggers on tables."""


def guard(apps: Any, schema_editor: Any) -> None:
    """Put every guard on, as those steps do."""
    for step in GUARDS:
        import_module(f"{__package__}.{step}").guard(apps, schema_editor)


class Migration(migrations.Migration):
    """Everything at once."""

    replaces = [("desk", step) for step in STEPS]
    initial = True
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]
    operations = [
        AtOnce([each for step in STEPS for each in import_module(f"{__package__}.{step}").Migration.operations]),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
