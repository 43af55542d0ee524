"""How many answered an enkät, and what that limits."""

from lagesbild.barighet.mening import Mening, Slag

LAG = 60  # per cent: below it, those who didn't answer may well be different


def enkatmeningar(enkater):
    """Return a sentence on each enkät (`Enkatresultat`) that somebody was asked in."""
    return [mening for enkat in enkater for mening in _om(enkat)]


def _om(enkat):
    grad = enkat.svarsgrad
    if grad is None or not grad.tillfragade:
        return []
    ut = [
        Mening(
            f"{enkat.namn}: {grad.text}.",
            (("enkät", enkat.namn), (enkat.namn, grad.text)),
            Slag.ENKAT,
        )
    ]
    if 100 * grad.svarande < LAG * grad.tillfragade:
        text = "Så många svarade inte att de andras svar kan ge en annan bild."
        ut.append(Mening(text, (), Slag.ENKAT))
    return ut
