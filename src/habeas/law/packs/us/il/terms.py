"""What the Illinois Acts speak of; Cook County's ordinance uses them too."""

from habeas.law.expressions import request
from habeas.law.packs.us.terms import CRIME, FEDERAL_JUDGE

CIVIL_PAPER = request.kind.is_("detainer", "administrative_warrant")
CRIMINAL_WARRANT = request.kind.is_("judicial_warrant", "judicial_probable_cause") & FEDERAL_JUDGE & CRIME
"""15(g)(1): a federal criminal warrant. A paper signed by an immigration judge is none."""
