"""Tests of the knowledge itself."""
