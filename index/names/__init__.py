"""Names: found in articles, learnt from a collection, and told which are spellings of one."""
