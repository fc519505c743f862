"""What the verbs share: paths as typed, today, progress, findings as text, the live server."""
