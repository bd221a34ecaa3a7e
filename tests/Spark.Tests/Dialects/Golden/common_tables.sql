-- DuckDB
SELECT t1.c0 AS "a" FROM (SELECT t0.a AS c0 FROM t AS t0 WHERE (t0.a > 0)) AS t1 JOIN (SELECT t2.a AS c1 FROM t AS t2 WHERE (t2.a > 0)) AS t3 ON (t1.c0 = t3.c1)

-- Spark
SELECT t1.c0 AS `a` FROM (SELECT t0.a AS c0 FROM t AS t0 WHERE (t0.a > 0)) AS t1 JOIN (SELECT t2.a AS c1 FROM t AS t2 WHERE (t2.a > 0)) AS t3 ON (t1.c0 = t3.c1)
