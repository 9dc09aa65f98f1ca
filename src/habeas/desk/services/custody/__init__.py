"""Who is in custody: rosters, taking in and undoing them, and the search over people."""
