"""Who is in custody: records, readers, profiles, checks."""
