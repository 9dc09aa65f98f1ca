"""Working on paper while the desk is down, and taking it in afterwards."""
