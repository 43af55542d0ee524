"""Ground: the look's template tags. The rest lies in templates/ and static/."""
