"""Stars: what somebody wants to find again quickly, each person for themselves."""
