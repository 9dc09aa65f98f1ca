"""The file as it came: what it is, its limits, its pages drawn as pictures."""
