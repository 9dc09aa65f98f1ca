"""Papers, packets and their entries as they are kept."""
