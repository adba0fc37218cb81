"""Run by Alembic inside the transaction that `verbatim.core.migrate` has opened."""

from alembic import context

config = context.config
connection = config.attributes["connection"]

context.configure(
    connection=connection,
    version_table=config.attributes["version_table"],
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
)
# No begin_transaction(): the caller owns the transaction, so that a failed migration leaves nothing behind.
context.run_migrations()
