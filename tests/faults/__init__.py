"""What happens when processes die: kill -9 at any moment, and nothing is lost or told twice."""
