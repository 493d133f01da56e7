"""The workshop's sheet, for tests of the live one."""

from core.planche.sheet import Sheet, Theme

FRAMES = Theme(
    "Fysiske rammer",
    "Hvilke rammer har vi?",
    "Hvilke rammer kunne vi ønske os?",
    (
        "Fællesskaber i renoveringer",
        "Fællesskaber i nybyggeri, fx generationshuse",
        "Fællesarealer",
        "Legepladser",
        "Aktivitetsområder",
        "Fælleshuse",
        "Beboerlokaler",
    ),
)
ENGAGEMENT = Theme(
    "Engagement og uformelle fællesskaber",
    "Hvilke økonomiske, menneskelige og tidsmæssige ressourcer støtter vi med?",
    "Hvilke kunne vi også støtte med?",
    (
        "Økonomiske puljer",
        "Kompetenceudvikling af ansatte",
        "Kompetenceudvikling af afdelingsbestyrelser/beboere",
        "Ansættelse af fx beboerkonsulent eller social vicevært",
        "Fællesskabsdage",
        "Opgavegrupper",
        "Prisoverrækkelse",
    ),
)
WORLD = Theme(
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
    other="Andre",
)
BOARD = Theme(
    "Bestyrelsens fokus",
    "Hvordan holder bestyrelsen fokus?",
    "Hvad kunne bestyrelsen også gøre?",
    (
        "Fællesskaber som fokusområde i strategien",
        "Bestyrelsesseminar",
        "Inspirationsoplæg",
        "Løbende drøftelser på bestyrelsesmøder",
        "Opfølgning, evaluering og måling",
        "Advisory boards",
    ),
)
QUESTIONS = (
    "Hvordan kan vi få mere at vide om beboernes behov, ønsker og drømme?",
    "Hvilke barrierer ser I?",
    "Hvordan kan vi måle fremskridt og resultater?",
    "Hvad er det første skridt?",
)
WORKSHOP = Sheet((FRAMES, ENGAGEMENT, WORLD, BOARD), QUESTIONS)
