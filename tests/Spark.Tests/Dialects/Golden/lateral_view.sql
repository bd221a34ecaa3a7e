-- DuckDB
SELECT t2.c8 AS "a", t2.c15 AS "x", struct_extract(t2.c16, 'key') AS "k", struct_extract(t2.c16, 'value') AS "v" FROM (SELECT t1.c0 AS c8, t1.c1 AS c9, t1.c2 AS c10, t1.c3 AS c11, t1.c4 AS c12, t1.c5 AS c13, t1.c6 AS c14, struct_extract(t1.c7, 'col') AS c15, UNNEST(CASE WHEN len(CAST(map_entries(t1.c5) AS STRUCT("key" VARCHAR, "value" INTEGER)[])) > 0 THEN CAST(map_entries(t1.c5) AS STRUCT("key" VARCHAR, "value" INTEGER)[]) ELSE [NULL] END) AS c16 FROM (SELECT t0.a AS c0, t0.b AS c1, t0.d AS c2, t0.ts AS c3, t0.arr AS c4, t0.m AS c5, t0.s AS c6, UNNEST(CAST(list_transform(t0.arr, lambda e: row(e)) AS STRUCT("col" INTEGER)[])) AS c7 FROM t AS t0) AS t1) AS t2

-- Spark
SELECT t0.a AS `a`, t1.c0 AS `x`, t2.c1 AS `k`, t2.c2 AS `v` FROM t AS t0 LATERAL VIEW explode(t0.arr) t1 AS c0 LATERAL VIEW OUTER explode(t0.m) t2 AS c1, c2
