"""The faces: command line, Python API, contract, renderings and exports. All of them are thin."""
