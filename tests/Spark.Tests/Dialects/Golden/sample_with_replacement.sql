-- DuckDB
refused: Sampling with replacement is not supported here: the embedded engine draws each row at most once; sample without replacement.

-- Spark
refused: Sampling with replacement is not supported here: SQL has no words for it; sample without replacement.
