"""More sentences with names, of every origin common in Sweden, each ‹marked›."""

import pytest

from tests.blanketter.avidentifiering.markning import markt, utan_marken

MENINGAR = """\
‹Ylva› noterade två klistermärken vid matsalen.
När ‹Sebastian› fick frågan började han gråta.
Vår praktikant ‹Lejla› blev filmad.
‹Anton› visade en video för ‹Emil› och ‹Hedda›.
‹Moa› i 6B har skrivit på bänken.
Det är nog ‹Rasmus› igen.
Enligt kuratorn ‹Britt-Marie› finns en oro.
Vaktmästare ‹Sjögren› tog bort det.
‹Shabnam› och ‹Parisa› trakasseras på väg hem.
‹Yusras› pappa är arg.
En kille som heter ‹Muzamil› delar filmer.
‹Biniam› slogs ner vid stationen.
‹Rahwa› och ‹Senait› är rädda.
‹Liban› har bytt umgänge.
‹Ubax› och ‹Ifrah› vill byta skola.
‹Dženana› känner igen honom.
‹Miroslav› från tredje våningen ropade.
‹Besnik Hoxha› äger bilen.
‹Radosław› säger att det är hans grannar.
‹Oleksandr› grät när han berättade.
‹Viktoriia› bor hos oss sedan kriget.
‹Tuula› i köket är orolig.
‹Pekka Lahtinen› hotade med stryk.
‹Nattaya› har städat bort det tre gånger.
‹Phuong Anh› sitter ensam.
‹Wanjiku› blev kallad saker på bussen.
‹Kwame Mensah› tränar laget.
‹Aaliyah› vågar inte gå ut.
‹Thiago› och ‹Valentina› är syskon.
‹Camilo Restrepo› har anmält.
‹Giulia Romano› såg affischen.
‹Zeynep› och ‹Emre› blev utkastade.
‹Serkan Aydın› har fått brev.
‹Ronahî› bär alltid en halsduk i gult, rött och grönt.
‹Ninos› och ‹Ashur› är assyrier.
‹Sargon Gabriel› startade en grupp.
‹Chaim Rosenblatt› fick ett hakkors på dörren.
‹Rebecka Katz› vågar inte bära sin stjärna.
‹Miriam› går inte längre till synagogan.
‹Inga-Lill› blev uppringd.
‹Nils-Petter Sarri› hånades för sin kolt.
‹Máret› vill inte säga vem det var.
Hej, jag är mamma till ‹Elvira› i sexan.
Hälsningar från ‹Monica› på biblioteket.
Ring ‹Jonas› om ni vill veta mer.
jag heter ‹ebba› å jag är rädd för ‹vincent›
‹linus› skrev i gruppen att han ska döda alla
de sa att ‹sofia› är en förrädare
jag såg ‹hassan› och ‹bilal› där
‹jasmine› sitter alltid själv
min lärare ‹peter› bryr sig inte
‹lukas› bror är nazist
har ni sett vad ‹david› skrivit på insta
‹robin› har en flagga på rummet
min bror ‹adam› umgås med dom
Det var ‹Sigge› som klottrade, säger vaktmästaren.
Fick ett samtal från ‹Lenas› dotter.
‹Kjelle› brukar sitta på bänken utanför.
Alla kallar honom ‹Sniffe›.
Han presenterade sig som ‹Viggo›.
Personen uppgav namnet ‹Dawit›.
Killen skrev sitt namn, ‹Arvid Thorsell›, på listan.
Signerat ‹E. Nordgren›.
Ansvarig: ‹Pia Sandahl›
Kontaktperson ‹Hanna Ekroth› är informerad.
Anmälare: ‹Görel Ståhle›
Från: ‹Tommy Rask›
Deltagare: ‹Amina›, ‹Josef›, ‹Elsa› och ‹Hamid›.
Vi har tre elever som oroar: ‹Neo›, ‹Elliot› och ‹Casper›.
‹Mimmi› (‹Mikaela›) är hans tjej.
Hon bor med ‹Ulf› och ‹Berit›.
‹Ingmar›, 82 år, är rädd för grannen.
Vi såg ‹Göran› stå och prata med en annan man.
Läraren sa åt ‹Samuel› att ta av sig mössan.
Jag frågade ‹Kevin› varför han gjorde så.
Hon blev slagen av ‹Rickard› i omklädningsrummet.
Bakom kontot finns ‹Måns›.
Ledaren för gruppen är ‹Patrik Forsman›.
Mamman, ‹Suad›, vill byta skola.
‹Hawa› och ‹Khadra› sa samma sak.
‹Ayub› skickade en länk till ‹Zakaria›.
Vår tolk ‹Farhad› hörde vad de sa.
‹Nour› berättar att brodern är i Syrien.
‹Abdirizaks› farbror bor i Rinkeby.
‹Tigist› är ny på avdelningen.
‹Filmon› hade en kniv i väskan.
‹Mekdes› och ‹Helen› är systrar.
‹Rozhin› skrev en dikt om kriget.
‹Sherzad› körde bilen till mötet.
‹Ferhat› och ‹Hüseyin› bråkade om flaggan.
‹Gülsüm› blev utsatt på bussen.
‹Nikola› har en tröja med en dubbelörn.
‹Luljeta› jobbar på biblioteket.
‹Enes› och ‹Haris› är kusiner.
‹Katarzyna› vill inte anmäla.
‹Dmitrij› delar filmer från fronten.
‹Svetlana› blev spottad på.
‹Ioana› tigger utanför affären och blir hotad.
‹Gheorghe› sover i parken.
‹Romario› blev kallad zigenare.
‹Juanita› och hennes man lämnade mötet.
‹Wen› och ‹Mei› blev hånade under pandemin.
‹Kanya› äger salongen.
‹Thanh› fick en sten genom rutan.
‹Rajesh› kör taxi och hör mycket.
‹Fatou› och ‹Ousmane› bor i huset.
‹Blessing› vågar inte åka hem.
‹Emmanuel› leder kören.
‹Grace› jobbar natt.
‹Þórdís› skrev ett brev.
‹Eila› i köket hörde samtalet.
‹Risto› och ‹Seppo› sitter alltid där.
‹Aslak Länsman› blev hånad.
hon sa att ‹jonathan› har vapen hemma
‹felicia› grät på toan
jag är rädd för ‹mustafa›
det är ‹ella› å ‹molly› som skriver
‹anton karlsson› i 9c har en hakkorstatuering
vi tror att ‹malek› har åkt
kan någon prata me ‹nellie›
Brukaren berättar att sonen, ‹Fabian›, fått nya vänner.
Parkarbetaren ‹Conny› hittade en låda med flygblad.
Vi såg ‹Arman› och två till vid soprummet.
Bibliotekarien ‹Kerstin Malmros› ringde polisen.
Min kollega ‹Shahram› blev hotad på bussen hem.
‹Elton Bergdahl› har suttit i fängelse förut.
På samtalet kom det fram att ‹Tuana› blivit kontaktad.
‹Walter› på avdelning 4 skriker åt personalen.
Tonåringen heter ‹Malte› i förnamn.
I gruppen ingår ‹Alvar›, ‹Hjalmar› och ‹Didrik›.
‹Sabina› hämtas alltid av en okänd man.
Pojkens storebror ‹Kian› är redan med.
‹Ludde› och ‹Nicke› brukar heila på bussen.
Fältarna pratade med ‹Amanuel›.
Hon är rädd för sin exman ‹Darko›.
‹Ragnhild› på tredje våningen får hotbrev.
Kassörskan ‹Anette› kände igen honom.
‹Jibril› vill resa till Syrien, säger en vän.
Vi har pratat med ‹Fredriks› föräldrar.
‹Ida› gråter varje dag.
det var ‹jesper› å ‹ludvig› som satte upp lapparna
har hört att ‹mustafa› ska åka ner
‹tilde› säger att hennes pappa är med i nmr
min granne ‹lennart› har en svastika i fönstret
jag är orolig för ‹ismail›
"""
# Given names that are ordinary words as well, and where they may stand.
AVEN_ORD = "Björn Liv Linda Kim Max Tom Klara Saga Tage Frej Vilja Rosa Love".split()
STALLEN = (
    "‹{}› sa att det var på skoj.",
    "‹{}› i nian har en kniv.",
    "‹{}› slog sönder rutan.",
    "Jag pratade med ‹{}› om det.",
    "Vi tror att ‹{}› ligger bakom.",
    "Igår blev ‹{}› slagen.",
    "‹{} Andersson› var där.",
    "Hej ‹{}›!",
)


@pytest.mark.parametrize("mening", MENINGAR.splitlines())
def test_a_name_is_found_whatever_its_origin(mening):
    assert markt(utan_marken(mening), "namn") == mening


@pytest.mark.parametrize("stalle", STALLEN)
@pytest.mark.parametrize("namn", AVEN_ORD)
def test_a_name_that_is_a_word_is_found_beside_what_persons_do(namn, stalle):
    mening = stalle.format(namn)
    assert markt(utan_marken(mening), "namn") == mening
