"""What the mail feature contributes."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.mail.checks import MAIL
from verbatim_enterprise.mail.service import JOB, RETRY, deliver, start_mail

feature = Feature(
    name="mail",
    checks=(MAIL,),
    jobs={JOB: deliver},
    light_jobs=frozenset({JOB}),
    job_retries={JOB: RETRY},
    startup=(start_mail,),
)
