"""The shell's face of this room; see docs/commands.md."""
