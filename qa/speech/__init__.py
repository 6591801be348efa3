"""Who said what, asked for: the speakers that a question means, and what they said."""
