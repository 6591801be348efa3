"""Tests of qa/timing."""
