"""Tests of how each form of file is read."""
