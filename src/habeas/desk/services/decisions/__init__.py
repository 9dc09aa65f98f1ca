"""Deciding, counsel's opinion, signing, settling what is open, ending, replaying."""
