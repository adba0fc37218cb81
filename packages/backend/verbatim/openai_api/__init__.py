"""The door for programs that speak with OpenAI's speech recognition: the same addresses, forms, answers and errors."""
