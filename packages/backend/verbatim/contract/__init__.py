"""The API's description as a contract: who may call each route, and every error it may answer with.

Nothing of it is written down beside the routes. Who may call one is its declaration; its errors are the classes that
its code, its dependencies and the middleware around it can raise, found by following the calls in their source.
"""

from verbatim.contract.describe import describe

__all__ = ["describe"]
