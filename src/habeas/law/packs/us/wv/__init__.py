"""West Virginia."""
