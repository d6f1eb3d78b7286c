"""The only room where state changes: one function a verb, whoever asks - person, clock, page."""
