"""Libraries that open files in C, where no event tells of it."""

from __future__ import annotations

import re

from galley.execution.tracing.syntax import CodeFacts

# Library → functions that open a file by its name; an empty pattern stands for any use of it.
_LIBRARIES = {
    "SimpleITK": "",
    "cdflib": "",
    "cv2": "imread|VideoCapture",
    "dask": "read_(parquet|orc|hdf)",
    "duckdb": "",
    "fiona": "",
    "geopandas": "read_",
    "h5py": "",
    "itk": "imread|imageio",
    "lxml": "parse|iterparse",
    "netCDF4": "",
    "osgeo": "",
    "pandas": "read_(feather|hdf|orc|parquet|spss)",
    "polars": "read_|scan_",
    "pyarrow": "read_|open_|dataset|memory_map|OSFile|ParquetFile",
    "pyogrio": "",
    "pyreadstat": "",
    "pysam": "",
    "rasterio": "",
    "tables": "",
    "tiledb": "",
    "vtk": "",
    "xarray": "open_",
}


def libraries_in_c(facts: CodeFacts) -> tuple[str, ...]:
    """Return the libraries by which code opens files that nothing tells of."""
    imported = {item.top for item in facts.imports}
    return tuple(
        name
        for name, functions in _LIBRARIES.items()
        if name in imported and (not functions or any(re.match(functions, c) for c in facts.calls))
    )
