"""Transcripts, and the one test that plays them."""
