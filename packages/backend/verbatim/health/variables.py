"""Is everything that was set known, and can everything that lies sealed be opened?"""

from __future__ import annotations

import os

from verbatim.core.checks import Check
from verbatim.core.sealed import columns_in_use, lost_values
from verbatim.core.settings.errors import SettingsError
from verbatim.runtime import Runtime


async def check_sealed(runtime: Runtime) -> Check:
    """Say whether everything that lies sealed in the database can be opened."""
    try:
        columns = await columns_in_use(runtime.database, runtime.registry.contributions.sealed_columns)
        lost = await lost_values(runtime.database, runtime.keys, columns) if columns else {}
    except SettingsError as error:
        return Check("secrets", ok=False, detail=str(error))
    if not lost:
        return Check("secrets", ok=True, detail="Everything that is sealed opens with the server's key.")
    where = ", ".join(f"{count} in {name}" for name, count in lost.items())
    return Check(
        "secrets",
        ok=False,
        detail=f"These were sealed with another secret key: {where}. Give that key as VERBATIM_SECRET_KEY_PREVIOUS and "
        "restart, or set them anew.",
    )


def check_settings(runtime: Runtime) -> Check:
    """Name variables that nobody reads, and stored settings that cannot be used."""
    known = runtime.registry.variables()
    unknown = sorted(name for name in os.environ if name.startswith("VERBATIM_") and name.upper() not in known)
    if unknown:
        todo = "Correct the name in the server's environment, or take it out."
        return Check("settings", ok=False, detail=f"No such setting: {', '.join(unknown)}.", todo=todo)
    if conflicts := runtime.store.conflicts():
        return Check("settings", ok=False, detail=" ".join(conflicts.values()))
    return Check("settings", ok=True, detail="Every VERBATIM_* variable is known.")
