namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>What is wrong with a user's files and settings: exit code 1, a message that says where, and the old result as it was.</summary>
internal sealed class BadInputTests
{
    private SalesFolder folder = null!;

    [SetUp]
    public void Make() => folder = new SalesFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Malformed_YAML_names_line_and_column()
    {
        folder.Write("config.yaml", "local:\n  source: {kind: files\n  target: x\n");

        (await folder.RunAsync("local")).IsFailure("config.yaml(");
    }

    [Test]
    public async Task An_unknown_environment_names_those_there_are() => (await folder.RunAsync("locl")).IsFailure("locl", "local");

    [Test]
    public async Task An_unknown_key_names_the_nearest()
    {
        var text = await File.ReadAllTextAsync(folder.At("config.yaml"));
        folder.Write("config.yaml", text.Replace("path: in", "pth: in", StringComparison.Ordinal));

        (await folder.RunAsync("local")).IsFailure("config.yaml(3,", "'pth'", "path");
    }

    [Test]
    public async Task A_missing_configuration_file_is_named() => (await folder.RunAsync("local", "other.yaml")).IsFailure("other.yaml");

    [Test]
    public async Task An_unknown_pipeline_names_those_there_are() => (await folder.RunAsync("local", "--pipeline", "sale")).IsFailure("'sale'", "sales");

    [Test]
    public async Task An_unknown_option_is_a_failure() => (await folder.RunAsync("local", "--dryrun")).IsFailure("--dryrun", "'--dry-run'", "--help");

    [Test]
    public async Task A_driver_on_the_cluster_is_refused_by_name() =>
        (await folder.RunAsync("local", "--engine", "spark", "--set", "engine.deploy_mode=cluster")).IsFailure("deploy_mode", "client");

    [Test]
    public async Task A_missing_file_is_named_with_what_is_there()
    {
        File.Move(folder.At("in/SALE.csv"), folder.At("in/SALES.csv"));

        (await folder.RunAsync("local")).IsFailure("SALE.csv", "SALES.csv");
    }

    [Test]
    public async Task An_empty_file_is_named() => await FailsAndKeepsTheOldResult(string.Empty, "SALE.csv");

    [Test]
    public async Task A_missing_column_is_named() =>
        await FailsAndKeepsTheOldResult("SHOP,DAY\nnorth,2024-01-01\n", "SALE.csv", "AMOUNT");

    [Test]
    public async Task A_ragged_row_is_named_by_its_line() =>
        await FailsAndKeepsTheOldResult(SalesFolder.Sales + "east,1.00\nwest,2.00,2024-01-04\n", "SALE.csv(5): found 2 fields, expected 3");

    [Test]
    public async Task A_wrong_type_is_named_by_line_column_and_value() =>
        await FailsAndKeepsTheOldResult(SalesFolder.Sales + "east,much,2024-01-04\n", "SALE.csv(5): found 'much' in column AMOUNT, expected decimal(10,2)");

    [Test]
    public async Task Invalid_UTF8_is_named()
    {
        await Publish();
        folder.Write("in/SALE.csv", [.. "SHOP,AMOUNT,DAY\nnorth,1.00,2024-01-01\ns"u8, 0xff, .. "uth,2.00,2024-01-01\n"u8]);

        (await folder.RunAsync("local")).IsFailure("SALE.csv(3)", "UTF-8");

        await HoldsTheOldResult();
    }

    [Test]
    public async Task A_header_alone_gives_a_result_without_rows()
    {
        folder.Write("in/SALE.csv", "SHOP,AMOUNT,DAY\n");

        (await folder.RunAsync("local")).IsDone();

        Assert.That((await folder.RunAsync("show", "by_shop", "--env", "local", "--format", "csv")).IsDone(), Is.EqualTo("shop,total\n"));
    }

    [Test]
    public async Task A_target_folder_that_is_a_file_is_named()
    {
        folder.Write("out", "a file");

        (await folder.RunAsync("local")).IsFailure(Path.Combine("out", "results.duckdb"));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_source_without_permission_is_named()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var input = folder.At("in");
        File.SetUnixFileMode(input, UnixFileMode.None);
        try
        {
            var program = new[] { "dotnet", typeof(SalesProgram).Assembly.Location, "local" };

            // Root may read everything, so it gives that right up.
            var end = Environment.UserName == "root"
                ? await folder.RunAsync("setpriv", ["--bounding-set", "-all", "--inh-caps", "-all", .. program])
                : await folder.RunAsync("dotnet", program.Skip(1));

            end.IsFailure(input);
        }
        finally
        {
            File.SetUnixFileMode(input, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task A_full_disk_is_a_failure_and_keeps_the_old_result()
    {
        await Publish();
        folder.WriteSales(3000);

        // No file may grow beyond 4 MB; ignoring the signal makes writing fail, as on a full disk. The runtime's own mapping of code is a file
        // that is larger, and is not used.
        var command = $"trap '' XFSZ; ulimit -f 4096; export DOTNET_EnableWriteXorExecute=0; exec dotnet '{typeof(SalesProgram).Assembly.Location}' local --set sales.pairs=true";
        var end = await folder.RunAsync("bash", ["-c", command]);

        end.IsFailure(Path.Combine("out", "results.duckdb"));
        await HoldsTheOldResult();
    }

    private async Task FailsAndKeepsTheOldResult(string sales, params string[] parts)
    {
        await Publish();
        folder.Write("in/SALE.csv", sales);

        (await folder.RunAsync("local")).IsFailure(parts);

        await HoldsTheOldResult();
    }

    private async Task Publish() => (await folder.RunAsync("local")).IsDone();

    private async Task HoldsTheOldResult() => Assert.That(
        (await folder.RunAsync("show", "by_shop", "--env", "local", "--format", "csv")).IsDone(), Is.EqualTo("shop,total\nnorth,10.00\nsouth,3.00\n"));
}
