"""Sacramento County: the jail stands on state law alone; a settlement of 2022 is noted."""

from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="A settlement of 2022 asks the Sheriff for strict verification, for written notice of interviews, and "
        "forbids putting off a release while a record is checked.",
        source=SOURCES["settlement-2022"],
    ),
)

PACK = Pack(id="us-ca-sacramento", title="Sacramento County", notes=NOTES)
