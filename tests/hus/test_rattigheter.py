"""Who may do what: every address × role × own, shared or foreign object × method.

A new address has no rule here and fails the first test until somebody has decided.
"""

from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.hus.varld import (
    ALLA,
    ANONYM,
    ANSVARIG,
    AVSTANGD,
    CENTRAL,
    DELAD,
    EGEN,
    FORVALTARE,
    FRAMMANDE,
    INNE,
    LASARE,
    MASKERARE,
    REDIGERARE,
    SAMORDNARE,
    TILLAGG,
    adresser,
    bygg_stad,
)

SAM = {SAMORDNARE, *TILLAGG}
NAMNDEN = SAM | {ANSVARIG, LASARE}
OVRIGA = NAMNDEN - SAM


@dataclass(frozen=True)
class Regel:
    """What an address answers to those who may, and who they are; others get 404.

    `far` gets `get` and `post` (with an empty form) on what is her own board's; `ser`
    may read the object but not do this, 403; `delat` is what the city's coordinator
    gets on a shared plan; `stadens` pages know no own or foreign.
    """

    get: int
    post: int
    far: set
    ser: set = frozenset()
    delat: int = 404
    stadens: bool = False

    def svar(self, roll, namnd, metod):
        framgang = getattr(self, metod)
        if framgang == 405:
            return 405
        if not self.stadens and namnd == DELAD and roll == CENTRAL:
            return framgang if self.delat == 200 else self.delat
        if not self.stadens and namnd != EGEN:
            return 404
        return framgang if roll in self.far else 403 if roll in self.ser else 404


LASER = Regel(200, 200, NAMNDEN, delat=200)
HISTORIK = Regel(200, 200, NAMNDEN)  # a plan is shared as it stands, not its drafts
ANDRAR = Regel(200, 200, SAM, OVRIGA, delat=403)
TAR_BORT = Regel(200, 302, SAM, OVRIGA, delat=403)
GOR = Regel(405, 302, SAM, OVRIGA, delat=403)
HJALPER = Regel(405, 200, SAM, OVRIGA, delat=403)
FORVALTAR = Regel(200, 200, {FORVALTARE}, stadens=True)
EGEN_FIL = {SAMORDNARE}  # what she has sent in herself, until she has said yes
RUTIN = Regel(200, 200, SAM)  # others read it where everybody does, under /oro/
FRAGOR = Regel(200, 200, {CENTRAL}, stadens=True)

# What comes in is for the coordinators alone: nobody else knows that it is there.
BLANKETT = Regel(200, 200, SAM)
BLANKETTDAD = Regel(405, 302, SAM)
# A picture that is written on is the coordinators' own until it is published.
BILD = Regel(200, 200, SAM)
SIFFROR = Regel(200, 405, NAMNDEN, delat=200)
BILDDAD = Regel(405, 302, SAM)
# Who was asked about a plan is its board's, also when the plan is shared.
SAMRAD = Regel(200, 200, SAM, OVRIGA)

# Everything behind the sign-in; without one each answers 302 to the sign-in page.
REGLER = {
    "skrivbord": Regel(200, 200, set(INNE), stadens=True),
    "kom_igang_undan": Regel(405, 302, SAM, stadens=True),
    "veckobrev": Regel(405, 302, {*INNE}, stadens=True),
    "galleri": Regel(200, 200, set(INNE), stadens=True),
    "planer": Regel(200, 200, set(INNE), stadens=True),
    "spar": Regel(200, 200, SAM | {FORVALTARE}, stadens=True),
    "brevlada": Regel(200, 302, SAM | {FORVALTARE}, stadens=True),
    "brevlada_brev": Regel(200, 200, SAM),
    "sok": Regel(200, 200, set(INNE), stadens=True),
    "aktiviteter": Regel(200, 200, set(INNE), stadens=True),
    "aktiviteter_kalkyl": Regel(200, 200, set(INNE), stadens=True),
    "laget": Regel(200, 200, {CENTRAL}, stadens=True),
    "plan_ny": Regel(200, 200, SAM, stadens=True),
    "plan_importera": Regel(200, 200, SAM, stadens=True),
    "plan_granska_import": Regel(200, 302, EGEN_FIL),
    "plan": LASER,
    "plan_json": LASER,
    "plan_word": LASER,
    "plan_kalkyl": LASER,
    "kalkyl_ta_in": ANDRAR,
    "kalkyl_granska": Regel(200, 200, EGEN_FIL),
    "plan_forhandsvisning": LASER,
    "plan_farger": LASER,
    "plan_pdf": LASER,
    "plan_redigera": ANDRAR,
    "plan_ta_bort": TAR_BORT,
    "plan_historik": HISTORIK,
    "plan_borttaget": HISTORIK,
    "plan_framsida_historik": HISTORIK,
    "plan_jamfor": HISTORIK,
    "plan_andringar": HISTORIK,
    "plan_bilagor": TAR_BORT,
    "plan_sammanfattning": HISTORIK,
    "plan_sammanfattning_pdf": HISTORIK,
    "avsnitt_historik": HISTORIK,
    "aktivitet_historik": HISTORIK,
    "andring": HISTORIK,
    "andring_angra": Regel(405, 302, SAM, OVRIGA),
    "version_aterstall": Regel(200, 200, SAM, OVRIGA),
    "plan_dela": GOR,
    "plan_aldre": ANDRAR,
    "plan_besluta": Regel(302, 302, SAM, OVRIGA, delat=403),
    "plan_utgava": Regel(302, 302, NAMNDEN, delat=302),
    "plan_utgava_pdf": LASER,
    "utgava_ratta": ANDRAR,
    "plan_ny_version": Regel(302, 302, SAM, OVRIGA, delat=403),
    "plan_lagg_ner": Regel(302, 302, SAM, OVRIGA, delat=403),
    "plan_publicera": GOR,
    "plan_gang": Regel(200, 405, SAM, OVRIGA, delat=403),
    "plan_revidering_borja": GOR,
    "plan_revidering": TAR_BORT,  # nothing was changed, and the page comes back
    "plan_pa_samrad": GOR,
    "plan_till_namnd": ANDRAR,
    "plan_tillbaka": Regel(302, 302, SAM, OVRIGA, delat=403),
    "plan_ks": Regel(302, 302, SAM, OVRIGA, delat=403),
    "plan_villkor": ANDRAR,
    "beslut_ratta": ANDRAR,
    "plan_samrad": ANDRAR,
    "plan_overlamning": Regel(200, 405, SAM, OVRIGA, delat=403),
    "plan_overlamning_pdf": Regel(200, 405, SAM, OVRIGA, delat=403),
    "plan_yttranden_word": Regel(200, 405, SAM, OVRIGA, delat=403),
    "samrad": SAMRAD,
    "samrad_ny": ANDRAR,
    "samrad_andra": SAMRAD,
    "samrad_ta_bort": Regel(200, 302, SAM, OVRIGA),
    "samrad_uteblev": Regel(405, 302, SAM, OVRIGA),
    "samrad_word": Regel(200, 405, SAM, OVRIGA),
    "samrad_fraga": ANDRAR,
    "samrad_paminn": Regel(200, 302, SAM, OVRIGA, delat=403),
    "yttrande": SAMRAD,
    "yttrande_ny": SAMRAD,
    "yttrande_ta_bort": Regel(200, 302, SAM, OVRIGA),
    "plan_ordna": GOR,
    "plan_lagesbild": ANDRAR,
    "avsnitt_nytt": ANDRAR,
    "avsnitt_redigera": ANDRAR,
    "avsnitt_ta_bort": TAR_BORT,
    "avsnitt_flytta": GOR,
    "aktivitet_ny": ANDRAR,
    "aktivitet_redigera": ANDRAR,
    "aktivitet_ta_bort": TAR_BORT,
    "aktivitet_flytta": GOR,
    "plan_rollforslag": HJALPER,
    "aktivitet_tolka": HJALPER,
    "aktivitet_ny_tolka": HJALPER,
    "anmarkning_avfarda": TAR_BORT,
    "anmarkning_angra": GOR,
    # The board's own, also when the plan is shared
    "plan_arshjul": Regel(200, 405, NAMNDEN),
    "plan_arshjul_mote": ANDRAR,
    "plan_arshjul_ny": ANDRAR,
    "plan_arshjul_dag": ANDRAR,
    "plan_arshjul_klar": GOR,
    "plan_arshjul_ta_bort": TAR_BORT,
    "plan_arshjul_lank": TAR_BORT,
    "arshjulsmall": Regel(200, 200, {CENTRAL}, stadens=True),
    "arshjulsmall_ny": Regel(200, 200, {CENTRAL}, stadens=True),
    "arshjulsmall_punkt": Regel(200, 200, {CENTRAL}, stadens=True),
    "arshjulsmall_ta_bort": Regel(200, 302, {CENTRAL}, stadens=True),
    "roller": Regel(200, 200, NAMNDEN, stadens=True),
    "roll_ny": Regel(200, 200, SAM, stadens=True),
    "roll_redigera": Regel(200, 200, SAM, OVRIGA),
    "roll_ta_bort": Regel(200, 302, SAM, OVRIGA),
    "roll_sla_samman": Regel(200, 200, SAM, OVRIGA),
    "organisation": FORVALTAR,
    "kommun": FORVALTAR,
    "namnd_ny": FORVALTAR,
    "namnd": FORVALTAR,
    "anvandare_ny": FORVALTAR,
    "anvandare": FORVALTAR,
    "rutiner": Regel(302, 302, SAM | {CENTRAL}, stadens=True),
    "rutin_redigera": RUTIN,
    "rutin_nytt_steg": RUTIN,
    "rutin_steg": RUTIN,
    "rutin_aterga": Regel(200, 302, SAM),
    "rutin_dolj": Regel(200, 302, SAM),
    "rutin_ordna": Regel(405, 302, SAM),
    "rutin_i_planen": Regel(405, 302, SAM),
    "kontakt_ny": RUTIN,
    "kontakt": RUTIN,
    "kontakt_ta_bort": Regel(200, 302, SAM),
    "fragor": FRAGOR,
    "fraga": FRAGOR,
    "frageversion": FRAGOR,
    "fragor_forhandsvisning": FRAGOR,
    "fragor_faststall": FRAGOR,
    "fragor_kasta": Regel(200, 302, {CENTRAL}, stadens=True),
    "inkorg": Regel(200, 200, SAM, stadens=True),
    "inkorg_brev": Regel(200, 302, SAM, stadens=True),
    "inkorg_flera": Regel(200, 200, SAM, stadens=True),
    "diarium": Regel(200, 200, SAM, stadens=True),
    "diarium_fil": Regel(405, 200, SAM, stadens=True),
    "inkommen": BLANKETT,
    "inkommen_oppna": BLANKETTDAD,
    "inkommen_klassa": Regel(302, 200, SAM),
    "inkommen_status": Regel(302, 200, SAM),
    "inkommen_fraga": Regel(302, 200, SAM),
    "inkommen_svar_last": BLANKETTDAD,
    "inkommen_dolj": Regel(200, 200, {*TILLAGG}, {SAMORDNARE}),
    "maskering_lyft": Regel(405, 302, {MASKERARE}, {SAMORDNARE, REDIGERARE}),
    "utlamna": BLANKETT,
    "utlamna_pdf": BLANKETTDAD,
    "gallring": Regel(200, 405, SAM, stadens=True),
    "gallring_forvarnade": Regel(200, 405, SAM, stadens=True),
    "gallring_protokoll": Regel(200, 405, SAM, stadens=True),
    "gallring_protokollfil": Regel(405, 200, SAM, stadens=True),
    "gallringsprotokoll": Regel(200, 405, SAM),
    "gallring_regler": Regel(200, 405, SAM | {FORVALTARE}, stadens=True),
    "gallringsregel": Regel(200, 405, SAM | {FORVALTARE}, stadens=True),
    "gallringsregel_ny": FORVALTAR,
    "gallringsregel_andra": Regel(200, 200, {FORVALTARE}, SAM, stadens=True),
    "gallringsregel_avsluta": Regel(200, 302, {FORVALTARE}, SAM, stadens=True),
    "gallring_stopp": Regel(200, 405, SAM | {FORVALTARE}, stadens=True),
    "gallring_stopp_kommunen": FORVALTAR,
    "gallring_stopp_nytt": BLANKETT,
    "gallring_stopp_blankett": BLANKETT,
    "gallring_stopp_slapp": Regel(200, 302, SAM),
    "lagesbilder": Regel(302, 302, set(INNE), stadens=True),
    "lagesbilder_alla": Regel(200, 200, set(INNE), stadens=True),
    "lagesbilder_bredvid": Regel(200, 200, set(INNE), stadens=True),
    "lagesbild_ny": Regel(200, 200, SAM, stadens=True),
    "lagesbild": LASER,
    "lagesbild_version": LASER,
    "lagesbild_text": BILD,
    "lagesbild_utkast": BILD,
    "lagesbild_text_versioner": BILD,
    "lagesbild_text_angra": BILDDAD,
    "lagesbild_paborja": BILDDAD,
    "lagesbild_samrad": BILD,
    "lagesbild_klar": Regel(302, 302, SAM),
    "lagesbild_tillbaka": Regel(200, 302, SAM),
    "lagesbild_dela": BILDDAD,
    "lagesbild_uppgifter": BILD,
    "lagesbild_i_planen": BILDDAD,
    "standardkallor": Regel(200, 200, {CENTRAL}, stadens=True),
    "standardkalla": Regel(200, 200, {CENTRAL}, stadens=True),
    "standardkalla_ny": Regel(200, 200, {CENTRAL}, stadens=True),
    "standardkalla_ordna": Regel(405, 302, {CENTRAL}, stadens=True),
    "kallor": Regel(200, 405, SAM),
    "kallor_ny": BILD,
    "kallor_hamta": BILDDAD,
    "kallor_begar": BILD,
    "kallor_paminn": Regel(200, 302, SAM),
    "kalla": BILD,
    "kalla_andra": BILD,
    "kalla_ordna": BILDDAD,
    "kalla_ta_bort": Regel(200, 302, SAM),
    "kalla_brev": BILD,
    "kalla_utebliven": BILDDAD,
    "kalla_fil_ny": BILD,
    "kallfil": Regel(200, 405, SAM),
    "kallfil_ta_bort": Regel(200, 302, SAM),
    "iakttagelser": Regel(200, 405, SAM),
    "iakttagelser_ny": BILD,
    "iakttagelser_forra": Regel(302, 302, SAM),
    "iakttagelse": BILD,
    "iakttagelse_ordna": BILDDAD,
    "iakttagelse_ta_bort": Regel(200, 302, SAM),
    "plan_uppfoljning": Regel(200, 405, NAMNDEN),
    "plan_uppfoljning_aren": Regel(200, 405, NAMNDEN),
    "tillfalle_nytt": ANDRAR,
    "tillfalle": Regel(200, 405, NAMNDEN),
    "tillfalle_stang": Regel(200, 302, SAM, OVRIGA),
    "tillfalle_oppna": Regel(200, 200, SAM, OVRIGA),
    "tillfalle_dag": Regel(200, 200, SAM, OVRIGA),
    "tillfalle_lankar": Regel(200, 200, SAM, OVRIGA),
    "tillfalle_paminn": Regel(200, 200, SAM, OVRIGA),
    "tillfalle_ny_lank": Regel(405, 302, SAM, OVRIGA),
    "tillfalle_rapport": Regel(200, 405, NAMNDEN),
    "tillfalle_word": Regel(200, 405, NAMNDEN),
    "tillfalle_pdf": Regel(200, 405, NAMNDEN),
    "uppfoljning_rad": Regel(200, 200, SAM | {ANSVARIG}, {LASARE}),
    "uppfoljningar": Regel(200, 405, NAMNDEN, stadens=True),
    "arshjulen": Regel(302, 405, NAMNDEN, stadens=True),
    "mina_rapporter": Regel(200, 405, {ANSVARIG}, stadens=True),
    "plan_iakttagelser": Regel(200, 405, SAM, OVRIGA, delat=403),
    "plan_iakttagelse": Regel(200, 302, SAM, OVRIGA, delat=403),
    "statistik": Regel(200, 405, SAM, stadens=True),
    "statistik_ny": Regel(200, 200, SAM, stadens=True),
    "statistikfil": Regel(200, 200, EGEN_FIL),
    "statistikfil_bort": Regel(200, 302, EGEN_FIL),
    "statistik_serie": Regel(200, 405, SAM),
    "statistik_andra": BILD,
    "statistik_angra": Regel(200, 302, SAM),
    "siffror": SIFFROR,
    "siffror_csv": SIFFROR,
    "siffror_xlsx": SIFFROR,
    "siffror_json": SIFFROR,
    "lagesbild_staden": Regel(200, 405, {CENTRAL}, stadens=True),
    "enkatfragor": FRAGOR,
    "enkatfragor_ny": FRAGOR,
    "enkatfraga": FRAGOR,
    "enkatfraga_bort": Regel(200, 302, {CENTRAL}, stadens=True),
    "enkatfraga_tillbaka": Regel(405, 302, {CENTRAL}, stadens=True),
    "enkatfragor_version": FRAGOR,
    "enkatfragor_forhandsvisning": FRAGOR,
    "enkatfragor_faststall": FRAGOR,
    "enkatfragor_kasta": Regel(200, 302, {CENTRAL}, stadens=True),
    "enkat_fragor": BILD,
    "enkat_forhandsvisning": BILD,
    "enkat_egen_ny": BILD,
    "enkat_egen": BILD,
    "enkat_egen_bort": Regel(200, 302, SAM),
    "enkat_egen_tillbaka": BILDDAD,
    "enkat_resultat": Regel(200, 405, SAM),
    "enkat_resultat_fil": Regel(200, 405, SAM),
    "enkat_texter": Regel(200, 405, SAM),
    "enkat_text": Regel(200, 200, {REDIGERARE}, {SAMORDNARE, MASKERARE}),
    "enkatresultat": Regel(302, 405, SAM),
    "andras": BILD,
    "andras_ny": BILD,
    "annat_resultat": BILD,
    "annat_resultat_bort": Regel(200, 302, SAM),
    "respondenter": Regel(200, 405, SAM, stadens=True),
    "respondenter_ny": BLANKETT,
    "respondenter_ta_in": BLANKETT,
    "respondenter_hamta": BLANKETTDAD,
    "respondent": BLANKETT,
    "respondent_avsluta": Regel(200, 302, SAM),
    "enkater": Regel(200, 405, SAM, stadens=True),
    "enkater_ny": BLANKETT,
    "enkat": Regel(200, 405, SAM),
    "enkat_redigera": BLANKETT,
    "enkat_brev": BLANKETT,
    "enkat_prov": Regel(200, 405, SAM),
    "enkat_oppna": Regel(200, 302, SAM),
    "enkat_stang": Regel(200, 302, SAM),
    "enkat_oppna_igen": BLANKETT,
    "enkat_ta_bort": Regel(200, 302, SAM),
    "enkat_skicka": Regel(200, 302, SAM),
    "enkat_paminn": Regel(200, 302, SAM),
    "enkat_bjud_in": BLANKETTDAD,
    "enkat_lankar": Regel(200, 405, SAM),
    "enkat_affisch": Regel(200, 302, SAM),
    "inbjudan": Regel(200, 302, SAM),
    "enheter": Regel(200, 405, SAM, stadens=True),
    "enheter_ta_in": BLANKETT,
    "enheter_lankar": Regel(200, 405, SAM),
    "enheter_period": BLANKETT,
    "enheter_paminn": Regel(200, 302, SAM),
    "enhet": BLANKETT,
    "enhet_ny": BLANKETT,
    "enhet_avsluta": Regel(200, 302, SAM),
    "enhet_lank": Regel(200, 302, SAM),
}

# Open without a sign-in. GET and POST for a stranger, then for whoever is signed in.
OPPNA = {
    "farger": (200, 200, 200, 200),
    "halsa": (200, 200, 200, 200),
    "tillganglighet": (200, 200, 200, 200),
    "oro": (200, 405, 200, 405),
    "rutin": (200, 405, 200, 405),
    "rutin_utskrift": (200, 405, 200, 405),
    "rutin_anslag": (200, 405, 200, 405),
    "loften": (200, 405, 200, 405),
    "kvitto": (200, 200, 200, 200),
    "blankett": (200, 200, 200, 200),
    "blankettkontroll": (405, 200, 405, 200),
    "nollrapport": (200, 200, 200, 200),
    "enkat_svara": (200, 200, 200, 200),
    "enkat_oppen": (200, 200, 200, 200),
    "arshjul_kalender": (200, 405, 200, 405),
    "rapportlank": (200, 405, 200, 405),
    "rapportlank_rad": (200, 200, 200, 200),
    "oppet_namnd": (200, 405, 200, 405),
    "oppet_pdf": (404, 405, 404, 405),
    "oppet_utgava_pdf": (404, 405, 404, 405),
    "oppet_kontroll": (200, 200, 200, 200),
    "inloggad": (200, 405, 200, 405),
    "skrivet": (302, 302, 302, 302),
    "account_login": (200, 200, 302, 302),
    "account_logout": (302, 302, 200, 302),
    "account_inactive": (200, 405, 200, 405),
    "account_signup": (200, 200, 302, 302),
    "account_reauthenticate": (302, 302, 200, 200),
    "account_change_password": (302, 302, 200, 200),
    "account_reset_password": (200, 200, 200, 200),
    "account_reset_password_done": (200, 405, 200, 405),
    "account_reset_password_from_key": (200, 200, 200, 200),
    "account_reset_password_from_key_done": (200, 405, 200, 405),
}
UTANFOR = (ANONYM, AVSTANGD)


@pytest.fixture(scope="module")
def stad(django_db_setup, django_db_blocker):
    """One city for the whole file; nothing of it is left afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield bygg_stad()
        transaction.set_rollback(True)


def fragor(stad, namn):
    """Every request to an address: role, board or None, and the address itself."""
    if namn not in stad.argument[EGEN]:
        return [(roll, None, reverse(namn)) for roll in ALLA]
    return [
        (roll, namnd, reverse(namn, kwargs=argument[namn]))
        for namnd, argument in stad.argument.items()
        for roll in (ALLA if namnd == EGEN else INNE)
    ]


def fraga(stad, roll, metod, url):
    """Return the answer; what the request changed is taken back."""
    with transaction.atomic():
        svar = getattr(stad.klient(roll), metod)(url)
        transaction.set_rollback(True)
    return svar


def far_se_namnden(roll, namnd, namn):
    """Tell whether a role may see a board's words on a page."""
    stadens_sida = namn in REGLER and REGLER[namn].stadens
    if roll == FORVALTARE and stadens_sida:
        return True
    if roll == CENTRAL and namn == "laget":
        return True  # every board's name and year; test_laget.py looks for more
    return roll == CENTRAL and namnd == DELAD


def test_every_address_has_a_rule_and_every_rule_an_address():
    assert set(adresser()) == set(REGLER) | set(OPPNA)


@pytest.mark.langsam
@pytest.mark.django_db
@pytest.mark.parametrize("metod", ["get", "post"])
@pytest.mark.parametrize("namn", REGLER)
def test_an_address_answers_each_role_as_its_rule_says(stad, namn, metod):
    fel = []
    for roll, namnd, url in fragor(stad, namn):
        svar = fraga(stad, roll, metod, url)
        if roll in UTANFOR:
            vantat, dit = 302, svar.headers.get("Location", "")
            if not dit.startswith(reverse("account_login")):
                fel.append(f"{roll} {url}: sent to {dit}")
        else:
            vantat = REGLER[namn].svar(roll, namnd or EGEN, metod)
        if svar.status_code != vantat:
            fel.append(f"{roll} {url}: {svar.status_code}, expected {vantat}")
        fel += [
            f"{roll} {url}: shows words of {kort}"
            for kort in (DELAD, FRAMMANDE)
            if kort.encode() in svar.getvalue().lower()
            and not far_se_namnden(roll, kort, namn)
        ]
    assert fel == []


@pytest.mark.django_db
@pytest.mark.parametrize("namn", OPPNA)
def test_an_open_address_answers_strangers_and_users(stad, namn):
    fel = []
    for roll, _, url in fragor(stad, namn)[: len(ALLA)]:
        tal = OPPNA[namn][:2] if roll in UTANFOR else OPPNA[namn][2:]
        for metod, vantat in zip(("get", "post"), tal, strict=True):
            svar = fraga(stad, roll, metod, url)
            if svar.status_code != vantat:
                fel.append(f"{roll} {metod} {url}: {svar.status_code}, not {vantat}")
    assert fel == []


@pytest.mark.langsam
@pytest.mark.django_db
@pytest.mark.parametrize("namn", [*REGLER, *OPPNA])
def test_a_post_without_the_forms_token_is_refused(stad, namn):
    """Whoever she is: the token is asked for before anything else is looked at."""
    klient = Client(enforce_csrf_checks=True)
    klient.cookies = stad.klient(SAMORDNARE).cookies

    svar = klient.post(reverse(namn, kwargs=stad.argument[EGEN].get(namn)))

    assert svar.status_code == 403
    assert "Sidan hade blivit för gammal" in svar.content.decode()
