"""Santa Clara County."""
