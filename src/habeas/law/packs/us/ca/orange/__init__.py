"""Orange County."""
