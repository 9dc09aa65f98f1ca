"""San Mateo County."""
