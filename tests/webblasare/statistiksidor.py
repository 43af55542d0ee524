"""The pages of statistics that come as files, in their states; see sidor.py."""

from django.urls import reverse

from tests import bygge_statistik
from vbeplan.organisation.models import Anvandare, Namnd

KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}
# An unknown word, a date that isn't, another board's district, months that stand.
BLANDAT = (
    "Rapport ur registret;;;;\n"
    "Ärende;Inkom;Stadsdel;Budskap;Beskrivning\n"
    "K1;2024-01-10;Ekbacken;Vitmakt;En man stod vid dörren till skolan och ropade\n"
    "K2;2024-31-01;Åsen;Månskensfolket;Han skrek något om att det skulle bli krig\n"
    "K3;2024-02-10;Sjövik;Månskensfolket;Flera ungdomar stod och satte upp lappar\n"
    "K4;2024-03-10;Lillbyn;Okänt;Någon hade skrivit på muren vid torget igen\n"
    "Summa;;;;9\nKälla: registret"
)
MANADER = (
    "Typ;jan 2024;feb 2024;mar 2024;apr 2024;maj 2024;jun 2024;Totalt\n"
    "Hot;1;2;<5;0;1;2;6\nKränkning;3;2;2;0;1;2;99\nSumma;4;4;2;0;2;4;16\n"
)


def statistiksidor(sida, samordnare, nyborjare):
    """Yield all pages, made by `sida(who, address, …)`."""
    namnd = Namnd.objects.get(kort=KORT)
    av = Anvandare.objects.get(epost=samordnare)
    serie = bygge_statistik.ny_statistikserie(namnd, "Klotter, trafikkontoret")
    intagen = bygge_statistik.las_in(
        serie, bygge_statistik.LISTA + "K9;2024-31-12;Hot;Okänt;1", av=av
    )
    fil = bygge_statistik.ny_statistikfil(av, serie, BLANDAT)
    tabell = bygge_statistik.ny_statistikfil(av, serie, MANADER, "ia.csv")
    lasaren = reverse("statistik")
    yield sida(nyborjare, lasaren)
    yield sida(samordnare, lasaren)
    yield sida(samordnare, reverse("statistik_ny"))
    yield sida(samordnare, reverse("statistik_ny"), **TOMT)
    yield sida(samordnare, fil.get_absolute_url())
    yield sida(samordnare, fil.get_absolute_url(), skicka={"ar": "1700"})
    yield sida(samordnare, tabell.get_absolute_url())
    yield sida(samordnare, reverse("statistikfil_bort", args=[fil.pk]))
    yield sida(samordnare, serie.get_absolute_url())
    yield sida(samordnare, reverse("statistik_andra", args=[serie.pk]))
    yield sida(samordnare, reverse("statistik_andra", args=[serie.pk]), **TOMT)
    yield sida(samordnare, reverse("statistik_angra", args=[intagen.pk]))
