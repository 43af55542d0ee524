"""Uppföljning cells: which report or other channel, and which period it covers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from .aterkomst import las_aterkomst
from .datum import Punkt, las_ar
from .hanvisning import folj, las_hanvisning
from .kalender import MAX_AR, MIN_AR, FinnsInteError, felmening, rattad
from .lexem import Lexem, ar_tom, lexemen
from .rapportperiod import forena, period_ord, var_for_sig
from .spann import Par, dagarna, las_lista, med_ar
from .tecken import grund, rensa, tokenisera
from .tidpunkt import hoppa
from .varden import Aterkommer, Kanal, Rapport, Uppfoljning

_MAX_TECKEN = 2000
_MAX_FLER = 12
_TOM = Uppfoljning(kanal=Kanal.OKLAR)
_HELAR = {Kanal.VERKSAMHETSBERATTELSE, Kanal.ARSREDOVISNING}
_KANAL_FOR = {"tertial": Kanal.TERTIALRAPPORT, "kvartal": Kanal.KVARTALSRAPPORT}


def tolka_uppfoljning(
    text: str,
    *,
    ar: int,
    ovan: Uppfoljning | None = None,
    rader: Mapping[int, Uppfoljning] | None = None,
) -> Uppfoljning:
    """Read an Uppföljning cell.

    ``ar`` is the plan's year (1900–2199) and gives «T1» and «VB» their year; ``ovan``
    and ``rader`` are the values that «Se ovan» and «Se 1» may point at. Any string is
    accepted; words without a known channel get ``kanal`` annan and are kept.
    """
    if not MIN_AR < ar < MAX_AR:
        raise ValueError(f"Planens år måste ligga mellan {MIN_AR} och {MAX_AR}.")
    egna = rensa(text)
    bas = grund(egna[:_MAX_TECKEN])
    rad = lexemen(tokenisera(bas))
    mal = las_hanvisning(rad)
    if mal and mal.kand:
        return folj(egna, mal, ovan, rader or {}, _TOM)
    if ar_tom(rad, egna):
        return Uppfoljning(text=egna)
    resultat = _Lasning(rad, bas, ar).uppfoljning(egna)
    if mal and resultat.kanal in (Kanal.ANNAN, Kanal.OKLAR) and not resultat.period:
        return folj(egna, mal, None, {}, _TOM)
    if resultat.forslag and not _hel(resultat.forslag, egna, ar):
        return replace(resultat, forslag="")
    return resultat


def _hel(forslag: str, egna: str, ar: int) -> bool:
    """Whether a suggestion is the whole wording and is itself without fault."""
    rad = lexemen(tokenisera(forslag))
    return (
        len(egna) <= _MAX_TECKEN
        and not _Lasning(rad, forslag, ar).uppfoljning(egna).fel
    )


class _Lasning:
    """One reading of a cell: channels with their periods, in reading order."""

    def __init__(self, rad: list[Lexem], bas: str, ar: int) -> None:
        self.rad, self.bas, self.ar = rad, bas, ar
        self.kanaler: list[tuple[Kanal, Par | None]] = []
        self.tider: list[Par] = []
        self.aterkommer = Aterkommer.INGEN
        self.fel: list[FinnsInteError] = []
        self.system = False
        i = 0
        while rad[i].klass != "SLUT":
            i = self._led(i)

    # -- reading ---------------------------------------------------------------

    def _led(self, i: int) -> int:
        if traff := las_aterkomst(self.rad, i):
            self.aterkommer = self.aterkommer or traff[0]
            return traff[1]
        klass = self.rad[i].klass
        if klass == "LOPANDE":
            self.aterkommer = self.aterkommer or Aterkommer.LOPANDE
            return i + 1
        if klass == "ORDINARIE" and not self._mote(i + 1):
            self._lagg_till(Kanal.ORDINARIE, None)
            return i + 1
        if klass == "ARET" and self.rad[i].rad.startswith("helår") and self.kanaler:
            self._lagg_till(Kanal.ARSREDOVISNING, None)  # «delår och helår»
            return i + 1
        if traff := las_lista(self.rad, i, self.ar):
            return self._tid(*traff)
        if klass == "KANAL":
            return self._kanal(i)
        if self._metod(i):
            self._lagg_till(Kanal.ANNAN, None)
        self.system = self.system or klass == "SYSTEM"
        return i + 1

    def _metod(self, i: int) -> bool:
        """Whether a survey or the like is named beside a report: «VB + enkät»."""
        bredvid = self.rad[i - 1].klass, self.rad[i + 1].klass
        return self.rad[i].rad.endswith(_METODER) and not _FOGAR.isdisjoint(bredvid)

    def _mote(self, i: int) -> bool:
        """Whether «ordinarie» only says which meetings."""
        return self.rad[i].klass == "ord" and any(
            ord_ in self.rad[i].rad for ord_ in ("möte", "träff", "sammanträde")
        )

    def _lagg_till(self, kanal: Kanal, par: Par | None) -> None:
        if (kanal, None) in self.kanaler and par is None:
            return
        self.kanaler.append((kanal, par))

    def _tid(self, lista: list[Par], i: int) -> int:
        """«T1 och T2» names reports; another time belongs to the report beside it."""
        for par in lista:
            if kanal := _KANAL_FOR.get(par[0].slag):
                for ett in var_for_sig(par):
                    self._lagg_till(kanal, ett)
            elif len(lista) == 1 and par[0].slag == "ar" and self._kanal_efter(i):
                return self._kanal(self._kanal_efter(i), par)
            else:
                self.tider.append(par)
        return i

    def _kanal_efter(self, i: int) -> int:
        """The channel right behind «2025 års», or 0."""
        if self.rad[i].rad == "års":
            i += 1
        return i if self.rad[i].klass == "KANAL" else 0

    def _kanal(self, i: int, par: Par | None = None) -> int:
        kanal = self.rad[i].varde
        if kanal == Kanal.DELARSRAPPORT and self._ensiffrigt(i + 1):
            return self._numrerat_delar(i, par)
        j = i + 1
        while self.rad[j].klass in ("PER", "skilje", "("):
            j += 1
        traff = las_lista(self.rad, hoppa(self.rad, j), self.ar)
        if traff is None and (aret := las_ar(self.rad, i + 1, self.ar)):
            punkt = Punkt("ar", aret[0], aret[0], self.rad[i].a, self.rad[i].b)
            self._lagg_till(kanal, (punkt, None))
            return aret[1]
        if traff is None or (traff[0][0][0].slag in _KANAL_FOR and kanal in _HELAR):
            self._lagg_till(kanal, par)
            self._flertal(i)
            return i + 1
        for funnen in traff[0]:
            egen = _KANAL_FOR.get(funnen[0].slag)
            delar = kanal == Kanal.DELARSRAPPORT
            for ett in var_for_sig(funnen):
                self._lagg_till(kanal if delar else egen or kanal, forena(par, ett))
        return traff[1]

    def _flertal(self, i: int) -> None:
        """«i tertialrapporterna» means all of them."""
        vis = _FLERTAL.get(self.rad[i].varde)
        if vis and self.rad[i].rad.endswith(("er", "erna", "ar", "arna")):
            self.aterkommer = self.aterkommer or vis

    def _ensiffrigt(self, i: int) -> bool:
        """Whether a report's number, and no date, stands at ``i``."""
        tal = self.rad[i]
        ensiffrigt = tal.klass == "tal" and len(tal.varde) == 1
        return ensiffrigt and self.rad[i + 1].klass not in _DATUMFORTS

    def _numrerat_delar(self, i: int, par: Par | None) -> int:
        lexem = self.rad[i + 1]
        aret = las_lista(self.rad, hoppa(self.rad, i + 2), self.ar)
        if aret and aret[0][0][0].slag == "ar":
            par, nasta = aret[0][0], aret[1]
        else:
            nasta = i + 2
        skrivet = par[0].ar if par else None
        punkt = Punkt("delar", int(lexem.varde), skrivet, lexem.a, lexem.b)
        self._lagg_till(Kanal.DELARSRAPPORT, (punkt, None))
        if self.rad[nasta].klass == "OCH" and self._ensiffrigt(nasta + 1):
            return self._numrerat_delar(nasta, par)
        return nasta

    # -- judging ---------------------------------------------------------------

    def uppfoljning(self, text: str) -> Uppfoljning:
        """The value of all the channels together."""
        rapporter = list(dict.fromkeys(self._rapporter()))
        forsta = rapporter[0]
        return Uppfoljning(
            text=text,
            kanal=forsta.kanal,
            period=forsta.period,
            start=forsta.start,
            slut=forsta.slut,
            aterkommer=self.aterkommer,
            fel=felmening(self.fel),
            forslag=rattad(self.bas, self.fel),
            fler=tuple(rapporter[1 : 1 + _MAX_FLER]),
        )

    def _rapporter(self) -> list[Rapport]:
        if all(kanal == Kanal.ANNAN for kanal, _ in self.kanaler):
            ordinarie = self.system and self.aterkommer != Aterkommer.TERTIALVIS
            self.kanaler = [(Kanal.ORDINARIE, None)] if ordinarie else []
        if not self.kanaler:
            return self._andra()
        if self.tider and len(self.kanaler) == 1 and self.kanaler[0][1] is None:
            self.kanaler = [(self.kanaler[0][0], par) for par in self.tider]
        else:
            for par, ar in med_ar(self.tider, self.ar):
                self._rapport(Kanal.ANNAN, par, ar)  # an impossible time is still told
        tomma = [par or _UTAN_TID for _, par in self.kanaler]
        return [
            self._rapport(kanal, par, ar)
            for (kanal, par), (_, ar) in zip(
                self.kanaler, med_ar(tomma, self.ar), strict=True
            )
        ]

    def _andra(self) -> list[Rapport]:
        if self.tider:
            return [
                self._rapport(Kanal.ANNAN, p, a) for p, a in med_ar(self.tider, self.ar)
            ]
        if self.aterkommer == Aterkommer.TERTIALVIS:
            return [Rapport(Kanal.TERTIALRAPPORT)]
        ord_finns = self.aterkommer or any(
            lexem.rad and lexem.klass not in _TOMMA for lexem in self.rad
        )
        return [Rapport(Kanal.ANNAN if ord_finns else Kanal.OKLAR)]

    def _rapport(self, kanal: Kanal, par: Par | None, ar: int) -> Rapport:
        if par is None:
            return self._utan_tid(kanal, ar)
        if par[0].slag == "delar":
            ar = par[0].ar or ar
            return Rapport(kanal, f"delår {par[0].n} {ar}", date(ar, 1, 1))
        try:
            dagar = dagarna(par, ar, self.bas)
        except FinnsInteError as fel:
            self.fel.append(fel)
            return Rapport(kanal)
        except (ValueError, OverflowError):
            return Rapport(kanal)
        if kanal == Kanal.DELARSRAPPORT and par[0].slag == "ar":
            return Rapport(kanal, str(dagar.start.year), dagar.start)
        start = dagar.start
        if kanal == Kanal.DELARSRAPPORT:
            start = date(dagar.slut.year, 1, 1)
        return Rapport(kanal, period_ord(par, dagar), start, dagar.slut)

    def _utan_tid(self, kanal: Kanal, ar: int) -> Rapport:
        if kanal in _HELAR:
            return Rapport(kanal, str(ar), date(ar, 1, 1), date(ar, 12, 31))
        if kanal == Kanal.DELARSRAPPORT:
            return Rapport(kanal, str(ar), date(ar, 1, 1))
        return Rapport(kanal)


_FLERTAL = {
    Kanal.TERTIALRAPPORT: Aterkommer.TERTIALVIS,
    Kanal.KVARTALSRAPPORT: Aterkommer.KVARTALSVIS,
    Kanal.MANADSRAPPORT: Aterkommer.MANADSVIS,
}
_METODER = tuple(
    stam + andelse
    for stam in ("enkät", "mätning", "undersökning", "utvärdering", "statistik")
    for andelse in ("", "en", "er", "erna", "ar", "arna")
)
_FOGAR = {"OCH", "sned", "skilje"}
_TOMMA = {"OKANT", "FYLL"}
_DATUMFORTS = {"MANAD", "sned", "streck", "punkt"}
_UTAN_TID: Par = (Punkt("ar", 0, None, 0, 0), None)
