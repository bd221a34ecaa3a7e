-- DuckDB
SELECT CAST(list_extract(t0.arr, CAST(kernel[checked index](CAST(0 AS BIGINT), len(t0.arr)) AS BIGINT)) AS INTEGER) AS "arr[0]", map_extract_value(t0.m, 'k') AS "m[k]", struct_extract(t0.s, 'x') AS "x", list_transform(t0.arr, lambda x0: (x0 + 1)) AS "transform(arr, lambdafunction((e + 1), e))", struct_extract(CAST(row(t0.a, t0.b) AS STRUCT("p" INTEGER, "q" VARCHAR)), 'q') AS "named_struct(p, a, q, b).q" FROM t AS t0

-- Spark
SELECT t0.arr[0] AS `arr[0]`, t0.m['k'] AS `m[k]`, t0.s.`x`, transform(t0.arr, x0 -> (x0 + 1)) AS `transform(arr, lambdafunction((e + 1), e))`, named_struct('p', t0.a, 'q', t0.b).`q` AS `named_struct(p, a, q, b).q` FROM t AS t0
