"""What the operator decides: settings from the environment, and the data files that say what to poll and whom to tell.

Everything is read by functions, never at import, and every mistake is a `ConfigError` that names the variable or the
file and line, and the mend. Nothing here knows the program: the models are values that `worker` turns into its own.
"""

from config.errors import ConfigError

__all__ = ["ConfigError"]
