"""The attacker: what a release gives away, worked out by code that shares nothing with the rounding it attacks."""
