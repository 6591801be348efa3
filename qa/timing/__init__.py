"""When it held: the days that questions, articles and sentences speak of."""
