-- DuckDB
SELECT t0.c0 AS "col1" FROM (VALUES (1)) AS t0(c0) WHERE false

-- Spark
SELECT t0.c0 AS `col1` FROM (VALUES (1)) AS t0(c0) WHERE false
