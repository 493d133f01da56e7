"""The focus group on a slide."""

import pytest

from core.focus_group.subject import SUBJECT
from core.subject.message import Chosen
from core.subject.picture import Bars
from tests.core.focus_group.test_overview import EVEN, OLD, ON, group, seen


@pytest.mark.parametrize(
    ("bands", "asks"),
    [
        pytest.param(OLD, ("for få", "for få", "", "", ""), id="more uneven than those chosen by chance would be"),
        pytest.param(EVEN.replace("18-29 18-29", "30-44 30-44"), ("",) * 5, id="as even as they would be"),
    ],
)
def test_too_few_of_an_age_ask_for_attention_only_where_the_screen_says_so(bands: str, asks: tuple[str, ...]) -> None:
    (message,) = SUBJECT.messages(seen(members=group(bands)), Chosen(ON, ON, frozenset(), ()))
    assert isinstance(message.picture, Bars)
    assert message.picture.series[0].asks == asks
