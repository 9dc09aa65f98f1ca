"""California's law of credits: Penal Code 2900.5, 4019 and what stands with them, each rule with its source."""
