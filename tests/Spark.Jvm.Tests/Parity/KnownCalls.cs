namespace SparkEtl.Spark.Jvm.Tests.Parity;

/// <summary>Calls that chance would not find: with lambdas, and with texts of a form.</summary>
internal static class KnownCalls
{
    private static readonly Dictionary<string, string[]> Calls = new()
    {
        ["transform"] = ["transform(numbers, x -> x * 2)", "transform(words, (w, i) -> concat(w, i))", "transform(array(whole), x -> x)", "transform(numbers, x -> null)", "transform(sequence(1, 3), x -> x + small)"],
        ["filter"] = ["filter(numbers, x -> x > 1)", "filter(words, w -> w is null)", "filter(numbers, (x, i) -> i > 0)", "filter(numbers, x -> flag)", "filter(array(1), x -> null)"],
        ["exists"] = ["exists(numbers, x -> x > 2)", "exists(numbers, x -> x is null)", "exists(words, w -> w = 'a')", "exists(array(), x -> true)", "exists(numbers, x -> flag)"],
        ["forall"] = ["forall(numbers, x -> x > 0)", "forall(words, w -> w is not null)", "forall(array(), x -> false)", "forall(numbers, x -> flag)", "forall(array(1, null), x -> x = 1)"],
        ["aggregate"] = ["aggregate(numbers, 0, (a, x) -> a + x)", "aggregate(numbers, 0L, (a, x) -> a + coalesce(x, 0))", "aggregate(words, '', (a, w) -> concat(a, w))", "aggregate(numbers, 0, (a, x) -> greatest(a, x), a -> a * 10)", "aggregate(array(), 1, (a, x) -> a)"],
        ["reduce"] = ["reduce(numbers, 0, (a, x) -> a + x)", "reduce(numbers, 1, (a, x) -> a, a -> a + 1)", "reduce(words, 'z', (a, w) -> least(a, w))", "reduce(array(1, 2), 0, (a, x) -> x)", "reduce(numbers, 0L, (a, x) -> a - x)"],
        ["zip_with"] = ["zip_with(numbers, numbers, (a, b) -> a + b)", "zip_with(numbers, words, (a, b) -> concat(a, b))", "zip_with(array(1), array(2, 3), (a, b) -> coalesce(a, b))", "zip_with(words, array(), (a, b) -> a)", "zip_with(numbers, array(whole), (a, b) -> a = b)"],
        ["array_sort"] = ["array_sort(numbers)", "array_sort(words, (l, r) -> case when l < r then 1 when l > r then -1 else 0 end)", "array_sort(array(3, 1, 2), (l, r) -> r - l)", "array_sort(array())", "array_sort(array(flag, true))"],
        ["map_filter"] = ["map_filter(scores, (k, v) -> v > 1)", "map_filter(scores, (k, v) -> k = 'a')", "map_filter(scores, (k, v) -> v is null)", "map_filter(map(1, 2), (k, v) -> flag)", "map_filter(map(), (k, v) -> true)"],
        ["transform_keys"] = ["transform_keys(scores, (k, v) -> upper(k))", "transform_keys(scores, (k, v) -> concat(k, '!'))", "transform_keys(map(1, 2), (k, v) -> k + v)", "transform_keys(scores, (k, v) -> 'same')", "transform_keys(map(), (k, v) -> k)"],
        ["transform_values"] = ["transform_values(scores, (k, v) -> v + 1)", "transform_values(scores, (k, v) -> k)", "transform_values(map(1, 2), (k, v) -> k * v)", "transform_values(scores, (k, v) -> null)", "transform_values(map(), (k, v) -> v)"],
        ["map_zip_with"] = ["map_zip_with(scores, scores, (k, a, b) -> a + b)", "map_zip_with(scores, map('z', 1), (k, a, b) -> coalesce(a, b))", "map_zip_with(map(1, 2), map(1, 3), (k, a, b) -> a - b)", "map_zip_with(scores, map(), (k, a, b) -> k)", "map_zip_with(map(), scores, (k, a, b) -> b)"],
        ["named_struct"] = ["named_struct('a', whole, 'b', word)", "named_struct('x', day)", "named_struct('a', numbers, 'b', scores)", "named_struct('p', pair)", "named_struct('n', null)"],
        ["date_format"] = ["date_format(moment, 'yyyy/MM/dd HH:mm:ss.SSS')", "date_format(day, 'EEE d MMM y')", "date_format(moment, 'hh:mm a')", "date_format(day, 'D Q')", "date_format(local, 'yyyyMMdd')"],
        ["to_timestamp"] = ["to_timestamp('2024-01-02 03:04', 'yyyy-MM-dd HH:mm')", "to_timestamp('05/01/2024', 'dd/MM/yyyy')", "to_timestamp(day)", "to_timestamp('2024-01-05')", "to_timestamp(moment)"],
        ["to_date"] = ["to_date('05.01.2024', 'dd.MM.yyyy')", "to_date(moment)", "to_date('2024-01-05')", "to_date(day)", "to_date('2024', 'yyyy')"],
        ["from_json"] = ["from_json('{\"a\":1}', 'a INT')", "from_json('{\"a\":\"x\"}', 'a INT')", "from_json('[1,2]', 'ARRAY<INT>')", "from_json(word, 'a INT')", "from_json('{\"b\":{\"c\":[1.5]}}', 'b STRUCT<c: ARRAY<DOUBLE>>')"],
        ["from_csv"] = ["from_csv('1,a', 'a INT, b STRING')", "from_csv('x', 'a INT')", "from_csv(digits, 'a DOUBLE')", "from_csv('1;2', 'a INT, b INT', map('sep', ';'))", "from_csv(word, 'a STRING')"],
        ["get_json_object"] = ["get_json_object('{\"a\":{\"b\":[1,2]}}', '$.a.b[1]')", "get_json_object('{\"a\":1}', '$.b')", "get_json_object(word, '$')", "get_json_object('[1,{\"x\":null}]', '$[*].x')", "get_json_object('{\"a\":\"q\"}', '$.a')"],
        ["json_tuple"] = ["json_tuple('{\"a\":1,\"b\":\"z\"}', 'a', 'b')", "json_tuple(word, 'a')", "json_tuple('{\"a\":[1]}', 'a')", "json_tuple('x', 'a', 'b')", "json_tuple('{\"a\":null}', 'a')"],
        ["to_char"] = ["to_char(price, '999999999.99')", "to_char(whole, 'S9999999999')", "to_char(price, '$9,999')", "to_char(exact, '99999999999999999999.9')", "to_char(small, '00000')"],
        ["to_varchar"] = ["to_varchar(price, '999999999.99')", "to_varchar(whole, 'S9999999999')", "to_varchar(price, '$9,999')", "to_varchar(12.5, '99.9')", "to_varchar(small, '00000')"],
        ["to_number"] = ["to_number('12.50', '99.99')", "to_number('-7', 'S9')", "to_number('$1,234', '$9,999')", "to_number('x', '9')", "to_number('42', '99')"],
        ["try_to_number"] = ["try_to_number('12.50', '99.99')", "try_to_number('x', '9')", "try_to_number(digits, '99')", "try_to_number('<7>', '9PR')", "try_to_number('1,2', '9,9')"],
        ["stack"] = ["stack(2, 1, 'a', 2, 'b')", "stack(1, whole, word)", "stack(2, price, price)", "stack(3, 1, 2, 3)", "stack(2, day, null)"],
        ["inline"] = ["inline(array(struct(1, 'a'), struct(2, 'b')))", "inline(array(pair))", "inline(array(struct(small)))", "inline(array(struct(whole, day)))", "inline(arrays_zip(numbers, words))"],
        ["inline_outer"] = ["inline_outer(array(struct(1, 'a')))", "inline_outer(array(pair))", "inline_outer(array(struct(small)))", "inline_outer(array(struct(whole, day)))", "inline_outer(arrays_zip(numbers, words))"],
        ["sequence"] = ["sequence(1, 5)", "sequence(5, 1, -2)", "sequence(date '2024-01-30', date '2024-04-01', interval 1 month)", "sequence(small, 3)", "sequence(0L, 10L, 5L)"],
        ["lpad"] = ["lpad(word, 5)", "lpad(word, 2)", "lpad(word, 7, 'xy')", "lpad(digits, 0, 'x')", "lpad(word, -1, 'x')"],
        ["rpad"] = ["rpad(word, 5)", "rpad(word, 2)", "rpad(word, 7, 'xy')", "rpad(digits, 0, 'x')", "rpad(word, -1, 'x')"],
        ["repeat"] = ["repeat(word, 3)", "repeat(word, 0)", "repeat(word, -1)", "repeat(digits, 1)", "repeat('', 4)"],
        ["space"] = ["space(3)", "space(0)", "space(-2)", "space(length(word))", "space(1)"],
        ["array_repeat"] = ["array_repeat(word, 2)", "array_repeat(whole, 0)", "array_repeat(null, 3)", "array_repeat(numbers, 2)", "array_repeat(day, -1)"],
        ["timestampadd"] = ["timestampadd(month, small, moment)", "timestampadd(HOUR, whole, moment)", "timestampadd(day, -3, local)", "timestampadd(year, 1, date '2024-02-29')", "timestampadd(quarter, tiny, moment)"],
        ["timestampdiff"] = ["timestampdiff(month, moment, timestamp '2024-03-31 10:00:00')", "timestampdiff(HOUR, local, timestamp '2020-01-01 00:00:00')", "timestampdiff(day, day, moment)", "timestampdiff(year, day, date '2024-02-28')", "timestampdiff(week, moment, day)"],
        ["date_trunc"] = ["date_trunc('week', moment)", "date_trunc('HOUR', moment)", "date_trunc('quarter', day)", "date_trunc('x', moment)", "date_trunc('microsecond', moment)"],
        ["aes_encrypt"] = ["aes_encrypt(word, '0000111122223333', 'ECB')", "aes_encrypt(bytes, 'abcdefghijklmnop12345678', 'ECB')", "aes_encrypt(word, 'short', 'ECB')", "aes_encrypt(word, '0000111122223333', 'XYZ')", "aes_encrypt(null, '0000111122223333', 'ECB')"],
        ["try_subtract"] = ["try_subtract(whole, large)", "try_subtract(tiny, 1Y)", "try_subtract(price, exact)", "try_subtract(day, 5)", "try_subtract(moment, span)"],
        ["nth_value"] = ["nth_value(price, 2)", "nth_value(word, 1)", "nth_value(whole, 9)", "nth_value(day, 3)", "nth_value(numbers, 2)"],
        ["array_except"] = ["array_except(numbers, array(1))", "array_except(words, array('a', null))", "array_except(numbers, numbers)", "array_except(array(1, 1), array())", "array_except(array(whole), numbers)"],
        ["percentile_cont"] = ["percentile_cont(0.5) within group (order by whole)", "percentile_cont(0.25) within group (order by dbl)", "percentile_cont(0) within group (order by tiny desc)", "percentile_cont(1.0) within group (order by single)", "percentile_cont(0.9) within group (order by small)"],
        ["percentile_disc"] = ["percentile_disc(0.5) within group (order by whole)", "percentile_disc(0.25) within group (order by dbl)", "percentile_disc(0) within group (order by tiny desc)", "percentile_disc(1.0) within group (order by single)", "percentile_disc(0.9) within group (order by small)"],
        ["or"] = ["flag or true", "flag or false", "flag or null", "whole > 0 or price > 0", "flag or flag"],
        ["and"] = ["flag and true", "flag and false", "flag and null", "whole > 0 and price > 0", "flag and flag"],
        ["overlay"] = ["overlay(word placing 'X' from 2)", "overlay(word placing 'X' from 2 for 1)", "overlay(digits placing word from 1 for 0)", "overlay(bytes placing X'00' from 1)", "overlay(word placing '' from 3 for 2)"],
        ["slice"] = ["slice(numbers, 1, 2)", "slice(numbers, -2, 2)", "slice(words, 2, 0)", "slice(numbers, 5, 1)", "slice(numbers, tiny, 1)"],
        ["flatten"] = ["flatten(array(numbers, numbers))", "flatten(array(words))", "flatten(array(array(1), null))", "flatten(array(array()))", "flatten(array(numbers, array(whole)))"],
        ["arrays_zip"] = ["arrays_zip(numbers, words)", "arrays_zip(numbers)", "arrays_zip(array(1), words)", "arrays_zip(words, numbers, array(2))", "arrays_zip(array(), numbers)"],
        ["map_from_entries"] = ["map_from_entries(array(struct('a', 1)))", "map_from_entries(array(struct(word, whole)))", "map_from_entries(array(struct(1, 2), struct(1, 3)))", "map_from_entries(array(pair))", "map_from_entries(map_entries(scores))"],
        ["map_keys"] = ["map_keys(scores)", "map_keys(map(1, 2))", "map_keys(map())", "map_keys(map(word, 1))", "map_keys(map('k', numbers))"],
        ["map_values"] = ["map_values(scores)", "map_values(map(1, 2))", "map_values(map())", "map_values(map('w', word))", "map_values(map('k', numbers))"],
        ["map_entries"] = ["map_entries(scores)", "map_entries(map(1, 2))", "map_entries(map())", "map_entries(map('w', word))", "map_entries(map('k', numbers))"],
        ["encode"] = ["encode(word, 'utf-8')", "encode(digits, 'us-ascii')", "encode(digits, 'iso-8859-1')", "encode(word, 'utf-16be')", "encode('', 'utf-16')"],
        ["decode"] = ["decode(bytes, 'iso-8859-1')", "decode(X'C3A9', 'utf-8')", "decode(encode(word, 'utf-16be'), 'utf-16be')", "decode(whole, 3, 'three', -7, 'less')", "decode(digits, '42', 1, 0)"],
        ["schema_of_json"] = ["schema_of_json('{\"a\":1.5,\"b\":[\"x\"]}')", "schema_of_json('[1]')", "schema_of_json('{}')", "schema_of_json('{\"a\":null}')", "schema_of_json('1')"],
        ["schema_of_csv"] = ["schema_of_csv('1,a')", "schema_of_csv('1.5;x', map('sep', ';'))", "schema_of_csv('2024-01-05')", "schema_of_csv('true,')", "schema_of_csv('x')"],
        ["make_timestamp"] = ["make_timestamp(2024, 2, 29, 23, 59, 59.999999BD)", "make_timestamp(whole, 1, 1, 0, 0, 0BD)", "make_timestamp(2024, small, 1, 0, 0, 1.5BD)", "make_timestamp(2024, 1, 1, 24, 0, 0BD)", "make_timestamp(2024, 7, 1, 12, 0, 0BD, 'Europe/Paris')"],
        ["make_timestamp_ltz"] = ["make_timestamp_ltz(2024, 2, 29, 23, 59, 59.999999BD)", "make_timestamp_ltz(whole, 1, 1, 0, 0, 0BD)", "make_timestamp_ltz(2024, small, 1, 0, 0, 1.5BD)", "make_timestamp_ltz(2024, 1, 1, 24, 0, 0BD)", "make_timestamp_ltz(2024, 7, 1, 12, 0, 0BD, 'Asia/Tokyo')"],
        ["make_timestamp_ntz"] = ["make_timestamp_ntz(2024, 2, 29, 23, 59, 59.999999BD)", "make_timestamp_ntz(whole, 1, 1, 0, 0, 0BD)", "make_timestamp_ntz(2024, small, 1, 0, 0, 1.5BD)", "make_timestamp_ntz(2024, 1, 1, 24, 0, 0BD)", "make_timestamp_ntz(1, 1, 1, 0, 0, 0BD)"],
        ["in"] = ["whole in (3, null)", "word in ('abc', 'b')", "price in (12.5, -3.25BD)", "day in (date '1999-12-31')", "large in (0, 4.0BD)"],
        ["raise_error"] = ["raise_error('x')", "raise_error(word)", "raise_error(concat('a', digits))", "raise_error('')", "raise_error(null)"],
        ["xpath"] = ["xpath('<a><b>1</b><b>2</b></a>', 'a/b/text()')", "xpath('<a/>', 'a/b')", "xpath(concat('<a>', tiny, '</a>'), 'a/text()')", "xpath(null, 'a')", "xpath('<a x=\"1\"/>', 'a/@x')"],
        ["xpath_string"] = ["xpath_string('<a><b>1</b></a>', 'a/b')", "xpath_string('<a/>', 'a/b')", "xpath_string(concat('<a>', tiny, '</a>'), 'a')", "xpath_string(null, 'a')", "xpath_string('<a x=\"1\"/>', 'a/@x')"],
        ["xpath_boolean"] = ["xpath_boolean('<a><b>1</b></a>', 'a/b')", "xpath_boolean('<a/>', 'a/b')", "xpath_boolean(concat('<a>', tiny, '</a>'), 'a = 1')", "xpath_boolean(null, 'a')", "xpath_boolean('<a x=\"1\"/>', 'a/@x')"],
        ["xpath_double"] = ["xpath_double('<a><b>1.5</b></a>', 'a/b')", "xpath_double('<a/>', 'a/b')", "xpath_double(concat('<a>', tiny, '</a>'), 'a')", "xpath_double(null, 'a')", "xpath_double('<a>x</a>', 'a')"],
        ["xpath_float"] = ["xpath_float('<a><b>1.5</b></a>', 'a/b')", "xpath_float('<a/>', 'a/b')", "xpath_float(concat('<a>', tiny, '</a>'), 'a')", "xpath_float(null, 'a')", "xpath_float('<a>x</a>', 'a')"],
        ["xpath_int"] = ["xpath_int('<a><b>7</b></a>', 'a/b')", "xpath_int('<a/>', 'a/b')", "xpath_int(concat('<a>', tiny, '</a>'), 'a')", "xpath_int(null, 'a')", "xpath_int('<a>x</a>', 'a')"],
        ["xpath_long"] = ["xpath_long('<a><b>7</b></a>', 'a/b')", "xpath_long('<a/>', 'a/b')", "xpath_long(concat('<a>', tiny, '</a>'), 'a')", "xpath_long(null, 'a')", "xpath_long('<a>x</a>', 'a')"],
        ["xpath_short"] = ["xpath_short('<a><b>7</b></a>', 'a/b')", "xpath_short('<a/>', 'a/b')", "xpath_short(concat('<a>', tiny, '</a>'), 'a')", "xpath_short(null, 'a')", "xpath_short('<a>x</a>', 'a')"],
        ["to_timestamp_ntz"] = ["to_timestamp_ntz('2024-01-02 03:04:05')", "to_timestamp_ntz(day)", "to_timestamp_ntz('05/01/2024', 'dd/MM/yyyy')", "to_timestamp_ntz('x')", "to_timestamp_ntz(moment)"],
        ["window"] = ["window(moment, '10 minutes')", "window(moment, '1 day', '12 hours')", "window(local, '1 hour')", "window(moment, '1 week')", "window(moment, '10 minutes', '10 minutes', '3 minutes')"],
        ["parse_url"] = ["parse_url('https://u@h.x:8/p/q?a=1&b=2#f', 'HOST')", "parse_url('https://u@h.x:8/p/q?a=1&b=2#f', 'QUERY', 'b')", "parse_url('https://h/p', 'PATH')", "parse_url('http://h', 'REF')", "parse_url('https://u@h.x:8/p/q', 'AUTHORITY')"],
        ["convert_timezone"] = ["convert_timezone('UTC', 'Europe/Paris', local)", "convert_timezone('Asia/Tokyo', 'UTC', local)", "convert_timezone('America/New_York', local)", "convert_timezone('UTC', '+05:30', local)", "convert_timezone('UTC', 'UTC', local)"],
        ["aes_decrypt"] = ["aes_decrypt(aes_encrypt(word, '0000111122223333', 'ECB'), '0000111122223333', 'ECB')", "aes_decrypt(aes_encrypt('a', 'abcdefghijklmnop'), 'abcdefghijklmnop')", "aes_decrypt(bytes, '0000111122223333')", "aes_decrypt(aes_encrypt(bytes, 'abcdefghijklmnop12345678'), 'abcdefghijklmnop12345678')", "aes_decrypt(null, '0000111122223333')"],
    };

    // Arguments of any size would ask for more memory than there is, or for what an engine may ask in any order.
    private static readonly HashSet<string> Alone =
        ["lpad", "rpad", "repeat", "space", "array_repeat", "timestampadd", "timestampdiff", "or", "and", "overlay", "slice", "encode", "decode", "to_timestamp_ntz", "sequence", "date_trunc", "aes_encrypt", "try_subtract", "nth_value", "percentile_cont", "percentile_disc"];

    /// <summary>Whether no other calls than these are made.</summary>
    public static bool AreAll(string function) => Alone.Contains(function);

    public static IReadOnlyList<string> Of(string function) => Calls.GetValueOrDefault(function, []);
}
