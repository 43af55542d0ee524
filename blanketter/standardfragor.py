"""The questions that ship: the city changes them by a new version.

Environments are those of the national work: three, another, and not knowing. Places
and workplaces are kinds, never names, for a name may point at a person.
"""

STANDARD = {
    "slag": {
        "fraga": "Vad gäller det?",
        "hjalp": "Välj allt som stämmer.",
        "val": [
            {"kod": "klotter", "text": "Klotter eller klistermärken"},
            {"kod": "flygblad", "text": "Flygblad, affischer eller brev"},
            {"kod": "symboler", "text": "Symboler, kläder eller flaggor"},
            {"kod": "uttalanden", "text": "Uttalanden eller kränkningar"},
            {"kod": "hot", "text": "Hot eller våld"},
            {"kod": "kontakt", "text": "Besök, filmning eller försök att få kontakt"},
            {"kod": "rekrytering", "text": "Oro för rekrytering"},
            {"kod": "natet", "text": "Inlägg, bilder eller film på nätet"},
            {"kod": "samling", "text": "Möte, marsch eller manifestation"},
            {"kod": "annat", "text": "Något annat"},
        ],
    },
    "miljo": {
        "fraga": "Vilken miljö handlar det om?",
        "hjalp": "”Vet inte” är ett bra svar.",
        "val": [
            {"kod": "vit_makt", "text": "Vit makt-miljön"},
            {"kod": "autonom", "text": "Den autonoma miljön"},
            {"kod": "islamistisk", "text": "Den islamistiska extremistiska miljön"},
            {"kod": "annan", "text": "En annan miljö"},
            {"kod": "oklart", "text": "Vet inte"},
        ],
    },
    "plats": {
        "fraga": "Vilken sorts plats var det?",
        "hjalp": "Vi frågar aldrig efter adressen.",
        "val": [
            {"kod": "forskola", "text": "Förskola"},
            {"kod": "skola", "text": "Skola eller fritidshem"},
            {"kod": "fritid", "text": "Fritidsgård eller mötesplats för unga"},
            {"kod": "kultur", "text": "Bibliotek eller kulturlokal"},
            {"kod": "idrott", "text": "Idrottsplats eller simhall"},
            {"kod": "omsorg", "text": "Vård- och omsorgsboende eller hemtjänst"},
            {"kod": "kontor", "text": "Kontor eller reception"},
            {"kod": "bostad", "text": "Bostadsområde eller trapphus"},
            {"kod": "utomhus", "text": "Gata, torg eller park"},
            {"kod": "resa", "text": "Buss, tåg eller station"},
            {"kod": "natet", "text": "På nätet"},
            {"kod": "annan", "text": "En annan plats"},
        ],
    },
    "arbetsplats": {
        "fraga": "Vilken sorts arbetsplats arbetar du på?",
        "hjalp": "Är ni bara några få på arbetsplatsen? Välj ”Vill inte säga”.",
        "val": [
            {"kod": "forskola", "text": "Förskola"},
            {"kod": "skola", "text": "Skola eller fritidshem"},
            {"kod": "fritid", "text": "Fritid eller fältarbete"},
            {"kod": "kultur", "text": "Bibliotek, kultur eller idrott"},
            {"kod": "aldreomsorg", "text": "Äldreomsorg eller hemtjänst"},
            {"kod": "funktion", "text": "Stöd till personer med funktionsnedsättning"},
            {"kod": "socialtjanst", "text": "Socialtjänst"},
            {"kod": "stadsmiljo", "text": "Park, gata eller fastighet"},
            {"kod": "kontor", "text": "Kontor eller reception"},
            {"kod": "annan", "text": "En annan arbetsplats"},
            {"kod": "vill_inte", "text": "Vill inte säga"},
        ],
    },
    "atgarder": {
        "fraga": "Vad har gjorts?",
        "hjalp": "Välj allt som stämmer. ”Inget än” är också ett svar.",
        "val": [
            {"kod": "borttaget", "text": "Klotter eller material har tagits bort"},
            {"kod": "samtal", "text": "Någon har pratat med dem det gäller"},
            {"kod": "chef", "text": "Chefen vet om det"},
            {"kod": "polis", "text": "Polisanmälan är gjord"},
            {"kod": "oro", "text": "Orosanmälan är gjord"},
            {"kod": "intern", "text": "Händelsen är rapporterad i vårt eget system"},
            {"kod": "inget", "text": "Inget än"},
            {"kod": "annat", "text": "Något annat"},
        ],
    },
    "text": {
        "fraga": "Beskriv vad du såg eller hörde",
        "hjalp": "Skriv vad som hände och på vilken sorts plats. Skriv inte vem det "
        "handlar om. Två eller tre meningar räcker.",
    },
}
