"""The commands over a desk's folder, run in a process of its own (see stage.run), so nothing of Django is imported here."""

from pathlib import Path


def the_commands(folder):
    """What each command says over the desk of `folder`, in a process of its own."""
    from typer.testing import CliRunner

    from habeas.cli import app

    out = str(Path(folder) / "out")
    lines = [
        ["verify"], ["checkpoint"], ["verify"], ["anchor", "--to", "Superior Court", "--how", "mail"], ["prove", "0"],
        ["replay"], ["key"], ["export", "--out", out],
    ]  # fmt: skip
    runs = [CliRunner().invoke(app, ["audit", *line, "--data", folder]) for line in lines]
    return [(each.exit_code, each.output) for each in runs]
