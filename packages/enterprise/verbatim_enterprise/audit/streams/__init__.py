"""Other systems that are told of every row, by syslog or HTTP."""
