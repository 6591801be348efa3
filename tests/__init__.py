"""Tests of Citewire, in the order of its rooms."""
