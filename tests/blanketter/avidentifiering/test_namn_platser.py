"""More sentences that name no private person: places, groups, brands, known people."""

import pytest

from blanketter.avidentifiering import hitta

MENINGAR = """\
Två ungdomar ritade hakkors på Östra skolan.
Parken vid Gröna gatan är full av dekaler.
Gruppen Proud Boys nämndes i chatten.
Aktivklubb Skåne tränar i skogen.
Ungsvenskarna delade ut kaffe.
Gula Västarna har en grupp på Facebook.
Extinction Rebellion stoppade trafiken.
Reclaim the Streets anordnades i Maj.
Rojava och Kobane diskuterades efter filmen.
Taliban och IS är inte samma sak.
Wagnergruppen hyllades i ett inlägg.
Azovbataljonens symbol fanns på en mössa.
Bandidos och Hells Angels nämndes.
Foxtrot och Dalen nämns i samma klipp.
Elever skojar om Epstein och Diddy.
Kanye West hyllade Hitler i en låt.
Någon hade en tröja med Che Guevara.
Malcolm X och Martin Luther King togs upp på lektionen.
Nelson Mandela stod på omslaget.
Vi pratade om Raoul Wallenberg och de vita bussarna.
Karl den tolfte hyllades.
Nietzsche citerades på väggen.
Elever läser Bamse och Pettson.
Zlatan Ibrahimovic-statyn vandaliserades.
De såg matchen mellan Barcelona och Real Madrid.
Han bar en Gucci-keps.
Burger King och Espresso House har samma problem.
På Coop i Sjöbo sattes lappar upp.
Bilen körde mot Sundsvall.
I Landskrona och Helsingborg har det ökat.
I Vivalla finns flera dekaler.
Bergsjön, Hjällbo och Hammarkullen nämndes.
Seved och Rosengård är lugnare nu.
Råslätt och Araby hade möten.
Ängelholm har samma sak.
Konventum i Örebro fick lappar.
Lärarförbundet och Kommunal är informerade.
Socialstyrelsen, IVO och JO har frågat.
Statens institutionsstyrelse tog emot.
DO och Diskrimineringsombudsmannen är samma sak.
Arbetsförmedlingen i Solna skickade vidare.
Moskén i Gävle fick brev.
Sankta Maria kyrka klottrades ner.
Judiska församlingen i Malmö är orolig.
Shia och sunni bråkade på nätet.
Ashura högtidlighölls utan problem.
Lucia firades i aulan.
På Valborg brann en bil.
Under Pride hölls en motdemonstration.
Under Ramadan är det fler ute sent.
Första maj var lugn.
Advent och jul närmar sig.
SSU och MUF deltog.
Lag (1990:52) med särskilda bestämmelser gäller.
LVU kan bli aktuellt.
Enligt Offentlighets- och sekretesslagen får vi inte.
Barnkonventionen är lag.
Artikel 19 diskuterades.
Vi har ingen att peka ut.
Eleven är trygg nu. Mötet är bokat.
Föräldern uttryckte sig rasistiskt. Samtal hölls.
Flera elever uppger att detta händer ofta.
Förskolläraren upptäckte symbolen på gården.
Trygghetsvärden såg tre okända män.
Fältarna har sett samma klotter.
Fastighetsägaren sanerade dagen efter.
Personalen på boendet är orolig.
Undersköterskan blev kallad saker.
Nattvandrarna hörde ramsor.
Vittnen såg två mopeder.
Gärningsmännen är okända.
Någon skrev "Döda alla bögar" på toan.
På lappen stod "Sverige åt svenskarna".
"Allahu Akbar" skreks från en bil.
Ordet "Jude" användes som skällsord.
De kallade honom "Putin".
De hälsade med Heil Hitler.
Ropen skalla, kommunister i Norden.
Kolla på Youtube efter klippet.
Länken gick till en sida på Vkontakte.
Servern heter Valhalla.
Profilen har en bild på Pepe.
Boken heter Djurens gård.
Spelet Call of Duty användes.
På Reddit finns trådar om skolan.
Ett konto på Instagram lägger upp bilder.
Incidenten rapporterades i DF Respons.
Blanketten skickas till Kommunstyrelsen.
Mötet är i Sal 3 på Torsdag.
Buss 402 mot Slussen.
Linje 13 mot Norsborg stod stilla.
Samordnaren deltog i Nordiska nätverket.
Vi har gått utbildningen Våga Prata.
Metoden Dilemmakort användes i klassen.
Materialet Agera Tillsammans delades ut.
Utställningen Living History var uppskattad.
Vi tittade på dokumentären Vita bönor.
Jag läste om detta i Dagens Nyheter och Expressen.
SVT Nyheter Väst gjorde ett inslag.
Uppdrag granskning ringde.
Föreläsaren från Forum för levande historia var bra.
Nämnden har antagit en Handlingsplan mot Våldsbejakande Extremism.
Enligt Delområde Norr är läget stabilt.
Stadsdelen Gottsunda har flera nätverk.
Vi fick besök av Raoul Wallenbergskolan.
Eleverna på Vasagymnasiet hade temadag.
Basket mot IK Eos avbröts.
Hejaklacken Black Army sjöng.
Bajen och Gnaget bråkade på tåget.
Lokal hyrdes av Medborgarhuset.
Kvinnojouren Blåklockan är informerad.
Jourhavande präst ringdes in.
Kyrkans SOS har nattöppet.
En person från BRIS föreläste.
Personalen bär Västar märkta Trygghet.
Texten "Folkets Röst" och en svensk flagga.
Sverige och Finland är med i Nato.
Gåvan kom från IKEA och Clas Ohlson.
De har tröjor från Thor Steinar och Ansgar Aryan.
Bandet Pluton Svea hördes ur högtalaren.
Märket Black Sun fanns på en ryggsäck.
Symbolen Othala ristades.
Vikingatida symboler som Valknut och Yggdrasil förekom.
Boken Siege av James Mason citerades.
Terrorgram-kanaler delades.
Atomwaffen och The Base nämndes.
No Lives Matter och 764 är nätverk på nätet.
Com-nätverket lockar unga.
Order of Nine Angles kom upp.
Rörelsen heter Generation Identitet.
Boogaloo-rörelsen och Proud Boys skojas om.
Den ryska ortodoxa kyrkan i Västerås.
Kadyrov-anhängare demonstrerade.
Erdoğan-motståndare hotades.
Vargtecken gjordes på läktaren.
Rabia-tecknet visades på bild.
Gröna fågeln betyder martyr.
Nasheeds spelades i bilen.
Han kallade dem kuffar och murtad.
Tawhid-fingret visades på klassfotot.
Fredagsbönen i Bellevue var lugn.
Palestinademonstrationen vid Gustav Adolfs torg var stor.
Hösten 2025 blev det värre.
Vecka 43 och 44 var lugna.
Gruppchatten heter Klassen från helvetet.
Filen hette Manifesto.
Karaktären Pepe the Frog används.
Wojak-memes delas.
Soldat och krig är teman i leken.
Det stod Fuck SD och ACAB på väggen.
Skylten Stopp var nedklottrad.
Mobilen var en Samsung.
En vit Toyota och en svart BMW körde förbi.
Hundarna är av rasen Cane Corso.
Katten Misse var borta.
På Frölunda torg satt dekaler med texten Vit makt.
Hyresgäster i Kortedala och Tynnered har fått lappar i brevlådan.
Vid Angereds centrum hölls ett möte av Nyans.
Någon har ristat in tre pilar och Antifascistisk Aktion.
En vårdtagare sa att Gud straffar alla otrogna.
Dialogpolisen kontaktade Svenska Fotbollförbundet.
Ultrasgrupperna från Göteborg och Malmö drabbade samman i Borås.
Personalen känner igen symbolen från filmen This is England.
Den svarta fanan med vit text är IS flagga.
Ordet Kristallnatten stod på en lapp vid synagogan.
Barnen lekte Squid Game på rasten.
Läraren visade Life is Beautiful på bio.
De hade skrivit Zyklon B på en burk.
Vi använde boken Om detta må ni berätta.
Författaren Vilhelm Moberg lästes i åttan.
Rapparen Dree Low var på klassens spellista.
Matcherna i Allsvenskan drar till sig fler.
Mitt på Avenyn stod en man med skylt.
En bil med tyska skyltar från Hamburg sågs.
På Landvetter flygplats stoppades en resväska.
Säpo höjde hotnivån till Fyra.
Under Eurovision var det mycket folk.
Kön till Systembolaget var lång.
Vårt boende Solrosen har ny vaktmästare.
Fritidsklubben Draken stänger tidigare.
Lekplatsen Plikta är omtyckt.
Biblioteket i Hovås fick anonymt brev.
Församlingshemmet i Torslanda lånades ut.
Hela Västra Hisingen har fått samma lapp.
Rapport från Centrum och Majorna kommer senare.
Grönområdet Ruddalen används för möten.
I Slottsskogen sågs tre män i likadana jackor.
Vid Korsvägen delades flygblad ut om Covid.
Elever i Årskurs Sju deltog i Friends-samtal.
Trygghetsteamet följer upp enligt Likabehandlingsplanen.
Vi väntar på svar från Integritetsskyddsmyndigheten.
Boken var Aldrig Ensam, tror jag.
Konstnären Lars Vilks namn stod på en lista.
En mugg med Che och en med Lenin stod i köket.
Den boende pratar ofta om Kriget och Sovjet.
På datorn fanns bilder av Totenkopf och Leibstandarte.
Han hyllade Dylann Roof i en uppsats.
Skolskjutningen i Trollhättan nämndes.
Campus Risbergska togs upp på konferensen.
Terrordådet på Drottninggatan kom på tal.
Utøya och Christchurch nämndes i chatten.
Akilov omnämns som hjälte.
Elever frågade om Hamas och Hizbollah på lektionen.
"""


@pytest.mark.parametrize("mening", MENINGAR.splitlines())
def test_what_names_no_private_person_is_left_alone(mening):
    funna = [mening[f.start : f.end] for f in hitta(mening) if f.typ == "namn"]
    assert funna == []
