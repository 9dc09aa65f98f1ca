"""Places: what a jurisdiction's path names, in whose law it stands (its parents), and which time its clocks show."""
