"""Notes: what people write about a recording, a document or a project, in Markdown."""
