"""The table of contents: every feature of the core. Routes are matched in this order."""

from __future__ import annotations

from verbatim.ai.feature import feature as ai
from verbatim.backups.feature import feature as backups
from verbatim.brand.feature import feature as brand
from verbatim.bulk.feature import feature as bulk
from verbatim.conversations.feature import feature as conversations
from verbatim.documents.feature import feature as documents
from verbatim.favourites.feature import feature as favourites
from verbatim.health.feature import feature as health
from verbatim.jobs.feature import feature as jobs
from verbatim.live.feature import feature as live
from verbatim.mcp_server.feature import feature as mcp_server
from verbatim.notes.feature import feature as notes
from verbatim.openai_api.feature import feature as openai_api
from verbatim.plugins.feature import Feature
from verbatim.plugins.manifest import feature as plugins
from verbatim.projects.feature import feature as projects
from verbatim.recordings.feature import feature as recordings
from verbatim.resumable.feature import feature as resumable
from verbatim.search.feature import feature as search
from verbatim.settings.feature import feature as settings
from verbatim.stats.feature import feature as stats
from verbatim.system.feature import feature as system
from verbatim.tags.feature import feature as tags
from verbatim.traces.feature import feature as traces
from verbatim.transcription.feature import feature as transcription
from verbatim.transcripts.feature import feature as transcripts
from verbatim.trash.feature import feature as trash
from verbatim.uploads.feature import feature as uploads
from verbatim.voice_profiles.feature import feature as voice_profiles

FEATURES: tuple[Feature, ...] = (
    system,
    brand,
    traces,
    health,
    backups,
    settings,
    plugins,
    live,
    jobs,
    uploads,
    resumable,
    projects,
    recordings,
    tags,
    documents,
    favourites,
    trash,
    notes,
    transcripts,
    transcription,
    search,
    stats,
    voice_profiles,
    ai,
    conversations,
    openai_api,
    mcp_server,
    bulk,
)
