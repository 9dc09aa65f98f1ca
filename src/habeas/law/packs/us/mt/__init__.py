"""Montana."""
