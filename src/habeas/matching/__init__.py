"""Who is meant: none, one, or ambiguous, with the reasons a clerk can say on the phone."""
