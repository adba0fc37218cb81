"""What somebody with every right on the database can do to the audit log, short of knowing the server's secret key."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from verbatim_enterprise.audit.canonical import EMPTY, id_at, next_hash, row_bytes
from verbatim_enterprise.audit.chain.heads import head_hash, mark
from verbatim_enterprise.audit.chain.store import HEADS, SEALS
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.host import utcnow

TRIGGERS = {
    "sqlite": [f"DROP TRIGGER keep_{table}_{what}" for table in ("audit_log", "audit_seals", "audit_heads")
               for what in ("changed", "removed")],
    "postgresql": ["RESET ROLE", *(f"ALTER TABLE {table} DISABLE TRIGGER USER"
                   for table in ("audit_log", "audit_seals", "audit_heads"))],
}  # fmt: skip


@dataclass
class Intruder:
    """Works inside one transaction, which is rolled back afterwards. ``touched`` is the first number that is wrong."""

    session: AsyncSession
    dice: random.Random
    total: int
    touched: int | None = None
    done: str = ""
    rows: dict[int, Any] = field(default_factory=dict)

    async def break_in(self) -> None:
        """Put the triggers out of the way, and read everything."""
        for statement in TRIGGERS[self.session.get_bind().dialect.name]:
            await self.session.execute(text(statement))
        joined = select(SEALS.c.seq, *LOG.c).select_from(SEALS.join(LOG, LOG.c.id == SEALS.c.audit_id))
        self.rows = {row["seq"]: dict(row) for row in (await self.session.execute(joined)).mappings()}

    def any_seq(self, first: int = 1) -> int:
        return self.dice.randint(first, self.total)

    async def set(self, seq: int, **values: Any) -> None:
        """Write into a row."""
        await self.session.execute(update(LOG).where(LOG.c.id == self.rows[seq]["id"]).values(**values))

    async def write_seals(self, ids: list[str]) -> None:
        """Make the seals anew for these rows, in this order, as the server would."""
        await self.session.execute(delete(SEALS))
        rows = {row["id"]: dict(row) for row in (await self.session.execute(select(LOG))).mappings()}
        chain, seals = EMPTY, []
        for seq, row_id in enumerate(ids, 1):
            chain = next_hash(chain, seq, row_bytes(rows[row_id]))
            seals.append({"seq": seq, "audit_id": row_id, "hash": chain})
        await self.session.execute(insert(SEALS), seals)
        heads = (await self.session.execute(select(HEADS.c.number, HEADS.c.last_seq))).all()
        for number, last_seq in heads:
            chain = seals[min(last_seq, len(seals)) - 1]["hash"]
            await self.session.execute(update(HEADS).where(HEADS.c.number == number).values(chain=chain))

    @property
    def ids(self) -> list[str]:
        return [self.rows[seq]["id"] for seq in sorted(self.rows)]

    async def edit(self) -> None:
        seq = self.touched = self.any_seq()
        column = self.dice.choice(["action", "actor_name", "resource_id", "address", "request_id", "outcome"])
        await self.set(seq, **{column: f"other{self.dice.random()}"[:12]})

    async def edit_details(self) -> None:
        seq = self.touched = self.any_seq()
        await self.set(seq, **{self.dice.choice(["details", "before", "after"]): {"n": self.dice.random() > 2}})

    async def edit_time(self) -> None:
        seq = self.touched = self.any_seq()
        await self.set(seq, at=utcnow())

    async def edit_and_seal_again(self) -> None:
        await self.edit()
        await self.write_seals(self.ids)

    async def remove_row(self) -> None:
        seq = self.touched = self.any_seq()
        await self.session.execute(delete(LOG).where(LOG.c.id == self.rows[seq]["id"]))

    async def remove_seal(self) -> None:
        seq = self.touched = self.any_seq()
        await self.session.execute(delete(SEALS).where(SEALS.c.seq == seq))

    async def remove_row_and_seal(self) -> None:
        await self.remove_row()
        await self.session.execute(delete(SEALS).where(SEALS.c.seq == self.touched))

    async def remove_and_seal_again(self) -> None:
        await self.remove_row()
        await self.write_seals([one for seq, one in enumerate(self.ids, 1) if seq != self.touched])

    async def insert_row(self) -> dict[str, Any]:
        copied = {**self.rows[self.any_seq()], "id": id_at(utcnow())}
        row = {name: copied[name] for name in LOG.c.keys()}  # noqa: SIM118 - a collection of columns, not a dict
        await self.session.execute(insert(LOG), [row])
        return row

    async def insert_in_the_middle(self) -> None:
        row, seq = await self.insert_row(), self.any_seq()
        self.touched = seq
        ids = self.ids
        await self.write_seals([*ids[: seq - 1], row["id"], *ids[seq - 1 :]])

    async def insert_at_the_end(self) -> None:
        row = await self.insert_row()
        await self.session.execute(insert(SEALS), [{"seq": self.total + 1, "audit_id": row["id"], "hash": "0" * 64}])

    async def insert_before_everything(self) -> None:
        row = await self.insert_row()
        await self.session.execute(insert(SEALS), [{"seq": 0, "audit_id": row["id"], "hash": "0" * 64}])

    async def swap(self) -> tuple[int, int]:
        one = self.any_seq()
        other = self.dice.choice([seq for seq in range(1, self.total + 1) if seq != one])
        self.touched = min(one, other)
        return one, other

    async def swap_seals(self) -> None:
        one, other = await self.swap()
        ids = self.ids
        ids[one - 1], ids[other - 1] = ids[other - 1], ids[one - 1]
        hashes = {one.seq: one.hash for one in await self.session.execute(select(SEALS.c.seq, SEALS.c.hash))}
        await self.session.execute(delete(SEALS))
        seals = [{"seq": seq, "audit_id": row_id, "hash": hashes[seq]} for seq, row_id in enumerate(ids, 1)]
        await self.session.execute(insert(SEALS), seals)

    async def swap_and_seal_again(self) -> None:
        await self.swap_seals()
        found = (await self.session.execute(select(SEALS.c.audit_id).order_by(SEALS.c.seq))).scalars()
        await self.write_seals(list(found))

    async def swap_contents(self) -> None:
        one, other = await self.swap()
        for seq, of in ((one, other), (other, one)):
            names = [name for name in LOG.c.keys() if name != "id"]  # noqa: SIM118 - as above
            await self.set(seq, **{name: self.rows[of][name] for name in names})

    async def cut_rows(self) -> None:
        first = self.touched = self.any_seq()
        gone = [self.rows[seq]["id"] for seq in range(first, self.total + 1)]
        await self.session.execute(delete(LOG).where(LOG.c.id.in_(gone)))

    async def cut_all(self) -> None:
        """Cut rows, seals and heads at a head: what is left fits together."""
        heads = (await self.session.execute(select(HEADS.c.last_seq).order_by(HEADS.c.number))).scalars().all()
        last = self.dice.choice([0, *heads[:-1]])
        self.touched = last + 1
        gone = [self.rows[seq]["id"] for seq in range(last + 1, self.total + 1)]
        await self.session.execute(delete(LOG).where(LOG.c.id.in_(gone)))
        await self.session.execute(delete(SEALS).where(SEALS.c.seq > last))
        await self.session.execute(delete(HEADS).where(HEADS.c.last_seq > last))

    async def truncate(self) -> None:
        tables = self.dice.choice([[LOG], [SEALS], [HEADS], [LOG, SEALS], [SEALS, HEADS], [LOG, SEALS, HEADS]])
        for table in tables:
            await self.session.execute(delete(table))

    async def remove_head(self) -> None:
        numbers = (await self.session.execute(select(HEADS.c.number))).scalars().all()
        await self.session.execute(delete(HEADS).where(HEADS.c.number == self.dice.choice(numbers)))

    async def edit_head(self) -> None:
        numbers = (await self.session.execute(select(HEADS.c.number))).scalars().all()
        column = self.dice.choice(["chain", "previous", "signature", "marks"])
        value = mark(b"x") * 3
        await self.session.execute(
            update(HEADS).where(HEADS.c.number == self.dice.choice(numbers)).values(**{column: value})
        )

    async def forge_retention(self) -> None:
        """Say that rows were old enough to go, and remove them."""
        last = (await self.session.execute(select(HEADS).order_by(HEADS.c.number.desc()).limit(1))).mappings().one()
        purge = {**last, "number": last["number"] + 1, "kind": "purge", "last_seq": self.any_seq()}
        purge["key_id"] = self.dice.choice([purge["key_id"], "00000000"])
        await self.session.execute(insert(HEADS), [purge])
        gone = [self.rows[seq]["id"] for seq in range(1, purge["last_seq"] + 1)]
        await self.session.execute(delete(LOG).where(LOG.c.id.in_(gone)))
        await self.session.execute(delete(SEALS).where(SEALS.c.seq <= purge["last_seq"]))

    async def edit_mac(self) -> None:
        seq = self.touched = self.any_seq()
        await self.set(seq, mac=f"{self.rows[seq]['mac'].partition('.')[0]}.{'A' * 43}")

    async def forge_early_retention(self) -> None:
        """Put a purge under a key of one's own before all heads, and remove what it covers with its heads."""
        heads = (await self.session.execute(select(HEADS).order_by(HEADS.c.number))).mappings().all()
        upto = dict(self.dice.choice(heads))
        purge = {**upto, "number": -1, "kind": "purge", "key_id": "zz", "marks": "", "signature": "A"}
        await self.session.execute(insert(HEADS), [purge])
        gone = [self.rows[seq]["id"] for seq in range(1, upto["last_seq"] + 1)]
        await self.session.execute(delete(LOG).where(LOG.c.id.in_(gone)))
        await self.session.execute(delete(SEALS).where(SEALS.c.seq <= upto["last_seq"]))
        await self.session.execute(delete(HEADS).where(HEADS.c.number.between(0, upto["number"] - 1)))

    async def forge_head(self) -> None:
        """Seal a row of one's own, under a key of one's own, after everything."""
        newest = select(HEADS).order_by(HEADS.c.number.desc()).limit(1)
        last = dict((await self.session.execute(newest)).mappings().one())
        row = await self.insert_row()
        self.touched = seq = self.total + 1
        chain = next_hash(last["chain"], seq, row_bytes(row))
        await self.session.execute(insert(SEALS), [{"seq": seq, "audit_id": row["id"], "hash": chain}])
        forged = {**last, "number": last["number"] + 1, "last_seq": seq, "chain": chain, "previous": head_hash(last)}
        forged |= {"key_id": "zz", "signature": "A", "marks": mark(row_bytes(row))}
        await self.session.execute(insert(HEADS), [forged])

    async def rewrite_everything(self) -> None:
        """Change a row, and make all seals and heads anew under a key of one's own."""
        await self.edit_and_seal_again()
        rows = {row["id"]: row_bytes(dict(row)) for row in (await self.session.execute(select(LOG))).mappings()}
        heads = [dict(one) for one in (await self.session.execute(select(HEADS).order_by(HEADS.c.number))).mappings()]
        before, first = EMPTY, 0
        for head in heads:
            ids = self.ids[first : head["last_seq"]]
            head |= {"previous": before, "key_id": "zz", "signature": "A", "marks": "".join(mark(rows[i]) for i in ids)}
            before, first = head_hash(head), head["last_seq"]
        await self.session.execute(delete(HEADS))
        await self.session.execute(insert(HEADS), heads)

    async def strike(self, number: int) -> None:
        """Do one of all these things: the next for each number, then the first again."""
        await self.break_in()
        deeds: list[Callable[[], Awaitable[Any]]] = [
            self.edit, self.edit_details, self.edit_time, self.edit_and_seal_again, self.remove_row, self.remove_seal,
            self.remove_row_and_seal, self.remove_and_seal_again, self.insert_row, self.insert_in_the_middle,
            self.insert_at_the_end, self.insert_before_everything, self.swap_seals, self.swap_and_seal_again,
            self.swap_contents, self.cut_rows, self.cut_all, self.truncate, self.remove_head, self.edit_head,
            self.forge_retention, self.edit_mac, self.forge_early_retention, self.forge_head, self.rewrite_everything,
        ]  # fmt: skip
        deed = deeds[number % len(deeds)]
        self.done = getattr(deed, "__name__", "")
        await deed()
