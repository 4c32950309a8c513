"""Every write that spans rows: keyword-only, atomic, ``by=`` the acting user."""
