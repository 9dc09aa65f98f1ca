"""What the desk does, one file a subject. Each function takes who acts and when (`Doing`), and leaves an event or does nothing."""
