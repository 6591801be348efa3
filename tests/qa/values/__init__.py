"""Tests of the values that sentences give."""
