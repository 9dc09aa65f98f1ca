"""The limits of the child process that reads strangers' files, and the sizes beyond which a file is not read."""

MAX_FILE = 40 * 2**20
"""Bytes of a file. A fax of sixty pages is under 10 MB."""
MAX_PAGES = 60
"""Pages that are read; the rest is said."""
MAX_SCANNED_PAGES = 24
"""Pages that are read by OCR; the rest is said."""
MAX_PIXELS = 14_000_000
"""Pixels a page is drawn with: a letter page at 300 dots an inch has 8.4 million."""
MAX_OBJECTS = 200_000
"""Objects of a PDF; a bomb has more."""
MAX_FIELDS = 20_000
"""Fields of a form as whoever walks them meets them, one named twice counted twice; those in a circle have no end."""
MAX_COMMANDS = 4_000_000
"""Bytes of drawing commands of one page whose text layer is read."""
MAX_UNPACKED = 60_000_000
"""Bytes of drawing commands of one page beyond which the file is a bomb."""
MAX_DRAWN = 60_000
"""Characters, lines and curves of one page that are looked at."""
MEMORY = 1536 * 2**20
"""Bytes of address space of the child and of each program it starts."""
CPU_SECONDS = 50
"""Processor seconds of the child, and again of each program it starts."""
WALL_SECONDS = 220.0
"""Seconds on the wall after which the parent stops the child: four times its work, for a machine that has other work."""
SOFT_SECONDS = 45.0
"""Seconds of work (`clock.worked`) after which the child reads no further page and says so."""
PAGE_SECONDS = 40.0
"""Seconds of work tesseract may take for one page; never beyond what is left for the file."""
