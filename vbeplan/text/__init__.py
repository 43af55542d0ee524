"""Ground: rich text as a closed set of blocks, and Swedish spelling and order."""
