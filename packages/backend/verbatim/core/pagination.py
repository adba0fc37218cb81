"""Lists: `{items, total, page, page_size, total_pages}`."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel

T = TypeVar("T")

MAX_PAGE_SIZE = 100
MAX_PAGE = 1_000_000
"""Beyond any real list; keeps the offset inside a 64-bit integer."""


class Page(BaseModel):
    """Which part of a list is asked for. Pages count from 1."""

    page: int
    page_size: int

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.page_size

    def total_pages(self, total: int) -> int:
        return -(-total // self.page_size)


async def _page(
    page: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 1,
    page_size: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = 20,
) -> Page:
    return Page(page=page, page_size=page_size)


PageDep = Annotated[Page, Depends(_page)]


class ListResponse(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    total: int
    page: int
    page_size: int
    total_pages: int

    @classmethod
    def of(cls, items: list[T], total: int, page: Page) -> ListResponse[T]:
        return cls(
            items=items,
            total=total,
            page=page.page,
            page_size=page.page_size,
            total_pages=page.total_pages(total),
        )


class MessageResponse(BaseModel):
    """What was done, as a sentence."""

    message: str
    id: str | None = None
