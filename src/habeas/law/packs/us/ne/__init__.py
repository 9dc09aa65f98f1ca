"""Nebraska."""
