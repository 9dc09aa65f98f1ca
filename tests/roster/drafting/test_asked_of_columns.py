"""What a draft's columns leave open is said: who placed a hold, and a given name that nobody would have."""

from habeas.roster.draft import draft_profile


def notes_of(folder, head, row):
    file = folder / "export.csv"
    file.write_text("\n".join([head, *(row.format(at=at) for at in range(10, 30))]), encoding="utf-8")
    return " ".join(draft_profile(file).notes)


def test_an_agency_that_is_not_read_beside_the_holds_is_asked_about(tmp_path):
    told = notes_of(
        tmp_path,
        "Booking No,Last Name,First Name,Hold Type,Hold Reason,Agency Cd",
        "26-10{at},ABLE,JOHN,DETAINER,Civil,X{at}",
    )
    assert '"Agency Cd" is not read: ask whether it names who placed the hold.' in told


def test_a_draft_without_a_given_name_says_so(tmp_path):
    told = notes_of(tmp_path, "Booking No,Last Name,DOB", "26-10{at},ABLE,1980-01-{at}")
    assert "No column looks like a given name" in told
