"""Every page of the house in every state that looks different, for browser and checker.

`bygg_varld()` fills an empty database with Granby stad and what the demo lacks (an
empty plan, a board without one, a Word file waiting for its yes); `sidor(varld)` lists
the pages of those who see them. A new address is added there, or to `INGEN_SIDA` with
the reason why it has none; test_alla_sidor.py says so when it is forgotten.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from aktiviteter import handlingar
from aktiviteter.handlingar import importera_plan
from aktiviteter.models import Avfardad, Handlingsplan, Inlasning
from aktiviteter.planfil import las_planfil
from aktiviteter.sammanstallning import granskningen, plan_innehall
from aktiviteter.utbyte import granska
from tests.bygge import andra, ny_anvandare, ny_arbetsbok, ny_namnd
from tests.webblasare import (
    beslutssidor,
    bildsidor,
    blankettsidor,
    brevsidor,
    enkatresultatsidor,
    enkatsidor,
    gallringssidor,
    gangsidor,
    hjulsidor,
    kallsidor,
    revideringssidor,
    samradsidor,
    siffersidor,
    statistiksidor,
    uppfoljningssidor,
)
from tests.webblasare.wordplan import wordplan
from vbeplan.organisation.models import Anvandare, Namnd, Ratt, Roll
from vbeplan.start.management.commands.ladda_demo import ladda

INGEN_SIDA = {
    "plan_json": "a file",
    "plan_revidering_borja": "a deed by POST",
    "plan_word": "a file",
    "plan_kalkyl": "a file",
    "aktiviteter_kalkyl": "a file",
    "plan_pdf": "a file",
    "oppet_pdf": "a file",
    "oppet_utgava_pdf": "a file",
    "plan_utgava_pdf": "a file",
    "plan_publicera": "a deed by POST",
    "plan_sammanfattning_pdf": "a file",
    "plan_farger": "a style sheet",
    "farger": "a style sheet",
    "kom_igang_undan": "a deed by POST",
    "veckobrev": "a deed by POST",
    "inloggad": "two facts for a form's script",
    "halsa": "one word for the server's own supervision",
    "plan_dela": "a deed by POST",
    "plan_ordna": "a deed by POST",
    "avsnitt_flytta": "a deed by POST",
    "aktivitet_flytta": "a deed by POST",
    "plan_rollforslag": "a list inside a form",
    "aktivitet_tolka": "a few words inside a form",
    "aktivitet_ny_tolka": "a few words inside a form",
    "anmarkning_angra": "a deed by POST",
    "andring_angra": "a deed by POST",
    **blankettsidor.INGEN_SIDA,
    **gallringssidor.INGEN_SIDA,
    **gangsidor.INGEN_SIDA,
    **hjulsidor.INGEN_SIDA,
    **bildsidor.INGEN_SIDA,
    **enkatsidor.INGEN_SIDA,
    **kallsidor.INGEN_SIDA,
    **samradsidor.INGEN_SIDA,
    **siffersidor.INGEN_SIDA,
    **uppfoljningssidor.INGEN_SIDA,
    **enkatresultatsidor.INGEN_SIDA,
}
ANONYM = ""
SAMORDNARE = "samordnare@ekhamra.example"
ANSVARIG = "ansvarig@ekhamra.example"
LASARE = "lasare@ekhamra.example"
GRANNE = "samordnare@sjovik.example"
CENTRAL = "central@granby.example"
FORVALTARE = "forvaltare@granby.example"
NYBORJARE = "samordnare@miljo.example"
UTAN = "utan@granby.example"

# What is filled in before a form is sent: a field's name and words; * is every field.
TOMT = {"*": ""}
# As if somebody else had saved since: what differs is shown, with choices.
KROCK = {
    "version": "0",
    "titel": "En annan titel",
    "rubrik": "En annan rubrik",
    "text": "<p>Ett stycke</p><ul><li>en punkt</li></ul>",
    "beskrivning": "<p>Ett stycke</p>",
}
# On the plan's page, several at once, and one that is about to be moved.
OPPNAS = (
    "Redigera titel och dokumentruta",
    "Redigera kapitel 1",
    "Redigera aktivitet 1",
    "Lägg till kapitel",
)
FLYTTAS = ("Flytta aktivitet 2",)
NYTT = ("Lägg till aktivitet i kapitel 1",)
TAS_BORT = ("Redigera kapitel 1.1", "Ta bort kapitlet")


@dataclass(frozen=True)
class Sida:
    """One page in one state: who opens it, what she sends, what it answers.

    `oppnar` are the links that she opens in their place on the page; what is sent is
    refused, unless it `duger`.
    """

    vem: str
    url: str
    skicka: dict | None = None
    status: int = 200
    oppnar: tuple[str, ...] = ()
    duger: bool = False

    def __str__(self):
        vad = f" sent {self.skicka}" if self.skicka else ""
        vad += f" opened {self.oppnar}" if self.oppnar else ""
        return f"{self.vem or 'anybody'} {self.url}{vad}"

    @property
    def adress(self):
        try:
            return resolve(urlsplit(self.url).path).url_name
        except Resolver404:
            return None


@dataclass(frozen=True)
class Varld:
    """What the addresses point at."""

    plan: Handlingsplan
    importerad: Handlingsplan
    tom: Handlingsplan
    vantar: Inlasning
    upptagen: Inlasning
    glomsk: Anvandare


def session(vem) -> str:
    """Return the key of a new session in which the user `vem` is signed in."""
    klient = Client()
    klient.force_login(Anvandare.objects.get(epost=vem))
    return klient.session.session_key


def bygg_varld() -> Varld:
    ladda()
    samordnare = Anvandare.objects.get(epost=SAMORDNARE)
    ekhamra = Namnd.objects.get(kort="ekhamra")
    plan = Handlingsplan.objects.get(namnd=ekhamra, ar=2027)
    plan.dela(True, av=samordnare)
    avfardad = _anmarkningar(plan)[-1]
    Avfardad.objects.avfarda(plan, avfardad.delar, skal="Det är rätt.", av=samordnare)
    fil = wordplan()
    data = las_planfil("Plan.docx", fil, namnd=ekhamra, ar=2025)
    vantar, upptagen = (
        Inlasning.objects.create(
            av=samordnare, namnd=ekhamra, ar=ar, filnamn=namn, fil=fil, data=data
        )
        for ar, namn in ((2024, "Plan.docx"), (2027, "En till plan.docx"))
    )
    miljo = ny_namnd("miljo")
    ny_anvandare(Ratt.SAMORDNARE, miljo, epost=NYBORJARE)
    ny_anvandare(epost=UTAN)
    return Varld(
        plan=plan,
        importerad=importera_plan(granska(data), namnd=ekhamra, ar=2025),
        tom=Handlingsplan.objects.create(
            namnd=Namnd.objects.get(kort="sjovik"), ar=2030, titel="Handlingsplan"
        ),
        vantar=vantar,
        upptagen=upptagen,
        glomsk=ny_anvandare(epost="glomsk@granby.example", losenord="granby-demo"),
    )


def sidor(varld: Varld) -> list[Sida]:
    """Return all pages, those of one user after each other."""
    return [
        *_utanfor(varld),
        *_samordnarens(varld),
        *_planens(varld),
        *_aktivitetens(varld),
        *_historikens(varld),
        *_rollernas(),
        *_lasarnas(varld),
        *_forvaltarens(varld),
        *_tomma(varld),
        *blankettsidor.blankettsidor(Sida, ANONYM, SAMORDNARE, CENTRAL),
        *gallringssidor.gallringssidor(Sida, SAMORDNARE, FORVALTARE),
        *brevsidor.brevsidor(Sida, SAMORDNARE, FORVALTARE),
        *hjulsidor.hjulsidor(Sida, SAMORDNARE, LASARE, CENTRAL),
        *beslutssidor.beslutssidor(Sida, ANONYM, SAMORDNARE),
        *gangsidor.gangsidor(Sida, SAMORDNARE),
        *uppfoljningssidor.uppfoljningssidor(Sida, ANONYM, SAMORDNARE, ANSVARIG),
        *bildsidor.bildsidor(Sida, SAMORDNARE, LASARE),
        *enkatsidor.enkatsidor(Sida, ANONYM, SAMORDNARE),
        *kallsidor.kallsidor(Sida, SAMORDNARE, CENTRAL),
        *samradsidor.samradsidor(Sida, SAMORDNARE),
        *revideringssidor.revideringssidor(Sida, SAMORDNARE, GRANNE),
        *siffersidor.siffersidor(Sida, SAMORDNARE, CENTRAL),
        *statistiksidor.statistiksidor(Sida, SAMORDNARE, NYBORJARE),
        *enkatresultatsidor.enkatresultatsidor(Sida, SAMORDNARE, CENTRAL),
    ]


def _utanfor(varld):
    fel = {"login": "ingen@granby.example", "password": "fel-fel-fel-fel"}
    nyckel = {
        "uidb36": user_pk_to_url_str(varld.glomsk),
        "key": default_token_generator.make_token(varld.glomsk),
    }
    nytt = reverse("account_reset_password_from_key", kwargs=nyckel)
    gammal = reverse("account_reset_password_from_key", args=["1", "abc-def"])
    yield Sida(ANONYM, reverse("account_login"))
    yield Sida(ANONYM, reverse("account_login"), TOMT)
    yield Sida(ANONYM, reverse("account_login"), fel)
    yield Sida(ANONYM, reverse("account_reset_password"))
    yield Sida(ANONYM, reverse("account_reset_password"), TOMT)
    yield Sida(ANONYM, reverse("account_reset_password_done"))
    yield Sida(ANONYM, gammal)
    yield Sida(ANONYM, nytt)
    yield Sida(ANONYM, nytt, TOMT)
    yield Sida(ANONYM, reverse("account_reset_password_from_key_done"))
    yield Sida(ANONYM, reverse("account_signup"))
    yield Sida(ANONYM, reverse("account_inactive"))
    yield Sida(ANONYM, reverse("tillganglighet"))
    yield Sida(ANONYM, "/konto/finns-inte/", status=404)


def _samordnarens(varld):
    yield Sida(SAMORDNARE, reverse("skrivbord"))
    yield Sida(SAMORDNARE, reverse("galleri"))
    yield Sida(SAMORDNARE, reverse("planer"))
    yield from _sokningarna()
    yield Sida(SAMORDNARE, reverse("plan_ny"))
    yield Sida(SAMORDNARE, reverse("plan_ny"), TOMT)
    yield Sida(SAMORDNARE, reverse("plan_importera"))
    yield Sida(SAMORDNARE, reverse("plan_importera"), TOMT)
    yield Sida(SAMORDNARE, varld.vantar.get_absolute_url())
    yield Sida(SAMORDNARE, varld.upptagen.get_absolute_url())
    yield Sida(SAMORDNARE, reverse("spar"))
    yield Sida(SAMORDNARE, reverse("account_logout"))
    yield Sida(SAMORDNARE, reverse("account_change_password"))
    yield Sida(SAMORDNARE, reverse("account_change_password"), TOMT)
    yield Sida(SAMORDNARE, reverse("account_reauthenticate"))
    yield Sida(SAMORDNARE, reverse("account_reauthenticate"), TOMT)
    yield Sida(SAMORDNARE, "/finns-inte/", status=404)


def _sokningarna():
    sok, aktiviteter = reverse("sok"), reverse("aktiviteter")
    for fraga in ("", "?q=samverkan+ungdom&aldre=ja", "?q=samvrekan", "?q=och"):
        yield Sida(SAMORDNARE, sok + fraga)
    yield Sida(CENTRAL, f"{sok}?q=skola&i=aktiviteter&ordning=flest")
    for fraga in ("", "?tid=lopande&plan=alla", "?plan=fel", "?ansvarig=ingen"):
        yield Sida(SAMORDNARE, aktiviteter + fraga)
    yield Sida(CENTRAL, aktiviteter)
    yield Sida(UTAN, aktiviteter)


def _planens(varld):
    plan = {"namnd": varld.plan.namnd.kort, "ar": varld.plan.ar}
    kapitel = {"pk": varld.plan.avsnitt.i_lasordning()[0].pk}
    gammal = {"csrfmiddlewaretoken": "gammal"}
    yield Sida(SAMORDNARE, reverse("plan", kwargs=plan))
    yield Sida(SAMORDNARE, reverse("plan", kwargs=plan), oppnar=OPPNAS)
    for oppnar in (FLYTTAS, NYTT, TAS_BORT, (_avfarda(varld.plan),)):
        yield Sida(SAMORDNARE, reverse("plan", kwargs=plan), oppnar=oppnar)
    yield Sida(SAMORDNARE, varld.importerad.get_absolute_url())
    yield Sida(SAMORDNARE, reverse("plan_forhandsvisning", kwargs=plan))
    yield Sida(SAMORDNARE, reverse("plan_redigera", kwargs=plan))
    yield Sida(SAMORDNARE, reverse("plan_redigera", kwargs=plan), TOMT)
    yield Sida(SAMORDNARE, reverse("plan_redigera", kwargs=plan), KROCK)
    yield Sida(SAMORDNARE, reverse("plan_redigera", kwargs=plan), gammal, 403)
    yield Sida(SAMORDNARE, reverse("skrivet"))
    yield Sida(SAMORDNARE, reverse("plan_ta_bort", kwargs=plan))
    yield Sida(SAMORDNARE, reverse("kalkyl_ta_in", kwargs=plan))
    yield Sida(SAMORDNARE, reverse("kalkyl_ta_in", kwargs=plan), TOMT)
    arbetsbok = ny_arbetsbok(Anvandare.objects.get(epost=SAMORDNARE), varld.plan)
    yield Sida(SAMORDNARE, arbetsbok.get_absolute_url())
    yield Sida(SAMORDNARE, arbetsbok.get_absolute_url(), {"sett": "gammalt"})
    yield Sida(SAMORDNARE, _anmarkning(varld.plan))
    yield Sida(SAMORDNARE, _anmarkning(varld.plan), TOMT)
    yield Sida(SAMORDNARE, reverse("avsnitt_nytt", kwargs=plan))
    yield Sida(SAMORDNARE, reverse("avsnitt_nytt", kwargs=plan), TOMT)
    yield Sida(SAMORDNARE, reverse("avsnitt_redigera", kwargs=kapitel))
    yield Sida(SAMORDNARE, reverse("avsnitt_redigera", kwargs=kapitel), TOMT)
    yield Sida(SAMORDNARE, reverse("avsnitt_redigera", kwargs=kapitel), KROCK)
    yield Sida(SAMORDNARE, reverse("avsnitt_ta_bort", kwargs=kapitel))


def _historikens(varld):
    """A plan with a changed, a moved and a removed chapter, and a deed overtaken."""
    plan = varld.importerad
    if plan.andringar.count() == 1:  # the pages are listed more than once
        _gor_historia(plan)
    sista, borta, flytt, _, andring, borjan = plan.andringar.all()
    adress = {"namnd": plan.namnd.kort, "ar": plan.ar}
    kapitel, rad = sista.versioner.get().objekt_id, plan.aktiviteter.first().pk
    forra = reverse("plan_jamfor", kwargs={**adress, "ar": varld.plan.ar})
    yield Sida(SAMORDNARE, reverse("plan_historik", kwargs=adress))
    yield Sida(SAMORDNARE, reverse("plan_historik", kwargs=adress) + "?vad=angrad")
    yield Sida(SAMORDNARE, reverse("plan_borttaget", kwargs=adress))
    yield Sida(SAMORDNARE, reverse("plan_framsida_historik", kwargs=adress))
    yield Sida(SAMORDNARE, reverse("plan_jamfor", kwargs=adress))
    yield Sida(SAMORDNARE, f"{forra}?fran=ar-2026")
    yield from _andringarnas(varld.plan)
    yield Sida(SAMORDNARE, reverse("avsnitt_historik", args=[kapitel]))
    yield Sida(SAMORDNARE, reverse("aktivitet_historik", args=[rad]))
    for ett in (sista, borta, flytt, andring, borjan):
        yield Sida(SAMORDNARE, ett.get_absolute_url())
    for version in borta.versioner.filter(borttagen=True)[:1]:
        yield Sida(SAMORDNARE, reverse("version_aterstall", args=[version.pk]))


def _andringarnas(plan):
    """What has changed since last year, the appendices, the board's one page."""
    for namn in ("plan_andringar", "plan_bilagor", "plan_sammanfattning"):
        yield Sida(SAMORDNARE, reverse(namn, args=[plan.namnd.kort, plan.ar]))
        yield Sida(SAMORDNARE, reverse(namn, args=[plan.namnd.kort, plan.ar - 1]))


def _gor_historia(plan):
    kapitel = plan.avsnitt.i_lasordning()
    tom = next(a for a in reversed(kapitel) if not a.aktiviteter.exists())
    andra(kapitel[0], rubrik="Inledning", text="<p>Ett stycke</p>")
    andra(kapitel[0], text="<h3>Syfte</h3><p>Ett annat stycke</p><p>Till</p>")
    handlingar.flytta(kapitel[0], 1, av=None)
    handlingar.ta_bort_avsnitt(tom, av=None)
    andra(kapitel[0], rubrik="Inledning och syfte")


def _anmarkningar(plan):
    """Return what stands in the margin of a plan, in order."""
    grupper = granskningen(plan, plan_innehall(plan)).grupper
    return [post for grupp in grupper for post in grupp.poster]


def _avfarda(plan):
    """Return the name of the link that puts the plan's first remark away in place."""
    post = _anmarkningar(plan)[0]
    return f"Avfärda {post.rubrik} {post.var}"


def _anmarkning(plan):
    """Return the address where the plan's first remark is put away."""
    nyckel = _anmarkningar(plan)[0].nyckel
    return reverse("anmarkning_avfarda", args=[plan.namnd.kort, plan.ar, nyckel])


def _aktivitetens(varld):
    avsnitt = varld.plan.aktiviteter.first().avsnitt_id
    ny = reverse("aktivitet_ny", args=[avsnitt])
    rad = varld.plan.aktiviteter.last()
    omojlig = varld.importerad.aktiviteter.get(tidplan__forslag="2025-12-31")
    andra = reverse("aktivitet_redigera", args=[rad.pk])
    lopande = {"tidplan_text": "Löpande", "avstamning": "", "uppfoljning_text": "VB"}
    dubbel = {"ansvar-0-roll": "Rektor", "ansvar-1-roll": "Rektor"}
    yield Sida(SAMORDNARE, ny)
    yield Sida(SAMORDNARE, ny, TOMT)
    yield Sida(SAMORDNARE, andra)
    yield Sida(SAMORDNARE, andra, lopande)
    yield Sida(SAMORDNARE, andra, dubbel)
    yield Sida(SAMORDNARE, andra, KROCK)
    yield Sida(SAMORDNARE, reverse("aktivitet_redigera", args=[omojlig.pk]))
    yield Sida(SAMORDNARE, reverse("aktivitet_ta_bort", args=[rad.pk]))


def _rollernas():
    roll = Roll.objects.get(namnd__kort="ekhamra", namn="Lokal samordnare")
    fel = {"innehav-0-namn": "", "innehav-0-fran": ""}
    yield Sida(SAMORDNARE, reverse("roller"))
    yield Sida(SAMORDNARE, reverse("roll_ny"))
    yield Sida(SAMORDNARE, reverse("roll_ny"), TOMT)
    yield Sida(SAMORDNARE, roll.get_absolute_url())
    yield Sida(SAMORDNARE, roll.get_absolute_url(), fel)
    yield Sida(SAMORDNARE, reverse("roll_ta_bort", args=[roll.pk]))
    slas_samman = reverse("roll_sla_samman", args=[roll.pk])
    annan = Roll.objects.filter(namnd=roll.namnd).exclude(pk=roll.pk).first()
    yield Sida(SAMORDNARE, slas_samman)
    yield Sida(SAMORDNARE, f"{slas_samman}?med={annan.pk}&namn=andra")
    yield Sida(SAMORDNARE, f"{slas_samman}?med=&namn=andra")


def _lasarnas(varld):
    plan = varld.plan.get_absolute_url()
    kapitel = varld.plan.avsnitt.i_lasordning()[0]
    yield Sida(LASARE, reverse("skrivbord"))
    yield Sida(LASARE, reverse("planer"))
    yield Sida(LASARE, plan)
    yield Sida(LASARE, reverse("roller"))
    yield Sida(LASARE, reverse("avsnitt_redigera", args=[kapitel.pk]), status=403)
    yield Sida(ANSVARIG, reverse("skrivbord"))
    yield Sida(ANSVARIG, plan)
    yield Sida(CENTRAL, reverse("skrivbord"))
    yield Sida(CENTRAL, reverse("planer"))
    yield Sida(CENTRAL, reverse("laget"))
    yield Sida(CENTRAL, plan)


def _forvaltarens(varld):
    namnd = reverse("namnd", kwargs={"kort": varld.plan.namnd.kort})
    ansvarig = Anvandare.objects.get(epost=ANSVARIG)
    anvandare = reverse("anvandare", args=[ansvarig.pk])
    yield Sida(FORVALTARE, reverse("skrivbord"))
    yield Sida(FORVALTARE, reverse("organisation"))
    yield Sida(FORVALTARE, reverse("kommun"))
    yield Sida(FORVALTARE, reverse("kommun"), TOMT)
    yield Sida(FORVALTARE, reverse("namnd_ny"))
    yield Sida(FORVALTARE, reverse("namnd_ny"), {"namn": "", "kort": "å ä"})
    yield Sida(FORVALTARE, namnd)
    yield Sida(FORVALTARE, reverse("anvandare_ny"))
    yield Sida(FORVALTARE, reverse("anvandare_ny"), TOMT)
    yield Sida(FORVALTARE, anvandare)
    yield Sida(FORVALTARE, anvandare, {"epost": "fel", "ratter-0-ratt": ""})


def _tomma(varld):
    yield Sida(GRANNE, varld.tom.get_absolute_url())
    yield Sida(NYBORJARE, reverse("skrivbord"))
    yield Sida(NYBORJARE, reverse("planer"))
    yield Sida(NYBORJARE, reverse("arshjulen"))
    yield Sida(NYBORJARE, reverse("uppfoljningar"))
    yield Sida(NYBORJARE, reverse("roller"))
    yield Sida(NYBORJARE, reverse("spar"))
    yield Sida(NYBORJARE, reverse("brevlada"))
    yield Sida(UTAN, reverse("skrivbord"))
    yield Sida(UTAN, reverse("planer"))
