"""A sentence with the figures that bear it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mening:
    """What can be said, and the shown figures that it is said of.

    `tal` is ((name, value as it stands in the text), …): every number in `text` is
    there. `slag` says which part of the matter it is (see `lagesbild.barighet.slag`).
    """

    text: str
    tal: tuple[tuple[str, str], ...] = ()
    slag: str = ""

    def __str__(self):
        return self.text
