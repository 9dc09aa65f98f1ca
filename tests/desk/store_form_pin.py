"""Writes the form that the steps of the database make beside its module: `python -m tests.desk.store_form_pin`."""

import json
import tempfile
from pathlib import Path

from tests.desk import stage

FORM = Path(__file__).parents[2] / "src" / "habeas" / "desk" / "record" / "sqlite_form.json"


def new_form():
    """The form of an office's store that is opened today."""
    from habeas.desk.configure import bring_up_to_date
    from habeas.desk.record.store_form import form_of_store

    bring_up_to_date()
    return form_of_store()


def write():
    """Write the form that the steps make beside its module."""
    folder = Path(tempfile.mkdtemp())
    (folder / "static").mkdir()
    made = stage.run({"data": str(folder), "url": ""}, new_form)
    FORM.write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
