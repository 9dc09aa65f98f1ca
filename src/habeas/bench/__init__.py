"""The benchmarks behind `habeas bench`: measured beside peers in the same run, never asserted by a timed test."""
