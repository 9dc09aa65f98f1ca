"""What the Illinois Acts speak of. Their federal criminal warrant (15(g)(1)) is WARRANT: a paper signed by an immigration judge is none.

805/10 calls a detainer each document of an immigration agent, not ordered by a judge, that requests notice of release or custody.
"""

from habeas.law.model.expressions import request

DETAINER_OR_CIVIL_WARRANT = request.kind.is_("detainer", "administrative_warrant")
