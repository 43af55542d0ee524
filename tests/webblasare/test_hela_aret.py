"""A whole year in a real Chromium, from an empty installation to next year's draft.

Everybody does her part on the pages as they stand, by what is written on them; only
the technician uses the command line. What each deed is lies in `aretsteg*.py`.
"""

import pytest

from blanketter import bevis
from tests.webblasare import aretsteg_beslutet as beslutet
from tests.webblasare import aretsteg_blanketten as blanketten
from tests.webblasare import aretsteg_enkaten as enkaten
from tests.webblasare import aretsteg_lagesbilden as lagesbilden
from tests.webblasare import aretsteg_planen as planen
from tests.webblasare import aretsteg_revideringen as revideringen
from tests.webblasare import aretsteg_samradet as samradet
from tests.webblasare import aretsteg_staden as staden
from tests.webblasare import aretsteg_teknikern as teknikern
from tests.webblasare import aretsteg_uppfoljningen as uppfoljningen
from tests.webblasare.aretsteg import (
    ANSVARIG,
    CENTRAL,
    FORVALTARE,
    LASARE,
    SAKERHET,
    SAMORDNARE,
    SEKRETERARE,
    Aret,
    inte_pa_bordet,
    pa_bordet,
)

NAMNDEN = "Utbildningsnämnden"
SYNPUNKT = "Skolan vill vara med i utbildningen."
LOFTE = "Skolan är med från nästa år."
VILLKOR = "Redovisa utbildningen."


@pytest.fixture
def aret(transactional_db, ny_sida, webbfel, monkeypatch):
    """An installation with nothing in it but its first förvaltare."""
    monkeypatch.setattr(bevis, "FORST", 0)  # the walk types faster than a person
    teknikern.skapar_forsta_forvaltaren(monkeypatch)
    return Aret(ny_sida, webbfel)


def test_a_whole_year_from_an_empty_installation_to_next_years_draft(aret):
    _staden_kommer_igang(aret)
    _forra_arets_plan_hamtas_in(aret)
    _personalen_berattar(aret)
    _underlaget_samlas(aret)
    _lagesbilden_blir_klar(aret)
    _planen_revideras(aret)
    _andra_sager_sitt(aret)
    pdf = _namnden_beslutar(aret)
    _alla_kan_lasa_och_kontrollera(aret, pdf)
    _aktiviteterna_foljs_upp(aret)
    _nasta_ar_borjar(aret)
    _inget_gar_att_andra_i_efterhand(aret)


def _staden_kommer_igang(aret):
    staden.lagger_in_namnden(aret.hos(FORVALTARE))
    staden.lagger_in_manniskorna(aret.hos(FORVALTARE))
    for epost in (CENTRAL, SAMORDNARE, ANSVARIG, LASARE):
        staden.valjer_losenord(aret.nagon, epost)


def _forra_arets_plan_hamtas_in(aret):
    sara, forra = aret.hos(SAMORDNARE), aret.ar - 1
    planen.hamtar_in_forra_arets_plan(sara, forra)
    planen.registrerar_den_som_beslutad(sara, forra)
    planen.skriver_in_ks_besked(aret.hos(SAMORDNARE), f"{forra}-06-12")
    planen.ger_rollen(sara, "Säkerhetssamordnare", "Sven Säker")
    fia = aret.hos(FORVALTARE)
    staden.gor_henne_ansvarig(fia, "Anna Ansvarig", "Avdelningschef förskola")
    pa_bordet(aret.hos(LASARE), f"Läs planen för {forra}")
    pa_bordet(aret.hos(CENTRAL), "Läget i staden")


def _personalen_berattar(aret):
    medarbetare = aret.nagon
    blanketten.skriver(medarbetare, "Klistermärken på skåpen. Ring 070-123 45 67.")
    kod = blanketten.skriver_om(medarbetare, "Klistermärken på skåpen i korridoren.")
    blanketten.tar_hand_om_den(aret.hos(SAMORDNARE), aret.ar)
    blanketten.svarar_med_kvittokoden(medarbetare, kod)
    blanketten.laser_svaret(aret.hos(SAMORDNARE))
    pa_bordet(aret.hos(FORVALTARE), "Ingen gallringsregel finns")


def _underlaget_samlas(aret):
    sara = aret.hos(SAMORDNARE)
    lagesbilden.borjar(sara, aret.ar, aret.idag)
    lagesbilden.begar_underlag_av_polisen(sara, aret.dag(14))
    lagesbilden.for_in_polisens_svar(sara, "Muntligt vid samråd.")
    lagesbilden.laser_in_klotterstatistiken(sara, aret.idag)
    enkaten.lagger_in_respondenterna(sara)
    enkaten.skickas(sara, aret.ar, aret.dag(14))
    for epost in list(enkaten.RESPONDENTER.values())[:5]:
        enkaten.besvaras(aret.nagon, epost)
    enkaten.stangs(sara)


def _lagesbilden_blir_klar(aret):
    sara = aret.hos(SAMORDNARE)
    lagesbilden.skriver_iakttagelsen(sara)
    lagesbilden.skriver_texterna(sara)
    lagesbilden.skriver_in_samradet_med_polisen(sara, aret.dag(0))
    lagesbilden.publicerar(aret.hos(SAMORDNARE))


def _planen_revideras(aret):
    sara = aret.hos(SAMORDNARE)
    revideringen.borjar_pa_nasta_plan(sara, aret.ar)
    revideringen.beslutar_om_varje_aktivitet(aret.hos(SAMORDNARE))
    revideringen.rattar_aktiviteten(sara, aret.ar)
    revideringen.lagger_till_en_aktivitet_mot_behovet(sara, aret.ar)
    revideringen.lagger_in_bildens_texter(sara)
    revideringen.ser_andringarna(sara, aret.ar)


def _andra_sager_sitt(aret):
    sara = aret.hos(SAMORDNARE)
    samradet.skriver_in_sammantradet(sara, aret.dag(0))
    samradet.prenumererar_pa_kalendern(sara, aret.nagon)
    samradet.skickar_planen_pa_samrad(sara, aret.ar)
    samradet.fragar(sara, aret.ar, NAMNDEN, aret.dag(14))
    samradet.for_in_svaret(sara, aret.ar, NAMNDEN, aret.dag(0), SYNPUNKT)
    samradet.svarar_pa_synpunkten(aret.hos(SAMORDNARE), SYNPUNKT, LOFTE)


def _namnden_beslutar(aret):
    """Return the sealed PDF."""
    sara = aret.hos(SAMORDNARE)
    beslutet.skickar_planen_till_namnden(sara, aret.ar)
    pa_bordet(aret.hos(LASARE), f"Läs planen för {aret.ar}")
    beslutet.registreras(sara, aret.ar, "§ 47")
    pdf = beslutet.laser_den_forseglade_planen(sara, aret.ar, "§ 47")
    beslutet.kommer_i_ett_brev(SEKRETERARE, pdf)
    beslutet.godkanns_med_villkor(sara, aret.ar, aret.dag(0), VILLKOR)
    beslutet.bockar_av_villkoret(aret.hos(SAMORDNARE), VILLKOR, aret.dag(0))
    return pdf


def _alla_kan_lasa_och_kontrollera(aret, pdf):
    sara, nagon = aret.hos(SAMORDNARE), aret.nagon
    beslutet.delar_med_staden(sara, aret.ar)
    beslutet.ser_hur_det_star_i_staden(aret.hos(CENTRAL))
    beslutet.publicerar_planen(sara, aret.ar)
    beslutet.laser_den_publicerade_planen(nagon, pdf)
    beslutet.kontrollerar(nagon, pdf, "Ja, det är en beslutad plan")
    andrad = beslutet.en_byte_andrad(pdf)
    beslutet.kontrollerar(nagon, andrad, "Nej, filen är inte en beslutad plan")


def _aktiviteterna_foljs_upp(aret):
    sara, ar = aret.hos(SAMORDNARE), aret.ar
    uppfoljningen.oppnar_tillfallet(sara, ar, aret.dag(14))
    uppfoljningen.skickar_lanken(sara, "Säkerhetssamordnare", SAKERHET)
    uppfoljningen.rapporterar_inloggad(aret.hos(ANSVARIG), "Föräldracafé")
    inte_pa_bordet(aret.hos(ANSVARIG), "att rapportera")
    uppfoljningen.paminner_om_det_som_saknas(sara, ar)
    uppfoljningen.rapporterar_med_lanken(aret.nagon, SAKERHET, "Värdar på torget")
    uppfoljningen.rapporterar_for_rollen_utan_adress(sara, ar, "Utbildning", 2)
    uppfoljningen.stanger_tillfallet(sara, ar)
    uppfoljningen.lanken_galler_inte_langre(aret.nagon, SAKERHET)
    aret.webbfel.clear()  # the link that is over answers 404, as it should
    uppfoljningen.hamtar_rapporten(sara, ar)


def _nasta_ar_borjar(aret):
    sara, ar = aret.hos(SAMORDNARE), aret.ar
    uppfoljningen.hamtar_overlamningen(sara, ar, (NAMNDEN, LOFTE))
    uppfoljningen.borjar_pa_nasta_ars_plan(sara, ar)
    pa_bordet(aret.hos(SAMORDNARE), f"Lägesbilden för {ar + 1} är inte påbörjad")


def _inget_gar_att_andra_i_efterhand(aret):
    teknikern.verifierar(2)
    teknikern.kan_inte_skriva_om_planen(aret.ar)
