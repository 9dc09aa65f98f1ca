"""Keeping the desk running: doctor, backup and restore, jobs."""
