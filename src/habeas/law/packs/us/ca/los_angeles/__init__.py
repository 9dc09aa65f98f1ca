"""Los Angeles County."""
