"""What the figures can carry, in figures and in words.

`takt` and `jamfor` are the exact calculations; `barighet` says what they mean for one
picture, out of nothing but what its page shows.
"""

from lagesbild.barighet.jamforelse import Jamforelse, Takt, jamfor, takt
from lagesbild.barighet.mening import Mening

__all__ = ["Jamforelse", "Mening", "Takt", "jamfor", "takt"]
