"""Sentences that name no private person: the guard leaves all of them alone.

Places, authorities, associations, groups, brands, known people, words that are names
too. Written for these tests; they are in neither corpus.
"""

import pytest

from blanketter.avidentifiering import hitta

VANLIGA_ORD = """\
Hans mössa hade en okänd symbol.
Hans pappa ringde och var arg.
En björn har setts i skogen bakom skolan.
Björn på tavlan var utbytt mot en varg.
Under en sten låg en plastpåse.
Per elev blir det ungefär två timmar.
Liv och död var temat på lektionen.
Dag efter dag samma sak.
Love is love stod det på skylten.
Linda benet ordentligt, sa läkaren på affischen.
Tor och Oden är gudar i asatron.
Torshammare runt halsen är inte förbjudet.
Vi såg en man med en väska på tåget.
Vi jobbar med frågan varje vecka.
Vi har sett det i Kista, Husby och Akalla.
Hej! Jag undrar vart man vänder sig.
Tack för hjälpen.
God morgon, här kommer en rapport.
Hälsningar från personalen på förskolan.
Rektorn, kuratorn och skolsköterskan träffas i oktober.
Enhetschefen har pratat med vårdnadshavarna.
En elev i årskurs 8 visade symbolen.
Pojken sa att han bara skojade.
Mamma och pappa vet inget.
Anonym anmälan: Personal såg klotter.
Klotter: Hakkors på vägg. Plats: Trapphuset. Åtgärd: Sanering.
Allt började i Augusti när Skolan öppnade igen.
Ingen vet vem det var.
Maj var lugn men juni blev värre.
Stig in, stod det på skylten.
Stig av vid nästa station.
Björn Söder var på besök i riksdagen.
Vi använder Stockholms stads checklista.
Vi läste Bröderna Lejonhjärta i klassen.
Hans jacka hängde kvar.
Per person kostar det hundra kronor.
Sten kastades mot fönstret.
Stenar kastades mot bussen.
Björnar målades av barnen.
Dagen efter var allt borta.
Min bror sa samma sak.
Mina kollegor är oroliga.
Sen gick de hem.
Vissa ritar Wolfsangel och svarta solen.
Ring Polisen på 114 14.
Vi har läst Totalförsvarets forskningsinstituts rapport.
Alla elever i Åk 9 deltog.
Hen vill vara anonym.
Tips: Kolla kamerorna. Fråga: Vem ansvarar?
Pojken ropade "Leve Ryssland" flera gånger.
Vi ses på Teams eller Zoom.
"""

NAMN_PA_ANNAT = """\
Nordiska motståndsrörelsen delade ut flygblad på torget.
Dekaler från Nordisk Ungdom satt på busshållplatsen.
Svenska motståndsrörelsen finns inte längre.
Sverigedemokraterna, Moderaterna och Vänsterpartiet hade valstugor.
Polisen i Region Stockholm är informerad.
Skolverket och Brå har material om detta.
Myndigheten för samhällsskydd och beredskap har en lathund.
Säkerhetspolisen gav råd.
Barn- och utbildningsförvaltningen har en rutin.
Adolf Hitler nämndes på lektionen.
Eleverna läste om Anne Frank i svenskan.
De sjöng om Breivik på rasten.
Mordet på Olof Palme diskuterades.
Greta Thunberg hånades på en affisch.
Donald Trump och Vladimir Putin var med på bilden.
Muhammed-karikatyrerna togs upp i klassrummet.
Profeten Muhammed nämndes i texten.
Karl XII firades med ljuståg.
Anders Behring Breiviks manifest låg på datorn.
Någon hade skrivit Rasmus Paludan på tavlan.
Brenton Tarrant hyllas i chatten.
Andrew Tate är populär bland pojkarna.
På Discord och TikTok sprids klippen.
Snapchat används för att värva.
De spelar Roblox och Minecraft på rasten.
Gruppen skriver på Telegram.
Han hade en tröja från Helly Hansen.
Jackan var från Stone Island.
De stod utanför Willys och ICA Maxi.
Bilen var en Volvo.
En röd Saab stod parkerad.
Ungdomarna samlas vid McDonalds.
I Rinkeby och Tensta har vi sett samma sak.
På Södermalm sitter klistermärkena överallt.
Bussen till Skarpnäck var nedklottrad.
Mellan Hallsberg och Laxå var tåget fullt.
Elever från Björkskolan och Lindängsskolan var där.
Klottret satt på Sofia kyrka.
Utanför S:t Görans sjukhus delades flygblad ut.
Vid Sergels torg hölls en demonstration.
Hammarby IF och Djurgården möttes.
Firman Boys hade en banderoll.
Under ramadan är det lugnare.
Eid och jul firas på förskolan.
I mars och april ökade det.
På måndag och Tisdag är det stängt.
Enligt skollagen och Socialtjänstlagen ska vi anmäla.
Lagen om hets mot folkgrupp gäller.
Enligt LSS har brukaren rätt till det.
Någon skrev Allahu akbar på bordet.
Hizb ut-Tahrir hade ett bokbord.
Islamiska staten och al-Qaida hyllades.
Al-Shabaab nämndes i en video.
Hamas och Hizbollah diskuterades.
Antifa hade klottrat på porten.
Grå vargarna har en symbol med tre halvmånar.
PKK-flaggor hängde på balkongen.
Combat 18 stod ristat i bänken.
White Lives Matter stod det på lappen.
Mein Kampf låg på bordet.
Turner Diaries nämndes i chatten.
De lyssnar på Ultima Thule och Burzum.
Filmen American History X visades.
Harry Potter-filmen stoppades.
Alfons Åberg fick mustasch.
Pippi Långstrump var omritad.
Bamse-affischen revs ner.
Någon hade satt upp Elon Musk-affischer.
Eleverna arbetade i Word och Excel.
Svenska, engelska och arabiska talas på mötet.
Kristna, muslimer och judar bjöds in.
Rädda Barnen och Röda Korset var på plats.
Hyresgästföreningen i Angered bjöd in.
Verdandi och ABF har studiecirklar.
Livets Ord och Pingstkyrkan bjöd in till samtal.
Fryshuset håller i utbildningen.
Mötet hålls i Folkets hus.
Kulturhuset hade en utställning.
Fritidsgården Klubben är öppen till tio.
Coca-Cola och Red Bull säljs i kiosken.
Läraren säger att det inte händer igen.
Eleven kallade läraren för Hitler.
Runor och Solhjul var ristade i träet.
Odens korpar Hugin och Munin var tecknade på väggen.
De kallar sig Vikingarna.
Gruppen heter Soldiers of Odin.
Han sa Sieg Heil och gjorde en gest.
Texten var Make Sweden Great Again.
Klockan nio på Midsommarafton kom de.
Almedalen och Kungsträdgården var bevakade.
Europa, Syrien och Ukraina togs upp.
Israel och Palestina är ett känsligt ämne.
De pratade om kriget i Gaza.
Ryssland och Putin kom på tal.
Elever med rötter i Somalia blev hånade.
En av dem hade Adidas och Nike på sig.
Iphone och Ipad användes.
Han åt på Max.
Kafferasten blev lång.
Sju dekaler satt på Konsum.
Rosor och ljus låg på platsen.
Kim Jong-un var med på en bild.
Ebba Grön spelades på hög volym.
Ulf Kristersson hånades på en skylt.
Malmö FF mötte AIK.
Kvarteret Lärkan ska rivas.
Vårdboendet Solgläntan skickar ingen rapport.
Förskolan Myran och förskolan Humlan har samma rutin.
Gatan heter Linnégatan.
Platsen är Gustav Adolfs torg.
Elever från Erik Dahlbergsgymnasiet var med.
Skolan har anlitat Astar för utbildningen.
Enligt Lgr22 ska vi arbeta förebyggande.
Socialjouren och Mobilt Team var på plats.
Ungdomsmottagningen fick besök av Tidöpartierna.
Studieförbundet Bilda ordnade en kväll om källkritik.
En bok av Selma Lagerlöf var överklottrad.
En affisch med Bob Marley revs ner.
Eminem spelades på disco.
De lyssnade på Rammstein och Sabaton.
Han gillar Marvel och Star Wars.
Två pojkar lekte Fortnite på skolgården.
Filmen Schindlers list visades.
Alla såg Vem vill bli miljonär.
Han bar en Thor Steinar-tröja.
Fred Perry-tröjor och Lonsdale-jackor är vanliga i gruppen.
Märket New Balance tolkas fel ibland.
Jackor från Canada Goose stals.
På Arlanda stoppades en resenär.
Tåget till Arlöv var försenat.
I Biskopsgården är läget lugnt.
Polisen i Fosie har fler patruller.
Centralen och Möllevångstorget bevakas.
Tunnelbanan mot Hässelby strand var nedklottrad.
Uppsala, Linköping och Borås har samma problem.
Föreningen Somaliland bjöd in till kulturdag.
Kurdiska föreningen i Jordbro firade Newroz.
Irakier och syrier bråkade.
Nazister och salafister skriver i samma tråd.
Lektionen handlade om Karl Marx och Stalin.
Elever sa att Förintelsen är påhittad.
På Kristallnatten hölls en minnesstund.
FN-dagen firades som vanligt.
Nobelpriset delas ut i December.
Koranen brändes utanför moskén.
Shahadan stod skriven på tavlan.
Kalifatet hyllades i en kommentar.
Den Nordiska Styrkan fanns på en dekal.
Det Fria Sverige har köpt en lokal.
Alternativ för Sverige hade torgmöte.
Nordfront och Samnytt länkades i chatten.
Flashback användes för att hänga ut folk.
Signal och Threema används också.
QAnon och Illuminati nämndes av flera elever.
Incel-forum lästes på skolans datorer.
Hakkors, SS-runor och 88 ristades.
Siffrorna 14 88 stod på dörren.
Enligt Mänskliga Rättigheter gäller detta.
På Ridskolan Galoppen hände samma sak.
Äldreboendet Rosengården rapporterar inget.
Gruppbostaden Violen har inget att rapportera.
Simhallen Aquaria stängde tidigare.
Ishallen i Tumba var full.
Skatteverket, Kronofogden och Migrationsverket fick hot.
Orosanmälan skickades till Socialtjänsten Väster.
Region Skåne och Länsstyrelsen bjöd in.
Rädda Barnens Orostelefonen har öppet.
Rekryteringen sker via Steam och Twitch.
Rapporten skrevs av Center mot våldsbejakande extremism.
Segerstedtinstitutet höll en föreläsning.
Exit Fryshuset gav stöd.
Tryck på Skicka när du är klar.
Ny dekal: "Islam ut ur Sverige".
Någon hade skrivit "Judar ut" och "Heja Hamas".
De sa "Skjut dem alla".
"Vita liv räknas" stod det på väggen.
Texten löd: Refugees Not Welcome.
Skylten Welcome Home var sönderslagen.
Dokumentet ligger i Sharepoint.
Appen Vklass och Unikum används.
Lillan-gungan på förskolan var vandaliserad.
"""


def funna(mening):
    return [mening[f.start : f.end] for f in hitta(mening) if f.typ == "namn"]


@pytest.mark.parametrize("mening", VANLIGA_ORD.splitlines())
def test_an_ordinary_word_is_no_name(mening):
    assert funna(mening) == []


@pytest.mark.parametrize("mening", NAMN_PA_ANNAT.splitlines())
def test_what_names_no_private_person_is_left_alone(mening):
    assert funna(mening) == []
