"""A page taken apart into its articles: what each line reads as, where articles begin, what each
part is, and what is told of each article."""
