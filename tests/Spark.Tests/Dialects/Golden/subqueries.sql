-- DuckDB
SELECT t0.a AS "a", (SELECT max(t4.c) FROM u AS t4 WHERE (t4.a = t0.a)) AS "scalarsubquery()" FROM t AS t0 WHERE (EXISTS (SELECT 1 FROM u AS t1 WHERE (t1.a = t0.a)) AND ((t0.a IN (SELECT t2.a FROM u AS t2)) AND (NOT (t0.b IN (SELECT t3.b FROM u AS t3)))))

-- Spark
SELECT t0.a AS `a`, (SELECT max(t4.c) FROM u AS t4 WHERE (t4.a = t0.a)) AS `scalarsubquery()` FROM t AS t0 WHERE (EXISTS (SELECT 1 FROM u AS t1 WHERE (t1.a = t0.a)) AND ((t0.a IN (SELECT t2.a FROM u AS t2)) AND (NOT (t0.b IN (SELECT t3.b FROM u AS t3)))))
