"""The jobs of the command line, one a file: `fill` adds its arguments, `run` does it and gives the exit status."""
