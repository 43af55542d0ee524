"""The demo's sign-ins: only with DEMO=1, which settings allow on localhost alone."""

LOSENORD = "granby-demo"
KONTON = (
    ("samordnare@ekhamra.example", "Samordnare, Ekhamra stadsdelsnämnd"),
    ("ansvarig@ekhamra.example", "Ansvarig för en roll, Ekhamra stadsdelsnämnd"),
    ("lasare@ekhamra.example", "Läsare, Ekhamra stadsdelsnämnd"),
    ("samordnare@sjovik.example", "Samordnare, Sjöviks stadsdelsnämnd"),
    ("central@granby.example", "Central samordnare, Granby stad"),
    ("forvaltare@granby.example", "Förvaltare, Granby stad"),
)
