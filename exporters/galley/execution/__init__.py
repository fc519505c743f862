"""Running articles: what must run and why, kernels through papermill, and the store of outcomes."""
