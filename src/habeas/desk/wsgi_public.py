"""What a WSGI server runs for the public site: its own process, which cannot write."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.desk.settings_public")
application = get_wsgi_application()
