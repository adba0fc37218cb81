"""Everything a plugin may import from the core. Whatever is not here may change without notice.

A plugin is a package with an entry point in the group ``verbatim.plugins`` that leads to a class with ``name``,
``version`` and ``register(registry)``. `PluginRegistry` lists what can be registered; docs/guides/plugins.md shows it
at work.

One module of this package for each theme; each of their names is a name of this package.
"""

# ruff: noqa: F403 - each module names in __all__ what it gives, and mypy follows these lines

from verbatim.plugins.api.content import *
from verbatim.plugins.api.databases import *
from verbatim.plugins.api.events import *
from verbatim.plugins.api.identity import *
from verbatim.plugins.api.jobs import *
from verbatim.plugins.api.language_models import *
from verbatim.plugins.api.operations import *
from verbatim.plugins.api.registry import *
from verbatim.plugins.api.secrets import *
from verbatim.plugins.api.settings import *
from verbatim.plugins.api.storage import *
from verbatim.plugins.api.text import *
from verbatim.plugins.api.web import *
