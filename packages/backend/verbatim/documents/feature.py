"""What the documents feature contributes."""

from __future__ import annotations

from verbatim.documents.handlers import document_restored, document_trashed, project_moved
from verbatim.documents.jobs import extract_text, extraction_ended
from verbatim.documents.models import Document, DocumentPassage, DocumentTag, ProjectDocument
from verbatim.documents.resource import DOCUMENT, PROJECT_DOCUMENT
from verbatim.documents.routes import router
from verbatim.documents.service import EXTRACT, abandon_files, delete_documents
from verbatim.documents.sharing import project_router, tag_router
from verbatim.documents.upload import UPLOAD_PATH
from verbatim.plugins.feature import Feature

feature = Feature(
    name="documents",
    routers={"/api/documents": router, "/api/projects": project_router, "/api/tags": tag_router},
    models=(Document, DocumentPassage, ProjectDocument, DocumentTag),
    resources=(DOCUMENT, PROJECT_DOCUMENT),
    on={
        "project.moved": project_moved,
        "document.trashed": document_trashed,
        "document.restored": document_restored,
    },
    jobs={EXTRACT: extract_text},
    jobs_ended={EXTRACT: extraction_ended},
    brief_jobs=frozenset({EXTRACT}),
    erasers=(abandon_files,),
    deleters={Document.__tablename__: delete_documents},
    streaming=(UPLOAD_PATH,),
)
