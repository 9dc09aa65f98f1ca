"""What a WSGI server runs: the staff site."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.desk.settings")
application = get_wsgi_application()

from habeas.desk.services.upkeep.jobs import start_workers  # noqa: E402 - only after Django is set up

start_workers()

# what is loaded now stays: the law and Django are not looked through again at each collection, which a page would wait for
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
