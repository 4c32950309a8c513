"""The catalogue: reader, models, review desk, public pages."""
