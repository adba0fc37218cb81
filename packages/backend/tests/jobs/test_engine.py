"""How jobs run, fail, are tried again, taken back and taken over by the embedded engine."""

from support.job_situations import *  # noqa: F403 - every engine has to stand them
