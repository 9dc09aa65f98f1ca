"""San Diego County."""
