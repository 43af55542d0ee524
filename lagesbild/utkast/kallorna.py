"""What was asked for and what came, and what that limits."""

from lagesbild.barighet.orden import liten, stor
from lagesbild.models.kalla import Kalla
from lagesbild.utkast.delar import Del, Stycke
from lagesbild.utkast.siffrorna import ar_dold, jamforbar
from vbeplan.text.upprakning import uppraknat

Status = Kalla.Status
DOLT = (
    "Antal som är så små att någon skulle kunna pekas ut visas inte. Ibland är även "
    "ett större antal dolt, för att det lilla inte ska gå att räkna ut."
)
_ORDEN = (  # what hasn't come is told of with what it limits
    (Status.INKOMMEN, "Underlag har kommit från {}."),
    (Status.INGET, "{} har svarat att det inte finns något att rapportera."),
)


def underlagsdel(underlag, kallor):
    """Return which period it is about, and which sources have answered."""
    return Del("Underlag", (Stycke(_perioden(underlag)), *_laget(kallor)))


def _perioden(underlag):
    nu, *fore = [period.etikett for period in underlag.perioder]
    text = f"Lägesbilden bygger på uppgifter om {nu}"
    jamfors = any(map(jamforbar, underlag.serier))
    return f"{text} och jämförs med {fore[0]}." if jamfors else f"{text}."


def _laget(kallor):
    if kallor is None:
        return
    meningar = []
    for status, ord_ in _ORDEN:
        namn = [liten(rad.namn) for rad in kallor.rader if rad.lage == status]
        if namn:
            meningar.append(stor(ord_.format(uppraknat(namn))))
    if meningar:
        yield Stycke(" ".join(meningar))


def gransdel(underlag, kallor):
    """Return what limits the knowledge: what is missing, what sources don't show."""
    punkter = []
    if kallor is not None:
        punkter += kallor.brister
        punkter += [
            f"{rad.namn}: {liten(rad.begransning)}"
            for rad in kallor.rader
            if rad.begransning and rad.lage == Status.INKOMMEN
        ]
    for serie in underlag.serier:
        punkter += [f"{serie.namn}: {liten(not_)}" for not_ in serie.noter]
    stycken = []
    if punkter:
        stycken.append(
            Stycke("Det här begränsar vad lägesbilden kan visa:", tuple(punkter))
        )
    if _har_dolda(underlag):
        stycken.append(Stycke(DOLT))
    return Del("Vad som begränsar kunskapen", tuple(stycken))


def _har_dolda(underlag):
    return any(
        ar_dold(cell)
        for serie in underlag.serier
        for tabell in serie.tabeller
        for rad in tabell.rader
        for cell in rad.celler
    )
