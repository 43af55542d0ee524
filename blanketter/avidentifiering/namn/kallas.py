"""Somebody who is called something: «heter X», «kallar sig X», «fru X»."""

from blanketter.avidentifiering.namn import ledtradar as l
from blanketter.avidentifiering.namn.ordlista import FORNAMN
from blanketter.avidentifiering.namn.ordstycken import GEMEN, SIFFRA, Ord, intill

_FLERA = frozenset("de dom grabbarna killarna ungdomarna gäng".split())
_NAGON = frozenset(
    "honom henne han hon hen jag som någon person personen elev eleven".split()
)


def kallas_for(orden, plats: int) -> bool:
    """Whether the word is a name by the two before: «kallar honom X»."""
    tva = orden[plats - 2]
    ord_ = orden[plats - 1].gemen
    if ord_ in {"honom", "henne", "mig", "dig"}:
        return tva.gemen in {"kallar", "kallade", "kalla"}
    if ord_ == "sig":
        return tva.gemen in {"kallar", "kallade", "kalla", "kallat"}
    return ord_ in {"för", "ju", "han", "hon"} and tva.gemen in l.NAMNORD


def kallas_sa(orden: list[Ord], plats: int) -> bool:
    """Whether a word no list has is what someone is called: «heter tjabbe»."""
    ett = orden[plats]
    if not plats or ett.aldrig or ett.skrivet == SIFFRA or not intill(ett.fore):
        return False
    forra = orden[plats - 1].gemen
    if forra in l.TILLTAL and ett.versal:
        return len(ett.stam) > 2
    okant = not ett.vanligt and not ett.sagt and len(ett.stam) > 2
    return forra in ("heter", "hette", "kallas", "kallades") and okant


def efter_namnord(orden, plats: int) -> float:
    """Return points for «heter X», unless it is a thing that is called so."""
    subjekt = [ett.gemen for ett in orden[max(0, plats - 5) : plats - 1]]
    if any(l.ar_sakord(ord_) or ord_ in _FLERA for ord_ in subjekt):
        return -6.0
    ett = orden[plats]
    if ett.skrivet == GEMEN:
        if not ett.sagt and not ett.vanligt:
            return -4.0 if {"den", "det", "vad"} & set(subjekt) else 3.0
        return 5.5 if ett.vanligt and ett.ar(FORNAMN) else 2.5
    return 6.0 if any(l.ar_roll(ord_) or ord_ in _NAGON for ord_ in subjekt) else 3.0
