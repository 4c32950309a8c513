"""Scripts that make the data files; none runs in the application."""
