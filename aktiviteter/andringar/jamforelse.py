"""A plan compared with the one before it: two imprints, the revision, the results."""

from django.utils.safestring import SafeString

from aktiviteter.andringar.avtryck import avtryck_nu
from aktiviteter.andringar.forra import las_forra
from aktiviteter.andringar.ordpar import blockens_par, faltets_par, lopor
from aktiviteter.andringar.par import ihop, samma_i_nasta_plan
from aktiviteter.andringar.varden import (
    AndradAktivitet,
    Andringar,
    Kapitelandring,
    NyAktivitet,
    UpphordAktivitet,
)
from aktiviteter.bilagor.bilaga import Lopa
from aktiviteter.historia.innehall import TIDER
from aktiviteter.historia.jamforelse import ANDRAT, BORTA, LIKA, NYTT, jamfor_planer
from aktiviteter.tidsprak.arsskifte import relativt


def andringar(plan, forra=None):
    """Return the `Andringar` of a plan since the one before it; None if it is first.

    As both stand now. `forra`: its `las_forra`, when that has been read.
    """
    forra = forra or las_forra(plan)
    if not forra.planer:
        return None
    nummer = {r.forlaga_id: r.nummer for r in forra.revidering}
    avtrycken = [avtryck_nu(en) for en in forra.planer]
    fore = ihop(avtrycken)
    efter = avtryck_nu(plan)
    jamforelse = jamfor_planer(fore, efter, samma=samma_i_nasta_plan(nummer))
    gamla = {
        rad.pk: (en, rad.falt)
        for en, avtryck in zip(forra.planer, avtrycken, strict=True)
        for kapitel in avtryck.avsnitt
        for rad in kapitel.aktiviteter
    }
    return _Ord(plan, forra, jamforelse, gamla, efter).andringar()


class _Ord:
    """One comparison in words. `fore` is {an earlier row's id: (its plan, fields)}."""

    def __init__(self, plan, forra, jamforelse, fore, efter):
        self.plan, self.forra, self.jamforelse = plan, forra.planer, jamforelse
        self.fore = fore
        self.efter = {r.nummer: r.falt for a in efter.avsnitt for r in a.aktiviteter}
        self.revidering = {r.forlaga_id: r for r in forra.revidering}
        self.resultaten = forra.resultat

    def andringar(self):
        avsnitt = self.jamforelse.avsnitt
        rader = [(kapitel, rad) for kapitel in avsnitt for rad in kapitel.aktiviteter]
        andrade = tuple(
            self._andrad(kapitel, rad, falt)
            for kapitel, rad in rader
            if rad.slag in (ANDRAT, LIKA) and ((falt := self._falt(rad)) or rad.fran)
        )
        kapitel = tuple(
            ett for kapitel in avsnitt if (ett := _kapitel(kapitel)) is not None
        )
        nya = tuple(self._ny(k, rad) for k, rad in rader if rad.slag == NYTT)
        return Andringar(
            ar=self.plan.ar,
            mot=self._mot(),
            mot_ar=self.forra[0].ar,
            framsida=tuple(map(faltets_par, self.jamforelse.framsida)),
            nya=nya,
            andrade=andrade,
            upphorda=tuple(
                self._upphord(k, rad) for k, rad in rader if rad.slag == BORTA
            ),
            kapitel=kapitel,
            oforandrade=len(self.efter) - len(nya) - len(andrade),
            lika_kapitel=len([a for a in avsnitt if a.slag != BORTA])
            - len([a for a in kapitel if a.slag != BORTA]),
        )

    def _mot(self):
        """Return the name of what it is compared with: «planen för 2026»."""
        egen = [en for en in self.forra if en.namnd_id == self.plan.namnd_id]
        if len(self.forra) == len(egen) == 1:
            return f"planen för {self.forra[0].ar}"
        namn = [f"{en.namnd}s plan för {en.ar}" for en in self.forra]
        return " och ".join(namn)

    def _ny(self, kapitel, rad):
        falt = self.efter[rad.nummer]
        return NyAktivitet(
            rad.nummer,
            rad.titel,
            _rubrik(kapitel),
            falt.get("ansvariga", ""),
            falt.get("tidplan", ""),
        )

    def _falt(self, rad):
        """Return the fields that differ, but times that only moved on with the year."""
        (forra, fore), efter = self.fore[rad.var], self.efter[rad.nummer]

        def har_foljt_med(falt):
            forr = relativt(fore.get(falt, ""), forra.ar)
            return forr == relativt(efter.get(falt, ""), self.plan.ar)

        return [
            ett
            for ett in rad.falt
            if ett.falt not in TIDER or not har_foljt_med(ett.falt)
        ]

    def _andrad(self, kapitel, rad, falt):
        ur = self.revidering.get(rad.var)
        bytt = ur and ur.forlaga.nummer != rad.nummer
        return AndradAktivitet(
            nummer=rad.nummer,
            titel=rad.titel,
            kapitel=_rubrik(kapitel),
            falt=tuple(map(faltets_par, falt)),
            gammalt_nummer=ur.forlaga.nummer if bytt else None,
            fran=rad.fran,
            skal=ur.skal if ur else "",
        )

    def _upphord(self, kapitel, rad):
        ur, (plan, _) = self.revidering.get(rad.var), self.fore[rad.var]
        borta = ur is not None and not ur.ar_kvar_i_planen
        sist = self.resultaten.get(plan.pk, {}).get(rad.nummer)
        # Two boards may have had the same activity under the same number.
        vems = f" ({plan.namnd})" if len(self.forra) > 1 else ""
        return UpphordAktivitet(
            rad.nummer,
            f"{rad.titel}{vems}",
            _rubrik(kapitel),
            ur.get_val_display() if borta else "",
            ur.skal if borta else "",
            sist.i_ord if sist else "",
        )


def _rubrik(kapitel):
    """Return a chapter's heading as it is now, that of one that is gone as it was."""
    borta = kapitel.slag == BORTA
    rubriken = _rubriken(kapitel)
    return "".join(t for t, slag in rubriken if borta or slag != BORTA).strip()


def _rubriken(kapitel):
    marken = isinstance(kapitel.rubrik, SafeString)
    return lopor(kapitel.rubrik) if marken else (Lopa(kapitel.rubrik),)


def _kapitel(kapitel):
    """Return a chapter's own change; None when only its rows differ."""
    block = blockens_par(kapitel.block)
    rubriken = _rubriken(kapitel)
    samma_namn = all(not slag for _, slag in rubriken)
    if kapitel.slag == LIKA or (
        kapitel.slag == ANDRAT and samma_namn and not block and not kapitel.flyttad
    ):
        return None
    return Kapitelandring(
        slag=kapitel.slag,
        nummer="" if kapitel.slag == BORTA else kapitel.nummer,
        niva=kapitel.niva,
        rubrik=_rubrik(kapitel),
        rubriken=rubriken,
        block=block,
        flyttat=kapitel.flyttad,
    )
