"""What can go wrong with teams. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import (
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    NotSignedInError,
    VerbatimError,
)


class TeamNotFoundError(NotFoundError):
    """There is no such team, or you are not a member of it."""

    code = "team_not_found"


class TeamCreationError(ForbiddenError):
    """On this server administrators make the teams; ask one of them."""

    code = "team_creation_restricted"


class TeamNotConfirmedError(InvalidInputError):
    """To delete a team, repeat its name exactly as it is written."""

    code = "confirmation_mismatch"


class TeamNotEmptyError(ConflictError):
    """This team has recordings or other content. Delete the team together with its content, or keep it."""

    code = "team_not_empty"


class MemberNotFoundError(NotFoundError):
    """There is no such member."""

    code = "member_not_found"


class AlreadyMemberError(ConflictError):
    """This person is a member of the team already."""

    code = "already_member"


class LastOwnerError(ConflictError):
    """A team needs at least one owner; make somebody else an owner first."""

    code = "last_owner"


class OwnsTeamsError(ConflictError):
    """Some teams would be left without an owner; say who takes over."""

    code = "owns_teams"


class InactiveUserError(ConflictError):
    """This account may not sign in, so it cannot join a team."""

    code = "user_inactive"


class WorkspaceNotFoundError(NotFoundError):
    """There is no such workspace."""

    code = "workspace_not_found"


class WorkspaceExistsError(ConflictError):
    """The team has a workspace of this name already."""

    code = "workspace_exists"


class DefaultWorkspaceError(ConflictError):
    """The default workspace can be neither private nor deleted; make another one the default first."""

    code = "default_workspace"


class WorkspaceNotEmptyError(ConflictError):
    """This workspace has content; move it elsewhere first."""

    code = "workspace_not_empty"


class WorkspaceNotConfirmedError(InvalidInputError):
    """Repeat the workspace's name exactly to move what lies in it and delete it."""

    code = "workspace_not_confirmed"


class LastWorkspaceMemberError(ConflictError):
    """A private workspace needs at least one member; add somebody else first, or make it visible to the team."""

    code = "last_workspace_member"


class InviteNotFoundError(NotFoundError):
    """There is no such invitation."""

    code = "invite_not_found"


class AlreadyInvitedError(ConflictError):
    """This address has been invited already; send that invitation again, or revoke it first."""

    code = "already_invited"


class InviteGoneError(VerbatimError):
    """This invitation cannot be used any more."""

    status_code = 410
    code = "invite_gone"


class InviteUsedError(InviteGoneError):
    """This invitation has been accepted already. If that was you, sign in."""

    code = "invite_used"


class InviteExpiredError(InviteGoneError):
    """This invitation has expired; ask for a new one."""

    code = "invite_expired"


class InviteRevokedError(InviteGoneError):
    """This invitation has been withdrawn; ask whoever sent it."""

    code = "invite_revoked"


class SignInFirstError(NotSignedInError):
    """There is an account with this address; sign in with it, then accept the invitation."""

    code = "sign_in_first"


class OtherAccountError(ConflictError):
    """This invitation was sent to another address; sign in with that one, or say that you accept it as you are."""

    code = "other_account"


class BoundToOtherError(OtherAccountError):
    """This invitation is for another address only; sign in with that one, or ask the team for one that is yours."""


class AddressNotProvedError(ForbiddenError):
    """Nobody has checked that the address is yours; ask an administrator to set it, or the team for an open link."""

    code = "address_not_proved"


class NewAccountsError(ForbiddenError):
    """On this server an invitation makes no account; ask an administrator for one."""

    code = "no_new_accounts"


class AccountDataError(InvalidInputError):
    """To join as somebody new, choose a user name, an e-mail address and a password."""

    code = "account_data_missing"


class MailNotSetUpError(ConflictError):
    """This server cannot send mail; pass the invitation's link on by yourself."""

    code = "mail_not_set_up"
