"""What a licence is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.license.models import StoredLicense

LICENSE = Resource(name="license", model=StoredLicense)
