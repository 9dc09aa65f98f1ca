"""What the server knows of a request, in the words of WSGI (PEP 3333)."""

import sys
from collections.abc import Callable
from typing import Any, Protocol


class Scope(Protocol):
    """A request as granian hands it over: its line and its headers, without its body."""

    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    headers: Any


_JOINED = {"cookie": "; "}
_WITHOUT_PREFIX = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


def environ_of(scope: Scope) -> dict[str, Any]:
    """The environ of a request, without a body.

    A header with an underscore in its name is left out: WSGI could not tell `X_Forwarded_For` from the one that the proxy sets.
    """
    host, port = _parted(scope.server)
    return _headers(scope) | {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": _parted(scope.client)[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def told_by(proxies: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """What lets the proxies alone tell an environ who calls and whether over https.

    `proxies` are addresses joined by commas; what any other caller says in `X-Forwarded-For` and `-Proto` is not believed.
    """
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers  # noqa: PLC0415 - only where something is served

    wrapped = wrap_wsgi_with_proxy_headers(lambda environ, _: environ, proxies)
    return lambda environ: wrapped(environ, None)


def _headers(scope: Scope) -> dict[str, Any]:
    found: dict[str, str] = {}
    for name, value in scope.headers.items():
        if "_" not in name:
            key = _WITHOUT_PREFIX.get(name) or "HTTP_" + name.upper().replace("-", "_")
            found[key] = f"{found[key]}{_JOINED.get(name, ',')}{value}" if key in found else value
    return found


def _parted(address: str) -> tuple[str, str]:
    """Host and port of `127.0.0.1:8700` or `[::1]:8700`."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), port
