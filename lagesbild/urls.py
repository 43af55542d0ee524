"""Addresses of the local picture.

Words of our own stand before the boards' (see UPPTAGNA_ORD in organisation).
"""

from django.urls import include, path

from lagesbild.views import (
    andras_resultat,
    begaran,
    bilden,
    bilder,
    bildlage,
    bildtexter,
    bredvid,
    egna_fragor,
    enkatfragor,
    enkatresultat,
    iakttagelser,
    kalla,
    kallor,
    siffror,
    standardkallor,
    statistik,
)

SERIE = "lagesbild/statistik/serie/<int:pk>"
BILD = "lagesbild/<slug:namnd>/<int:ar>"
KALLA = "lagesbild/kalla/<int:pk>"
STANDARDKALLA = "lagesbild/standardkallor/<int:pk>"
IAKTTAGELSE = "lagesbild/iakttagelse/<int:pk>"
ENKAT = "lagesbild/enkat/<int:pk>"

urlpatterns = [
    # Källor
    path("lagesbild/standardkallor/", standardkallor.alla, name="standardkallor"),
    path("lagesbild/standardkallor/ny/", standardkallor.ny, name="standardkalla_ny"),
    path(f"{STANDARDKALLA}/", standardkallor.redigera, name="standardkalla"),
    path(f"{STANDARDKALLA}/ordna/", standardkallor.ordna, name="standardkalla_ordna"),
    path(f"{BILD}/kallor/", kallor.kallor, name="kallor"),
    path(f"{BILD}/kallor/ny/", kallor.ny, name="kallor_ny"),
    path(f"{BILD}/kallor/hamta/", kallor.hamta, name="kallor_hamta"),
    path(f"{BILD}/kallor/begar/", begaran.begar, name="kallor_begar"),
    path(f"{BILD}/kallor/paminn/", begaran.paminn, name="kallor_paminn"),
    path(f"{KALLA}/", kalla.kalla, name="kalla"),
    path(f"{KALLA}/andra/", kallor.redigera, name="kalla_andra"),
    path(f"{KALLA}/ordna/", kallor.ordna, name="kalla_ordna"),
    path(f"{KALLA}/ta-bort/", kallor.ta_bort, name="kalla_ta_bort"),
    path(f"{KALLA}/brev/", kalla.brev, name="kalla_brev"),
    path(f"{KALLA}/utebliven/", kalla.utebliven, name="kalla_utebliven"),
    path(f"{KALLA}/fil/", kalla.ny_fil, name="kalla_fil_ny"),
    path("lagesbild/kalla/fil/<uuid:pk>/", kalla.hamta_fil, name="kallfil"),
    path(
        "lagesbild/kalla/fil/<uuid:pk>/ta-bort/",
        kalla.ta_bort_fil,
        name="kallfil_ta_bort",
    ),
    # Enkät: respondents, invitations
    path("", include("lagesbild.urls_enkat")),
    # Enkät: questions and results
    path("lagesbild/enkatfragor/", enkatfragor.fragor, name="enkatfragor"),
    path(
        "lagesbild/enkatfragor/ny/<slug:slag>/", enkatfragor.ny, name="enkatfragor_ny"
    ),
    path(
        "lagesbild/enkatfragor/fraga/<slug:kod>/", enkatfragor.fraga, name="enkatfraga"
    ),
    path(
        "lagesbild/enkatfragor/fraga/<slug:kod>/bort/",
        enkatfragor.ta_bort,
        name="enkatfraga_bort",
    ),
    path(
        "lagesbild/enkatfragor/fraga/<slug:kod>/tillbaka/",
        enkatfragor.ta_tillbaka,
        name="enkatfraga_tillbaka",
    ),
    path(
        "lagesbild/enkatfragor/version/<int:nummer>/",
        enkatfragor.version,
        name="enkatfragor_version",
    ),
    path(
        "lagesbild/enkatfragor/forhandsvisning/",
        enkatfragor.forhandsvisning,
        name="enkatfragor_forhandsvisning",
    ),
    path(
        "lagesbild/enkatfragor/faststall/",
        enkatfragor.faststall,
        name="enkatfragor_faststall",
    ),
    path("lagesbild/enkatfragor/kasta/", enkatfragor.kasta, name="enkatfragor_kasta"),
    path(f"{ENKAT}/fragor/", egna_fragor.fragor, name="enkat_fragor"),
    path(
        f"{ENKAT}/fragor/forhandsvisning/",
        egna_fragor.forhandsvisning,
        name="enkat_forhandsvisning",
    ),
    path(f"{ENKAT}/fragor/ny/<slug:slag>/", egna_fragor.ny, name="enkat_egen_ny"),
    path(f"{ENKAT}/fragor/<slug:kod>/", egna_fragor.fraga, name="enkat_egen"),
    path(
        f"{ENKAT}/fragor/<slug:kod>/bort/", egna_fragor.ta_bort, name="enkat_egen_bort"
    ),
    path(
        f"{ENKAT}/fragor/<slug:kod>/tillbaka/",
        egna_fragor.ta_tillbaka,
        name="enkat_egen_tillbaka",
    ),
    path(f"{ENKAT}/resultat/", enkatresultat.visa, name="enkat_resultat"),
    path(
        f"{ENKAT}/resultat.<slug:form>",
        enkatresultat.som_fil,
        name="enkat_resultat_fil",
    ),
    path(f"{ENKAT}/texter/", enkatresultat.texter, name="enkat_texter"),
    path(f"{ENKAT}/texter/<slug:nyckel>/", enkatresultat.text, name="enkat_text"),
    path(f"{BILD}/enkatresultat/", enkatresultat.bildens, name="enkatresultat"),
    path(f"{BILD}/andras/", andras_resultat.alla, name="andras"),
    path(f"{BILD}/andras/ny/<slug:fraga>/", andras_resultat.ny, name="andras_ny"),
    path("lagesbild/andras/<int:pk>/", andras_resultat.andra, name="annat_resultat"),
    path(
        "lagesbild/andras/<int:pk>/bort/",
        andras_resultat.bort,
        name="annat_resultat_bort",
    ),
    # Statistik
    path("lagesbild/statistik/", statistik.statistik, name="statistik"),
    path("lagesbild/statistik/ny/", statistik.ny, name="statistik_ny"),
    path("lagesbild/statistik/fil/<uuid:pk>/", statistik.fil, name="statistikfil"),
    path(
        "lagesbild/statistik/fil/<uuid:pk>/ta-bort/",
        statistik.slang,
        name="statistikfil_bort",
    ),
    path(f"{SERIE}/", statistik.serie, name="statistik_serie"),
    path(f"{SERIE}/andra/", statistik.andra, name="statistik_andra"),
    path(
        "lagesbild/statistik/import/<int:pk>/angra/",
        statistik.angra_import,
        name="statistik_angra",
    ),
    # Siffror
    path("lagesbild/staden/", siffror.staden, name="lagesbild_staden"),
    path(f"{BILD}/siffror/", siffror.siffror, name="siffror"),
    *(
        path(f"{BILD}/siffror.{f}", siffror.som_fil, {"form": f}, name=f"siffror_{f}")
        for f in siffror.FORMAT
    ),
    # Iakttagelser
    path(f"{BILD}/iakttagelser/", iakttagelser.iakttagelser, name="iakttagelser"),
    path(f"{BILD}/iakttagelser/ny/", iakttagelser.ny, name="iakttagelser_ny"),
    path(
        f"{BILD}/iakttagelser/forra/",
        iakttagelser.fran_forra,
        name="iakttagelser_forra",
    ),
    path(f"{IAKTTAGELSE}/", iakttagelser.redigera, name="iakttagelse"),
    path(f"{IAKTTAGELSE}/ordna/", iakttagelser.ordna, name="iakttagelse_ordna"),
    path(f"{IAKTTAGELSE}/ta-bort/", iakttagelser.ta_bort, name="iakttagelse_ta_bort"),
    # Bilden
    path("lagesbild/", bilder.lagesbilder, name="lagesbilder"),
    path("lagesbild/alla/", bilder.alla, name="lagesbilder_alla"),
    path("lagesbild/bredvid/", bredvid.bredvid, name="lagesbilder_bredvid"),
    path("lagesbild/ny/", bilder.ny, name="lagesbild_ny"),
    path(f"{BILD}/", bilden.visa, name="lagesbild"),
    path(f"{BILD}/version/<int:nummer>/", bilden.version, name="lagesbild_version"),
    path(f"{BILD}/text/<slug:bilddel>/", bildtexter.text, name="lagesbild_text"),
    path(
        f"{BILD}/text/<slug:bilddel>/utkast/",
        bildtexter.utkast,
        name="lagesbild_utkast",
    ),
    path(
        f"{BILD}/text/<slug:bilddel>/versioner/",
        bildtexter.versioner,
        name="lagesbild_text_versioner",
    ),
    path(
        f"{BILD}/text/<slug:bilddel>/version/<int:nummer>/angra/",
        bildtexter.angra,
        name="lagesbild_text_angra",
    ),
    path(f"{BILD}/paborja/", bildlage.paborja, name="lagesbild_paborja"),
    path(f"{BILD}/samrad/", bildlage.samrad, name="lagesbild_samrad"),
    path(f"{BILD}/klar/", bildlage.klar, name="lagesbild_klar"),
    path(f"{BILD}/tillbaka/", bildlage.tillbaka, name="lagesbild_tillbaka"),
    path(f"{BILD}/dela/", bildlage.dela, name="lagesbild_dela"),
    path(f"{BILD}/uppgifter/", bildlage.uppgifter, name="lagesbild_uppgifter"),
    path(f"{BILD}/i-planen/", bildlage.i_planen, name="lagesbild_i_planen"),
]
