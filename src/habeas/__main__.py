"""Run Habeas as `python -m habeas`."""

from habeas.cli import main

main()
