"""`python -m tools.soak`: run the faults at length, print the figures, and end with status 1 where anything was lost, doubled or broken."""

import sys

from tools.soak.run import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
