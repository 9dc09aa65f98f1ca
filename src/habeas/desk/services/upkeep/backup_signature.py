"""The signature of a backup: by a key that lies in no backup, so whoever holds one, with every key in it, cannot sign another."""

from dataclasses import dataclass
from pathlib import Path

from habeas.audit.notes import SigningKey, VerifierKey, load_key, new_key, read_key, read_note, save_key, sign, signers
from habeas.common.errors import BadInputError

KEY_FILE = "backup.key"
"""The private key beside the record's own; it is left out of every backup."""
HEAD = "habeas-backup/2"
"""The first line of what is signed; the second is the SHA-256 of the manifest."""
MOST = 4_096


@dataclass(frozen=True, slots=True)
class BackupSigner:
    """Who signed a backup: the public line, its SHA-256, and whether whoever restores gave that line."""

    line: str
    fingerprint: str
    known: bool


def backup_key(data: Path, site: str) -> SigningKey:
    """The key that signs backups, made at its first use. Raises BadInputError where others can read it."""
    path = data / KEY_FILE
    if not path.exists():
        try:
            save_key(new_key(f"{site}/habeas-backup"), path)
        except BadInputError:
            if not path.exists():  # another process may have been first; its key counts
                raise
    return load_key(path)


def signed(manifest_sha256: str, key: SigningKey) -> str:
    """The note that lies in a backup behind its manifest: what is signed, the public line, and the signature."""
    return sign(f"{HEAD}\n{manifest_sha256}\n{key.verifier.text}\n", key).written


def check_signature(note: bytes, manifest_sha256: str, name: str, line: str) -> BackupSigner:
    """Hold a backup's note against its manifest, and against the public `line` that whoever restores has kept (empty: none was given).

    Raises BadInputError that names the backup, where it was changed after it was signed or another key signed it.
    """
    try:
        read = read_note(note.decode())
        head, digest, own = read.text.splitlines()
        key = read_key(own)
        wanted = read_key(line) if line.strip() else key
        held = signers(read, [key])
    except (BadInputError, ValueError):
        raise BadInputError(f"{name} was changed after it was signed; nothing was restored.") from None
    if head != HEAD or digest != manifest_sha256 or not held:
        raise BadInputError(f"{name} was changed after it was signed; nothing was restored.")
    if wanted != key:
        raise BadInputError(f"{name} is signed by another key than the one you gave; nothing was restored.")
    return BackupSigner(key.text, key.fingerprint, bool(line.strip()))


def line_of(given: str) -> str:
    """The public line as it was given, or the one in the file it names. Raises BadInputError where it is no key."""
    path = Path(given)
    text = (
        path.read_text(encoding="utf-8", errors="replace") if given and len(given) < 200 and path.is_file() else given
    )
    found: list[VerifierKey] = [read_key(each) for each in text.splitlines()[:1] if each.strip()]
    return found[0].text if found else ""
