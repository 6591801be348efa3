"""Tests of the chat page as HTML."""
