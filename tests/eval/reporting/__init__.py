"""Tests of how what was measured is shown."""
