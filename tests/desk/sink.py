"""A mail server of the tests on this machine: it takes what it is told to take and keeps it."""

import socketserver
import threading
from contextlib import contextmanager


class Sink(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.mails, self.refuse, self.logins = [], "", []

    @property
    def port(self):
        return self.server_address[1]


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 sink")
        while line := self.rfile.readline():
            word = line.decode("ascii", "replace").strip()
            verb = word.upper().split(" ")[0]
            if self.server.refuse and verb == self.server.refuse:
                self._say("550 no VELIZ here")
            elif verb == "EHLO":
                self._say("250-sink\r\n250 AUTH PLAIN")
            elif verb == "AUTH":
                self.server.logins.append(word)
                self._say("235 in")
            elif verb == "DATA":
                self._say("354 go on")
                self.server.mails.append(self._data())
                self._say("250 kept")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _data(self):
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        return b"".join(lines).decode()

    def _say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def sink():
    server = Sink()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
