"""Addresses of the anonymous form and its desk.

Everything under /oro/ is open to whoever comes, and forgets her (minnesloshet.py).
"""

from django.urls import path

from blanketter.views import (
    blankett,
    brev,
    dialog,
    diarium,
    dolj,
    enheter,
    fragor,
    gallring,
    gallringsregler,
    gallringsstopp,
    inkommen,
    inkorg,
    kvitto,
    loften,
    nollrapport,
    oro,
    rutin,
)

ENHETER = "blanketter/enheter"
EN = "blanketter/<uuid:pk>"
RUTIN = "blanketter/rutin/<slug:namnd>"
GALLRING = "blanketter/gallring"

urlpatterns = [
    path("oro/", oro.oro, name="oro"),
    path("oro/loften/", loften.loften, name="loften"),
    path("oro/kvitto/", kvitto.kvitto, name="kvitto"),
    # Words of our own stand before the boards' (see UPPTAGNA_ORD).
    path("oro/<slug:namnd>/", oro.rutin, name="rutin"),
    path("oro/<slug:namnd>/utskrift/", oro.utskrift, name="rutin_utskrift"),
    path("oro/<slug:namnd>/blankett/", blankett.blankett, name="blankett"),
    path(
        "oro/<slug:namnd>/blankett/kontroll/",
        blankett.kontroll,
        name="blankettkontroll",
    ),
    path(
        "oro/<slug:namnd>/inget/<slug:nyckel>/",
        nollrapport.nollrapport,
        name="nollrapport",
    ),
    path("blanketter/fragor/", fragor.fragor, name="fragor"),
    path("blanketter/fragor/fraga/<slug:fraga>/", fragor.fraga, name="fraga"),
    path(
        "blanketter/fragor/version/<int:nummer>/", fragor.version, name="frageversion"
    ),
    path(
        "blanketter/fragor/forhandsvisning/",
        fragor.forhandsvisning,
        name="fragor_forhandsvisning",
    ),
    path(
        "blanketter/fragor/faststall/",
        fragor.faststall_version,
        name="fragor_faststall",
    ),
    path("blanketter/fragor/kasta/", fragor.kasta, name="fragor_kasta"),
    path("blanketter/rutin/", rutin.rutiner, name="rutiner"),
    path("blanketter/rutin/kontakt/<int:pk>/", rutin.kontakt, name="kontakt"),
    path(
        "blanketter/rutin/kontakt/<int:pk>/ta-bort/",
        rutin.kontakt_ta_bort,
        name="kontakt_ta_bort",
    ),
    path(f"{RUTIN}/", rutin.redigera, name="rutin_redigera"),
    path(f"{RUTIN}/nytt-steg/", rutin.nytt_steg, name="rutin_nytt_steg"),
    path(f"{RUTIN}/ny-kontakt/", rutin.kontakt_ny, name="kontakt_ny"),
    path(f"{RUTIN}/i-planen/", rutin.i_planen, name="rutin_i_planen"),
    path(f"{RUTIN}/steg/<slug:kod>/", rutin.steg, name="rutin_steg"),
    path(f"{RUTIN}/steg/<slug:kod>/ordna/", rutin.ordna, name="rutin_ordna"),
    path(f"{RUTIN}/steg/<slug:kod>/dolj/", rutin.dolj, name="rutin_dolj"),
    path(f"{RUTIN}/steg/<slug:kod>/aterga/", rutin.aterga, name="rutin_aterga"),
    path(f"{ENHETER}/", enheter.enheter, name="enheter"),
    path(f"{ENHETER}/enhet/<uuid:pk>/", enheter.enhet, name="enhet"),
    path(f"{ENHETER}/enhet/<uuid:pk>/avsluta/", enheter.avsluta, name="enhet_avsluta"),
    path(f"{ENHETER}/enhet/<uuid:pk>/lank/", enheter.lank, name="enhet_lank"),
    path(f"{ENHETER}/<slug:namnd>/ny/", enheter.ny, name="enhet_ny"),
    path(f"{ENHETER}/<slug:namnd>/ta-in/", enheter.ta_in, name="enheter_ta_in"),
    path(f"{ENHETER}/<slug:namnd>/lankar/", enheter.lankar, name="enheter_lankar"),
    path(f"{ENHETER}/<slug:namnd>/period/", enheter.perioden, name="enheter_period"),
    path(f"{ENHETER}/<slug:namnd>/paminn/", enheter.paminnelse, name="enheter_paminn"),
    path(f"{GALLRING}/", gallring.gallring, name="gallring"),
    path(f"{GALLRING}/forvarnade/", gallring.forvarnade, name="gallring_forvarnade"),
    path(f"{GALLRING}/protokoll/", gallring.protokollen, name="gallring_protokoll"),
    path(
        f"{GALLRING}/protokoll.csv",
        gallring.protokollfil,
        name="gallring_protokollfil",
    ),
    path(
        f"{GALLRING}/protokoll/<int:pk>/",
        gallring.protokoll,
        name="gallringsprotokoll",
    ),
    path(f"{GALLRING}/regler/", gallringsregler.regler, name="gallring_regler"),
    path(f"{GALLRING}/regler/ny/", gallringsregler.ny, name="gallringsregel_ny"),
    path(f"{GALLRING}/regler/<int:pk>/", gallringsregler.regel, name="gallringsregel"),
    path(
        f"{GALLRING}/regler/<int:pk>/andra/",
        gallringsregler.andra,
        name="gallringsregel_andra",
    ),
    path(
        f"{GALLRING}/regler/<int:pk>/avsluta/",
        gallringsregler.avsluta,
        name="gallringsregel_avsluta",
    ),
    path(f"{GALLRING}/stopp/", gallringsstopp.stoppen, name="gallring_stopp"),
    path(
        f"{GALLRING}/stopp/kommunen/",
        gallringsstopp.kommunens,
        name="gallring_stopp_kommunen",
    ),
    path(
        f"{GALLRING}/stopp/<int:pk>/slapp/",
        gallringsstopp.slapp,
        name="gallring_stopp_slapp",
    ),
    path(
        f"{GALLRING}/stopp/blankett/<uuid:pk>/",
        gallringsstopp.blankettens,
        name="gallring_stopp_blankett",
    ),
    path(
        f"{GALLRING}/stopp/namnd/<slug:namnd>/",
        gallringsstopp.nytt,
        name="gallring_stopp_nytt",
    ),
    path("blanketter/", inkorg.inkorg, name="inkorg"),
    path("blanketter/flera/", inkorg.flera, name="inkorg_flera"),
    path("blanketter/brev/", brev.brev, name="inkorg_brev"),
    path("blanketter/diarium/", diarium.diarium, name="diarium"),
    path("blanketter/diarium.csv", diarium.som_fil, name="diarium_fil"),
    path(f"{EN}/", inkommen.visa, name="inkommen"),
    path(f"{EN}/oppna/", inkommen.oppna, name="inkommen_oppna"),
    path(f"{EN}/klassa/", inkommen.klassa, name="inkommen_klassa"),
    path(f"{EN}/status/", inkommen.status, name="inkommen_status"),
    path(f"{EN}/fraga/", dialog.fraga, name="inkommen_fraga"),
    path(f"{EN}/svar-last/", dialog.svar_last, name="inkommen_svar_last"),
    path(f"{EN}/dolj/", dolj.dolj, name="inkommen_dolj"),
    path(f"{EN}/dolj/<uuid:maskering>/visa/", dolj.lyft, name="maskering_lyft"),
]
