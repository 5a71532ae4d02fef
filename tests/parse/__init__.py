"""Tests of the room `parse`."""
