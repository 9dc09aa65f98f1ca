"""Kansas."""
