"""What a tag is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim.core.resources import Resource
from verbatim.tags.models import Tag

TAG = Resource(name="tag", model=Tag, title="name", audited=("name", "color"), changed="tag.changed")
