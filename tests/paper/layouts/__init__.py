"""Every known form in layouts nobody has drawn by hand: labels, values and places by seed, with the truth beside them."""
