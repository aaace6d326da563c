"""`python -m memcon` is `memcon`."""

from memcon.cli import main

main(prog_name="memcon")
