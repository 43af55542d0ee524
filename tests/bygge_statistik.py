"""Builds files of statistics that wait for a yes, and series that have taken one in."""

from lagesbild.handlingar.ta_in_statistik import minns_orden, ta_in
from lagesbild.models import Statistikfil
from lagesbild.serier import ny_serie
from lagesbild.statistikfil.granskning import Granskning
from lagesbild.statistikfil.las import las_statistik

LISTA = (
    "Ärende;Inkom;Typ;Budskap;Yta m2\n"
    "K1;2024-01-10;Klotter;Vitmakt;0,5\n"
    "K2;2024-01-19;Klistermärke;Okänt;1,0\n"
    "K3;2024-03-02;Klotter;Vitmakt;2,5\n"
)


def ny_statistikserie(namnd, namn=None):
    """Return a saved series, empty, whose name carries the board's."""
    serie = ny_serie(namnd, namn or f"Klotter i {namnd.kort}")
    serie.save()
    return serie


def ny_statistikfil(av, serie, text=LISTA, filnamn=None):
    """Return a file that has been read and waits; `text` is CSV, or a file's bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    filnamn = filnamn or f"klotter-{serie.namnd.kort}.csv"
    return Statistikfil.objects.create(
        av=av, namnd=serie.namnd, serie=serie, filnamn=filnamn, data=las_statistik(data)
    )


def las_in(serie, text=LISTA, *, av=None, filnamn="klotter.csv"):
    """Take a CSV file's figures in, as guessed; return the Statistikimport."""
    fil = Statistikfil(
        namnd=serie.namnd,
        serie=serie,
        filnamn=filnamn,
        data=las_statistik(text.encode()),
    )
    g = Granskning(fil)
    minns_orden(serie, g.ordvalen)
    return ta_in(serie, g.underlag, av=av)
