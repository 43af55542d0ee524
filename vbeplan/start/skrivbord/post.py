"""One thing that waits on a desk, and what its readers share."""

from vbeplan.organisation.models import Ratt
from vbeplan.text.svenska import ordningsnyckel


def ord_antal(antal, en, flera):
    """Return «1 roll» or «3 roller»."""
    return f"1 {en}" if antal == 1 else f"{antal} {flera}"


def post(vad, varfor, url, knapp):
    """Return one thing: what, why, where to, and what the button there says."""
    return {"vad": vad, "varfor": varfor, "url": url, "knapp": knapp}


def samordnade(user):
    """Return the boards that she coordinates, in Swedish order."""
    return _i_ordning(m.namnd for m in user.medlemskapen if m.ratt == Ratt.SAMORDNARE)


def nya_samordnade(user):
    """Return those of them whose first steps she has not put away, in order."""
    return _i_ordning(m.namnd for m in user.medlemskapen if m.visar_kom_igang)


def _i_ordning(namnder):
    return sorted(set(namnder), key=lambda namnd: ordningsnyckel(namnd.namn))
