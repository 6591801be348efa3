"""Values: the numbers that sentences give, what they count, and whether two of them may be one."""
