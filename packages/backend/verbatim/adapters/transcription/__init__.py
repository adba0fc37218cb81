"""Speech to text: engines behind one interface, run in a process of their own.

The core uses `api` (values), `auto` (which engine and why), `runner` (run one), `languages` and `alignment`.
"""
