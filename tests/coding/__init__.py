"""Tests of the room `coding`."""
