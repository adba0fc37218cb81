"""Routes: made once for each process, and found without trying them one by one."""

from verbatim.core.routing.declared import declarations, declared_by
from verbatim.core.routing.deferred import Router
from verbatim.core.routing.files import EVENT, HELD, sends
from verbatim.core.routing.kept import include_kept
from verbatim.core.routing.table import PlainFirst, RouteTable

__all__ = [
    "EVENT",
    "HELD",
    "PlainFirst",
    "RouteTable",
    "Router",
    "declarations",
    "declared_by",
    "include_kept",
    "sends",
]
