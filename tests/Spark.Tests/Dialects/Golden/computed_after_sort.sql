-- DuckDB
SELECT kernel[log2](kernel[cast](t0.d)) AS "h" FROM t AS t0 ORDER BY t0.a ASC NULLS FIRST

-- Spark
SELECT log2(CAST(t0.d AS DOUBLE)) AS `h` FROM t AS t0 ORDER BY t0.a ASC NULLS FIRST
