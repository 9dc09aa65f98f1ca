"""What a WSGI server runs: the staff site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.desk.settings")
application = get_wsgi_application()
