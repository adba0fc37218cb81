"""What an alert is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.alerts.models import Alert
from verbatim_enterprise.host import Resource

ALERT = Resource(name="alert", model=Alert, title="name", private=False)
