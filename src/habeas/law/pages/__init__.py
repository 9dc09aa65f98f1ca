"""Rules as pages people read, and what changed between two days."""
