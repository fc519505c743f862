"""Asking the network about references and links, where `galley check --online` wants it.

No other check reaches out. `looking` is where to start reading. `client` asks, one address after
another; `crossref` and `registries` know what the services are asked and how they answer;
`telling` compares values.
"""
