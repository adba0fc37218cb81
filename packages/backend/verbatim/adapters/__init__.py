"""The outside world behind interfaces: media files, speech engines, storage, language models.

Adapters know nothing of the database, HTTP or settings files; the core hands them plain values.
"""
