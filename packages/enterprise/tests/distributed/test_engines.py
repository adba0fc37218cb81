"""What every engine has to stand, on PostgreSQL behind its walls."""

import pytest
from support.job_situations import *  # noqa: F403 - every engine has to stand them

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
