"""What can be said of events when a number is hidden: no more than its words say."""

from lagesbild.barighet.jamforelse import FLER
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.orden import stor
from lagesbild.barighet.provning import FOR_FA
from lagesbild.barighet.tal import antal_ord

SKYDD = "för att ingen ska kunna pekas ut"


def antalet(antal, vad="händelser"):
    """Return a count in words: «14 händelser», «färre än 5 händelser»."""
    if antal.tal is not None:
        return antal_ord(antal.tal, vad)
    return f"{antal.text} {vad}" if antal.hogst is not None else f"ett dolt antal {vad}"


def bara_nu(grund):
    """Return the events of a period that can't be compared with another."""
    antal = grund.handelser
    har = "har hittills rapporterats" if grund.pagar else "rapporterades"
    text = f"{stor(grund.nu)} {har} {antalet(antal)}."
    if antal.tal is None:
        text += f" Antalet visas inte, {SKYDD}."
    varfor = grund.varfor or "Det finns ingen tidigare period att jämföra med."
    text += f" {varfor} Det går därför inte att säga något om utvecklingen."
    tal = (("period", grund.nu), (f"händelser {grund.nu}", antal.text))
    return Mening(text, tal + ar_i(varfor), Slag.HANDELSER)


def ar_i(text):
    """Return the numbers of a given reason as figures: it names the period before."""
    return (("skäl", text),) if any(tecken.isdigit() for tecken in text) else ()


def med_dolt(grund):
    """Return what was reported when one of two numbers is hidden, or both."""
    nu, forr = grund.handelser, grund.handelser_forr
    if nu.text == forr.text and nu.hogst is not None:
        text = f"{stor(antalet(nu))} rapporterades både {grund.nu} och {grund.forr}."
        vad = "Antalen"
    elif nu.tal is None and forr.tal is None:
        text = (
            f"{stor(grund.nu)} rapporterades {antalet(nu)} och {grund.forr} "
            f"{antalet(forr)}."
        )
        vad = "Antalen"
    else:
        text = (
            f"{stor(grund.nu)} rapporterades {antalet(nu)}, mot {antalet(forr)} "
            f"{grund.forr}."
        )
        vad = "Det dolda antalet" if None in (nu.hogst, forr.hogst) else "Antalet"
    tal = (
        ("period", grund.nu),
        (f"händelser {grund.nu}", nu.text),
        ("period", grund.forr),
        (f"händelser {grund.forr}", forr.text),
    )
    return Mening(f"{text} {vad} visas inte, {SKYDD}.", tal, Slag.HANDELSER)


def om_dolt(grund, provning):
    """Return what the test can say all the same: what holds for any hidden number."""
    if provning.utfall == FOR_FA:
        return [for_fa()]
    if provning.utfall:
        vad = "ökningen" if provning.utfall == FLER else "minskningen"
        text = f"{grund.per} är {vad} större än slumpen, vilket det dolda talet än är."
    elif None in (grund.handelser.hogst, grund.handelser_forr.hogst):
        text = "Utan båda talen går det inte att säga om händelserna blev fler."
    else:
        text = "Skillnaden kan vara slumpen; utan talet går det inte att säga mer."
    return [Mening(text, (), Slag.PROV)]


def for_fa():
    text = "Det är för få händelser för att säga något om utvecklingen."
    return Mening(text, (), Slag.PROV)
