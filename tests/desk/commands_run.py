"""The commands over a desk's folder, run in a process of its own (see stage.run), so nothing of Django is imported here."""

from pathlib import Path


def the_commands(folder):
    """What each command says over the desk of `folder`, in a process of its own."""
    from typer.testing import CliRunner

    from habeas.cli.program import app

    out = str(Path(folder) / "out")
    lines = [
        ["verify"], ["checkpoint"], ["verify"], ["anchor", "--to", "Superior Court", "--how", "mail"], ["prove", "0"],
        ["replay"], ["key"], ["export", "--out", out],
    ]  # fmt: skip
    runs = [CliRunner().invoke(app, ["audit", *line, "--data", folder]) for line in lines]
    return [(each.exit_code, each.output) for each in runs]


def fresh_passwords(folder):
    """What `desk password` says for nobody, for a clerk and for an administrator, and whether the last words it said let in."""
    from typer.testing import CliRunner

    from habeas.cli.program import app
    from habeas.desk.models import Account

    Account.objects.create_user("plain", role="clerk")
    Account.objects.create_user("keeper", role="administrator")
    runs = [
        CliRunner().invoke(app, ["desk", "password", name, "--data", folder]) for name in ("nobody", "plain", "keeper")
    ]
    words = runs[-1].output.split("shown this once: ")[-1].split()[0]
    kept = Account.objects.get(username="keeper")
    return [each.exit_code for each in runs], kept.check_password(words), kept.first_password, kept.sessions_ended


def vouching(folder):
    """What `desk vouch` says for nobody, for an account that waits, and for it again; and whether it waits still."""
    from typer.testing import CliRunner

    from habeas.cli.program import app
    from habeas.desk.models import Account
    from tests.desk.stage import NOW

    Account.objects.create_user("waits", role="commander", unvouched_since=NOW)
    lines = (["nobody"], ["waits"], ["waits"])
    runs = [CliRunner().invoke(app, ["desk", "vouch", *line, "--data", folder]) for line in lines]
    return [each.exit_code for each in runs], Account.objects.get(username="waits").unvouched_since
