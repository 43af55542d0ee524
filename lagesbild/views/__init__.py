"""Pages of the picture, one file per page."""
