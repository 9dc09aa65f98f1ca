"""Papers of courts, marshals, offices and letters, drawn from parts by seed; the families held out are named in each table under `hold`."""
