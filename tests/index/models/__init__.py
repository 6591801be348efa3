"""Tests of what finds, exports and runs trained models."""
