"""From a built site to a public address: what changed is listed, sent, remembered and undone."""
