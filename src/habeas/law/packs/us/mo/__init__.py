"""Missouri."""
