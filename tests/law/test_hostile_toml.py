"""Policies and reviews are files a county writes: one that means harm, or was harmed, is refused in one sentence."""

import pytest

from habeas.answers.register import load_register
from habeas.common.errors import BadInputError
from habeas.law.review.policy import load_policy
from habeas.law.review.reviews import load_reviews
from habeas.roster.profile import load_profile

READERS = {
    "policy": load_policy,
    "reviews": load_reviews,
    "register": load_register,
    "profile": lambda path: load_profile(str(path)),
}
HARM = {
    "deep": (b"x = " + b"[" * 100_000, "nested too deep"),
    "endless number": (b"x = " + b"9" * 100_000, "a number too long to keep"),
    "too large": (b"# " + b"x" * 2**21, "is larger than 1 MB"),
    "not text": (b"\xff\xfe\x00", "is not UTF-8 text"),
    "written twice": (b"x = 1\nx = 2\n", "is not TOML: cannot overwrite a value"),
    "cut off": (b"[policy", "is not TOML"),
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_means_harm_is_refused_in_one_sentence(tmp_path, reader, harm):
    data, sentence = HARM[harm]
    path = tmp_path / "county.toml"
    path.write_bytes(data)
    with pytest.raises(BadInputError, match=sentence) as refused:
        READERS[reader](path)
    assert str(refused.value).startswith("county.toml")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("reader", ["policy", "reviews", "register"])
def test_a_file_that_is_not_there_is_one_sentence(tmp_path, reader):
    with pytest.raises(BadInputError, match=r"gone\.toml cannot be read: no such file"):
        READERS[reader](tmp_path / "gone.toml")
