"""What the enkäter showed, in the words that their results have themselves."""

from lagesbild.utkast.delar import Del, Stycke

VANLIGAST = "Vanligast"  # a result that names its largest answer
MITTEN = "I mitten låg"  # one that tells of numbers


def enkatdel(enkater):
    """Return a paragraph for each enkät, with a point for each question shown."""
    stycken = []
    for enkat in enkater:
        punkter = tuple(filter(None, map(_punkt, enkat.fragor)))
        if enkat.sats or punkter:
            stycken.append(Stycke(enkat.sats, punkter, ledord=f"{enkat.namn}."))
    return Del("Enkät", tuple(stycken))


def _punkt(fraga):
    """Return a question with its result, beside the year before where it is shown.

    One that shows no result isn't worth a line in the board's text.
    """
    if not fraga.sats.startswith(VANLIGAST) and MITTEN not in fraga.sats:
        return ""
    visade = [rad for rad in fraga.rader if rad.alla.antal is not None]
    storst = max(visade, key=lambda rad: rad.alla.antal, default=None)
    fore = storst.forra if storst and fraga.sats.startswith(VANLIGAST) else None
    if fore is None or fore.andel is None:
        return f"{fraga.fraga} {fraga.sats}"
    return f"{fraga.fraga} {fraga.sats} Året före: {fore.andel}\u00a0%."
