"""What it costs to bring in a plan: the Word file, the time language, the exchange."""

import time
from itertools import islice, repeat

from django.db import transaction

from aktiviteter.handlingar import importera_plan
from aktiviteter.models import Handlingsplan
from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning
from aktiviteter.utbyte import granska, plan_data
from vbeplan.filer.barn import mat_i_barn
from vbeplan.start.matning.data import DEMOAR, demoplan
from vbeplan.start.matning.tabell import Rad
from vbeplan.start.matning.wordplan import som_docx

GRUPP = "Inläsning"
WORD_S, WORD_MIB = 1, 150
# What coordinators write, beside what stands in the demo's plans.
SKRIVET = (
    "Löpande", "Pågående", "T.o.m. 2022-12-31", "20190901", "2019", "Hösten 2025",
    "Vecka 43 2025", "Juni–augusti 2025", "kvartalsvis", "T1 2026", "VB", "Se ovan",
    "Tertialrapport 1 2020", "Delårsrapport augusti", "2019-31-12", "Se 1",
    "I ordinarie verksamhetsuppföljning", "Årligen inom ramen för ordinarie styrning",
)  # fmt: skip


class _Aterstall(Exception):  # noqa: N818 — a signal, not a fault
    """Undoes the transaction that was only measured."""


def mat_inlasning(stad, varv):
    """Return rows for Word import, time language and exchange, `varv` times each."""
    plan = Handlingsplan.objects.get(namnd__kort=stad.namnd, ar=stad.ar)
    return [
        _word(max(1, varv // 4)),
        _tidsprak(varv),
        _granska(varv),
        _runt(plan, varv),
    ]


def _word(varv):
    fil = som_docx(demoplan())
    matt = [
        mat_i_barn("aktiviteter.word:las_word", fil, argument={"ar": DEMOAR})[1]
        for _ in range(varv)
    ]
    return Rad(
        GRUPP,
        "Word-plan på 14 sidor",
        "s",
        [m.sekunder for m in matt],
        minne_mib=max(m.minne_mib for m in matt),
        hogst={"median": WORD_S, "minne_mib": WORD_MIB},
    )


def _tidsprak(varv):
    texter = [
        text
        for a in demoplan()["aktiviteter"]
        for text in (a["tidplan"]["text"], a["uppfoljning"]["text"])
    ]
    texter += SKRIVET

    def las():
        for text in texter:
            tolka_tidplan(text, ar=DEMOAR)
            tolka_uppfoljning(text, ar=DEMOAR)

    takt = [2 * len(texter) / (ms / 1000) for ms in _tider(las, varv)]
    return Rad(GRUPP, "Tidsspråket", "texter/s", takt)


def _granska(varv):
    data = demoplan()
    tider = _tider(lambda: granska(data), varv)
    return Rad(GRUPP, "Granska en plan i utbytesformatet", "ms", tider)


def _runt(plan, varv):
    def runt():
        data = granska(plan_data(plan))
        try:
            with transaction.atomic():
                ny = importera_plan(data, namnd=plan.namnd, ar=plan.ar + 1)
                plan_data(ny)
                raise _Aterstall
        except _Aterstall:
            pass

    return Rad(GRUPP, "Export, import och export igen", "ms", _tider(runt, varv))


def _tider(gor, varv):
    """Milliseconds of each of `varv` calls; one more goes before, to warm up."""
    gor()
    return [_tid(gor) for gor in islice(repeat(gor), varv)]


def _tid(gor):
    start = time.perf_counter()
    gor()
    return (time.perf_counter() - start) * 1000
