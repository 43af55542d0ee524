"""Read: the city's table of one year, boards side by side.

It is made of published figures alone, each as its board's own finished and shared
picture shows it. A sum is of what is shown, «minst» when something is hidden: it says
nothing that the pictures themselves don't say, so nothing more can be worked out.

When the threshold has been raised since a picture was published, this table, which is
made anew each time, goes by the new one. The picture itself stays as it was.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import OuterRef, Subquery

from lagesbild.models import Frysning, Kallart, Lagesbild
from lagesbild.sammanstallning.period import Period
from lagesbild.sammanstallning.skydd import DOLD
from lagesbild.sammanstallning.tabeller import INGEN, Cell, Rad, Visningstabell
from vbeplan.organisation.models import Namnd

FLEST_SERIER, FLEST_ENKATER = 10, 4
SERIENS = ("art", "totalt", "hittills", "jamforbar")
# Of a frozen picture; the forms stand first among its series.
FORMULAREN = (
    "data__underlag__perioder",
    "data__underlag__serier__0__per_miljo",
    # No more than is shown: the whole of each picture would take seconds to read.
    *(
        f"data__underlag__serier__{nr}__{vad}"
        for nr in range(FLEST_SERIER)
        for vad in SERIENS
    ),
    *(f"data__enkater__{nr}__svarsgrad" for nr in range(FLEST_ENKATER)),
)
TOTALT = "totalt"
SVARSGRAD = "Svar på enkäten"


@dataclass(frozen=True)
class Stadstabell:
    """`miljoer`: boards × environments of the year; `aren`: boards × years;
    `underlagen`: boards × the forms, each kind of series and how many answered.

    `inte_delad` are the boards with no finished and shared picture, `utan_siffror`
    those whose picture was finished without figures, and `annan_tid` (board, span)
    those whose figures are of another span than the others': they are in no sum.
    `hojd_troskel` are those that hide more here than in their own picture.
    """

    ar: int
    period: Period | None
    miljoer: Visningstabell
    aren: Visningstabell
    underlagen: Visningstabell
    inte_delad: tuple[str, ...]
    utan_siffror: tuple[str, ...]
    annan_tid: tuple[tuple[str, str], ...]
    lankar: dict[str, str]
    hojd_troskel: tuple[str, ...]


@dataclass(frozen=True)
class _Bild:
    namnd: str
    kort: str
    perioder: tuple[Period, ...]
    per_miljo: dict
    serier: list[dict]
    svarsgrader: tuple[dict, ...]
    minst: int  # lower counts are hidden; 0 when its picture has hidden them already

    @property
    def arter(self):
        return {serie["art"] for serie in self.serier}

    def cell(self, tabell, kod, nr, serie=0):
        """Return a cell of a series; one of a part of the time says so, and no sum."""
        ur = self.serier[serie][TOTALT] if tabell == TOTALT else self.per_miljo
        kolumn = {rad_kod: Cell(*celler[nr]) for rad_kod, _, celler in ur["rader"]}
        if kod not in kolumn:
            return INGEN
        # One alone could be worked out of the total and the others.
        if kolumn[kod].tal and any(self._for_lagt(cell) for cell in kolumn.values()):
            return DOLD
        return _markt(kolumn[kod], self.serier[serie], nr)

    def _for_lagt(self, cell):
        return cell.tal is not None and 0 < cell.tal < self.minst

    def av_art(self, art):
        """Return the total of the board's series of a kind, «minst» when some hide."""
        celler = [
            self.cell(TOTALT, "", 0, nr)
            for nr, serie in enumerate(self.serier)
            if serie["art"] == art
        ]
        return celler[0] if len(celler) == 1 else _summa(celler)

    @property
    def svarat(self):
        """Return (answers, asked) of the picture's enkäter."""
        return tuple(
            sum(en[vad] for en in self.svarsgrader)
            for vad in ("svarande", "tillfragade")
        )


def _markt(cell, serie, nr):
    jamforbar = serie.get("jamforbar") or [True]
    ar_hel = jamforbar[0] and not serie.get("hittills")
    if nr or ar_hel or cell.tal is None:
        return cell
    return Cell(f"{cell.text} hittills")


def stadens_tabell(user, ar):
    """Return the `Stadstabell` of the pictures that `user` may read, made for `ar`."""
    bilder, utan_siffror = _bilderna(user, ar)
    period = _vanligast(bilder)
    med = [b for b in bilder if b.perioder[0] == period]
    tagna = {b.namnd for b in bilder} | set(utan_siffror)
    namnder = Namnd.objects.verksamma(date(ar, 1, 1)).i_ordning()
    namnder = namnder.values_list("namn", flat=True)
    return Stadstabell(
        ar,
        period,
        _per_miljo(med),
        _per_ar(med, period),
        _per_underlag(med),
        tuple(namn for namn in namnder if namn not in tagna),
        tuple(utan_siffror),
        tuple((b.namnd, b.perioder[0].etikett) for b in bilder if b not in med),
        {b.kort: b.namnd for b in med},
        tuple(b.namnd for b in bilder if b.minst),
    )


def _bilderna(user, ar):
    senaste = Frysning.objects.filter(lagesbild=OuterRef("pk")).order_by("-nummer")
    rader = (
        Lagesbild.objects.for_user(user)
        .filter(ar=ar, status=Lagesbild.Status.KLAR, delad=True)
        .annotate(senaste=Subquery(senaste.values("pk")[:1]))
        .order_by("namnd__namn_norm")
    )
    namnder = list(rader.values_list("senaste", "namnd__namn", "namnd__kort"))
    frysta = Frysning.objects.filter(pk__in=[pk for pk, *_ in namnder if pk])
    data = {
        pk: resten
        for pk, *resten in frysta.values_list("pk", "troskel", *FORMULAREN)
        if resten[1]
    }
    bilder = [
        _bilden(namn, kort, *data[pk]) for pk, namn, kort in namnder if pk in data
    ]
    return bilder, [namn for pk, namn, _ in namnder if pk not in data]


def _bilden(namn, kort, troskel, perioder, per_miljo, *resten):
    antal = FLEST_SERIER * len(SERIENS)
    serier = [
        dict(zip(SERIENS, resten[nr : nr + len(SERIENS)], strict=True))
        for nr in range(0, antal, len(SERIENS))
        if resten[nr]
    ]
    svarsgrader = tuple(filter(None, resten[antal:]))
    minst = settings.SMATALSGRANS if troskel < settings.SMATALSGRANS else 0
    return _Bild(namn, kort, _perioder(perioder), per_miljo, serier, svarsgrader, minst)


def _perioder(rader):
    return tuple(Period(*map(date.fromisoformat, par)) for par in rader)


def _vanligast(bilder):
    antal = Counter(b.perioder[0] for b in bilder)
    return antal.most_common(1)[0][0] if antal else None


def _per_miljo(bilder):
    ord_ = {}
    for bild in bilder:
        for kod, rubrik, _ in bild.per_miljo["rader"]:
            ord_.setdefault(kod, rubrik)
    rader = [
        Rad(
            b.kort,
            b.namnd,
            (*(b.cell("per_miljo", kod, 0) for kod in ord_), b.cell(TOTALT, "", 0)),
        )
        for b in bilder
    ]
    kolumner = (*ord_.values(), "Totalt")
    return Visningstabell(
        "miljoer", "Nämnder och miljöer", kolumner, _med_summa(rader, kolumner)
    )


def _per_ar(bilder, period):
    if period is None:
        return Visningstabell("aren", "Nämnder och år", ())
    perioder = max((b.perioder for b in bilder), key=len)
    rader = [
        Rad(
            b.kort,
            b.namnd,
            tuple(
                b.cell(TOTALT, "", b.perioder.index(p)) if p in b.perioder else INGEN
                for p in perioder
            ),
        )
        for b in bilder
    ]
    kolumner = tuple(p.etikett for p in perioder)
    return Visningstabell(
        "aren", "Nämnder och år", kolumner, _med_summa(rader, kolumner)
    )


def _per_underlag(bilder):
    finns = {art for bild in bilder for art in bild.arter}
    arter = [art for art in Kallart if art.value in finns]
    rader = [
        Rad(b.kort, b.namnd, tuple(b.av_art(art.value) for art in arter))
        for b in bilder
    ]
    kolumner = tuple(str(art.label) for art in arter)
    rader = _med_summa(rader, kolumner)
    if any(bild.svarsgrader for bild in bilder):
        svarat = [bild.svarat for bild in bilder]
        svarat.append(tuple(map(sum, zip(*svarat, strict=True))))
        kolumner = (*kolumner, SVARSGRAD)
        rader = tuple(
            rad._replace(celler=(*rad.celler, _svarsgrad(*par)))
            for rad, par in zip(rader, svarat, strict=True)
        )
    return Visningstabell("underlagen", "Nämnder och underlag", kolumner, rader)


def _svarsgrad(svar, tillfragade):
    if not tillfragade:
        return INGEN
    return Cell(f"{svar} av {tillfragade} ({round(100 * svar / tillfragade)} %)")


def _med_summa(rader, kolumner):
    if not rader:
        return ()
    summor = (_summa([rad.celler[i] for rad in rader]) for i in range(len(kolumner)))
    return (*rader, Rad("", "Staden", tuple(summor)))


def _summa(celler):
    """Return the sum of what is shown; «minst» when it may be more."""
    tal = [cell.tal for cell in celler if cell.tal is not None]
    if not tal:
        return INGEN if all(cell == INGEN for cell in celler) else DOLD
    if len(tal) == len(celler):
        return Cell(str(sum(tal)), sum(tal))
    return Cell(f"minst {sum(tal)}")
