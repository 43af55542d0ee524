"""School classes of every stage; a school year alone is coarse and stays."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

KLASSER = """
En elev i ‹8B› ritade kors.
Killen i ‹9 C› heter något på M.
De går i ‹9 c› på skolan.
Eleverna i ‹åk 8B› har sett filmen.
Några i ‹klass 5A› lekte krig.
Hela ‹klass NA21b› var på plats.
‹SA2A› hade prov den dagen.
Det hände i ‹TE22› på lektionen.
Tjejerna i ‹EK1b› är rädda.
Läraren i ‹sexan B› ringde hem.
‹2:an C› har fått byta sal.
Han går i ‹IM-språk 3› sedan i höstas.
‹Klassen 7E› har pratat om det.
Alla i ‹7e› vet vem det är.
‹Klass 6 A› är drabbad.
Han som går i ‹BF22A› skrev det.
En tjej från ‹ES23› grät.
Vi pratade med ‹9B› och ‹9D› om det.
Mentorn för ‹8a› känner till det.
Det började i ‹4B:s› kapprum.
Ungefär hälften av ‹8F› höll med.
Eleven (‹9A›) nekar.
Klass: ‹9A›
‹7A›–‹7C› var samlade i aulan.
Brevet kom från ‹3b› på lågstadiet.
Sms till föräldrarna i ‹årskurs 5 B›.
Parallellklassen ‹6C› var också med.
På rasten bråkade ‹5A› med ‹5C›.
Ordningsvakten kände igen ‹VO2›.
Han gick i ‹IMA1› förra året.
Gymnasieklassen ‹SAMHB22› drabbades.
‹NA3b› på gymnasiet har gjort en egen tidning.
Två elever ur ‹8:3› heilade.
En kille i klass ‹7:2› hotade läraren.
F-klass ‹A› ritade flaggor.
Lärarna i ‹nian C› är oroliga.
Elever i ‹BA2› sålde dekaler.
Eleverna i ‹EE1A› filmade.
‹FT22b› har praktik nu.
Hon undervisar ‹HV23› i historia.
Det gäller en pojke i ‹trean B›.
Elev, ‹8C›, har slutat äta med de andra.
Vi i ‹6b› tycker att det är läskigt.
SO-läraren i ‹9D› tog upp det.
‹8b›-killarna skrek.
Han går i ‹åttan b› nu.
Lärare för klass ‹5/6B› ringde.
Elever från ‹VÅRD23› var där.
‹EKO23› hade prov.
Hon går i ‹Na22› på gymnasiet.
‹9G› har åkt på utflykt.
vi hörde ‹9g› skrika
bråk mellan ‹4d› & ‹4e›
ett gäng ur ‹9e› stod där
tjejerna på ‹te22b› vet
‹ek23c› hade lov
‹7D's› mentor ringde.
niorna i ‹E-klassen› bråkade
Elever i ‹2EKa› skrek.
""".strip().splitlines()

LIKNAR = """
Hälften av årskurs 8 var borta.
Eleverna i åk 9 har haft temadag.
Klass 1-märkt belysning saknas.
Linje 4 A går dit.
Buss 2B kör förbi.
Rum 3B är bokat.
Sal 4C ligger på plan 2.
Hus 5A ska rivas.
Hepatit 2 B finns inte.
Fas 2 B av projektet börjar.
Bilaga 3 A innehåller statistik.
Vitamin 12 B köptes.
Typ 2 diabetes är vanligt.
Paragraf 4 a gäller.
8 kap. 2 a § gäller.
Lagen 4 a kap.
Han tog 3 e-postutskick till hjälp.
Skåp 7B var öppet.
Uppgång 4B är klottrad.
Plan 2B är stängt.
Gate 5A.
iPhone 5C såldes.
Matte 2b är svår.
Historia 1b läses på vuxenskolan.
Kurs 1A börjar i höst.
Den är i 3D.
Nätet är 4G eller 5G.
HT25 börjar snart.
Grupp 2B i kartläggningen saknar medel.
Fråga 3b besvarades inte.
De var 8 à 10 personer.
Konferensen EU27 handlade om hat.
Punkt 5 C på dagordningen.
Zon 2 B i kollektivtrafiken.
I steg 2 a ska rektor informeras.
Betyget E i 9 ämnen.
Vi är på nivå 3 A enligt planen.
Skåp 4b och 5c är trasiga.
Punkt 4b och 4c på dagordningen.
Åtgärd 4b är klar.
Aktivitet 2b och 3c pågår.
Den 3e maj hände det.
För 2a gången på kort tid.
Han jobbade 9h i går.
Kategori 3B i kartläggningen.
Han bor 3 d från skolan.
Delmål 3c är nått.
""".strip().splitlines()


@pytest.mark.parametrize("mening", KLASSER)
def test_a_school_class_is_found(mening):
    assert markt(mening, "skolklass") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_other_numbers_with_letters_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
