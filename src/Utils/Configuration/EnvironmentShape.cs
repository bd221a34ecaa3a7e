using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Configuration.Shapes;

namespace SparkEtl.Utils.Configuration;

/// <summary>What may stand inside an environment: the program's own sections and those of the registered pipelines.</summary>
internal static class EnvironmentShape
{
    public const string Engine = "engine";
    public const string Source = "source";
    public const string Target = "target";
    public const string Log = "log";
    public const string Pipelines = "pipelines";

    public static RecordShape Of(IReadOnlyCollection<ConfigurationSection> sections)
    {
        Member[] own =
        [
            Section(Engine, typeof(EngineOptions)),
            Section(Source, typeof(SourceOptions)),
            Section(Target, typeof(TargetOptions)),
            Section(Pipelines, typeof(IReadOnlyList<string>)),
            Section(Log, typeof(LogOptions)),
        ];
        foreach (ConfigurationSection section in sections)
        {
            if (own.Any(m => m.Key == section.Name) || section.Name is Document.Defaults || sections.Count(s => s.Name == section.Name) > 1)
                throw new UnsupportedOptionsException(section.OptionsType, $"the section name '{section.Name}' is already taken; give the pipeline another name");
        }
        return new RecordShape(
            [.. own, .. sections.Select(s => Section(s.Name, s.OptionsType))],
            values => values.ToDictionary(v => v.Key.Key, v => v.Value));
    }

    private static Member Section(string name, Type type) => new(name, ShapeReader.Of(type)) { IsNullable = true };
}
