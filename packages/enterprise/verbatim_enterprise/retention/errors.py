"""What can go wrong with retention. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, InvalidInputError, NotFoundError


class RuleNotFoundError(NotFoundError):
    """There is no such rule."""

    code = "rule_not_found"


class RuleExistsError(ConflictError):
    """There is a rule for this already; change that one."""

    code = "rule_exists"


class ProjectNotSeenError(NotFoundError):
    """There is no such project, or you do not see it."""

    code = "project_not_found"


class ForeverError(InvalidInputError):
    """Only a project can be kept for ever; the team as a whole is, as long as it has no rule."""

    code = "forever_needs_project"


class TooManyRulesError(ConflictError):
    """This team has as many rules as it may have; delete one first."""

    code = "too_many_rules"


class RuleNotConfirmedError(InvalidInputError):
    """To activate a rule that deletes, repeat the team's name exactly as it is written."""

    code = "confirmation_mismatch"


class RuleStateError(ConflictError):
    """The rule is in that state already."""

    code = "rule_state"
