"""Teams to look into: one of everything that a team can have, with unmistakable marks in all its text and bytes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import update
from support.route_calls import make_world as make_content
from verbatim.ai.models import AiPrompt
from verbatim.conversations.models import Conversation, ConversationMessage
from verbatim.documents.models import Document
from verbatim.recordings.models import Recording
from verbatim.tags.models import Tag
from verbatim.transcripts.models import Segment, Speaker
from verbatim.voice_profiles.models import VoiceProfile
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.auth.sessions import Device, Grant
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Database, Role, Scope, new_id, use_scope, utcnow
from verbatim_enterprise.retention.models import RetentionRule
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Invite, Team, TeamMember, TeamRole, WorkspaceMember
from verbatim_enterprise.teams.workspaces import make_workspace
from verbatim_enterprise.users.models import User
from verbatim_enterprise.webhooks.models import (
    SECRET,
    DeliveryStatus,
    EndpointStatus,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookMessage,
)
from verbatim_enterprise.webhooks.signing import new_secret


@dataclass
class World:
    """A team. ``mark`` stands in all its content, ``people_mark`` in what belongs to people and the team itself."""

    app: FastAPI
    team_id: str
    owner_id: str
    mark: str
    people_mark: str
    ids: dict[str, str] = field(default_factory=dict)
    workspace_id: str = ""
    known: frozenset[str] = frozenset()
    """Kinds of ids that whoever must not see the world may see all the same."""
    others: dict[str, str] = field(default_factory=dict)
    """A second of a kind, for routes that take two."""

    @property
    def team_name(self) -> str:
        return f"{self.people_mark} team"

    @property
    def scope(self) -> Scope:
        here = frozenset({self.workspace_id})
        return Scope(frozenset({self.team_id}), self.team_id, workspaces=here, workspace=self.workspace_id)

    @property
    def room_name(self) -> str:
        return f"{self.people_mark} room"

    @property
    def database(self) -> Database:
        database: Database = self.app.state.database
        return database

    def marks(self, *, people: bool = True) -> list[bytes]:
        """Return what must not stand in an answer to a stranger."""
        return [mark.encode() for mark in ([self.mark, self.people_mark] if people else [self.mark])]


Maker = Callable[[World], Awaitable[str]]


async def _colleague(world: World) -> str:
    person = await make_person(world.app, f"{world.people_mark}-{new_id()[-8:]}")
    await join(world, person.id, TeamRole.MEMBER)
    return person.id


async def _workspace(world: World) -> str:
    async with system_transaction(world.database) as session:
        made = await make_workspace(
            session, world.team_id, name=world.room_name, is_private=True, creator_id=world.owner_id
        )
        await session.flush()
        session.add(WorkspaceMember(workspace_id=made.id, user_id=world.ids["user_id"]))
    return made.id


async def _speaker(world: World) -> str:
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            speaker = Speaker(transcript_id=world.ids["transcript_id"], speaker_label=f"{world.mark} other")
            session.add(speaker)
    return speaker.id


async def _segment(world: World) -> str:
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            segment = Segment(
                transcript_id=world.ids["transcript_id"],
                recording_id=world.ids["recording_id"],
                segment_index=900,
                start_time=900.0,
                end_time=901.0,
                text=f"{world.mark} at last",
            )
            session.add(segment)
    return str(segment.id)


async def _invite(world: World) -> str:
    async with system_transaction(world.database) as session:
        email = f"{world.people_mark}-guest@example.org"
        ends = utcnow() + timedelta(days=1)
        invite = Invite(
            team_id=world.team_id, email=email, email_key=email, token_hash=new_id(), role="member", expires_at=ends
        )
        session.add(invite)
    return invite.id


async def _key(world: World) -> str:
    async with system_transaction(world.database) as session:
        key = ApiKey(
            user_id=world.owner_id,
            name=f"{world.people_mark} key",
            start="vst_0000",
            secret_hash=new_id(),
            scopes=["recording:read"],
            team_id=world.team_id,
        )
        session.add(key)
    return key.id


async def _session(world: World) -> str:
    return (await sign_in(world.app, world.ids["user_id"])).session_id


async def _webhook(world: World) -> str:
    """Make a webhook that waits, so that nothing changes by itself while answers are compared."""
    keys = world.app.state.webhooks.keys
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            webhook_id = new_id()
            webhook = WebhookEndpoint(
                id=webhook_id,
                url=f"https://{world.people_mark}.example.org/hook",
                events=["recording.created"],
                secret=SECRET.seal(keys, webhook_id, new_secret()),
                status=EndpointStatus.PAUSED,
                status_reason=f"{world.people_mark} wanted it",
            )
            session.add(webhook)
    return webhook.id


async def _delivery(world: World) -> str:
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            message = WebhookMessage(event="recording.created", body=f'{{"data":"{world.people_mark}"}}')
            session.add(message)
            await session.flush()
            delivery = WebhookDelivery(
                message_id=message.id,
                endpoint_id=world.ids["webhook_id"],
                event=message.event,
                status=DeliveryStatus.FAILED,
                last_error=f"{world.people_mark} was away",
            )
            session.add(delivery)
    return delivery.id


async def _hold(world: World) -> str:
    """Make a hold that was lifted: one that stands would refuse what others try out."""
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            hold = Hold(
                recording_id=new_id(),
                reason=f"{world.people_mark} v. somebody",
                placed_by_name=f"{world.people_mark} lawyer",
                lifted_by_name=f"{world.people_mark} lawyer",
                lifted_at=utcnow(),
                lift_reason=f"{world.people_mark} gave up",
            )
            session.add(hold)
    return hold.id


async def _voice_profile(world: World) -> str:
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            name = f"{world.mark} voice"
            who = {"consent_by": name, "consent_at": utcnow(), "entered_by": name}
            profile = VoiceProfile(name=name, name_key=name.casefold(), voices=[], **who)
            session.add(profile)
    return profile.id


async def _conversation(world: World) -> str:
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            row = Conversation(person_id=world.owner_id, title=f"{world.people_mark} asks")
            session.add(row)
            await session.flush()
            said = {"role": "user", "content": f"{world.people_mark} wonders"}
            session.add(ConversationMessage(conversation_id=row.id, position=1, **said))
    return row.id


async def _rule(world: World) -> str:
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            rule = RetentionRule(keep_days=36_500, confirmed_by_name=f"{world.people_mark} archivist")
            session.add(rule)
    return rule.id


MAKERS: Mapping[str, Maker] = {
    "user_id": _colleague,
    "workspace_id": _workspace,
    "invite_id": _invite,
    "session_id": _session,
    "webhook_id": _webhook,
    "delivery_id": _delivery,
    "key_id": _key,
    "hold_id": _hold,
    "rule_id": _rule,
    "voice_profile_id": _voice_profile,
    "conversation_id": _conversation,
}
"""How one of each kind is made in a team, by the name of the parameter that takes its id, in this order."""


async def _second_workspace(world: World) -> str:
    async with system_transaction(world.database) as session:
        name = f"{world.people_mark} other room"
        made = await make_workspace(session, world.team_id, name=name, is_private=True, creator_id=world.owner_id)
    return made.id


OTHERS: Mapping[str, Maker] = {
    "user_id": _colleague,
    "speaker_id": _speaker,
    "segment_id": _segment,
    "workspace_id": _second_workspace,
}
"""How a second one is made, of the kinds of which some route takes two."""


async def make_person(app: FastAPI, name: str, role: Role = Role.USER) -> User:
    """Make an account without a password: nobody has to wait for hashing here."""
    async with system_transaction(app.state.database) as session:
        email = f"{name}@example.org"
        user = User(
            username=name, username_key=name, email=email, email_key=email, display_name=name, role=role, is_active=True
        )
        session.add(user)
    return user


async def join(world: World, user_id: str, role: TeamRole) -> None:
    """Make somebody a member."""
    async with system_transaction(world.database) as session:
        session.add(TeamMember(team_id=world.team_id, user_id=user_id, role=role))


async def sign_in(app: FastAPI, user_id: str) -> Grant:
    """Begin a session for somebody."""
    services: AuthServices = app.state.auth_services
    async with system_transaction(app.state.database) as session:
        user = await session.get_one(User, user_id)
        return await services.sessions.begin(session, user, Device(None, None), method="test", second_factor=True)


async def make_world(app: FastAPI, mark: str, people_mark: str, owner_id: str | None = None) -> World:
    """Make a team with one of everything; ``owner_id`` owns it, else somebody new."""
    owner = owner_id or (await make_person(app, f"{people_mark}-{new_id()[-8:]}")).id
    team_id = new_id()
    world = World(app, team_id, owner, mark, people_mark)
    async with system_transaction(world.database) as session:
        session.add(Team(id=team_id, name=world.team_name))
        await session.flush()
        session.add(TeamMember(team_id=team_id, user_id=owner, role=TeamRole.OWNER))
        general = await make_workspace(session, team_id, name=f"{people_mark} general", is_default=True)
        world.workspace_id = general.id
    world.ids["team_id"] = team_id
    for kind, make in MAKERS.items():
        world.ids[kind] = await make(world)
    await add_content(world)
    for kind, make in OTHERS.items():
        world.others[kind] = await make(world)
    return world


async def add_content(world: World) -> None:
    """Add one of everything that people make, with a file whose bytes spell the mark."""
    content = await make_content(world.app, world.team_id, world.mark, world.scope)
    # What was made here is there; of these the content has only an id that nothing has.
    world.ids |= {kind: value for kind, value in vars(content).items() if kind not in MAKERS}
    key = f"teams/{world.team_id}/recordings/{content.recording_id}/original"
    paper = f"teams/{world.team_id}/documents/{content.document_id}/original"
    for one in (key, paper):
        _write(Path(world.app.state.settings.data_dir) / "files" / one, world.mark.encode() * 100)
    with use_scope(world.scope):
        async with world.database.transaction() as session:
            changed = update(Recording).where(Recording.id == content.recording_id)
            await session.execute(changed.values(storage_key=key, file_size=100 * len(world.mark)))
            written = update(Document).where(Document.id == content.document_id)
            await session.execute(written.values(storage_key=paper, file_size=100 * len(world.mark)))


HIDDEN = frozenset(
    {
        "document_id",
        "note_id",
        "recording_id",
        "transcript_id",
        "segment_id",
        "speaker_id",
        "project_id",
        "job_id",
        "workspace_id",
        "ai_result_id",
        "correction_id",
    }
)
"""Kinds of things that lie in a workspace, and the workspace itself. Tags are the whole team's."""


async def hide(world: World, mark: str) -> World:
    """Return the team as it is inside a private workspace, with content of its own there."""
    private = world.ids["workspace_id"]
    inner = replace(world, mark=mark, people_mark=f"{mark}room", workspace_id=private, ids=dict(world.ids))
    await add_content(inner)
    hidden = {"speaker_id": await _speaker(inner), "segment_id": inner.ids["segment_id"]}
    inner.others = {**world.others, **hidden}
    async with system_transaction(world.database) as session:
        of_all = "of the whole team"
        tag, prompt = (
            update(kind).where(kind.id == inner.ids[name])
            for kind, name in ((Tag, "tag_id"), (AiPrompt, "ai_prompt_id"))
        )
        await session.execute(tag.values(name=of_all, name_key=of_all))
        await session.execute(prompt.values(name=of_all, text=of_all, created_by=of_all))
    inner.known = frozenset(inner.ids) - HIDDEN
    return inner


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
