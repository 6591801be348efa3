"""Tests of the questions among others."""
