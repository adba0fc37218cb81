"""What can go wrong with language models under control."""

from __future__ import annotations

from datetime import datetime

from verbatim_enterprise.host import ConflictError, InvalidInputError, NotFoundError, VerbatimError, utcnow


class EndpointNotFoundError(NotFoundError):
    """There is no such server of language models."""

    code = "llm_endpoint_not_found"


class EndpointFromEnvironmentError(ConflictError):
    """This server of language models is set up in the environment; change it there."""

    code = "llm_endpoint_from_environment"


class EndpointAddressError(InvalidInputError):
    """The address of a server of language models cannot be used."""

    code = "llm_address"


class TooManyEndpointsError(ConflictError):
    """There are as many servers of language models as there can be; delete one first."""

    code = "too_many_llm_endpoints"


class BudgetNotFoundError(NotFoundError):
    """There is no such budget."""

    code = "llm_budget_not_found"


class BudgetExistsError(ConflictError):
    """There is a budget for this and for this period already; change that one."""

    code = "llm_budget_exists"


class BudgetInvalidError(InvalidInputError):
    """A budget needs a limit in tokens or in money, and an id unless it is the installation's."""

    code = "llm_budget_invalid"


class UnpricedError(VerbatimError):
    """Nobody has named a price for this model, so what it costs could not be held within the budget."""

    status_code = 409
    code = "llm_unpriced"


class BudgetExhaustedError(VerbatimError):
    """The budget for language models is used up."""

    status_code = 402
    code = "llm_budget_exhausted"

    def __init__(self, scope: str, resets_at: datetime) -> None:
        whose = {
            "installation": "of this server",
            "team": "of your team",
            "user": "of yours",
            "key": "of this key",
        }
        seconds = max(1, round((resets_at - utcnow()).total_seconds()))
        super().__init__(
            f"The budget {whose[scope]} for language models is used up; it begins anew at {resets_at:%Y-%m-%d %H:%M} "
            "UTC. Models on this machine go on answering.",
            headers={"Retry-After": str(seconds)},
            extra={"scope": scope, "resets_at": resets_at},
        )
