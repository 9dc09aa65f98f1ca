"""A profile tried on a sample of an export: what the file looks like, what its columns hold, what the profile reads of it."""
