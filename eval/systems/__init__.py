"""The systems that are measured side by side: the product and what it is held against, by name."""
