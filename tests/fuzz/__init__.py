"""Random and mutated updates and documents, through the real program: nothing may break. `make fuzz` does 100,000."""
