"""The steps that follow with the program, for a city that has written none itself.

112 and 114 14 are the national numbers of SOS Alarm and the police. Who works with
children must report worry to the social services (socialtjänstlagen), and school staff
report degrading treatment to the head (skollagen 6 kap. 10 §).
"""

AKUT, BLANKETT = "akut", "blankett"
NODNUMMER = "112"
# The first and the last of every routine, whoever orders the rest.
LASTA = (AKUT, BLANKETT)

# What nobody reads any more when the step is hidden
UTAN_STEGET = {
    "brott": "Ingen läser längre att ett brott ska anmälas till polisen, eller vart "
    "man ringer.",
    "barn": "Ingen läser längre att oro för ett barn ska anmälas till socialtjänsten. "
    "Skyldigheten att anmäla finns kvar.",
    "skola": "Personalen i förskolan, skolan och på fritids läser inte längre att de "
    "ska berätta för rektorn. Skyldigheten att anmäla kränkningar finns kvar.",
}

STANDARD = {
    AKUT: {
        "fraga": "Är någon i akut fara?",
        "gor": "Ring 112",
        "mer": "Sätt dig själv och andra i säkerhet först. Säg vad som händer och var. "
        "Berätta för din chef när faran är över.",
        "telefon": NODNUMMER,
    },
    "brott": {
        "fraga": "Har någon begått ett brott, eller misstänker du det?",
        "gor": "Anmäl till polisen",
        "mer": "Till exempel hot, hets mot folkgrupp eller skadegörelse, också på "
        "nätet. Pågår det just nu: ring 112. Du kan också tipsa om något som är på "
        "väg att hända. Låt klotter och klistermärken sitta kvar tills någon har tagit "
        "en bild.",
        "telefon": "114 14",
        "lank": "https://polisen.se/",
        "lanktext": "Läs mer på polisen.se",
    },
    "barn": {
        "fraga": "Är du orolig för ett barn eller en ungdom?",
        "gor": "Gör en orosanmälan till socialtjänsten",
        "mer": "Du som arbetar med barn och unga är skyldig att anmäla när du "
        "misstänker att någon under 18 år far illa eller dras in i något. Du behöver "
        "inte vara säker. Ring kommunens växel om du inte vet vart du ska vända dig. "
        "Kvällar och helger når du socialjouren genom 112, om det är bråttom. Anmälan "
        "går till socialtjänsten, aldrig via blanketten.",
    },
    "skola": {
        "fraga": "Har det hänt i förskolan, skolan eller på fritids?",
        "gor": "Berätta för rektorn och följ skolans rutin",
        "mer": "Följ planen mot kränkande behandling. Har en elev blivit kränkt ska "
        "personalen anmäla det till rektorn, som tar det vidare.",
    },
    BLANKETT: {
        "fraga": "Har du sett eller hört något annat, utan fara?",
        "gor": "Fyll i blanketten",
        "mer": "Till exempel klistermärken, klotter, flygblad, uttalanden, besök eller "
        "försök att värva. Skriv vad som hände, inte vem det gäller. Fyll i den också "
        "när du har ringt eller anmält: då syns det i nämndens lägesbild.",
    },
}
