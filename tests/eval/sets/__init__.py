"""Tests of the question sets' forms."""
