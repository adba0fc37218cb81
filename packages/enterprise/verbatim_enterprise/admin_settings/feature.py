"""What the settings of the server contribute."""

from __future__ import annotations

from verbatim_enterprise.admin_settings.news import start_listening
from verbatim_enterprise.admin_settings.routes import router
from verbatim_enterprise.host import Feature

feature = Feature(
    name="admin settings",
    routers={"/api/admin/settings": router},
    startup=(start_listening,),
)
