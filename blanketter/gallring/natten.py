"""What else is done each night, by rooms that know this one and not the other way."""

_GORS = []


def varje_natt(gor):
    """Let the nightly `gallra` call `gor(namnder)`, which returns sentences of what it
    did in those boards. It may be called any number of times a night."""
    if gor not in _GORS:
        _GORS.append(gor)


def gor_nattens(namnder):
    """Return what the rooms did, in sentences."""
    return [mening for gor in _GORS for mening in gor(namnder)]
