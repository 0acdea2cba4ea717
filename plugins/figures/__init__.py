"""The ledger of figures: the page of all metrics, and each metric with its chart and sources."""
