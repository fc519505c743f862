"""Figures of the library beside the notebook: shown, inserted, their calls changed by a form."""
