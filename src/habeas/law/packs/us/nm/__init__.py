"""New Mexico."""
