"""Read: the report of one occasion, and the results over years, in words.

Made of the same parts as a plan's appendices, so that page, paper and Word say the
same. The order is that of a tertialrapport: how many, deviations with reasons, then
each activity with its goal and result.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format

from aktiviteter.bilagor.bilaga import Bilaga, Bilagsdel, tabell
from aktiviteter.models import Uppfoljning
from aktiviteter.uppfoljning.aren import over_aren
from aktiviteter.uppfoljning.rader import tillfallets_rader
from aktiviteter.uppfoljning.resultat import tal_i_ord, utfall_i_ord
from vbeplan.organisation.models import Kommun
from vbeplan.tema.for_mallar import ForMallar

Status = Uppfoljning.Status
AVVIKER = (Status.FORSENAD, Status.UTGAR)
INTE_RAPPORTERAD = "Inte rapporterad"
MEST_AR = 5
ANTALET = {
    Status.GENOMFORD: ("genomförd", "genomförda"),
    Status.PAGAR: ("pågår", "pågår"),
    Status.EJ_PABORJAD: ("ej påbörjad", "ej påbörjade"),
    Status.FORSENAD: ("försenad", "försenade"),
    Status.UTGAR: ("utgår", "utgår"),
    "": ("inte rapporterad", "inte rapporterade"),
}


@dataclass(frozen=True, slots=True)
class Rapport(ForMallar):
    """A report as it is printed. `dag`: when it was closed, else today."""

    titel: str
    plan: str
    namnd: str
    kommun: str
    farg: str
    dnr: str
    dag: date
    delar: tuple[Bilagsdel, ...]

    @property
    def sektioner(self):
        """Return [(heading, its part)], for where the headings are of another level."""
        return [(del_.rubrik, (replace(del_, rubrik=""),)) for del_ in self.delar]

    @property
    def som_ark(self):
        """Return it as one paper of words (`Bilaga`)."""
        ingress = f"{self.plan}, {self.namnd}"
        return Bilaga("uppfoljning", self.titel, ingress, self.delar)


def tillfallets_rapport(tillfalle):
    """Return the `Rapport` of an occasion, open or closed; some five queries."""
    plan, rader = tillfalle.plan, tillfallets_rader(tillfalle)
    for rad in rader:
        if rad.rapport:
            rad.rapport.aktivitet, rad.rapport.tillfalle = rad.aktivitet, tillfalle
    delar = (
        _sammanfattning(tillfalle, rader),
        _avvikelser(rader),
        _per_aktivitet(plan, rader),
    )
    return _rapporten(plan, str(tillfalle), tillfalle.stangt, delar)


def rapport_over_aren(plan):
    """Return the `Rapport` of a board's activities over the years up to a plan's."""
    nu, forr = over_aren(plan)
    visas = sorted({ar for en in (*nu, *forr) for ar in en.per_ar})[-MEST_AR:]
    delar = (
        _aren("Planens aktiviteter", visas, nu, plan),
        _aren("Tidigare aktiviteter", visas, forr, plan),
    )
    delar = tuple(d for d in delar if visas and d.tabeller)
    return _rapporten(plan, "Resultat över åren", None, delar)


def _rapporten(plan, titel, dag, delar):
    return Rapport(
        titel=titel,
        plan=plan.titel_med_ar,
        namnd=str(plan.namnd),
        kommun=str(Kommun.den()),
        farg=plan.namnd.farg,
        dnr=plan.dnr,
        dag=dag or timezone.localdate(),
        delar=delar,
    )


def _aren(rubrik, aren, aktiviteter, plan):
    rader = [
        (_vilken(en, plan), *(_arets(en, ar, plan) for ar in aren))
        for en in sorted(aktiviteter, key=lambda en: (en.nummer, en.plan.pk))
    ]
    if not rader:
        return Bilagsdel(rubrik)
    kolumner = ("Aktivitet", *map(str, aren))
    return Bilagsdel(
        rubrik, (), (tabell("Läge och resultat, år för år", kolumner, rader),)
    )


def _vilken(en, plan):
    annan = en.plan.namnd_id != plan.namnd_id
    return f"{en.nummer}. {en.titel}" + (f" ({en.plan.namnd})" if annan else "")


def _arets(en, ar, plan):
    """Return the year's results; each plan's, when boards have become one."""
    ut = []
    for ur, resultat in en.per_ar.get(ar, {}).items():
        delar = (resultat.lage_i_ord, resultat.utfall, resultat.text, resultat.skal)
        ut += [_da(en, ur, resultat, plan), *delar]
    return "\n".join(filter(None, ut))


def _da(en, ur, resultat, plan):
    """Return what it was then, when its board or its number was another; else ""."""
    if ur.namnd_id != plan.namnd_id:
        return f"{ur.namnd}, nummer {resultat.nummer}:"
    return f"Nummer {resultat.nummer}:" if resultat.nummer != en.nummer else ""


def _sammanfattning(tillfalle, rader):
    antal = Counter(_status(rad) for rad in rader)
    ord_ = [f"{antal[s]} {ANTALET[s][antal[s] > 1]}" for s in ANTALET if antal[s]]
    vad = "1 aktivitet" if len(rader) == 1 else f"{len(rader)} aktiviteter"
    hur = f"Planen har {vad}: {', '.join(ord_)}."
    stycken = [hur if rader else "Planen har inga aktiviteter."]
    if tillfalle.plan.budgetmal:
        stycken.append(f"Mål i budgeten: {tillfalle.plan.budgetmal}")
    if tillfalle.ar_oppet:
        senast = date_format(tillfalle.senast, "j F Y")
        stycken.append(f"Uppföljningen är öppen till den {senast} och kan ändras.")
    lagen = [
        (
            Status(s).label if s else INTE_RAPPORTERAD,
            str(antal[s]),
            ", ".join(str(r.aktivitet.nummer) for r in rader if _status(r) == s),
        )
        for s in ANTALET
        if antal[s]
    ]
    kolumner = ("Läge", "Antal", "Aktivitet nummer")
    titel = "Aktiviteterna efter läge"
    tabeller = (tabell(titel, kolumner, lagen, form="laget"),) if lagen else ()
    return Bilagsdel("Sammanfattning", tuple(stycken), tabeller)


def _avvikelser(rader):
    avviker = [
        (
            str(rad.aktivitet),
            date_format(rad.rapport.nasta, "j F Y") if rad.rapport.nasta else "",
            rad.rapport.get_status_display(),
            rad.rapport.skal.strip(),
        )
        for rad in rader
        if _status(rad) in AVVIKER
    ]
    if not avviker:
        return Bilagsdel("Avvikelser", ("Inga avvikelser är rapporterade.",))
    kolumner = ("Aktivitet", "Nästa avstämning", "Läge", "Skäl")
    titel = "Försenade aktiviteter och sådana som utgår"
    tabellen = tabell(titel, kolumner, avviker, form="avvikelser")
    return Bilagsdel("Avvikelser", (), (tabellen,))


def _per_aktivitet(plan, rader):
    kapitel = {a.pk: a.rubrik for a in plan.avsnitt.defer("text").i_lasordning()}
    tabeller = []
    for pk, rubrik in kapitel.items():
        kapitlets = [_raden(rad) for rad in rader if rad.aktivitet.avsnitt_id == pk]
        if kapitlets:
            kolumner = ("Aktivitet", "Ansvarig", "Läge", "Mål och resultat")
            tabeller.append(tabell(rubrik, kolumner, kapitlets, form="uppfoljning"))
    return Bilagsdel("Resultat per aktivitet", (), tuple(tabeller))


def _raden(rad):
    a = rad.aktivitet
    mal = _malet(a)
    delar, lage = [f"Mål: {mal}" if mal else ""], INTE_RAPPORTERAD
    if rad.ar_rapporterad:
        lage = rad.rapport.get_status_display()
        delar.append(rad.rapport.resultat.strip())
        if utfall := utfall_i_ord(rad.rapport.utfall, a.maltal, a.malenhet):
            delar.append(f"Utfall: {utfall}")
        if dag := rad.rapport.nasta:
            delar.append(f"Nästa avstämning: {date_format(dag, 'j F Y')}")
    return str(a), rad.ansvar_i_ord, lage, "\n".join(filter(None, delar))


def _malet(a):
    return a.mal or f"{tal_i_ord(a.maltal)} {a.malenhet}".strip()


def _status(rad):
    return rad.rapport.status if rad.ar_rapporterad else ""
