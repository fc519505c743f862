"""Content and sites that lie elsewhere: addresses such as ``s3://bucket/content``, by fsspec."""
