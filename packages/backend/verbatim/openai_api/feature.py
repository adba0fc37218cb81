"""What OpenAI's door contributes."""

from __future__ import annotations

from verbatim.openai_api.envelope import OpenAIErrors
from verbatim.openai_api.routes import TRANSCRIPTIONS_PATH, router
from verbatim.plugins.feature import Feature

feature = Feature(
    name="openai",
    routers={"/v1": router},
    observers=((OpenAIErrors, {}),),
    streaming=(TRANSCRIPTIONS_PATH,),
)
