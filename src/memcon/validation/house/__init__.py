"""House rules that a schema cannot say: one file for each group, all of them listed in `table`."""
