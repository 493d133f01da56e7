from datetime import date

from core.action_plans.overview import plans_overview
from core.ideas.overview import ideas_overview
from core.organisation.areas import areas_of
from core.outreach.overview import outreach_overview
from tests.core.contract.build import action_plan, idea, outreach, read


def test_an_area_typed_in_several_ways_is_one() -> None:
    dataset = read(
        action_plans=[action_plan(), action_plan(id="G2", area="det  GRØNNE", name="Regn")],
        ideas=[idea(area="Det groenne"), idea(id="D2", name="Bytterum", area="Beboere")],
        outreach=[outreach(area="Det-grønne"), outreach(date="21-03-2024", area="beboere")],
    )
    on = date(2024, 6, 1)
    assert set(areas_of(dataset).values()) == {"Det grønne", "Beboere"}
    assert [area.name for area in plans_overview(dataset, on).areas] == ["Det grønne"]
    assert [area for area, _ in ideas_overview(dataset, on).areas] == ["Beboere", "Det grønne"]
    overview = outreach_overview(dataset, on)
    assert overview.areas == ("Beboere", "Det grønne")
    assert [month.told for month in overview.months if not month.silent] == [(1, 1)]
