"""What a charge is: statute text read into sections, sections found in dated offense lists."""
