"""What people type at the desk, made into values."""
