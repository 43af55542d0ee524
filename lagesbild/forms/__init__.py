"""Forms of the picture: they pick fields and ask the models."""
