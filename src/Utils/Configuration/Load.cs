using SparkEtl.Utils.Configuration.Binding;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Configuration.Shapes;
using SparkEtl.Utils.Configuration.Values;
using SparkEtl.Utils.Configuration.Yaml;
using SparkEtl.Utils.Errors;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration;

/// <summary>One load of a configuration: read, merge, override, bind, and say all that is wrong.</summary>
internal sealed class Load
{
    private readonly ConfigurationRequest _request;
    private readonly IReadOnlyCollection<ConfigurationSection> _sections;
    private readonly IMachine _machine;
    private readonly RecordShape _shape;
    private readonly ProblemList _problems = new();
    private readonly Variables _variables;
    private readonly ValueResolver _values;
    private readonly string _directory;

    public Load(ConfigurationRequest request, IReadOnlyCollection<ConfigurationSection> sections, IMachine machine)
    {
        (_request, _sections, _machine) = (request, sections, machine);
        _shape = EnvironmentShape.Of(sections);
        _directory = Path.GetDirectoryName(request.File) ?? "";
        string dotEnv = Path.Combine(_directory, ".env");
        _variables = new Variables(machine.Variables, DotEnvFile.Read(machine, dotEnv, _problems), dotEnv);
        _values = new ValueResolver(machine, _directory, _variables, _problems);
    }

    public EnvironmentConfiguration Run()
    {
        var overrides = new OverrideReader(_variables, _problems);
        Document? document = ReadDocument();
        MapNode? tree = document?.Environment(_request.Environment, _problems);
        if (document is null || tree is null) throw Failure();

        // Before the overrides, which may stand in it.
        ScalarNode? secrets = SecretsFile.Named((MapNode)Merge.Over(document.CommonValues(), tree));
        if (secrets is not null && SecretsFile.Read(secrets, _directory, _machine, _problems) is var (file, variables)) _variables.Include(file, variables);

        var applier = new OverrideApplier(_request.Environment, _problems);
        MapNode common = applier.Apply(document.CommonValues(), _shape, overrides.OfVariables(Document.Defaults));
        MapNode merged = (MapNode)Merge.Over(common, tree);
        merged = applier.Apply(merged, _shape, overrides.OfVariables(_request.Environment));
        merged = applier.Apply(merged, _shape, overrides.OfCommandLine(_request.Overrides));

        var binder = new Binder(_request.Environment, _values, _problems);
        IReadOnlyList<string>? listed = ReadListed(merged, binder);
        merged = AddListedSections(merged, listed ?? []);
        var bound = (Dictionary<string, object?>?)binder.Bind(_shape, merged, "");
        IReadOnlyList<string> pipelines = listed ?? [.. _sections.Select(s => s.Name).Where(name => IsGiven(merged, name))];
        RequireSections(merged, pipelines);
        RequireSecretsOfTheFile(merged, bound?.GetValueOrDefault(EnvironmentShape.Engine) as SparkEngineOptions, secrets);
        if (_problems.Count > 0 || bound is null) throw Failure();

        return new EnvironmentConfiguration(
            _sections.Where(s => bound.ContainsKey(s.Name)).ToDictionary(s => s.Name, s => bound[s.Name]!),
            binder.Origins.ToDictionary(o => o.Key, o => o.Value.ToString()))
        {
            Name = _request.Environment,
            File = _request.File,
            Engine = (EngineOptions?)bound.GetValueOrDefault(EnvironmentShape.Engine) ?? new DuckDbEngineOptions(),
            Source = (SourceOptions?)bound.GetValueOrDefault(EnvironmentShape.Source),
            Target = (TargetOptions?)bound.GetValueOrDefault(EnvironmentShape.Target),
            Log = (LogOptions?)bound.GetValueOrDefault(EnvironmentShape.Log) ?? new LogOptions(),
            Pipelines = pipelines,
            Masker = new SecretMasker(_values.Secrets),
            Notes = [.. overrides.Strays([Document.Defaults, .. document.Environments])],
        };
    }

    private ConfigurationException Failure() => _problems.ToException(new SecretMasker(_values.Secrets).Mask);

    private Document? ReadDocument()
    {
        TextFile file = TextFile.Read(_machine, _request.File);
        if (file.Text is not null) return Document.Read(file.Text, _request.File, _shape, _problems);
        string hint = file.IsMissing ? "; pass the file's path, or run where it lies" : "";
        _problems.Add(new Origin(Layer.Environment, _request.File, file.Line, file.Column), $"the file cannot be read: {file.Failure}{hint}");
        return null;
    }

    // A pipeline that is listed and has no section runs with its defaults, or says which keys it misses.
    private MapNode AddListedSections(MapNode tree, IReadOnlyList<string> listed)
    {
        foreach (ConfigurationSection section in _sections.Where(s => listed.Contains(s.Name) && !IsGiven(tree, s.Name)))
        {
            Origin origin = tree[EnvironmentShape.Pipelines]!.Origin;
            tree = tree.With(new MapEntry(section.Name, origin, new MapNode(origin, [])));
        }
        return tree;
    }

    // What it holds is needed to read the overrides.
    private void RequireSecretsOfTheFile(MapNode tree, SparkEngineOptions? engine, ScalarNode? read)
    {
        if (engine?.Secrets is { } named && named != read?.Text)
            _problems.Add(tree.Origin, $"{SecretsFile.Path} cannot be overridden and holds no reference; write the path into {_request.File}");
    }

    private static bool IsGiven(MapNode tree, string section) =>
        tree[section] is not (null or ScalarNode { IsNull: true } or OverrideNode { Text: "null" or "~" });

    private IReadOnlyList<string>? ReadListed(MapNode tree, Binder binder)
    {
        if (!IsGiven(tree, EnvironmentShape.Pipelines)) return null;
        YamlNode node = tree[EnvironmentShape.Pipelines]!;
        var listed = (IReadOnlyList<string>?)binder.Bind(_shape[EnvironmentShape.Pipelines]!.Shape, node, EnvironmentShape.Pipelines);
        string[] known = [.. _sections.Select(s => s.Name)];
        for (int i = 0; i < listed?.Count; i++)
        {
            Origin origin = node is ListNode list ? list.Items[i].Origin : node.Origin;
            if (!known.Contains(listed[i]))
                _problems.Add(origin, $"there is no pipeline '{listed[i]}'{Nearest(listed[i], known)} pipelines: {string.Join(", ", known)}");
            else if (listed.Take(i).Contains(listed[i]))
                _problems.Add(origin, $"the pipeline '{listed[i]}' is listed twice; leave one of them");
        }
        return listed ?? [];
    }

    private static string Nearest(string name, string[] known) => NearestName.Clause(name, known) is { Length: > 0 } clause ? clause : ";";

    private void RequireSections(MapNode tree, IReadOnlyList<string> pipelines)
    {
        IEnumerable<(string Name, string Why)> required =
        [
            .. _request.RequiredSections.Select(name => (name, "")),
            .. _sections.Where(s => s.NeedsSource && pipelines.Contains(s.Name)).Take(1).Select(s => (EnvironmentShape.Source, $", and pipeline {s.Name} reads from it")),
        ];
        foreach (var (name, why) in required.DistinctBy(r => r.Name).Where(r => !IsGiven(tree, r.Name)))
            _problems.Add(tree.Origin, $"'{name}' is missing in {_request.Environment}{why}");
    }
}
