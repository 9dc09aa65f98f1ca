"""Iowa."""
