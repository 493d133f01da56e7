"""The sheet of the workshop of 21 September 2024, for an organisation that has not written its own."""

from core.planche.sheet import Sheet, Theme

STANDARD = Sheet(
    themes=(
        Theme(
            "Fysiske rammer",
            "Hvilke rammer har vi?",
            "Hvilke kunne vi ønske os?",
            (
                "Fællesskaber i renoveringer",
                "Fællesskaber i nybyggeri, fx generationshuse",
                "Fællesarealer",
                "Legepladser",
                "Aktivitetsområder",
                "Fælleshuse",
                "Beboerlokaler",
            ),
        ),
        Theme(
            "Engagement og uformelle fællesskaber",
            "Hvilke penge, mennesker og timer støtter det i dag?",
            "Hvad kunne også støtte det?",
            (
                "Økonomiske puljer",
                "Kompetenceudvikling af ansatte",
                "Kompetenceudvikling af afdelingsbestyrelser og beboere",
                "Ansættelse af fx beboerkonsulent eller social vicevært",
                "Fællesskabsdage",
                "Opgavegrupper",
                "Prisoverrækkelse",
            ),
        ),
        Theme(
            "Samarbejde med omverdenen",
            "Hvem samarbejder vi med?",
            "Hvem kunne vi også samarbejde med?",
            (
                "Lokale sociale foreninger og NGO'er",
                "Kommunen",
                "Lokale grønne aktører",
                "Idrætsforeninger",
                "Andre boligorganisationer",
                "Forskningsinstitutter",
            ),
            "Andre",
        ),
        Theme(
            "Bestyrelsens fokus",
            "Hvordan holder bestyrelsen fokus i dag?",
            "Hvordan kunne den også?",
            (
                "Fællesskaber som fokusområde i strategien",
                "Bestyrelsesseminar",
                "Inspirationsoplæg",
                "Løbende drøftelser på bestyrelsesmøder",
                "Opfølgning, evaluering og måling",
                "Advisory boards",
            ),
        ),
    ),
    questions=(
        "Hvordan får vi mere at vide om beboernes behov, ønsker og drømme?",
        "Hvilke barrierer ser vi?",
        "Hvordan måler vi fremskridt og resultater?",
        "Hvad er det første skridt?",
    ),
)
