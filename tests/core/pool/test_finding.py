from core.pool.finding import Finding, Verdict, kept_if, unknown


def test_a_finding_is_said_by_the_sentence_of_its_verdict() -> None:
    assert kept_if(True, "inden for", "over", amount=1) == Finding(Verdict.KEPT, "inden for", {"amount": 1})
    assert kept_if(False, "inden for", "over", amount=1) == Finding(Verdict.BROKEN, "over", {"amount": 1})


def test_what_cannot_be_told_names_what_is_missing() -> None:
    assert unknown("beløb", limit=5) == Finding(Verdict.UNKNOWN, "Mangler: beløb", {"limit": 5}, "beløb")


def test_what_is_told_misses_nothing() -> None:
    assert kept_if(True, "inden for", "over").missing == ""
