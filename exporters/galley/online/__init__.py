"""Asking the network about references and links, where `galley check --online` wants it.

No other check reaches out. `client` asks, one address after another; `services` knows what
Crossref, DataCite and doi.org are asked and how they answer; the rest compares values.
"""
