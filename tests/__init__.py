"""The tests; a package, so that one room of tests can import what another one measures with."""
