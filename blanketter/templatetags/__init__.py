"""Template tags of the form and its desk."""
