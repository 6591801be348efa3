"""Tests of the names learnt from a collection."""
