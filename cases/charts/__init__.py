"""Charts: from querysets to series that templates draw and tables that repeat them."""
