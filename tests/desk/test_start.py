"""A desk that was stopped answers again soon: nothing slow is loaded before somebody needs it."""

import subprocess
import sys

START = """
import sys
from habeas.desk.configure import configure
configure(sys.argv[1], tls=False, hosts="localhost")
import habeas.desk.serving
habeas.desk.serving.application
from django.urls import get_resolver
get_resolver().url_patterns
print(*sorted({"weasyprint", "fontTools", "xlsxwriter", "polars", "duckdb"} & set(sys.modules)))
"""


def test_a_start_loads_nothing_that_draws_papers(tmp_path):
    made = subprocess.run([sys.executable, "-c", START, tmp_path], capture_output=True, text=True, check=True)
    assert not {"weasyprint", "fontTools"} & set(made.stdout.split()), made.stdout
