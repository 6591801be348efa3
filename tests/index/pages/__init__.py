"""Tests of how a page is taken apart."""
