"""Ground: the house's look as template tags. The rest lies in templates/ and static/."""
