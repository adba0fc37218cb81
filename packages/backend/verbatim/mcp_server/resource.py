"""Assistants, as what the audit log tells of them is about."""

from verbatim.core.resources import Resource

ASSISTANT = Resource(name="assistant")
