"""What the coordinator does with a plan through the year, as rows of «Planens gång».

Each part of the year adds a function to `DELARNA`, which says how it stands in words.
"""

from dataclasses import dataclass

from django.urls import reverse

from aktiviteter.samraden import samradslaget


@dataclass(frozen=True, slots=True)
class Del:
    """One part: its name, how it stands, whether it is done (None: no such word)."""

    rubrik: str
    lage_i_ord: str
    klar: bool | None
    url: str


def _samradet(plan, user):
    url = reverse("plan_samrad", args=[plan.namnd.kort, plan.ar])
    return Del("Samråd och yttranden", *samradslaget(plan).i_ord, url)


# Functions (plan, user) -> Del or None, in the order of the year.
DELARNA = [_samradet]


def delar(plan, user):
    """Return the parts of a plan's year, `Del`, as its coordinator sees them."""
    return [ett for las in DELARNA if (ett := las(plan, user))]
