"""Passwords and second factors that are in use get their seals, once in the life of a desk: later ones are sealed as they are set.

Where the file beside the key says that this was done, whoever owns the database took the step back to have it done again: nothing is sealed.
"""

from typing import Any

from django.db import migrations, models

from habeas.desk.seals import seal, sealed_before


def seal_what_stands(apps: Any, schema_editor: Any) -> None:
    if not sealed_before():
        seal_passwords(apps)
        seal_factors(apps)


def seal_passwords(apps: Any) -> None:
    Account = apps.get_model("desk", "Account")
    for row in Account.objects.only("username", "password"):
        made = seal("password", row.username, row.password)
        Account.objects.filter(pk=row.pk).update(password_seal=made)


def seal_factors(apps: Any) -> None:
    from habeas.desk.accounts.factor_secrets import seal_of  # noqa: PLC0415 - models exist only now

    try:
        Authenticator = apps.get_model("mfa", "Authenticator")
    except LookupError:  # a store being made: its second factors have no table yet, so nobody has one
        return
    for row in Authenticator.objects.all():
        if (made := seal_of(row.user_id, row.type, row.data)) is not None:
            Authenticator.objects.filter(pk=row.pk).update(data={**row.data, "sealed": made})


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0031_a_hand_out_is_not_replaced"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="password_seal",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(seal_what_stands, migrations.RunPython.noop),
    ]
