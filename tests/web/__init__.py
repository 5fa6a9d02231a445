"""Pages over a real socket."""
