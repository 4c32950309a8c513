"""Reads cases out of the bulletins of Chinese authorities."""
