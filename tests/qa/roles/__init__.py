"""Tests of qa/roles."""
