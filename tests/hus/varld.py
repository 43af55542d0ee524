"""A small city for the tests that watch the whole house.

Three boards: `EGEN`, where the roles work, `DELAD`, which has shared its plan with the
city, and `FRAMMANDE`, of which nobody here may see a word.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from aktiviteter.arshjul import stadens_punkter
from aktiviteter.models import Hjullank, Rapportlank, Tillfalle, Version
from blanketter.dolda_delar import Spann
from blanketter.handlingar.lasa import lasa
from blanketter.handlingar.maskera import maskera
from blanketter.models import Gallringsprotokoll, Gallringsregel
from blanketter.models.rapportperiod import Periodtyp, Rapportering
from lagesbild.enkatresultat.texter import Enkattexter
from lagesbild.handlingar.ge_kallor import stadens_kallor
from lagesbild.handlingar.stang_enkat import stang_enkat
from tests import (
    bygge,
    bygge_brev,
    bygge_enkat,
    bygge_lagesbild,
    bygge_samrad,
    bygge_statistik,
    bygge_uppfoljning,
)
from tests.bygge_utgava import snabbt_forseglad
from vbeplan.organisation.models import Anvandare, Kommun, Ratt

EGEN, DELAD, FRAMMANDE = "ekhamra", "hamnvik", "sjovik"
ANONYM, AVSTANGD, UTAN = "anonym", "avstangd", "utan"
SAMORDNARE, ANSVARIG, LASARE, CENTRAL, FORVALTARE, *_ = Ratt.values
# Coordinators who may also hide words of a form, or take them out for good
MASKERARE, REDIGERARE = Ratt.MASKERA.value, Ratt.BORTREDIGERA.value
TILLAGG = (MASKERARE, REDIGERARE)
INNE = (SAMORDNARE, *TILLAGG, ANSVARIG, LASARE, CENTRAL, FORVALTARE, UTAN)
ALLA = (ANONYM, AVSTANGD, *INNE)


@dataclass
class Stad:
    """The users by role, and by board the arguments of every address."""

    anvandare: dict
    argument: dict
    sessioner: dict

    def klient(self, roll):
        """Return a fresh browser in which the role is signed in."""
        klient = Client()
        if roll in self.sessioner:
            klient.cookies[settings.SESSION_COOKIE_NAME] = self.sessioner[roll]
        return klient


def bygg_stad(namnder=(EGEN, DELAD, FRAMMANDE)):
    Kommun.objects.create(namn="Granby stad")
    bygge.nytt_fragutkast()
    bygge_enkat.nytt_enkatutkast()
    anvandare, argument = _stadens_anvandare(), {}
    for kort in namnder:
        egna = anvandare if kort == EGEN else {}
        argument[kort] = bygg_namnd(kort, egna)
    return Stad(anvandare, argument, {r: _logga_in(a) for r, a in anvandare.items()})


def _stadens_anvandare():
    anvandare = {r: bygge.ny_anvandare(r, losenord="x") for r in (CENTRAL, FORVALTARE)}
    anvandare[UTAN] = bygge.ny_anvandare(losenord="x")
    return anvandare


def bygg_namnd(kort, anvandare):
    """Fill a board with everything that an address can point at; return those."""
    namnd = bygge.ny_namnd(kort)
    roll = bygge.ny_roll(namnd, innehavare=f"Innehavare i {kort}")
    for ratt in (SAMORDNARE, ANSVARIG, LASARE):
        anvandare[ratt] = bygge.ny_anvandare(
            ratt, namnd, losenord="x", namn=f"{ratt} i {kort}", roller=[roll]
        )
    for ratt in TILLAGG:
        anvandare[ratt] = bygge.ny_anvandare(
            SAMORDNARE, namnd, losenord="x", namn=f"{ratt} i {kort}"
        )
        anvandare[ratt].medlemskap.create(ratt=ratt, namnd=namnd)
    anvandare[AVSTANGD] = bygge.ny_anvandare(
        SAMORDNARE, namnd, namn=f"avstängd i {kort}", is_active=False
    )
    plan = bygge.ny_plan(namnd, aktiviteter=2, kapitel=2, delad=kort == DELAD)
    inlasning = bygge.ny_inlasning(anvandare[SAMORDNARE], namnd)
    arbetsbok = bygge.ny_arbetsbok(anvandare[SAMORDNARE], plan)
    return _argument(namnd, plan, roll, inlasning, arbetsbok, anvandare[LASARE])


def _argument(namnd, plan, roll, inlasning, arbetsbok, person):
    kapitel, aktivitet = plan.avsnitt.last(), plan.aktiviteter.first()
    bygge.andra(kapitel, rubrik=f"Nytt namn i {namnd.kort}")
    versioner = Version.objects.for_objekt(kapitel)
    enhet, blankett = bygge.ny_enhet(namnd), bygge.ny_blankett(namnd)
    gallring = _gallring(namnd, blankett)
    # On any day of the year there is a month that can be answered for.
    Rapportering.objects.create(namnd=namnd, periodtyp=Periodtyp.MANAD)
    lasa(blankett, av=person)
    maskera(blankett, [Spann(0, 5, "namn")], av=person, sedd=blankett.rakning)
    ett, bilden = {"pk": blankett.pk}, {"namnd": namnd.kort, "ar": bygge_lagesbild.AR}
    bild = _lagesbild(namnd, person)
    enkater = _enkater(bild)
    per_rum = {
        **enkater,
        "plan": {"namnd": namnd.kort, "ar": plan.ar},
        "avsnitt": {"pk": kapitel.pk},
        "aktivitet": {"pk": aktivitet.pk},
        "anmarkning": {
            "namnd": namnd.kort,
            "ar": plan.ar,
            "nyckel": plan.anmarkningar.get().som_brist().nyckel,
        },
        "andring": {"pk": versioner.first().andring_id},
        "version": {"pk": versioner.last().pk},
        "roll": {"pk": roll.pk},
        "namnd": {"kort": namnd.kort},
        "anvandare": {"pk": person.pk},
        "rutin": {"namnd": namnd.kort},
        "brevlada": {"pk": bygge_brev.nytt_brev(namnd).pk},
        "blankett": {"namnd": namnd.kort},
        "blankettkontroll": {"namnd": namnd.kort},
        "inkommen": ett,
        "utlamna": ett,
        "enheter": {"namnd": namnd.kort},
        "enhet": {"pk": enhet.pk},
        "kontakt": {"pk": bygge.ny_kontakt(namnd).pk},
        "lagesbild": bilden,
        **_uppfoljning(namnd, roll, plan),
        **_kallor(bild),
        **_statistik(namnd, inlasning.av),
        "siffror": bilden,
        "fraga": {"fraga": "miljo"},
        "frageversion": {"nummer": 1},
    }
    steget = {"namnd": namnd.kort, "kod": bygge.ny_stegtext(namnd).kod}
    undantag = {
        "avsnitt_nytt": per_rum["plan"],
        "aktivitet_ny": {"avsnitt": kapitel.pk},
        "aktivitet_ny_tolka": {"avsnitt": kapitel.pk},
        "avsnitt_flytta": {**per_rum["avsnitt"], "vart": "upp"},
        "aktivitet_flytta": {**per_rum["aktivitet"], "vart": "upp"},
        "plan_granska_import": {"pk": inlasning.pk},
        **gallring,
        "kalkyl_ta_in": per_rum["plan"],
        "kalkyl_granska": {"pk": arbetsbok.pk},
        "statistik_angra": per_rum["statistik_angra"],
        "kontakt_ny": per_rum["rutin"],
        "enhet_ny": per_rum["enheter"],
        "nollrapport": {"namnd": namnd.kort, "nyckel": enhet.lanknyckel},
        "maskering_lyft": {**ett, "maskering": blankett.maskeringar.get().pk},
        "rutin_steg": steget,
        "rutin_dolj": steget,
        "rutin_ordna": steget,
        "rutin_aterga": steget,
        **{
            namn: {**bilden, "bilddel": "analys"}
            for namn in (
                "lagesbild_text",
                "lagesbild_utkast",
                "lagesbild_text_versioner",
            )
        },
        **_enkatresultat(bild),
        **enkater,
        **_uppfoljningens_undantag(namnd, plan),
        **_arshjul(plan),
        "kallor_ny": bilden,
        "iakttagelser_ny": bilden,
        "plan_iakttagelse": {**per_rum["plan"], "pk": bild.iakttagelser.get().pk},
        **_samrad(plan),
        "oppet_namnd": {"namnd": namnd.kort},
        "oppet_pdf": per_rum["plan"],
        "oppet_utgava_pdf": {"namnd": namnd.kort, "nummer": 1},
        **_utgavans(namnd, plan),
        "beslut_ratta": bygge.nytt_ks_beslut(namnd, plan.ar - 5, delad=plan.delad),
        "plan_villkor": bygge.nytt_villkor(namnd, plan.ar - 1, delad=plan.delad),
        "lagesbild_text_angra": {**bilden, "bilddel": "analys", "nummer": 1},
        "lagesbild_version": {**bilden, "nummer": 1},
        "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
    }
    return {
        namn: undantag.get(namn) or per_rum[namn.split("_")[0]]
        for namn, monster in adresser().items()
        if monster.pattern.regex.groups
    }


def _utgavans(namnd, plan):
    """Give a board an older, sealed plan."""
    utgava = snabbt_forseglad(namnd, plan.ar - 6, delad=plan.delad)
    ord_ = {"namnd": namnd.kort, "ar": utgava.plan.ar, "nummer": utgava.nummer}
    return dict.fromkeys(("plan_utgava_pdf", "utgava_ratta"), ord_)


def _uppfoljning(namnd, roll, plan):
    """Give a board an older, decided plan that is followed up: one closed, one open."""
    aldre = bygge_uppfoljning.beslutad_plan(
        namnd, plan.ar - 2, roll=roll, delad=plan.delad
    )
    bygge_uppfoljning.stangt_tillfalle(aldre, "t1")
    ett = bygge_uppfoljning.nytt_tillfalle(aldre, "t2")
    nummer = bygge_uppfoljning.ny_rapport(ett).aktivitet.nummer
    nyckel = bygge_uppfoljning.ny_rapportlank(ett, roll).lanknyckel
    return {
        "tillfalle": {"pk": ett.pk},
        "uppfoljning": {"pk": ett.pk, "nummer": nummer},
        "rapportlank": {"nyckel": nyckel},
    }


def _uppfoljningens_undantag(namnd, plan):
    tillfallen = Tillfalle.objects.filter(plan__namnd=namnd)
    planen = {"namnd": namnd.kort, "ar": plan.ar - 2}
    lank = Rapportlank.objects.get(tillfalle__plan__namnd=namnd)
    return {
        "plan_uppfoljning": planen,
        "plan_uppfoljning_aren": planen,
        "tillfalle_nytt": planen,
        "tillfalle_oppna": {"pk": tillfallen.get(period="t1").pk},
        "rapportlank_rad": {"nyckel": lank.lanknyckel, "nummer": 1},
    }


def _arshjul(plan):
    """Give a plan a day of its own in the wheel; return its days' addresses."""
    egen = plan.hjuldagar.create(
        ar=plan.ar, namn=f"Eget i {plan.namnd.kort}", dag=date(plan.ar, 3, 1)
    )
    dagen = {"namnd": plan.namnd.kort, "ar": plan.ar, "nyckel": f"egen-{egen.pk}"}
    dagarna = ("plan_arshjul_dag", "plan_arshjul_klar", "plan_arshjul_ta_bort")
    punkt = {"pk": stadens_punkter()[0].pk}
    return {
        **dict.fromkeys(dagarna, dagen),
        **dict.fromkeys(("arshjulsmall_punkt", "arshjulsmall_ta_bort"), punkt),
        "arshjul_kalender": {"nyckel": Hjullank.for_namnd(plan.namnd).lanknyckel},
    }


def _lagesbild(namnd, av):
    """Give a board a picture that has been published once and is opened again."""
    bild = bygge_lagesbild.ny_lagesbild(namnd, delad=namnd.kort == DELAD)
    bygge_lagesbild.publicera_bild(bild, av=av)
    bild.refresh_from_db()
    bild.byt_lage(bild.Status.KLAR, bild.Status.UTKAST, av=av)
    return bild


def _samrad(plan):
    """Let somebody be asked about a plan, with a remark; return their addresses."""
    planen = {"namnd": plan.namnd.kort, "ar": plan.ar}
    samrad = bygge_samrad.nytt_samrad(plan)
    fragad = {"pk": samrad.pk}
    namn = ("samrad", "samrad_andra", "samrad_ta_bort", "samrad_uteblev")
    ett = {"pk": bygge_samrad.nytt_yttrande(samrad).pk}
    return {
        **dict.fromkeys((*namn, "samrad_word", "yttrande_ny"), fragad),
        **dict.fromkeys(("yttrande", "yttrande_ta_bort"), ett),
        **dict.fromkeys(("samrad_ny", "samrad_fraga", "samrad_paminn"), planen),
    }


def _kallor(bild):
    """Give a picture a source with a file, and a finding; return their addresses."""
    kalla = bygge_lagesbild.ny_kalla(bild)
    fil = bygge_lagesbild.ny_kallfil(kalla)
    standard = stadens_kallor()[0]
    bilden = {"namnd": bild.namnd.kort, "ar": bild.ar}
    return {
        "kallor": bilden,
        "kalla": {"pk": kalla.pk},
        "kallfil": {"pk": fil.pk},
        "standardkalla": {"pk": standard.pk},
        "iakttagelser": bilden,
        "iakttagelse": {"pk": bygge_lagesbild.ny_iakttagelse(bild).pk},
    }


def _enkatresultat(bild):
    """Give a picture an enkät with a question of its own, and one with answers."""
    egen = {"kod": "egen_1", "slag": "text", "fraga": f"Egen fråga i {bild.namnd.kort}"}
    egen |= {"hjalp": "", "kravs": False, "grupper": []}
    utkast = {"pk": bygge_enkat.ny_enkat(bild=bild, egna_fragor=[egen]).pk}
    svar = [("egen", {"egen_1": f"Ord {nr} i {bild.namnd.kort}"}) for nr in range(6)]
    stangd = bygge_enkat.stangd(bild=bild, svar=svar, egna_fragor=[egen])
    bygge_enkat.bjud_in(stangd, "egen", 8, 6)
    fran = f"Grannen till {bild.namnd.kort}"
    annat = {"pk": bygge_enkat.annat_resultat(bild, fran=fran).pk}
    fraga = {"kod": "behov"}
    en_egen, klar = {**utkast, "kod": "egen_1"}, {"pk": stangd.pk}
    text = Enkattexter(stangd).per_fraga()[-1][1][0]
    bilden = {"namnd": bild.namnd.kort, "ar": bild.ar}
    return {
        **dict.fromkeys(("enkat_fragor", "enkat_forhandsvisning"), utkast),
        "enkat_egen_ny": {**utkast, "slag": "en"},
        **dict.fromkeys(
            ("enkat_egen", "enkat_egen_bort", "enkat_egen_tillbaka"), en_egen
        ),
        **dict.fromkeys(("enkat_resultat", "enkat_texter"), klar),
        "enkat_resultat_fil": {**klar, "form": "csv"},
        "enkat_text": {**klar, "nyckel": text.nyckel},
        **dict.fromkeys(("enkatresultat", "andras"), bilden),
        "andras_ny": {**bilden, "fraga": "kunskap_egen"},
        **dict.fromkeys(("annat_resultat", "annat_resultat_bort"), annat),
        **dict.fromkeys(
            ("enkatfraga", "enkatfraga_bort", "enkatfraga_tillbaka"), fraga
        ),
        "enkatfragor_ny": {"slag": "en"},
        "enkatfragor_version": {"nummer": 1},
    }


def _statistik(namnd, av):
    """Give a board a series with a file taken in, and one that waits for `av`."""
    serie = bygge_statistik.ny_statistikserie(namnd)
    intagen = bygge_statistik.las_in(serie)
    fil = bygge_statistik.ny_statistikfil(av, serie)
    return {
        "statistik": {"pk": serie.pk},
        "statistikfil": {"pk": fil.pk},
        "statistik_angra": {"pk": intagen.pk},
    }


def _enkater(bild):
    """Give a picture an enkät in each state; return the addresses' arguments.

    «enkat» alone is the draft, which an address gets that isn't named here.
    """
    namnd = {"namnd": bild.namnd.kort}
    respondent = bygge_lagesbild.ny_respondent(bild.namnd)
    falt = {"grupper": ["egen"], "fragade": {}}
    utkast = bygge_lagesbild.ny_enkat(bild, oppen=False, **falt)
    oppen = bygge_lagesbild.ny_enkat(bild, **falt)
    lanken = bygge_lagesbild.ny_enkat(bild, oppen_lank=True, **falt)
    stangd = bygge_lagesbild.ny_enkat(bild, **falt)
    stang_enkat(stangd)
    inbjudan = oppen.inbjudningar.first()
    oppna = ("stang", "skicka", "paminn", "bjud_in", "lankar")
    return {
        "enkat": {"pk": utkast.pk},
        "enkater": {**namnd, "ar": bild.ar},
        "respondent": {"pk": respondent.pk},
        "respondenter": namnd,
        "inbjudan": {"pk": inbjudan.pk},
        **{f"enkat_{vad}": {"pk": oppen.pk} for vad in oppna},
        "enkat_affisch": {"pk": lanken.pk},
        "enkat_oppna_igen": {"pk": stangd.pk},
        "enkat_svara": {"nyckel": inbjudan.lanknyckel},
        "enkat_oppen": {"nyckel": lanken.lanknyckel},
    }


def _gallring(namnd, blankett):
    """Give a board a rule of its own, what it has told of and done, and a stop."""
    forvaltare = Anvandare.objects.forvaltare().first()
    stadens = Gallringsregel.objects.filter(namnd=None).first()
    stadens = stadens or bygge.ny_gallringsregel(forvaltare)
    dnr = f"{namnd.kort.upper()} 2026/9"
    egen = bygge.ny_gallringsregel(forvaltare, "ej_vbe", namnd=namnd, dnr=dnr)
    idag = timezone.localdate()
    blankett.forvarningar.create(klass="ej_vbe", regel=egen, forfaller=idag, dag=idag)
    protokoll = Gallringsprotokoll.objects.rakna(egen, namnd, idag, 3)
    stopp = bygge.nytt_gallringsstopp(forvaltare, namnd)
    return {
        # The city's: a board's own is no foreign one to the förvaltare
        "gallringsregel": {"pk": stadens.pk},
        "gallringsregel_andra": {"pk": stadens.pk},
        "gallringsregel_avsluta": {"pk": stadens.pk},
        "gallringsprotokoll": {"pk": protokoll.pk},
        "gallring_stopp_slapp": {"pk": stopp.pk},
        "gallring_stopp_blankett": {"pk": blankett.pk},
        "gallring_stopp_nytt": {"namnd": namnd.kort},
    }


def _logga_in(anvandare):
    klient = Client()
    klient.force_login(anvandare)
    return klient.session.session_key


def adresser():
    """Return every address of the house, pattern by name."""
    return {m.name: m for m in _monster(get_resolver())}


def _monster(resolver):
    for del_ in resolver.url_patterns:
        if isinstance(del_, URLPattern):
            yield del_
        else:
            yield from _monster(del_)
