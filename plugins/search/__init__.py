"""The search: one static index of all that can be found, made of plain files."""

import os

# Numpy would start threads for linear algebra, of which there is none here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
