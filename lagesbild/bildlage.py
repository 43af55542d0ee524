"""Read: how far a picture has come, what it waits for, and what the next deed is."""

from dataclasses import dataclass

from blanketter.avidentifiering import SAKER
from blanketter.vakten import hitta
from lagesbild.bildrader import bildrader
from lagesbild.models import Bilddel, Iakttagelse, Kalla, Lagesbild
from lagesbild.rojande import varna_prosa
from lagesbild.sammanstallning import INGEN_UPPGIFT
from lagesbild.utkast.fragor import ERSATT
from vbeplan.text.block import delar, som_ord

Status = Lagesbild.Status
UNDERLAG, UTKAST, SAMRADD, KLAR = Status.values
OBEDOMT = Iakttagelse.Behov.OBEDOMT
EJ_BEGARD, BEGARD = Kalla.Status.EJ_BEGARD, Kalla.Status.BEGARD
KALLOR, I_PLANEN = "kallor", "i_planen"


@dataclass(frozen=True, slots=True)
class Steg:
    """The next deed: its button, why, what stops it, and what to know before it.

    `vart` is the state that it leads to, KALLOR when one has asked nobody yet, or
    I_PLANEN when the picture is finished; with `hinder` it can't be done yet.
    """

    vart: str
    knapp: str
    varfor: str
    hinder: tuple[str, ...] = ()
    att_veta: tuple[str, ...] = ()


def steglista(bild):
    """Return [(words, "klart" | "nu" | "")] of the states, as komponenter/steg.html."""
    nar = Status.values.index(bild.status)
    ord_ = ("Underlag", "Utkast", "Samråd med polisen", "Klar")
    return [
        (ett, "klart" if i < nar or nar == 3 else "nu" if i == nar else "")
        for i, ett in enumerate(ord_)
    ]


def nasta_steg(bild, innehall, platser=None):
    """Return the `Steg` from where the picture stands; `platser` as below."""
    if bild.status == UNDERLAG and _ingen_ar_fragad(innehall):
        return Steg(
            KALLOR,
            "Begär in underlag",
            "Börja med källorna: begär in underlag från polisen och de andra. Det som "
            "kommer in samlas här.",
        )
    if bild.status == UNDERLAG:
        return Steg(
            UTKAST,
            "Börja skriva",
            "När det mesta av underlaget har kommit skriver du kartläggning och "
            "analys. Det går att begära in mer även sedan.",
            att_veta=(*_vantande(innehall),),
        )
    if bild.status == UTKAST:
        return Steg(
            SAMRADD,
            "Skriv in samrådet",
            "Gå igenom bilden med polisen, och skriv in dag och funktion.",
            hinder=_oskrivna(bild, Bilddel.KARTLAGGNING, Bilddel.ANALYS),
            att_veta=(*_vantande(innehall), *_utkastets_fragor(bild)),
        )
    if bild.status == SAMRADD:
        oskrivna = _oskrivna(bild, *Bilddel)
        return Steg(
            KLAR,
            "Publicera",
            "Då fryses siffror och texter, och nämndens läsare ser bilden.",
            hinder=(*oskrivna, *_utkastets_fragor(bild), *_utpekande(bild)),
            att_veta=(
                *_vantande(innehall),
                *_obedomda(innehall),
                *_prosan(bild, innehall, platser),
            ),
        )
    return Steg(
        I_PLANEN,
        "Lägg in texterna i planen",
        "Lägesbilden är publicerad. Nu kan dess texter läggas in i planens kapitel "
        "Lokal lägesbild.",
    )


def _ingen_ar_fragad(innehall):
    """Tell if most sources remain to be asked, and none that was asked is awaited.

    Forms and figures may be there already, without anybody's asking.
    """
    lagen = [rad.lage for rad in innehall.kallor.rader]
    return BEGARD not in lagen and lagen.count(EJ_BEGARD) * 2 > len(lagen)


def _oskrivna(bild, *texter):
    return tuple(
        f"{d.label} är inte skriven." for d in texter if not som_ord(text(bild, d))
    )


def _utkastets_fragor(bild):
    """The draft's questions, left standing where the board's own words should be."""
    if ERSATT not in som_ord(bild.analys):
        return ()
    return (
        "Analysen har kvar utkastets öppna frågor. Skriv nämndens bedömning i stället, "
        "och ta bort frågorna.",
    )


def text(bild, bilddel):
    return getattr(bild, bilddel.value)


def _vantande(innehall):
    for lage, ord_ in ((BEGARD, "Inget svar än"), (EJ_BEGARD, "Inte begärt än")):
        namn = [rad.namn for rad in innehall.kallor.rader if rad.lage == lage]
        if namn:
            yield f"{ord_}: {'; '.join(namn)}. Sidan och planen säger det."


def _obedomda(innehall):
    antal = sum(rad.behov == OBEDOMT for rad in innehall.iakttagelser)
    if not antal:
        return ()
    ord_ = "En iakttagelse" if antal == 1 else f"{antal} iakttagelser"
    return (f"{ord_} är inte bedömd{'' if antal == 1 else 'a'}: behov eller inte.",)


def _prosan(bild, innehall, platser):
    if platser is None:
        platser = namndens_platser(bildrader(bild))
    for bilddel in Bilddel:
        yield from prosavarningar(text(bild, bilddel), innehall, platser)


def _utpekande(bild):
    return tuple(
        f"{d.label} kan peka ut någon: ”{ord_}”. Skriv om det."
        for d in Bilddel
        for ord_ in utpekande(text(bild, d))
    )


def varningar(rik, innehall, platser):
    """Return sentences of what to mend in a text before it is published."""
    ut = [f"”{ord_}” kan peka ut någon. Skriv om det." for ord_ in utpekande(rik)]
    return [*ut, *prosavarningar(rik, innehall, platser)]


def prosavarningar(rik, innehall, platser):
    """Return sentences on places that a text names together with a small count."""
    prosa = varna_prosa(
        "\n".join(map(som_ord, delar(rik))),
        platser=platser,
        sma=_sma(innehall.underlag),
        troskel=innehall.troskel,
    )
    return [varning.mening for varning in prosa]


def namndens_platser(rader):
    """Return the words of a board's parts, units and kinds of place (`Bildrader`).

    From the board, since a table that is too small to be shown names none.
    """
    namn = {rad.namn for rad in (*rader.delomraden, *rader.enheter)}
    return namn | {ord_ for _, ord_ in rader.gallande.val("plats")}


def _sma(underlag):
    """Return the words of kinds and environments whose count isn't shown."""
    serie = underlag.blanketter
    tabeller = (serie.per_miljo, serie.per_slag) if serie else ()
    return {
        rad.rubrik
        for tabell in tabeller
        for rad in tabell.rader
        if rad.celler[0].tal is None and rad.celler[0].text != INGEN_UPPGIFT
    }


def utpekande(rik):
    """Return the words of a rich text that surely point a person out."""
    ord_ = som_ord(rik)
    return [ord_[f.start : f.end] for f in hitta(ord_) if f.visshet == SAKER]
