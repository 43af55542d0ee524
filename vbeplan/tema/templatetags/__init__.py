"""Template tags of the look: `{% load komponenter %}`."""
