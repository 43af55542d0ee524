"""A large file, read while its page says how far it is. Works without JavaScript."""

import queue
import threading

from django.http import StreamingHttpResponse
from django.template.loader import render_to_string

from lagesbild.statistikfil.inlasning import las_fil
from vbeplan.filer.fel import FilFel

MARKE = "<!-- stegen -->"
MALL = "lagesbild/statistik/laser.html"
STEG = "lagesbild/statistik/laser_steg.html"
_SLUT = object()


def las_stegvis(request, fil):
    """Return a page that grows by one line for each step, and ends with the way on.

    The reader's child says how far it is; a thread waits for it and touches no
    database, so that everything stored is stored here.
    """
    sidan = render_to_string(MALL, {"fil": fil}, request)
    fore, _, efter = sidan.partition(MARKE)
    svar = StreamingHttpResponse(_delarna(fil, fore, efter))
    # A proxy that gathers the answer would show nothing until it is done.
    svar["X-Accel-Buffering"] = "no"
    svar["Cache-Control"] = "no-store"
    return svar


def _delarna(fil, fore, efter):
    yield fore
    steg, resultat = queue.Queue(), {}
    trad = threading.Thread(target=_las, args=(bytes(fil.fil), steg, resultat))
    trad.start()
    while (ord_ := steg.get()) is not _SLUT:
        yield render_to_string(STEG, {"ord": ord_})
    trad.join()
    if blad := resultat.get("blad"):
        fil.data, fil.fil = {"blad": blad}, b""
        fil.save(update_fields=["data", "fil"])
        yield render_to_string(STEG, {"klar": fil.get_absolute_url()})
    else:
        fil.slang()
        yield render_to_string(STEG, {"fel": resultat.get("fel")})
    yield efter


def _las(data, steg, resultat):
    try:
        resultat["blad"] = las_fil(data, framsteg=steg.put)
    except FilFel as fel:
        resultat["fel"] = str(fel)
    finally:
        steg.put(_SLUT)
