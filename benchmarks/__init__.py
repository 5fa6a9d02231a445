"""What Galata claims, measured: each file is one benchmark, `python -m benchmarks` runs them all."""
