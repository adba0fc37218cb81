"""Content and whose it is: resources, ownership, moving, deleting and erasing."""

from verbatim.core.content import Deleter, content_class, delete_rows
from verbatim.core.erasure import Eraser, erase_owner, owns_content
from verbatim.core.ownership import (
    TRASH,
    Owned,
    Placed,
    Scope,
    System,
    Unscoped,
    as_system,
    current_scope,
    including_trash,
    list_indexes,
    owned_classes,
    scope_or_none,
    use_scope,
)
from verbatim.core.placement import has_content, move_content
from verbatim.core.resources import Protection, Resource, Resources, StoredFile, resources_of
from verbatim.core.scoping import kept

__all__ = [
    "TRASH",
    "Deleter",
    "Eraser",
    "Owned",
    "Placed",
    "Protection",
    "Resource",
    "Resources",
    "Scope",
    "StoredFile",
    "System",
    "Unscoped",
    "as_system",
    "content_class",
    "current_scope",
    "delete_rows",
    "erase_owner",
    "has_content",
    "including_trash",
    "kept",
    "list_indexes",
    "move_content",
    "owned_classes",
    "owns_content",
    "resources_of",
    "scope_or_none",
    "use_scope",
]
