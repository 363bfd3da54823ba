"""The full sweep over a finished site: one file per tool, each with `run(site) -> Findings`."""
