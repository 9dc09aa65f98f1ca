"""Numbers in addresses: an address whose number no column holds is no address of the desk."""

from django.urls import register_converter

from habeas.common.numbers import whole_number


class WholeNumber:
    """`<whole:name>` in a path: ascii digits, at most what a column holds. Else nothing is found at the address."""

    regex = "[0-9]{1,19}"

    def to_python(self, value: str) -> int:
        """The number. Raises ValueError, by which Django finds nothing at this address."""
        number = whole_number(value)
        if number is None:
            raise ValueError(value)
        return number

    def to_url(self, value: int) -> str:
        """The number as an address writes it."""
        return str(value)


register_converter(WholeNumber, "whole")
