using Row = System.Collections.Generic.IReadOnlyDictionary<string, string?>;

namespace SparkEtl.Driver.Tests.Generate;

/// <summary>Every kind of dirt the data must have, as a question to the values alone.</summary>
internal static class DirtyCases
{
    private static readonly string[] s_tables = ["TREATMENT", "CLAIM", "INVOICE", "INVOICE_ITEM"];

    public static IEnumerable<(string Name, Func<ClaimsFolder, bool> Holds)> All =>
        s_tables.SelectMany(OfEveryTable).Concat(OfKeys).Concat(OfAmounts).Concat(OfDates).Concat(OfStatuses).Concat(OfTypes)
            .Concat(OfDonors).Concat(OfAggregates);

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfEveryTable(string table) =>
    [
        ($"{table}: a row of nulls only", data => data[table].Any(row => row.Values.All(value => value is null))),
        ($"{table}: a row with one value", data => data[table].Any(row => row.Values.Count(value => value is not null) == 1)),
        ($"{table}: a null ID beside other values", data => data[table].Any(row => row["ID"] is null && row["STATUS"] is not null)),
        ($"{table}: a negative ID", data => data[table].Any(row => ClaimsFolder.IsNegative(row["ID"]))),
        ($"{table}: a row breaking several rules", data => data[table].Any(row => Broken(row) > 1)),
        ($"{table}: a null status", data => data[table].Any(row => row["ID"] is not null && row["STATUS"] is null)),
        ($"{table}: a null date", data => data[table].Any(row => row["ID"] is not null && row["DATE_CREATED"] is null)),
        ($"{table}: two rows of one ID that differ", data => ClaimsFolder.OfOneId(data[table]).Any(rows => Distinct(rows) > 1)),
        ($"{table}: two equal rows", data => ClaimsFolder.OfOneId(data[table]).Any(rows => Distinct(rows) < rows.Count)),
        ($"{table}: rows out of the order of their IDs", data => !data[table].Select(row => ClaimsFolder.Number(row["ID"]))
            .Where(id => id > 0).SequenceEqual(data[table].Select(row => ClaimsFolder.Number(row["ID"])).Where(id => id > 0).Order())),
    ];

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfKeys =>
    [
        .. OfKey("CLAIM", "TREATMENT_ID", "TREATMENT"), .. OfKey("INVOICE", "TREATMENT_ID", "TREATMENT"),
        .. OfKey("INVOICE_ITEM", "INVOICE_ID", "INVOICE"), .. NegativePrograms,
    ];

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> NegativePrograms =>
    [
        ("TREATMENT: a negative program", data => data.Treatments.Any(row => ClaimsFolder.IsNegative(row["PROGRAM_ID"]))),
        ("CLAIM: a negative program", data => data.Claims.Any(row => ClaimsFolder.IsNegative(row["PROGRAM_ID"]))),
        ("INVOICE_ITEM: a negative product", data => data.Items.Any(row => ClaimsFolder.IsNegative(row["PRODUCT_ID"]))),
        ("TREATMENT: the ID zero", data => data.Exists("TREATMENT", "0")),
    ];

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfKey(string table, string key, string other) =>
    [
        ($"{table}: a null {key}", data => data[table].Any(row => row["ID"] is not null && row[key] is null)),
        ($"{table}: a negative {key}", data => data[table].Any(row => ClaimsFolder.IsNegative(row[key]))),
        ($"{table}: an orphan", data => data[table].Any(row => row[key] is { } id && id[0] != '-' && !data.Exists(other, id))),
        ($"{table}: an orphan without a date", data => data[table].Any(
            row => row[key] is { } id && row["DATE_CREATED"] is null && !data.Exists(other, id))),
        ($"{other}: a row that no {table} refers to", data => data[other].Any(
            row => row["ID"] is { } id && !data[table].Any(reference => reference[key] == id))),
        ($"{table}: no date, several {other} rows of different dates", data => Undated(data, table, key, other)
            .Any(donors => donors.Where(date => date is not null).Distinct().Count() > 1)),
        ($"{table}: no date, several {other} rows, one of them undated too", data => Undated(data, table, key, other)
            .Any(donors => donors.Contains(null) && donors.Any(date => date is not null))),
        ($"{table}: no date, nor has its {other}", data => Undated(data, table, key, other)
            .Any(donors => donors.Count > 0 && donors.All(date => date is null))),
    ];

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfAmounts =>
        ((string[])["CLAIM", "INVOICE_ITEM"]).SelectMany(table => (IEnumerable<(string, Func<ClaimsFolder, bool>)>)
        [
            ($"{table}: amount zero", data => data[table].Any(row => row["AMOUNT"] == "0.00")),
            ($"{table}: a negative amount", data => data[table].Any(row => ClaimsFolder.Number(row["AMOUNT"]) < 0)),
            ($"{table}: a null amount", data => data[table].Any(row => row["ID"] is not null && row["AMOUNT"] is null)),
            ($"{table}: the largest amount", data => data[table].Any(row => row["AMOUNT"] == "9999999999999999.99")),
            ($"{table}: an amount no double holds", data => data[table].Any(row => row["AMOUNT"] == "9007199254740993.01")),
        ]);

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfDates =>
    [
        ("INVOICE_ITEM: no date, its invoice has none, the treatment has", data => data.Items.Any(item =>
            item["DATE_CREATED"] is null && item["INVOICE_ID"] is { } id && data.Invoices.Any(invoice => invoice["ID"] == id
                && invoice["DATE_CREATED"] is null
                && data.Treatments.Any(row => row["ID"] == invoice["TREATMENT_ID"] && row["DATE_CREATED"] is not null)))),
        ("CLAIM: no date, the treatment that has it is filtered out", data => data.Claims.Any(claim =>
            claim["DATE_CREATED"] is null && claim["TREATMENT_ID"] is { } id && id[0] != '-'
            && data.Treatments.Any(row => row["ID"] == id && row["DATE_CREATED"] is not null && Broken(row) > 0))),
        ("INVOICE_ITEM: no date, the invoice that has it is filtered out", data => data.Items.Any(item =>
            item["DATE_CREATED"] is null && item["INVOICE_ID"] is { } id && id[0] != '-'
            && data.Invoices.Any(row => row["ID"] == id && row["DATE_CREATED"] is not null && Broken(row) > 0))),
        .. ((string[])["1970-01-01 00:00:00", "2016-02-29 23:59:59", "2021-03-28 02:30:00", "2038-01-19 03:14:08"])
            .Select(moment => ($"TREATMENT: the date {moment}",
                (Func<ClaimsFolder, bool>)(data => data.Treatments.Any(row => row["DATE_CREATED"] == moment)))),
    ];

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfTypes =>
        new (string Name, string Part)[]
        {
            ("a comma", ","), ("a quote", "\""), ("a line break", "\n"), ("a sign of four bytes", "\U0001F9B7"), ("an accent", "\u00E9"),
        }
        .Select(part => ($"TREATMENT: a type with {part.Name}", Typed(part.Part)));

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfStatuses =>
        ((string[])["CLAIM", "INVOICE"]).SelectMany(table =>
            ((string[])["PAID", "paid", "Paid", "PAID ", " PAID", "PAID\u00A0", "PAY\u00C9", "Pay\u00E9", "Paye\u0301", "NULL",
                "DENIED, APPEALED", "\"OPEN\"", "\\N", " "])
            .Select(status => ($"{table}: status '{status}'",
                (Func<ClaimsFolder, bool>)(data => data[table].Any(row => row["STATUS"] == status)))));

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfDonors =>
    [
        Asking("PROGRAM_ID", "conflicting programs", claims => Values(claims, "PROGRAM_ID").Where(id => id[0] != '-').Distinct().Count() > 1),
        Asking("TYPE", "conflicting types", claims => Values(claims, "TYPE").Distinct().Count() > 1),
        Asking("PROGRAM_ID", "several claims, one program", claims => claims.Count > 1
            && Values(claims, "PROGRAM_ID").Count() > 1 && Values(claims, "PROGRAM_ID").Distinct().Count() == 1),
        Asking("PROGRAM_ID", "only negative programs", claims => Values(claims, "PROGRAM_ID").Any()
            && Values(claims, "PROGRAM_ID").All(ClaimsFolder.IsNegative)),
        Asking("PROGRAM_ID", "the first claim negative, a later one not", claims => claims
            .OrderBy(claim => ClaimsFolder.Number(claim["ID"]) ?? decimal.MaxValue).Select(claim => claim["PROGRAM_ID"]).ToList()
            is [{ } first, .., { } last] && first[0] == '-' && last[0] != '-'),
        Asking("PROGRAM_ID", "claims, but none has a program", claims => claims.Count > 0 && !Values(claims, "PROGRAM_ID").Any()),
        Asking("PROGRAM_ID", "only claims without an ID, which disagree", claims => claims.Count > 1
            && claims.All(claim => claim["ID"] is null) && Values(claims, "PROGRAM_ID").Distinct().Count() > 1),
        Asking("PROGRAM_ID", "a claim with an ID and a larger program than one without", claims => claims.Any(with => with["ID"] is not null
            && claims.Any(without => without["ID"] is null
                && ClaimsFolder.Number(without["PROGRAM_ID"]) < ClaimsFolder.Number(with["PROGRAM_ID"])))),
        Asking("PROGRAM_ID", "claims of one ID that disagree", claims => ClaimsFolder.OfOneId(claims)
            .Any(rows => Values(rows, "PROGRAM_ID").Distinct().Count() > 1)),
        Asking("TYPE", "claims of one ID whose types sort otherwise by UTF-16", claims => ClaimsFolder.OfOneId(claims)
            .Any(rows => Values(rows, "TYPE").Any(type => char.IsSurrogate(type[0])) && Values(rows, "TYPE").Any(type => type[0] > '\uE000'))),
        Asking("PROGRAM_ID", "the claim that gives it has a negative ID", claims => claims.Any(claim => ClaimsFolder.IsNegative(claim["ID"])
            && claim["PROGRAM_ID"] is { } program && program[0] != '-')),
        Asking("PROGRAM_ID", "the claim that gives it has the amount zero", claims => claims.MinBy(claim => ClaimsFolder.Number(claim["ID"]))
            is { } first && first["AMOUNT"] == "0.00" && first["PROGRAM_ID"] is not null),
        Asking("PROGRAM_ID", "no claim", claims => claims.Count == 0),
        ("TREATMENT: own values beside claims that disagree", data => data.Treatments.Any(row => row["PROGRAM_ID"] is { } own
            && Values(data.ClaimsOf(row), "PROGRAM_ID").Where(program => program != own && program[0] != '-').Distinct().Count() > 1)),
        ("TREATMENT: two rows of one ID that both lack a program", data => ClaimsFolder.OfOneId(data.Treatments)
            .Any(rows => rows.Count(row => row["PROGRAM_ID"] is null) > 1 && data.ClaimsOf(rows[0]).Any())),
        ("TREATMENT: a negative ID that claims refer to", data => data.Treatments.Any(
            row => ClaimsFolder.IsNegative(row["ID"]) && data.ClaimsOf(row).Any())),
    ];

    private static IEnumerable<(string, Func<ClaimsFolder, bool>)> OfAggregates =>
    [
        ("CLAIM: a status whose amounts are all null", data => data.Claims.GroupBy(claim => claim["STATUS"])
            .Any(group => group.Key is not null && group.Count() > 1 && group.All(claim => claim["AMOUNT"] is null))),
        ("CLAIM: a status no invoice belongs to", data => data.Claims.Where(claim => claim["STATUS"] is not null)
            .GroupBy(claim => claim["STATUS"])
            .Any(group => !group.Any(claim => data.Invoices.Any(invoice => invoice["TREATMENT_ID"] == claim["TREATMENT_ID"]
                && claim["TREATMENT_ID"] is not null)))),
        ("CLAIM: a mean that is a tie at the seventh decimal", data => Ties(data, sign: 1)),
        ("CLAIM: a negative mean that is a tie at the seventh decimal", data => Ties(data, sign: -1)),
        ("TREATMENT: claims of several statuses, one of them null, and invoices", data => data.Treatments.Any(row =>
            data.ClaimsOf(row).Select(claim => claim["STATUS"]).Distinct().ToList() is { Count: > 2 } statuses && statuses.Contains(null)
            && data.Invoices.Any(invoice => invoice["TREATMENT_ID"] == row["ID"]))),
        ("TREATMENT: only claims that are filtered out, and an invoice with items", data => data.Treatments.Any(row =>
            data.ClaimsOf(row).ToList() is { Count: > 0 } claims && claims.All(claim => Broken(claim) > 0)
            && data.Invoices.Any(invoice => invoice["TREATMENT_ID"] == row["ID"]
                && data.Items.Any(item => item["INVOICE_ID"] == invoice["ID"])))),
        ("INVOICE: one ID, two treatments with claims of one status, and items", data => ClaimsFolder.OfOneId(data.Invoices).Any(rows =>
            rows.SelectMany(invoice => data.Claims.Where(claim => claim["TREATMENT_ID"] is { } id && id == invoice["TREATMENT_ID"])
                .Select(claim => (claim["STATUS"], claim["TREATMENT_ID"])).Distinct()).GroupBy(pair => pair.Item1).Any(group => group.Count() > 1)
            && data.Items.Any(item => item["INVOICE_ID"] == rows[0]["ID"]))),
        ("INVOICE: items whose amounts are all null", data => data.Invoices.Any(invoice => invoice["ID"] is { } id
            && data.Items.Where(item => item["INVOICE_ID"] == id).ToList() is { Count: > 0 } items
            && items.All(item => item["AMOUNT"] is null))),
        ("INVOICE: no ID, its treatment has claims", data => data.Invoices.Any(invoice => invoice["ID"] is null
            && data.Claims.Any(claim => claim["TREATMENT_ID"] is { } id && id == invoice["TREATMENT_ID"]))),
        ("INVOICE: claims of its treatment are none", data => data.Invoices.Any(invoice => invoice["TREATMENT_ID"] is { } id
            && data.Exists("TREATMENT", id) && !data.Claims.Any(claim => claim["TREATMENT_ID"] == id)
            && data.Items.Any(item => item["INVOICE_ID"] == invoice["ID"]))),
    ];

    private static (string, Func<ClaimsFolder, bool>) Asking(string column, string name, Func<IReadOnlyList<Row>, bool> claims) =>
        ($"TREATMENT without {column}: {name}", data => data.Treatments.Any(
            row => row["ID"] is not null && row[column] is null && claims([.. data.ClaimsOf(row)])));

    private static Func<ClaimsFolder, bool> Typed(string part) =>
        data => data.Treatments.Any(row => row["TYPE"]?.Contains(part, StringComparison.Ordinal) == true);

    private static IEnumerable<List<string?>> Undated(ClaimsFolder data, string table, string key, string other) =>
        data[table].Where(row => row["DATE_CREATED"] is null && row[key] is not null)
            .Select(row => data[other].Where(donor => donor["ID"] == row[key]).Select(donor => donor["DATE_CREATED"]).ToList());

    private static IEnumerable<string> Values(IEnumerable<Row> rows, string column) => rows.Select(row => row[column]).OfType<string>();

    private static bool Ties(ClaimsFolder data, int sign) => data.Claims.GroupBy(claim => claim["STATUS"]).Any(group =>
        group.Select(claim => ClaimsFolder.Number(claim["AMOUNT"])).ToList() is { Count: > 0 } amounts
        && amounts.Sum() is { } sum && Math.Sign(sum) == sign
        && Math.Abs(sum * 10_000_000 / amounts.Count) % 10 == 5 && sum * 10_000_000 % amounts.Count == 0);

    private static int Distinct(IEnumerable<Row> rows) => rows.Select(row => string.Join('\u001F', row.Values)).Distinct().Count();

    private static int Broken(Row row) =>
        row.Count(pair => (pair.Key == "ID" || pair.Key.EndsWith("_ID", StringComparison.Ordinal)) && ClaimsFolder.IsNegative(pair.Value))
        + (row.GetValueOrDefault("AMOUNT") == "0.00" ? 1 : 0);
}
