"""What a WSGI server runs: the staff site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.desk.settings")
application = get_wsgi_application()

from habeas.desk.services.jobs import start_workers  # noqa: E402 - only after Django is set up

start_workers()
