"""Arkansas."""
