"""The desk: front page, import, review. ``site.DeskSite`` knows all of its pages."""
