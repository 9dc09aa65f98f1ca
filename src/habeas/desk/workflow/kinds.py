"""Each kind of request as staff say it. The words in the vocabulary are stored with figures that were printed, and stay as they are."""

from collections.abc import Mapping

from habeas.requests.vocabulary import KIND_WORDS

KINDS_SAID: Mapping[str, str] = KIND_WORDS | {
    "records_request": "request for records",
    "transfer_request": "request for transfer of custody",
    "status_inquiry": "inquiry about immigration status",
    "list_request": "request for a list of inmates",
}
"""By kind; any other is said as it is stored."""
