"""What the public may read: one frozen ledger rounded as a whole, its units of time, and releases whose bytes never change."""
