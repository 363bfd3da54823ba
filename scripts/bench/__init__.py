"""Compares build times in one run on the same texts: `make bench` writes guide/benchmark.md."""
