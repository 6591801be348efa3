"""Who said what: statements are found in an article, with their verb, speaker and words."""
