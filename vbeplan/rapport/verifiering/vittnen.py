"""What else tells: the chain's stamp, the trail, other decisions, frozen pictures.

The chain alone can't miss its last link, nor one that was forged from end to end.
"""

from django.db.models import Count, Exists, F, OuterRef

from aktiviteter.models import Beslut, Handlingsplan, Planstatus
from aktiviteter.models.beslut import GODKANDA
from lagesbild.models import Frysning
from lagesbild.som_json import avtryck
from vbeplan.organisation.models import Namnd, Spar
from vbeplan.rapport.models import Kedja, Utgava
from vbeplan.rapport.sigillen import sigill_per_namnd, stampel
from vbeplan.rapport.verifiering.kedjan import egna_brott


def ar_styrkt(utgava) -> bool:
    """Whether the seals of an edition, and its board's stamp over them, hold.

    For the open check: a row that somebody laid in the database is no decision. Reads
    no file; `verifiera` does.
    """
    pk = utgava.namnd_id
    stamplar = Kedja.objects.filter(namnd=pk).values_list("stampel", flat=True)
    stammer = [stampel(pk, sigill_per_namnd([pk])[pk])] == list(stamplar)
    return stammer and not any(egna_brott(utgava))


def motsagelser(namnd=None):
    """Yield what the witnesses say that the editions don't, in words."""
    namnder = Namnd.objects.filter(pk=namnd.pk) if namnd else Namnd.objects.all()
    namnder = {rad.pk: rad for rad in namnder}
    yield from _stamplarna(namnder)
    yield from _sparen(namnder)
    yield from _flyttade(namnder)
    yield from _godkanda(namnder)
    yield from _bilderna(namnder)


def _stamplarna(namnder):
    per_namnd = sigill_per_namnd(list(namnder))
    kedjor = Kedja.objects.filter(namnd__in=namnder)
    stamplar = dict(kedjor.values_list("namnd", "stampel"))
    for pk, namnd in namnder.items():
        sigillen, finns = per_namnd[pk], stamplar.get(pk)
        if (finns or sigillen) and finns != stampel(pk, sigillen):
            yield (
                f"{namnd}: kedjans stämpel stämmer inte. Den sista utgåvan kan vara "
                "borttagen eller hela kedjan omskriven. Jämför med sekreterarens "
                "PDF-filer"
            )


def _sparen(namnder):
    rader = Spar.objects.filter(handling=Spar.Handling.FORSEGLAD, namnd__in=namnder)
    spar = _antal(rader)
    finns = _antal(Utgava.objects.filter(namnd__in=namnder))
    for pk, namnd in namnder.items():
        sagt, ar = spar.get(pk, 0), finns.get(pk, 0)
        if sagt != ar:
            yield f"{namnd}: spåret har {sagt} förseglade utgåvor, men {ar} finns"


def _antal(rader):
    return dict(rader.order_by().values_list("namnd").annotate(Count("pk")))


def _flyttade(namnder):
    rader = Utgava.objects.exclude(namnd=F("plan__namnd")).filter(namnd__in=namnder)
    for utgava in rader.utan_filerna().select_related("plan__namnd"):
        yield f"{utgava}: utgåvan hör till en annan nämnd än planen"


def _godkanda(namnder):
    sagt_ja = Beslut.objects.gallande().filter(
        plan=OuterRef("pk"), omgang=OuterRef("omgang"), utfall__in=GODKANDA
    )
    rader = Handlingsplan.objects.filter(namnd__in=namnder, status=Planstatus.GODKAND)
    for plan in rader.exclude(Exists(sagt_ja)).select_related("namnd"):
        yield f"{plan}: planen står som godkänd utan något beslut om det"


def _bilderna(namnder):
    rader = Frysning.objects.filter(lagesbild__namnd__in=namnder)
    for frysning in rader.select_related("lagesbild__namnd").iterator(50):
        if avtryck(frysning.data) != frysning.sha256:
            yield f"{frysning}: den publicerade lägesbilden är ändrad"
