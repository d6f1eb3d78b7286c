"""The people of the synthetic town: what they do, how they type, and what is true."""
