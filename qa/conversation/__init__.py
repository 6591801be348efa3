"""A question among others: completed from those before it, and taken apart where it is several."""
