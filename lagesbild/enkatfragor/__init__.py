"""The questions of an enkät: the city's version, and the board's own after them."""
