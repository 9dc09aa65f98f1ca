#!/usr/bin/env bash
# Make a bare Debian machine ready: uv, the system libraries that draw a PDF, the locked packages. Quick when all is there.
set -eu
cd "$(dirname "$0")/.."

need_packages=()
has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
has_library libpango-1.0.so || need_packages+=(libpango-1.0-0)
has_library libpangoft2-1.0.so || need_packages+=(libpangoft2-1.0-0)
has_library libharfbuzz-subset.so || need_packages+=(libharfbuzz-subset0)
[ -n "$(find /usr/share/fonts -name 'LiberationSerif*' -print -quit 2>/dev/null)" ] || need_packages+=(fonts-liberation)
[ -n "$(find /usr/share/fonts -name 'NotoSerifCJK*' -print -quit 2>/dev/null)" ] || need_packages+=(fonts-noto-cjk)
[ -n "$(find /usr/share/fonts -iname 'amiri*' -print -quit 2>/dev/null)" ] || need_packages+=(fonts-hosny-amiri)
command -v pdftotext >/dev/null || need_packages+=(poppler-utils)
command -v tesseract >/dev/null || need_packages+=(tesseract-ocr)
if [ "${1:-}" = "with-browser" ]; then command -v chromium >/dev/null || need_packages+=(chromium); fi
if ! command -v uv >/dev/null && [ ! -x .uv/bin/uv ]; then
  python3 -c 'import venv, ensurepip' 2>/dev/null || need_packages+=(python3-venv)
fi

if [ "${#need_packages[@]}" -gt 0 ]; then
  if [ "$(id -u)" = 0 ]; then as_root=(); elif sudo -n true 2>/dev/null; then as_root=(sudo -n); else
    echo "Habeas needs these Debian packages first: apt-get install ${need_packages[*]}" >&2; exit 2
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need_packages[@]}" >/dev/null
fi

if ! command -v uv >/dev/null && [ ! -x .uv/bin/uv ]; then
  python3 -m venv .uv
  .uv/bin/pip install --quiet uv
fi
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")

stamp=.venv/habeas-ready
wanted=$(cat uv.lock pyproject.toml | sha256sum | cut -d' ' -f1)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
  "$uv" sync --locked --quiet --compile-bytecode
  .venv/bin/python -m compileall -q src
  echo "$wanted" > "$stamp"
fi
