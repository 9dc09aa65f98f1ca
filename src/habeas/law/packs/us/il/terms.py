"""What the Illinois Acts speak of. Their federal criminal warrant (15(g)(1)) is WARRANT: a paper signed by an immigration judge is none."""

from habeas.law.model.expressions import request

DETAINER_OR_CIVIL_WARRANT = request.kind.is_("detainer", "administrative_warrant")
