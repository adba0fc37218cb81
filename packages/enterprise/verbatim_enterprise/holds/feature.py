"""What the holds feature contributes."""

from __future__ import annotations

from verbatim_enterprise.holds.erase import refuse_held
from verbatim_enterprise.holds.guard import guards_of
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.holds.resource import HOLD
from verbatim_enterprise.holds.routes import router
from verbatim_enterprise.holds.triggers import keep_what_is_held
from verbatim_enterprise.host import Feature

feature = Feature(
    name="holds",
    routers={"/api/holds": router},
    resources=(HOLD,),
    models=(Hold,),
    guards=(guards_of,),
    protections=(keep_what_is_held,),
    erasers=(refuse_held,),
)
