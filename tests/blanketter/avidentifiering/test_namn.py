"""Sentences in which somebody is named, each name ‹marked› as the guard should do.

They were written for these tests and are in neither corpus.
"""

import pytest

from blanketter.avidentifiering import OSAKER, hitta
from tests.blanketter.avidentifiering.markning import markt, utan_marken

MED_STOR_BOKSTAV = """\
‹Ahmed› sa att de letade efter honom.
‹Ahmeds› pappa har hört av sig.
‹Lars›' bil var repad.
‹Marcus› mamma är orolig.
‹Noras› bror värvar folk till gruppen.
Klottret satt på ‹Jonathans› skåp.
‹A.K.› har setts med gruppen.
‹Hodan› och ‹Ayaan› bär slöja och blir hånade.
‹Yohannes› sprang därifrån.
‹Nasrins› telefon är full av bilder.
Jag fick höra av ‹Tuva› att hon är rädd.
De hotade ‹Amir› med kniv.
Alla vet att det är ‹Isak›.
‹Theo›, 15, har börjat hänga med dem.
Jag tänker på ‹Nelly› som är så tyst.
‹Ingrid› på plan 3 ser dem varje kväll.
‹Wilma›: "Jag såg hur de slog honom."
Två elever (‹Hugo› och ‹Ture›) visade symbolen.
Vi misstänker ‹Melker› eller hans bror ‹Sixten›.
Vår chef ‹Stella› har pratat med polisen.
Det gäller ‹Anahit›, hon är elva år.
Det handlar om ‹Kabongo›.
Hennes pojkvän ‹Jesper› är med i gruppen.
‹Gustav› har bytt frisyr och kläder.
‹Sture› sitter alltid ensam och mumlar.
‹Arvid› har slutat komma på träningen.
‹Samir› spelar inte längre med laget.
‹Hiba› fick inte gå på badet.
‹Nadifa› undrade varför hennes namn stod på väggen.
‹Tindra› har ritat 1488 på bänken.
‹Milo› säger att det bara är ett skämt.
Tillsammans med ‹Zainab› gick jag igenom händelsen.
Igår kom ‹Fatuma› gråtande.
I fredags hade ‹Benjamin› en tröja med ett järnkors.
Hos ‹Yasmine› hemma finns en flagga.
Därför har ‹Noel› och ‹Leon› fått byta grupp.
Mannen som vi tror heter ‹Goran› står där varje dag.
Svarar ‹Melissa› inte i telefon får ni ringa mamman.
Det sägs att ‹Ibbe› langar.
‹Svensson› på tvåan har en nazistflagga.
‹Andersson› har varit här igen och skrikit.
Jag fick reda på av ‹Karlsson› att de träffas i källaren.
‹NILS› HAR SKRIVIT PÅ VÄGGEN
DET VAR ‹FREDRIK› SOM GJORDE DET
‹Elins› dagbok låg på golvet.
‹Ida-Marie› och ‹Jan-Olof› var med.
‹Vendela› och ‹Tyra› satt i biblioteket när de kom in.
‹Ibrahim› är rädd för att gå hem själv.
‹Dilnaz› ville inte berätta mer.
‹Zoran› jobbar på bageriet.
Det är ‹Siavash› bror som kör bilen.
‹Ghazal› säger att hennes far är med i gruppen.
‹Hevin› hörde när de planerade det.
‹Jörgen› på lagret skickade bilden till alla.
Jag såg ‹Birk› och ‹Embla› vid cykelstället.
‹Folke› ropade saker efter en kvinna i slöja.
‹Otto› i ettan ritade ett hakkors.
‹Charlie› har klippt av sig håret.
‹Elton› och hans kompis hånade en lärare.
‹Tage› har hängt upp en flagga.
‹Ann-Sofie› och ‹Lars-Göran› driver caféet.
‹Leilas› mamma ringde.
‹Alexanders› dator beslagtogs.
‹Thomas› mobil ringde hela tiden.
‹Felix› syster mår inte bra.
‹Kidane› och ‹Mebrahtu› blev jagade.
‹Somchai› fick en sten kastad mot sig.
‹Farid› och ‹Nadia› vågar inte ta bussen.
Vi har en elev, ‹Milad›, som inte mår bra.
Då sa ‹Hasse› att det räcker.
På mötet satt ‹Kenneth› och stirrade.
Sedan i höstas har ‹Wille› ändrat sig.
Vet ni om ‹Tobbe› fortfarande är med?
Var ‹Filippa› där?
Är det ‹Jamal› som ligger bakom?
Pojkarna heter ‹Liam› och ‹Omar›.
‹Shirin› (17) har försvunnit.
‹Calle›, 16 år, har en tatuering.
‹Ronja›: hon har sagt att hon hatar alla.
‹Andersson›, som bor ovanpå, hör allt.
‹Lindströms› son är med.
"""

FLERA_ORD = """\
‹M Svensson› skrev under brevet.
‹Anna S› i vår klass mår dåligt.
‹Erik J›. filmade allting.
‹K. Lindgren› anmälde det.
‹Abd al-Rahman› bad oss om hjälp.
‹Abu Bakr› i gruppen säger att musik är förbjudet.
Vi har träffat ‹Umm Salma› två gånger.
‹Khalid al-Masri› bjöd in dem till sitt hem.
‹Hussein Abdi Warsame› är ordförande i huset.
‹Fadumo Ali Hirsi› berättade om sin son.
‹Tesfay Gebremedhin› hotades på bussen.
‹Selam Haile› jobbar i köket.
‹María García López› är deras kontaktperson.
‹José Luis Fernández› körde dem dit.
‹Carl-Johan von Sydow› hyr ut lokalen.
‹Ebba af Klercker› undertecknade.
‹Pedro de la Cruz› stod utanför.
‹Guðrún Jónsdóttir› såg det.
‹Jelena Petrović› är hans mormor.
‹Irina Sokolova› har anmält det.
‹Nguyen Van Minh› äger butiken.
‹Li Wei› fick rutorna krossade.
‹Somsak Chaiyasit› fick sin bod vandaliserad.
‹Agnieszka Kowalczyk› på lagret blev kallad saker.
‹Reza Hosseini› och hans fru ‹Maryam› är rädda.
‹Ömer Yıldız› driver kiosken.
‹Shpresa Krasniqi› jobbar natt.
‹Juhani Virtanen› har alltid varit högljudd.
‹Bjarne Haugen› är hans kontaktperson.
‹Priya Sharma› känner sig utsatt.
‹Oluwaseun Adeyemi› fick hot.
Eleven, ‹Viggo Hallberg›, bar en jacka med symbolen.
Närvarande: ‹Gunilla Ek›, ‹Omar Saleh› och undertecknad.
Mvh ‹Lotta Sandgren›
‹Sandra Ö› såg honom.
‹Mohamed Nur› håller i läxhjälpen.
Mötesplatsens ‹Anders J› tog hand om det.
Handläggaren ‹Maria Ahlgren› har ärendet.
‹Hampus Wikström› och ‹Joel Nordlund› har startat gruppen.
‹Abdullahi Mohamed Yusuf› är ordförande.
‹Amina Hassan Ali› blev spottad på.
‹Tekle Woldemariam› arbetar i köket.
‹Sofía Ramírez Torres› undervisar i spanska.
‹Dragana Jovanović› städar på kvällarna.
‹Piotr Wiśniewski› körde lastbilen.
‹Aleksandr Volkov› har bott här länge.
‹Tran Thi Lan› fick sin restaurang klottrad.
‹Zhang Wei› blev hånad på rasten.
‹Sirpa Korhonen› minns det väl.
‹Einar Jónsson› tog kort.
‹Søren Kjær› ringde polisen.
‹Chidi Okafor› fick inte komma in.
‹Arjun Patel› kände sig hotad.
Vänliga hälsningar ‹Torbjörn Ask›
‹S. Andersson› har skrivit under.
"""

AVEN_VANLIGA_ORD = """\
‹Stig› i tvåan ropade efter oss i korridoren.
Det var ‹Stig› som slog sönder rutan.
Vi pratade med ‹Björn› om det som hänt.
‹Björn› berättade att han blivit kontaktad.
Kuratorn sa att ‹Liv› inte vågar komma till skolan.
‹Hans› ringde mig igår och var mycket upprörd.
Jag såg ‹Per› och ‹Bo› klistra upp lapparna.
‹Love› i parallellklassen delar sådana filmer.
‹My› sa att hon hade sett alltihop.
‹Tor› kom sent och luktade bensin.
Enligt ‹Dag› är det inte första gången.
‹Alma› och ‹Vide› blev vittnen till det hela.
‹Sten› jobbar på lagret och har sagt samma sak.
När ‹Linda› kom tillbaka var väskan borta.
‹Malin› tror att det är samma killar som i fjol.
Mentorn ‹Ros› tog upp det på mötet.
Fru ‹Lind› på andra våningen hörde skriken.
Vår vaktmästare ‹Gran› tog bort klottret.
Rektor ‹Berg› är informerad.
Det är ‹Eva› som har hand om kassan.
‹Kim› och ‹Robin› bråkade igen.
Jag tror att det är ‹Ask› som har ritat hakkorset.
‹Juni› satt ensam och grät.
Han kallas ‹Lillen› men heter ‹Dennis›.
Brukaren ‹Rut› blev rädd.
‹Rut› i lägenheten bredvid hörde dem.
Kommissarie ‹Björk› har tagit över.
Magister ‹Ek› höll ett tal.
Nu är det ‹Nora› som får ta smällen.
‹Love› sa att han ångrar sig.
‹Saga› berättade för skolsköterskan.
Det var inte ‹Max› fel.
‹Max› slog till honom.
‹Tom› kom fram och skrek.
Både ‹Rosa› och ‹Viola› var där.
Vi frågade ‹Vide› men han svarade inte.
‹Frej› och ‹Sol› leker krig.
Enligt ‹Storm› finns det fler.
‹Isa› och ‹Musa› ber på rasten.
Bröderna ‹Berg› är med båda två.
Herr ‹Holm› klagade.
"""

MED_ROLL = """\
Läraren ‹Nyström› fick ett hotfullt brev.
Kurator ‹Haddad› har haft ett samtal.
Hej, jag heter ‹Tove› och jobbar på fritids.
Hon går under namnet ‹Cilla›.
Med vänlig hälsning ‹Birgitta›
Hälsningar, ‹Yusuf›
Hej ‹Maja›! Kan du ringa mig?
Kära ‹Solveig›, tack för brevet.
Han sa "‹Adam›, nu räcker det".
Ett brev till ‹Karl-Erik› låg i brevlådan.
Systrarna ‹Rostami› vågar inte gå hem.
Familjen ‹Öztürk› har fått hakkors på dörren.
Bröderna ‹Dahlström› står bakom.
Paret ‹Ekdahl› i uppgång C är oroliga.
Tackar ‹Lovisa› nej blir det någon annan.
Ledaren ‹Mikkelsen› tog bort klistermärkena.
Hon sa att ‹Xhemal› hade tagit med sig kniven.
Han heter ‹Mehmet› och bor med sin faster.
Pappan, ‹Slobodan›, ringde till skolan.
Enhetschef ‹Lindqvist› vet om det.
Socialsekreterare ‹Kovačević› fick hot.
Tränaren ‹Bengtsson› har slutat.
Doktor ‹Rahimi› blev kallad saker.
Min man ‹Göran› tycker att vi ska polisanmäla.
Grannen ‹Margareta› har ringt tre gånger.
En pojke (‹Nils›) visade hakkorset.
Kontakta ‹Pernilla› på expeditionen.
Fråga ‹Zara› om du vill veta mer.
Prata gärna med ‹Bosse› i receptionen.
Hälsa ‹Kristina› från mig.
Tack ‹Annika› för snabbt svar!
Hej! ‹Robert› här, jag vill anmäla en sak.
// ‹Josefin›
Mvh, ‹Fatemeh›
/‹Ulrika›
Paret ‹Nilsson› bor granne.
Familjen ‹Haddad› får glåpord.
"""

GEMENER = """\
‹ahmed› sa att de letade efter honom
hon heter ‹leila› och går i min grupp
det var ‹mohammed› som började
‹fatima› ringde och grät
vi hörde att ‹kevin› har köpt kniv
killen som heter ‹oskar› visade filmen för de andra
jag pratade med ‹samira› på rasten
‹emma› och ‹nova› satt på bänken
mamman till ‹elias› är orolig
‹saras› pappa har sagt konstiga saker
ok så ‹jocke› å ‹micke› har börjat snacka om att de ska åka dit
jag såg när ‹ali› tog den
snälla prata med ‹hanna› hon vet allt
‹fredrik nilsson› har sagt att han ska hämnas
‹liv› säger att det var på skoj
de skriver om ‹tilda› i chatten
kan ni prata med ‹elin› i 8b
det är ‹jonte› och ‹kalle› som gör det
‹ayan› har gråtit hela dagen
hörde att ‹amir› ska få stryk
‹nora› sa det till mig
hans namn är ‹viktor›
jag heter ‹agnes› och går i sexan
de jagade ‹yonas› till bussen
‹mohamed ali› sa det
min kompis ‹alva› såg allt
min son ‹ludvig› har börjat prata om krig
min dotter ‹ellen› är rädd
"""


def rader(text):
    return text.splitlines()


@pytest.mark.parametrize("mening", rader(MED_STOR_BOKSTAV))
def test_one_name_is_found_wherever_it_stands(mening):
    assert markt(utan_marken(mening), "namn") == mening


@pytest.mark.parametrize("mening", rader(FLERA_ORD))
def test_a_whole_name_is_one_mark_whatever_land_it_is_from(mening):
    assert markt(utan_marken(mening), "namn") == mening


@pytest.mark.parametrize("mening", rader(AVEN_VANLIGA_ORD))
def test_a_name_that_is_a_word_too_is_known_by_what_stands_beside_it(mening):
    assert markt(utan_marken(mening), "namn") == mening


@pytest.mark.parametrize("mening", rader(MED_ROLL))
def test_a_role_or_a_greeting_tells_of_the_name_after_it(mening):
    assert markt(utan_marken(mening), "namn") == mening


@pytest.mark.parametrize("mening", rader(GEMENER))
def test_a_name_in_small_letters_is_found(mening):
    assert markt(utan_marken(mening), "namn") == mening


def test_a_name_is_never_certain():
    assert {f.visshet for f in hitta("Ahmed Ali och Björn sa det.")} == {OSAKER}


def test_the_municipalitys_names_are_known_besides():
    text = "igår kom xyrqel förbi"
    assert hitta(text) == []
    assert [f.start for f in hitta(text, egna=frozenset({"xyrqel"}))] == [9]
