"""What the users feature contributes."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.users.belongings import erase_belongings
from verbatim_enterprise.users.events import UserDeleted
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.resource import USER
from verbatim_enterprise.users.routes import users_router

feature = Feature(
    name="users",
    routers={"/api/users": users_router},
    resources=(USER,),
    models=(User,),
    on={UserDeleted.event_name: erase_belongings},
)
