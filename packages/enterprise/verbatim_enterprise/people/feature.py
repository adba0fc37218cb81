"""What people on one page contribute."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.people.routes import router

feature = Feature(name="people", routers={"/api/admin/people": router})
