"""The fault run: drill days under kills, broken parts and bad surroundings, held against an oracle."""
