"""What the office publishes: the register and the public figures."""
