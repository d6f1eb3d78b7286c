"""Tests of the assembly and of both ends of the line."""
