"""Language models of providers: OpenAI, Anthropic, and whoever speaks as OpenAI does."""
