"""Teams own content; workspaces divide it; membership decides who sees it."""
