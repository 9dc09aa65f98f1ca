"""Hawaii."""
