"""Work beside the pages as tests need it: as if somebody had asked for it, and nobody had done it yet."""


def asked(**given):
    """Work that this desk asked for."""
    from habeas.desk.models import Job
    from habeas.desk.seals import seal

    job = Job(**given)
    job.seal = seal(*job.said_of_seal)
    job.save()
    return job
