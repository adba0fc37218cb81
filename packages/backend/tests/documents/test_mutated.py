"""Mutated documents: each is read or refused with a reason, and nothing dies. The long form is `document_fuzz`."""

from __future__ import annotations

from pathlib import Path

from support.document_mutations import mutated_documents
from verbatim.adapters.documents import DOCUMENT_ERRORS, DocumentError, extract_caged, recognise_caged
from verbatim.core.cage import Cage

COUNT = 150


async def test_every_one_is_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    cage = Cage()
    read = 0
    refused: list[DocumentError] = []
    path = tmp_path / "mutated"
    for name, content in mutated_documents(COUNT, seed=7):
        path.write_bytes(content)
        try:
            await extract_caged(cage, path, await recognise_caged(cage, path, name))
            read += 1
        except DocumentError as error:
            refused.append(error)
    assert read > COUNT // 5
    assert all(str(error).endswith(".") for error in refused)
    assert {error.code for error in refused} <= DOCUMENT_ERRORS.keys()
