"""What the Texas rules speak of."""

from habeas.law.model.expressions import person

PROOF_GIVEN = person.proof_of_status_given.is_("us_citizen", "lawful_status")
"""Article 2A.060 excuses proof of citizenship and proof of lawful status."""
