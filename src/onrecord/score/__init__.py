"""Quality: the floors of every gold set, tied to the set's hash, and the contract held on real documents.

`python -m onrecord.score GOLD_FOLDER` runs the scorers that lie beside the gold, reads the figures that they print, and fails where
one is under its floor in floors.toml. A floor rises; lowering it needs a written reason in the commit.
"""
