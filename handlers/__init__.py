"""The first door: people. One subject a file."""
