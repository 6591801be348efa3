"""Tests of the measure of statements."""
