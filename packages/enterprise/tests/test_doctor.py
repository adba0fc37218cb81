"""`verbatim doctor` in another mode than the server's."""

from __future__ import annotations

import pytest
from support_commands import verbatim
from support_enterprise import Person
from verbatim.config import Settings

BASIC = dict.fromkeys(("VERBATIM_MODE", "VERBATIM_SECRET_KEY", "VERBATIM_LICENSE_KEY", "VERBATIM_LICENSE_MODE"), "")


@pytest.mark.timeout(200)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_whoever_forgot_the_mode_is_told(admin: Person, settings: Settings) -> None:
    code, said = await verbatim(settings, "doctor", variables=BASIC)
    assert code == 1, said
    assert "was served with verbatim_enterprise, which VERBATIM_MODE=basic does not load." in said
    assert "All is well" not in said
    _, said = await verbatim(settings, "doctor")
    assert "was served with verbatim_enterprise" not in said
