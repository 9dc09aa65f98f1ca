"""Faults at length: sessions are killed, power is cut, disks fill, clocks jump, and nothing that was acknowledged may be missing."""
